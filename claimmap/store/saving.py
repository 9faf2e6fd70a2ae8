"""An Extraction -> rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from claimmap.model import DRAWN_ROLES, Claim, Extraction, Place, Toponym
from claimmap.store import tables
from claimmap.store.dialects import upsert
from claimmap.store.searching import keep_words

Row = dict[str, Any]


def save_extraction(connection: Connection, extraction: Extraction) -> bool:
    """Put the rows in, in place of the document's old ones. Out: whether anything changed."""
    document = extraction.document
    digest = blake2b(msgspec.json.encode(extraction), digest_size=16).hexdigest()
    asked = select(tables.document.c.digest).where(tables.document.c.id == document.id)
    stored = connection.scalar(asked)
    if stored == digest:
        return False
    if stored is not None:
        delete_document(connection, document.id)
    _insert(connection, tables.document, [_document_row(extraction, digest)])
    _save_places(connection, _places(_all_toponyms(extraction)))
    numbers = _save_toponyms(connection, extraction)
    _save_sources(connection, extraction)
    _save_claims(connection, extraction, numbers)
    return True


def delete_document(connection: Connection, document_id: str) -> bool:
    """Delete the document and, by the tables' own rules, all that hangs on it."""
    _note_removal(connection, document_id)
    gone = connection.execute(delete(tables.document).where(tables.document.c.id == document_id))
    return gone.rowcount > 0


def count_change(connection: Connection) -> None:
    """Give the content a new version."""
    connection.execute(update(tables.content).values(changes=tables.content.c.changes + 1))


def next_number(connection: Connection, column: ColumnElement[int]) -> int:
    """The number after the column's last; safe, for the caller holds the write lock."""
    return (connection.scalar(select(func.max(column))) or 0) + 1


def _note_removal(connection: Connection, document_id: str) -> None:
    number = tables.claim.c.number
    first, last = connection.execute(
        select(func.min(number), func.max(number)).where(tables.claim.c.document == document_id)
    ).one()
    if first is not None:
        change = select(tables.content.c.changes + 1).scalar_subquery()
        connection.execute(insert(tables.removed).values(change=change, first=first, last=last))


def _document_row(extraction: Extraction, digest: str) -> Row:
    document = extraction.document
    rest = replace(extraction, document=replace(document, text=""), toponyms=(), claims=())
    return {
        "id": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "digest": digest,
        "provenance": msgspec.json.encode(document.provenance),
        "text": document.text,
        "body": msgspec.json.encode(rest),
    }


def _all_toponyms(extraction: Extraction) -> Iterator[Toponym]:
    yield from extraction.toponyms
    for claim in extraction.claims:
        yield from claim.toponyms


def _places(toponyms: Iterable[Toponym]) -> Mapping[int, Place]:
    found: dict[int, Place] = {}
    for toponym in toponyms:
        found.update({item.place.id: item.place for item in toponym.candidates})
        if toponym.place:
            found[toponym.place.id] = toponym.place
    return found


def _save_places(connection: Connection, places: Mapping[int, Place]) -> None:
    if places:
        names = [column.name for column in tables.place.c]
        rows = [{name: getattr(place, name) for name in names} for place in places.values()]
        upsert(connection, tables.place, rows)


def _save_toponyms(connection: Connection, extraction: Extraction) -> Mapping[Toponym, int]:
    """The document's toponyms, then those that only a claim has; out: the row of each."""
    own = dict.fromkeys(extraction.toponyms)
    extra = dict.fromkeys(item for item in _all_toponyms(extraction) if item not in own)
    listed: Sequence[Toponym] = (*extraction.toponyms, *extra)
    first = next_number(connection, tables.toponym.c.number)
    rows = (
        _toponym_row(toponym, extraction.document.id)
        | {
            "number": first + index,
            "position": index if index < len(extraction.toponyms) else None,
        }
        for index, toponym in enumerate(listed)
    )
    _insert(connection, tables.toponym, rows)
    return {toponym: first + index for index, toponym in enumerate(listed)}


def _toponym_row(toponym: Toponym, document_id: str) -> Row:
    return {
        "document": document_id,
        "start": toponym.span.start,
        "end": toponym.span.end,
        "role": toponym.role,
        "place": toponym.place.id if toponym.place else None,
        "confidence": toponym.confidence,
        "precision": toponym.precision,
        "radius_km": toponym.radius_km,
        "reason": toponym.reason,
        "candidates": msgspec.json.encode(
            [(item.place.id, item.score, item.reason) for item in toponym.candidates]
        ),
        "reach": toponym.reach,
    }


def _save_sources(connection: Connection, extraction: Extraction) -> None:
    """Who answers for the claims or is cited in them, each with all names it is given there."""
    aliases: dict[tuple[str, str], dict[str, None]] = {}
    for claim in extraction.claims:
        for source in (claim.source, *claim.chain[:-1]):
            known = aliases.setdefault((source.name, source.kind), {})
            known.update(dict.fromkeys(source.aliases))
    rows = (
        {
            "document": extraction.document.id,
            "name": name,
            "kind": kind,
            "aliases": msgspec.json.encode(list(known)),
        }
        for (name, kind), known in aliases.items()
    )
    _insert(connection, tables.source, rows)


def _save_claims(
    connection: Connection, extraction: Extraction, toponyms: Mapping[Toponym, int]
) -> None:
    first = max(
        next_number(connection, tables.claim.c.number),
        next_number(connection, tables.removed.c.last),
    )
    numbered = list(enumerate(extraction.claims, start=first))
    text = extraction.document.text
    _insert(
        connection,
        tables.claim,
        (_claim_row(claim, text) | {"number": number} for number, claim in numbered),
    )
    keep_words(connection, ((number, claim.sentence.of(text)) for number, claim in numbered))
    _insert(
        connection,
        tables.claim_toponym,
        (
            {"claim": number, "position": position, "toponym": toponyms[toponym]}
            for number, claim in numbered
            for position, toponym in enumerate(claim.toponyms)
        ),
    )
    _insert(
        connection,
        tables.claim_place,
        (row | {"claim": number} for number, claim in numbered for row in _drawn_rows(claim)),
    )


def _claim_row(claim: Claim, text: str) -> Row:
    return {
        "id": claim.id,
        "document": claim.document,
        "source": claim.source.name,
        "source_kind": claim.source.kind,
        "stance": claim.stance,
        "event_first": claim.event.first,
        "event_last": claim.event.last,
        "statement_first": claim.statement.first,
        "statement_last": claim.statement.last,
        "sentence": claim.sentence.of(text),
        "body": msgspec.json.encode(replace(claim, toponyms=())),
    }


def _drawn_rows(claim: Claim) -> Iterator[Row]:
    """One row for each place and role that is drawn, that of the surest toponym."""
    surest: dict[tuple[int, str], Toponym] = {}
    for toponym in sorted(claim.toponyms, key=lambda item: item.confidence):
        if toponym.place and toponym.role in DRAWN_ROLES:
            surest[toponym.place.id, toponym.role] = toponym
    for (place, role), toponym in surest.items():
        yield {
            "place": place,
            "role": role,
            "confidence": toponym.confidence,
            "radius_km": toponym.radius_km,
        }


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    batch = list(rows)
    if batch:
        connection.execute(insert(table), batch)
