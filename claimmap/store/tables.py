"""The tables, as the newest migration leaves them (a test compares the two).

A column is what a query asks for; what is only read back whole (spans, rules, times in words)
stands in ``body`` as JSON. A toponym is a row of its own, for the claims of a document share it
and its candidates; a place is stored once for all.
"""

from datetime import date

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

MARK = "Claim Map"
"""Marks a database as ours where tables have comments: that of the table ``content``."""

_NUMBER = Integer().with_variant(BigInteger(), "postgresql")


class _Content(TypedColumns):
    """One row. identity: drawn when the database was made; changes: counts every change."""

    identity: Named[str] = Column(Text, primary_key=True)
    changes: Named[int] = Column(_NUMBER)


class _Document(TypedColumns):
    """digest: of the whole extraction, so that saving the same again is seen to change nothing.

    The long columns come last: SQLite does not read them where a query leaves them out.
    """

    id: Named[str] = Column(Text, primary_key=True)
    outlet: Named[str] = Column(Text)
    title: Named[str] = Column(Text)
    url: Named[str] = Column(Text)
    published: Named[date | None]
    digest: Named[str] = Column(Text)
    provenance: Named[bytes]
    text: Named[str] = Column(Text)
    body: Named[bytes]


class _Place(TypedColumns):
    """The fields of ``model.Place``."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    name: Named[str] = Column(Text)
    country: Named[str] = Column(Text)
    kind: Named[str] = Column(Text)
    latitude: Named[float]
    longitude: Named[float]
    population: Named[int] = Column(_NUMBER)
    address: Named[str] = Column(Text)
    radius_km: Named[float]


class _Toponym(TypedColumns):
    """position: its number among the document's toponyms; None for one that only a claim has.

    candidates: JSON, [place id, score, reason] of each, best first.
    """

    number: Named[int] = Column(_NUMBER, primary_key=True, autoincrement=False)
    document: Named[str] = Column(Text, ForeignKey("document.id", ondelete="CASCADE"), index=True)
    position: Named[int | None]
    start: Named[int]
    end: Named[int]
    role: Named[str] = Column(Text)
    place: Named[int | None] = Column(ForeignKey("place.id"))
    confidence: Named[float]
    precision: Named[int | None]
    radius_km: Named[float]
    reason: Named[str] = Column(Text)
    candidates: Named[bytes]
    reach: Named[str] = Column(Text, server_default="")


class _Claim(TypedColumns):
    """sentence: its words, which are searched. body: the claim without its toponyms."""

    number: Named[int] = Column(_NUMBER, primary_key=True, autoincrement=False)
    id: Named[str] = Column(Text, unique=True)
    document: Named[str] = Column(Text, ForeignKey("document.id", ondelete="CASCADE"), index=True)
    source: Named[str] = Column(Text)
    source_kind: Named[str] = Column(Text)
    stance: Named[str] = Column(Text)
    event_first: Named[date | None]
    event_last: Named[date | None]
    statement_first: Named[date | None]
    statement_last: Named[date | None]
    sentence: Named[str] = Column(Text)
    body: Named[bytes]


class _Source(TypedColumns):
    """Who answers for a document's claims or is cited in them.

    aliases: JSON, the other names that the document gives them.
    """

    document: Named[str] = Column(
        Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True
    )
    name: Named[str] = Column(Text, primary_key=True)
    kind: Named[str] = Column(Text, primary_key=True)
    aliases: Named[bytes]


class _SourceEdit(TypedColumns):
    """What a person has said of a source (``model.SourceEdit``); no row is altered or deleted.

    at: ISO 8601, UTC. names, others: JSON. of: the edit that an undo or redo is about.
    """

    number: Named[int] = Column(primary_key=True, autoincrement=False)
    at: Named[str] = Column(Text)
    action: Named[str] = Column(Text)
    names: Named[bytes]
    others: Named[bytes]
    value: Named[str] = Column(Text)
    of: Named[int | None]


class _ClaimToponym(TypedColumns):
    """Which toponyms a claim is about; position: in the claim's own order."""

    claim: Named[int] = Column(
        _NUMBER, ForeignKey("claim.number", ondelete="CASCADE"), primary_key=True
    )
    position: Named[int] = Column(primary_key=True)
    toponym: Named[int] = Column(
        _NUMBER, ForeignKey("toponym.number", ondelete="CASCADE"), index=True
    )


class _ClaimPlace(TypedColumns):
    """Where a claim is drawn, once for each place and role: what the map asks for."""

    claim: Named[int] = Column(
        _NUMBER, ForeignKey("claim.number", ondelete="CASCADE"), primary_key=True
    )
    place: Named[int] = Column(ForeignKey("place.id"), primary_key=True, index=True)
    role: Named[str] = Column(Text, primary_key=True)
    confidence: Named[float]
    radius_km: Named[float]


class _Removed(TypedColumns):
    """Claims that were taken out: their numbers, first to last, and the change that did it.

    A document's claims are numbered in a row, and no number is given twice.
    """

    change: Named[int] = Column(_NUMBER, primary_key=True, autoincrement=False)
    first: Named[int] = Column(_NUMBER, primary_key=True, autoincrement=False)
    last: Named[int] = Column(_NUMBER)


class _Geocoded(TypedColumns):
    """What a geocoding service answered, as text; None for a name that it does not know."""

    query: Named[str] = Column(Text, primary_key=True)
    answer: Named[str | None] = Column(Text)


class _Signature(TypedColumns):
    """What a document's text is found again by (``signatures.py``); short texts have none.

    runs: how many runs of words it has.
    """

    document: Named[str] = Column(
        Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True
    )
    runs: Named[int]
    lowest: Named[bytes]


class _CopyBand(TypedColumns):
    """A band of a signature and a document that has it; of those with one band the first few.

    No rule of the table deletes them, for that would take a second index: ``copies.py`` does.
    """

    value: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    document: Named[str] = Column(Text, primary_key=True)


class _Copy(TypedColumns):
    """Two documents of much the same words, a row for each of the two.

    share: of the document's runs of words those that stand in the other's text, from 0 to 1;
    reverse: of the other's those that stand in the document's. own: JSON, the numbers of those of
    the document's claims that the other's text lacks.
    """

    document: Named[str] = Column(
        Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True
    )
    of: Named[str] = Column(
        Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    share: Named[float] = Column(Float)
    reverse: Named[float] = Column(Float)
    own: Named[bytes]


content = Table("content", metadata, _Content, comment=MARK)
document = Table("document", metadata, _Document)
place = Table("place", metadata, _Place)
toponym = Table("toponym", metadata, _Toponym)
claim = Table("claim", metadata, _Claim)
source = Table("source", metadata, _Source, sqlite_with_rowid=False)
source_edit = Table("source_edit", metadata, _SourceEdit)
claim_toponym = Table("claim_toponym", metadata, _ClaimToponym, sqlite_with_rowid=False)
claim_place = Table("claim_place", metadata, _ClaimPlace, sqlite_with_rowid=False)
removed = Table("removed", metadata, _Removed, sqlite_with_rowid=False)
geocoded = Table("geocoded", metadata, _Geocoded)
signature = Table("signature", metadata, _Signature, sqlite_with_rowid=False)
copy_band = Table("copy_band", metadata, _CopyBand, sqlite_with_rowid=False)
copy = Table("copy", metadata, _Copy, sqlite_with_rowid=False)
