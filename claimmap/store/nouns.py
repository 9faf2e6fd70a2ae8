"""What the store hands out beside the nouns of the model, and its error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from claimmap.model import (
    Claim,
    ClaimMapError,
    Provenance,
    Quantity,
    Role,
    Source,
    SourceEdit,
    Stance,
)

DEFAULT_URL = "sqlite:///" + quote(str(Path(__file__).resolve().parents[2] / "data/claimmap.db"))
"""Where the database lies when nobody names another place: in data/, beside the code."""


class StoreError(ClaimMapError):
    """The database cannot be opened, read or written. Its text says what to do."""


class Missing(Enum):
    """What the store says of a question that no geocoding service was ever asked."""

    MISSING = "missing"


MISSING = Missing.MISSING


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text. claims: how many it holds."""

    id: str
    outlet: str
    title: str
    url: str
    published: date | None
    provenance: tuple[Provenance, ...]
    claims: int


class StoredClaim(NamedTuple):
    """A claim with what shows it: its document and the text of its sentence.

    sentence: ``claim.sentence.of(text)``. A span of the claim counts in the document's text, so
    subtract ``claim.sentence.start`` before cutting it out of here; a content may reach further
    than the sentence.
    """

    claim: Claim
    document: DocumentRow
    sentence: str


class ClaimRow(NamedTuple):
    """One claim at one drawn place in one role: what is filtered and counted by.

    A claim with two places has two rows, one after the other; a claim without any has one, its
    place fields all None. number: the claim's in this store, never given twice. source: the name of
    who answers for the claim. The dates are first and last possible days, counted from 1970-01-01;
    None where open or unknown. confidence: of the surest toponym that puts the claim there;
    radius_km: its.
    """

    number: int
    outlet: str
    source: str
    stance: Stance
    published: int | None
    event_first: int | None
    event_last: int | None
    statement_first: int | None
    statement_last: int | None
    place: int | None
    role: Role | None
    confidence: float | None
    radius_km: float | None


class FigureRow(NamedTuple):
    """A claim's numbers, and the root of its chain, of which name and kind are told.

    relay: the name of the chain's second link, "" where that is the outlet. steps: how many links
    the chain has. verb: of its gist, "" where it has none or is an opinion.
    """

    number: int
    document: str
    root: Source
    relay: str
    quantities: tuple[Quantity, ...]
    steps: int = 0
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document of much the same words as another one, for which it is told.

    share: how much of the words of the one for which it is told stands in this one, from 0 to 1;
    reverse: how much of this one's stands in that.
    """

    document: str
    title: str
    outlet: str
    share: float
    reverse: float


class CopyLink(NamedTuple):
    """Two documents of much the same words, told for one; the other's link tells the reverse.

    own: numbers of those of the document's claims that the other's text lacks.
    """

    document: str
    outlet: str
    published: date | None
    of: str
    own: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What has come and gone since a reader last read, all of one state of the store.

    version: of that state. anew: whether the reader has to forget all that it holds (it is another
    database than it was). removed: first and last number of claims that are gone. rows: those of
    the claims that have come, in the order of their numbers, some thousands at a time. edits: the
    whole history of what people have said of sources. copies: all links between documents of much
    the same words.
    """

    version: str
    anew: bool
    removed: tuple[tuple[int, int], ...]
    rows: Iterator[Sequence[ClaimRow]]
    edits: tuple[SourceEdit, ...] = ()
    copies: tuple[CopyLink, ...] = ()
