"""All rows of a store: into a file, out of it, and a name for them by which damage shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from claimmap.store import tables
from claimmap.store.searching import keep_words

_ROWS_AT_ONCE = 500
_PACK = msgspec.msgpack.Encoder()


def copy_rows(source: Connection, target: Connection) -> None:
    """Put all rows of one database into another, in place of those there; of the same migration."""
    ordered = tables.metadata.sorted_tables
    for table in reversed(ordered):
        target.execute(delete(table))
    for table in ordered:
        found = source.execution_options(yield_per=_ROWS_AT_ONCE).execute(select(table))
        for some in found.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in some])
            if table is tables.claim:
                keep_words(target, [(row["number"], row["sentence"]) for row in some])


def digest_rows(connection: sqlite3.Connection, leaving_out: str) -> str:
    """A digest of the schema and of every row of every table but one, the word index included."""
    digest = blake2b(digest_size=16)
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name != ? ORDER BY type, name",
        (leaving_out,),
    ).fetchall()
    _feed(digest, schema)
    for kind, name, *_ in schema:
        # The word index's own tables have its bytes: of the index itself the rows are the claims'.
        if kind == "table" and name != "claim_words" and not name.startswith("sqlite_"):
            key = connection.execute(
                "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (name,)
            )
            order = ", ".join(_quote(column) for (column,) in key) or "rowid"
            # The names are the schema's own, and quoted.
            rows = connection.execute(f"SELECT * FROM {_quote(name)} ORDER BY {order}")  # noqa: S608
            _feed(digest, rows)
    return digest.hexdigest()


def _feed(digest: blake2b, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        digest.update(_PACK.encode(row))


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
