"""Which claims a page of a list or a table holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from claimmap.model import ROLES, STANCES, Role
from claimmap.view.columns import NO_DAY, Array, Columns, Flags, sort_order

Order = Literal[
    "event_first", "statement_first", "published", "source", "stance", "place", "outlet"
]
ORDERS: tuple[Order, ...] = get_args(Order)
"""What the rows of the table can be sorted by."""


@dataclass(frozen=True, slots=True, eq=False)
class TableRows:
    """Rows of a table, one for each claim and link: claim's position, link's or -1 for none."""

    claim: Array
    link: Array

    def __len__(self) -> int:
        return len(self.claim)

    def page(self, start: int, size: int) -> TableRows:
        """``size`` rows from ``start``."""
        return TableRows(self.claim[start : start + size], self.link[start : start + size])


def place_totals(columns: Columns, shown: Flags) -> Array:
    """How many of the claims shown each place has, a claim once whatever its roles."""
    links = columns.link_place[columns.link_leads & shown[columns.link_claim]]
    return np.bincount(links, minlength=len(columns.places))


def table_rows(columns: Columns, shown: Flags) -> TableRows:
    """A row for each claim and place of it, one for a claim without a place."""
    claims = np.flatnonzero(shown).astype(np.int32)
    links = columns.links[claims]
    times = np.maximum(links, 1)
    claim = np.repeat(claims, times)
    # A claim's links stand one after the other: its first one, counted on from its first row.
    before = np.cumsum(times, dtype=np.int32) - times
    link = np.repeat(columns.link_start[claims].astype(np.int32) - before, times)
    link += np.arange(len(claim), dtype=np.int32)
    link[np.repeat(links == 0, times)] = -1
    return TableRows(claim, link)


def sorted_rows(columns: Columns, rows: TableRows, by: Order, *, ascending: bool) -> TableRows:
    """The rows in that order, empty values last; equal ones keep their order."""
    keys, empty = _keys(columns, rows, by)
    order = sort_order(keys if ascending else -keys, empty)
    return TableRows(rows.claim[order], rows.link[order])


def row_keys(columns: Columns, rows: TableRows) -> Iterator[tuple[int, int | None, Role | None]]:
    """Of each row the claim's position, and the place's id and its role (None for none)."""
    for claim, link in zip(rows.claim.tolist(), rows.link.tolist(), strict=True):
        if link < 0:
            yield claim, None, None
        else:
            place = columns.places[columns.link_place[link]]
            yield claim, place.id, ROLES[columns.link_role[link]]


def _keys(columns: Columns, rows: TableRows, by: Order) -> tuple[Array, Flags]:
    """A number for each row to sort by, and which rows are empty there."""
    if by == "place":
        empty = rows.link < 0
        ranks = _ranks([place.name for place in columns.places] or [""])
        return ranks[_taken(columns.link_place, np.where(empty, 0, rows.link))], empty
    if by in ("event_first", "statement_first", "published"):
        days = getattr(columns, by)[rows.claim]
        return days.astype(np.int64), days == NO_DAY
    names: dict[Order, Sequence[str]] = {
        "source": columns.sources,
        "outlet": columns.outlets,
        "stance": STANCES,
    }
    ranks = _ranks(names[by] or [""])
    return ranks[getattr(columns, by)[rows.claim]], np.zeros(len(rows), dtype=bool)


def _ranks(names: Sequence[str]) -> Array:
    """The place of each name in their alphabetical order, equal names alike."""
    position = {name: rank for rank, name in enumerate(sorted(set(names)))}
    return np.array([position[name] for name in names], dtype=np.int64)


def _taken(values: Array, positions: Array) -> Array:
    return values[positions] if len(values) else np.zeros(len(positions), dtype=np.int64)
