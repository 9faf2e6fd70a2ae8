"""The numbers that claims count something by, and who is at the root of each claim.

Read from the claims as they are stored, decoding nothing else of them: a reader asks once for all,
and from then on only for the claims that have come.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from claimmap.model import Quantity, Source
from claimmap.store.nouns import FigureRow
from claimmap.store.tables import claim


class _Link(msgspec.Struct):
    name: str
    kind: str


class _Gist(msgspec.Struct):
    verb: str = ""


class _Body(msgspec.Struct):
    """What is wanted of ``claim.body``."""

    chain: tuple[_Link, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    gist: _Gist = msgspec.field(default_factory=_Gist)


_BODY = msgspec.json.Decoder(_Body)
_ROWS_AT_ONCE = 5_000
_NOBODY = Source("", "unidentified")


def load_figures(connection: Connection, after: int) -> Iterator[FigureRow]:
    """A row for each claim numbered above ``after``, in the order of their numbers."""
    query = (
        select(claim.c.number, claim.c.document, claim.c.stance, claim.c.body)
        .where(claim.c.number > after)
        .order_by(claim.c.number)
    )
    known: dict[tuple[str, str], Source] = {}
    for row in connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(query):
        body = _BODY.decode(row.body)
        root = _NOBODY
        if body.chain:
            first = body.chain[0]
            key = (first.name, first.kind)
            root = known.get(key) or known.setdefault(key, Source(first.name, first.kind))  # type: ignore[arg-type]
        relay = body.chain[1].name if len(body.chain) > 2 else ""
        verb = "" if row.stance == "opinion" else body.gist.verb
        yield FigureRow(
            row.number, row.document, root, relay, body.quantities, len(body.chain), verb
        )
