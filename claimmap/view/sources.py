"""The sources under a filter: how much each says, how it is known, and where and when.

Counted over the columns, so that a page of sources costs little at any number of claims.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, TypedDict, get_args

import numpy as np

from claimmap.model import STANCES, Grade, SourceKind, Stance
from claimmap.relate.directory import Directory
from claimmap.view.columns import NO_DAY, Array, Columns, Flags, to_date
from claimmap.view.dates import iso_day, show_days
from claimmap.view.series import Figures, told_days

SourceOrder = Literal["claims", "name", "latest"]
ORDERS: tuple[SourceOrder, ...] = get_args(SourceOrder)

_HEARD = 3  # own words, first-hand, relayed


class CountRow(TypedDict):
    """A name and how many claims (or reports) have to do with it."""

    name: str
    times: int


class PlaceCount(CountRow):
    """The same of a place. id: its own."""

    id: int


class SourceRow(TypedDict):
    """A source under a filter.

    name: over all reports; names: all that reports use for it, with how many reports do. grade,
    note: what people have said of it. claims: how many it answers for; witnesses: how many
    independent sources are behind them. own_words, first_hand, relayed: how these claims came to
    the outlet, which sum to claims. first, last: ISO days on which it was heard; when: in words.
    outlets, places: how many.
    """

    name: str
    kind: SourceKind
    grade: Grade
    note: str
    names: list[CountRow]
    claims: int
    witnesses: int
    own_words: int
    first_hand: int
    relayed: int
    stances: dict[Stance, int]
    first: str | None
    last: str | None
    when: str
    outlets: int
    places: int


def list_sources(
    columns: Columns,
    directory: Directory,
    shown: Flags,
    asked: str = "",
    by: SourceOrder = "claims",
) -> Array:
    """The sources that answer for a claim shown: positions in ``columns.sources``, in order.

    asked: words that one of a source's names holds, whatever their case.
    """
    totals = np.bincount(columns.source[shown], minlength=len(columns.sources))
    codes = np.flatnonzero(totals)
    words = asked.casefold().split()
    if words:
        holds = (directory.holds(columns.sources[code], words) for code in codes.tolist())
        codes = codes[np.fromiter(holds, bool, len(codes))]
    if by == "name":
        return np.array(sorted(codes.tolist(), key=lambda code: columns.sources[code].casefold()))
    if by == "latest":
        days = np.full(len(columns.sources), NO_DAY, dtype=np.int64)
        np.maximum.at(days, columns.source[shown], told_days(columns)[shown])
        return codes[np.lexsort((-totals[codes], -days[codes]))]
    return codes[np.argsort(-totals[codes], kind="stable")]


def source_rows(
    figures: Figures, directory: Directory, shown: Flags, codes: Sequence[int]
) -> list[SourceRow]:
    """What the claims shown tell of some sources, in the order given; codes: see above."""
    columns = figures.columns
    wanted = np.full(len(columns.sources), -1, dtype=np.int64)
    wanted[list(codes)] = np.arange(len(codes))
    claims = np.flatnonzero(shown & (wanted[columns.source] >= 0))
    at = wanted[columns.source[claims]]
    counts = {
        "stance": _crossed(at, columns.stance[claims], len(codes), len(STANCES)),
        "heard": _crossed(at, figures.steps[claims].clip(1, 3) - 1, len(codes), _HEARD),
    }
    links = np.flatnonzero((shown & (wanted[columns.source] >= 0))[columns.link_claim])
    several = {
        "witnesses": _several(at, figures.root[claims], len(codes)),
        "outlets": _several(at, columns.outlet[claims], len(codes)),
        "places": _several(
            wanted[columns.source[columns.link_claim[links]]], columns.link_place[links], len(codes)
        ),
    }
    days = _ends(at, told_days(columns)[claims], len(codes))
    return [
        _row(columns.sources[code], directory, counts, several, days[nth], nth)
        for nth, code in enumerate(codes)
    ]


def outlets_of(columns: Columns, claims: Array, most: int | None = None) -> list[CountRow]:
    """The outlets that carry these claims, the one with most first."""
    found = _most(columns.outlet[claims], most)
    return [{"name": columns.outlets[code], "times": times} for code, times in found]


def places_of(columns: Columns, claims: Array, most: int | None = None) -> list[PlaceCount]:
    """The places that these claims are drawn at, the one with most first."""
    flags = np.zeros(len(columns), dtype=bool)
    flags[claims] = True
    codes = columns.link_place[columns.link_leads & flags[columns.link_claim]]
    return [
        {"name": columns.places[code].name, "times": times, "id": columns.places[code].id}
        for code, times in _most(codes, most)
    ]


def code_of(columns: Columns, name: str) -> int | None:
    """The position of a source's name, None where no claim has it."""
    at = bisect_left(columns.sources, name)
    return at if columns.sources[at : at + 1] == (name,) else None


def _row(
    name: str,
    directory: Directory,
    counts: dict[str, Array],
    several: dict[str, Array],
    ends: tuple[date | None, date | None],
    nth: int,
) -> SourceRow:
    stances, heard = (counts[key][nth].tolist() for key in ("stance", "heard"))
    first, last = ends
    return {
        "name": name,
        "kind": directory.kinds.get(name, "unidentified"),
        "grade": directory.grades.get(name, "ungraded"),
        "note": directory.notes.get(name, ""),
        "names": [
            {"name": alias, "times": times}
            for alias, times in directory.aliases.get(name, {}).items()
        ],
        "claims": sum(heard),
        "witnesses": int(several["witnesses"][nth]),
        "own_words": heard[0],
        "first_hand": heard[1],
        "relayed": heard[2],
        "stances": dict(zip(STANCES, stances, strict=True)),
        "first": iso_day(first),
        "last": iso_day(last),
        "when": show_days(first, last) if first else "",
        "outlets": int(several["outlets"][nth]),
        "places": int(several["places"][nth]),
    }


def _ends(at: Array, days: Array, rows: int) -> list[tuple[date | None, date | None]]:
    """The first and last day in each row."""
    known = days != NO_DAY
    last = np.full(rows, NO_DAY, dtype=np.int64)
    first = -last
    np.maximum.at(last, at[known], days[known])
    np.minimum.at(first, at[known], days[known])
    first[last == NO_DAY] = NO_DAY
    pairs = zip(first.tolist(), last.tolist(), strict=True)
    return [(to_date(one), to_date(other)) for one, other in pairs]


def _crossed(at: Array, codes: Array, rows: int, width: int) -> Array:
    """How often each code stands in each row."""
    cells = at * width + codes.astype(np.int64)
    return np.bincount(cells, minlength=rows * width).reshape(rows, width)


def _several(at: Array, codes: Array, rows: int) -> Array:
    """How many different codes stand in each row."""
    width = int(codes.max(initial=0)) + 1
    pairs = np.unique(at * width + codes.astype(np.int64))
    return np.bincount(pairs // width, minlength=rows)


def _most(codes: Array, most: int | None) -> Iterator[tuple[int, int]]:
    """The codes and how often each stands there, the most frequent first."""
    counts = np.bincount(codes) if len(codes) else np.zeros(0, dtype=np.int64)
    for code in np.argsort(-counts, kind="stable")[:most].tolist():
        if counts[code]:
            yield code, int(counts[code])
