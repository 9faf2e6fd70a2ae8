"""Rows of the tables -> nouns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import replace
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Select, bindparam, func, select

from claimmap.model import (
    Candidate,
    Claim,
    Document,
    Extraction,
    Place,
    Provenance,
    Source,
    Span,
    Toponym,
)
from claimmap.store.dialects import among, by_code, days
from claimmap.store.nouns import ClaimRow, DocumentRow, StoredClaim
from claimmap.store.tables import (
    claim,
    claim_place,
    claim_toponym,
    document,
    place,
    source,
    toponym,
)

_PROVENANCE = msgspec.json.Decoder(tuple[Provenance, ...])
_CANDIDATES = msgspec.json.Decoder(tuple[tuple[int, float, str], ...])
_ALIASES = msgspec.json.Decoder(tuple[str, ...])
_CLAIM = msgspec.json.Decoder(Claim)
_EXTRACTION = msgspec.json.Decoder(Extraction)
_ROWS_AT_ONCE = 20_000

# Made once, for an import asks it for each report that it is given.
_DOCUMENT = select(
    document.c.body,
    document.c.text,
    select(func.count())
    .where(claim.c.document == bindparam("asked"))
    .scalar_subquery()
    .label("claims"),
).where(document.c.id == bindparam("asked"))

CLAIM_ROWS = (
    select(
        claim.c.number,
        document.c.outlet,
        claim.c.source,
        claim.c.stance,
        days(document.c.published),
        days(claim.c.event_first),
        days(claim.c.event_last),
        days(claim.c.statement_first),
        days(claim.c.statement_last),
        claim_place.c.place,
        claim_place.c.role,
        claim_place.c.confidence,
        claim_place.c.radius_km,
    )
    .select_from(claim)
    .join(document, document.c.id == claim.c.document)
    .outerjoin(claim_place, claim_place.c.claim == claim.c.number)
    .order_by(claim.c.number, claim_place.c.place, claim_place.c.role)
)
"""The fields of ``ClaimRow`` in order."""


def load_rows(connection: Connection, after: int) -> Generator[Sequence[ClaimRow], None, None]:
    """The rows of the claims numbered above ``after``, some thousands at a time."""
    streaming = connection.execution_options(yield_per=_ROWS_AT_ONCE)
    with streaming.execute(CLAIM_ROWS.where(claim.c.number > after)) as result:
        yield from cast(Iterator[Sequence[ClaimRow]], result.partitions())


def load_documents(
    connection: Connection,
    ids: Collection[str] | None = None,
    start: int = 0,
    most: int | None = None,
) -> list[DocumentRow]:
    """The documents of these ids (None: all), the latest published first, the undated last.

    Of that list, ``most`` (None: all) from ``start``.
    """
    counted = select(func.count()).where(claim.c.document == document.c.id).scalar_subquery()
    query = select(
        document.c.id,
        document.c.outlet,
        document.c.title,
        document.c.url,
        document.c.published,
        document.c.provenance,
        counted.label("claims"),
    ).order_by(
        document.c.published.desc().nulls_last(), by_code(document.c.title), by_code(document.c.id)
    )
    if ids is not None:
        query = query.where(among(document.c.id, ids))
    query = query.offset(start).limit(most)
    return [
        DocumentRow(**{**row, "provenance": _PROVENANCE.decode(row["provenance"])})
        for row in connection.execute(query).mappings()
    ]


def load_claims(connection: Connection, numbers: Sequence[int]) -> dict[int, StoredClaim]:
    """The claims of these numbers that there are, in the order of ``numbers``."""
    rows = connection.execute(
        select(claim.c.number, claim.c.document, claim.c.sentence, claim.c.body).where(
            among(claim.c.number, numbers)
        )
    ).all()
    documents = load_documents(connection, {row.document for row in rows})
    by_document = {item.id: item for item in documents}
    toponyms = _claims_toponyms(connection, [row.number for row in rows])
    found = {
        row.number: StoredClaim(
            _claim(row.body, toponyms[row.number]), by_document[row.document], row.sentence
        )
        for row in rows
    }
    return {number: found[number] for number in numbers if number in found}


def load_document(connection: Connection, document_id: str) -> tuple[Document, int] | None:
    """One document and how many claims it has; None where there is no such document."""
    stored = connection.execute(_DOCUMENT, {"asked": document_id}).one_or_none()
    if stored is None:
        return None
    found = _EXTRACTION.decode(stored.body).document
    return replace(found, text=stored.text), stored.claims


def load_extraction(connection: Connection, document_id: str) -> Extraction | None:
    """Everything of one document as it was saved; None where there is no such document."""
    stored = connection.execute(select(document).where(document.c.id == document_id)).one_or_none()
    if stored is None:
        return None
    extraction = _EXTRACTION.decode(stored.body)
    own = select(toponym).where(toponym.c.document == document_id, toponym.c.position.is_not(None))
    claims = connection.execute(
        select(claim.c.number, claim.c.body)
        .where(claim.c.document == document_id)
        .order_by(claim.c.number)
    ).all()
    toponyms = _claims_toponyms(connection, [row.number for row in claims])
    return replace(
        extraction,
        document=replace(extraction.document, text=stored.text),
        toponyms=tuple(_toponyms(connection, own.order_by(toponym.c.position)).values()),
        claims=tuple(_claim(row.body, toponyms[row.number]) for row in claims),
    )


def load_sources(connection: Connection, after: int = 0) -> Counter[Source]:
    """Who answers for claims numbered above ``after``, or is cited: in how many documents.

    A source counts as another one wherever it is given other names.
    """
    named = (source.c.name, source.c.kind, source.c.aliases)
    query = select(*named, func.count().label("times")).group_by(*named)
    if after:
        late = select(claim.c.document).where(claim.c.number > after).distinct()
        query = query.where(source.c.document.in_(late))
    return Counter(
        {
            Source(row.name, row.kind, aliases=_ALIASES.decode(row.aliases)): row.times
            for row in connection.execute(query)
        }
    )


def load_places(connection: Connection, ids: Collection[int] | None = None) -> list[Place]:
    """The places of these ids (None: those that claims are drawn at), by name."""
    drawn = place.c.id.in_(select(claim_place.c.place).distinct())
    wanted = drawn if ids is None else among(place.c.id, ids)
    query = select(place).where(wanted).order_by(by_code(place.c.name), place.c.id)
    return [Place(**row) for row in connection.execute(query).mappings()]


def _claim(body: bytes, toponyms: Sequence[Toponym]) -> Claim:
    return replace(_CLAIM.decode(body), toponyms=tuple(toponyms))


def _claims_toponyms(
    connection: Connection, claims: Sequence[int]
) -> defaultdict[int, list[Toponym]]:
    """For each claim's number its toponyms, in order."""
    pairs = connection.execute(
        select(claim_toponym.c.claim, claim_toponym.c.toponym)
        .where(among(claim_toponym.c.claim, claims))
        .order_by(claim_toponym.c.claim, claim_toponym.c.position)
    ).all()
    wanted = {pair.toponym for pair in pairs}
    by_number = _toponyms(connection, select(toponym).where(among(toponym.c.number, wanted)))
    found: defaultdict[int, list[Toponym]] = defaultdict(list)
    for pair in pairs:
        found[pair.claim].append(by_number[pair.toponym])
    return found


def _toponyms(connection: Connection, query: Select[Any]) -> dict[int, Toponym]:
    """The toponyms that a query on their table finds, by number, in its order."""
    rows = [(row, _CANDIDATES.decode(row.candidates)) for row in connection.execute(query)]
    chosen = {row.place for row, _ in rows if row.place is not None}
    places = _places(connection, chosen.union(*({one[0] for one in many} for _, many in rows)))
    return {
        row.number: Toponym(
            span=Span(row.start, row.end),
            role=row.role,
            candidates=tuple(Candidate(places[one], score, why) for one, score, why in candidates),
            place=None if row.place is None else places[row.place],
            confidence=row.confidence,
            reason=row.reason,
            precision=row.precision,
            radius_km=row.radius_km,
            reach=row.reach,
        )
        for row, candidates in rows
    }


def _places(connection: Connection, ids: Collection[int]) -> dict[int, Place]:
    query = select(place).where(among(place.c.id, ids))
    return {row["id"]: Place(**row) for row in connection.execute(query).mappings()}
