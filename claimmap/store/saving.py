"""Extractions -> rows of the tables, of many documents at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import count

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from claimmap.model import Extraction, Toponym
from claimmap.store import tables
from claimmap.store.copies import forget_copies, link_again, link_copies
from claimmap.store.dialects import among, upsert
from claimmap.store.searching import keep_words
from claimmap.store.shaping import (
    Row,
    all_toponyms,
    claim_row,
    document_row,
    drawn_rows,
    place_rows,
    source_rows,
    toponym_row,
)

_LIMIT_EXCEEDED = "54"  # https://www.postgresql.org/docs/current/errcodes-appendix.html


def save_extractions(
    connection: Connection, extractions: Sequence[Extraction]
) -> list[bool | Exception]:
    """Put documents in, each in place of its old rows, as if they were saved one after the other.

    Out, for each: whether that changed anything; or why it cannot be kept, nothing of it being
    kept then. Any other trouble is raised.
    """
    try:
        with connection.begin_nested():
            return [*_save_together(connection, extractions)]
    except (DBAPIError, UnicodeError, OverflowError) as error:
        if not _is_about_rows(error):
            raise
        if len(extractions) == 1:
            return [error]
    # One of them cannot be kept. The savepoint has undone all, and halving finds it in a few goes.
    half = len(extractions) // 2
    return [
        *save_extractions(connection, extractions[:half]),
        *save_extractions(connection, extractions[half:]),
    ]


def delete_documents(connection: Connection, ids: Collection[str]) -> int:
    """Delete documents and, by the tables' own rules, all that hangs on them. Out: how many."""
    _note_removal(connection, ids)
    alike = forget_copies(connection, ids)
    gone = connection.execute(delete(tables.document).where(among(tables.document.c.id, ids)))
    link_again(connection, alike)
    return gone.rowcount


def count_change(connection: Connection) -> None:
    """Give the content a new version."""
    connection.execute(update(tables.content).values(changes=tables.content.c.changes + 1))


def next_number(connection: Connection, column: ColumnElement[int]) -> int:
    """The number after the column's last; safe, for the caller holds the write lock."""
    return (connection.scalar(select(func.max(column))) or 0) + 1


def _is_about_rows(error: Exception) -> bool:
    """Whether it is what was to be written that is wrong, and not the database."""
    if isinstance(error, DBAPIError) and not isinstance(error, (IntegrityError, DataError)):
        return str(getattr(error.orig, "sqlstate", "")).startswith(_LIMIT_EXCEEDED)
    return True


def _save_together(connection: Connection, extractions: Sequence[Extraction]) -> list[bool]:
    ids = [extraction.document.id for extraction in extractions]
    digests = [_digest(extraction) for extraction in extractions]
    stored = _stored_digests(connection, ids)
    now, changed = dict(stored), []
    for id_, digest in zip(ids, digests, strict=True):
        changed.append(now.get(id_) != digest)
        now[id_] = digest
    latest = {id_: index for index, id_ in enumerate(ids)}
    new = [i for i in sorted(latest.values()) if digests[i] != stored.get(ids[i])]
    if new:
        delete_documents(connection, [ids[i] for i in new if ids[i] in stored])
        rows = (document_row(extractions[i], digests[i]) for i in new)
        _insert(connection, tables.document, rows)
        _save_findings(connection, [extractions[i] for i in new])
        written = [extractions[i].document for i in new]
        link_copies(connection, {one.id: one.text for one in written if one.whole})
    return changed


def _digest(extraction: Extraction) -> str:
    return blake2b(msgspec.json.encode(extraction), digest_size=16).hexdigest()


def _stored_digests(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    asked = select(tables.document.c.id, tables.document.c.digest)
    found = connection.execute(asked.where(among(tables.document.c.id, ids)))
    return {row.id: row.digest for row in found}


def _note_removal(connection: Connection, ids: Collection[str]) -> None:
    """Note the numbers of the documents' claims, so that readers learn that these are gone."""
    number = tables.claim.c.number
    ranges = connection.execute(
        select(func.min(number).label("first"), func.max(number).label("last"))
        .where(among(tables.claim.c.document, ids))
        .group_by(tables.claim.c.document)
    ).all()
    if ranges:
        change = select(tables.content.c.changes + 1).scalar_subquery()
        noted = [{"first": one.first, "last": one.last} for one in ranges]
        connection.execute(insert(tables.removed).values(change=change), noted)


def _save_findings(connection: Connection, extractions: Sequence[Extraction]) -> None:
    """Put in what was found in documents that are there by now, and had nothing."""
    listed = [(extraction, all_toponyms(extraction)) for extraction in extractions]
    places = place_rows(toponym for _, toponyms in listed for toponym in toponyms)
    if places:
        upsert(connection, tables.place, places)
    numbers = _save_toponyms(connection, listed)
    _insert(connection, tables.source, (row for one in extractions for row in source_rows(one)))
    _save_claims(connection, extractions, numbers)


def _save_toponyms(
    connection: Connection, listed: Sequence[tuple[Extraction, Sequence[Toponym]]]
) -> list[Mapping[Toponym, int]]:
    """Out: the row of each, for each document."""
    free = count(next_number(connection, tables.toponym.c.number))
    rows: list[Row] = []
    given: list[Mapping[Toponym, int]] = []
    for extraction, toponyms in listed:
        numbered = [(one, next(free)) for one in toponyms]
        given.append(dict(numbered))
        own = len(extraction.toponyms)
        rows += (
            toponym_row(one, extraction.document.id, number, index if index < own else None)
            for index, (one, number) in enumerate(numbered)
        )
    _insert(connection, tables.toponym, rows)
    return given


def _save_claims(
    connection: Connection,
    extractions: Sequence[Extraction],
    toponyms: Sequence[Mapping[Toponym, int]],
) -> None:
    free = count(
        max(
            next_number(connection, tables.claim.c.number),
            next_number(connection, tables.removed.c.last),
        )
    )
    numbered = [
        (next(free), claim, extraction.document.text, numbers)
        for extraction, numbers in zip(extractions, toponyms, strict=True)
        for claim in extraction.claims
    ]
    _insert(connection, tables.claim, (claim_row(claim, n, text) for n, claim, text, _ in numbered))
    keep_words(connection, ((n, claim.sentence.of(text)) for n, claim, text, _ in numbered))
    _insert(
        connection,
        tables.claim_toponym,
        (
            {"claim": n, "position": position, "toponym": numbers[toponym]}
            for n, claim, _, numbers in numbered
            for position, toponym in enumerate(claim.toponyms)
        ),
    )
    _insert(
        connection,
        tables.claim_place,
        (row for n, claim, _, _ in numbered for row in drawn_rows(claim, n)),
    )


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    batch = list(rows)
    if batch:
        connection.execute(insert(table), batch)
