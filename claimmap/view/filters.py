"""Which claims to show: the filter applied to the columns, and its form in a link.

The browser's twin of this file is static/columns.js; both must always agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import numpy as np

from claimmap.model import GRADES, STANCES, TIME_BASES, Filter
from claimmap.view.columns import NO_DAY, Array, Columns, Flags, to_day

KEYS = ("from", "to", "basis", "source", "outlet", "place", "stance", "text", "grade")
"""The names of a filter's fields in a link, in the order they are written."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims the filter leaves: ``total == shown + hidden + undated``.

    unplaced: those of ``shown`` that have no place on the map. undated: those that pass every
    other field but have no day on the filter's basis to hold against its range. hidden: the rest.
    """

    total: int
    shown: int
    unplaced: int
    undated: int
    hidden: int


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """What a filter leaves. shown: one flag a claim, in the columns' order."""

    shown: Flags
    counts: Counts

    def claims(self) -> Array:
        """The positions of the claims shown."""
        return np.flatnonzero(self.shown)


def apply_filter(columns: Columns, wanted: Filter, matches: Flags | None = None) -> Selection:
    """The claims that pass ``wanted``.

    matches: flags the claims whose sentence holds ``wanted.text`` (the store finds them); None
    where there is no text to look for. A claim is in the range when its interval meets it; a
    claim without a day on the basis only when the range is open at both ends; an interval open at
    one end reaches without limit there.
    """
    passing = _passing(columns, wanted, matches)
    shown, undated = passing, 0
    if wanted.first or wanted.last:
        dated, met = _in_range(columns, wanted)
        shown = passing & met
        undated = int(np.count_nonzero(passing & ~dated))
    seen = int(np.count_nonzero(shown))
    unplaced = int(np.count_nonzero(shown & (columns.links == 0)))
    total = len(columns)
    return Selection(shown, Counts(total, seen, unplaced, undated, total - seen - undated))


def name_filter(wanted: Filter, names: Mapping[str, str]) -> Filter:
    """``wanted`` with its sources under the names that go over all reports (``Snapshot.names``).

    So a link that was made before two names were found to be of one source still leads to it.
    """
    if not wanted.sources:
        return wanted
    sources = {names.get(name, name) for name in wanted.sources}
    return replace(wanted, sources=tuple(sorted(sources)))


def filter_query(wanted: Filter) -> str:
    """``wanted`` as the query of a link, the same for equal filters; "" where nothing filters."""
    pairs: list[tuple[str, str]] = []
    if wanted.first:
        pairs.append(("from", wanted.first.isoformat()))
    if wanted.last:
        pairs.append(("to", wanted.last.isoformat()))
    if wanted.basis != "event":
        pairs.append(("basis", wanted.basis))
    pairs += [("source", name) for name in sorted(set(wanted.sources))]
    pairs += [("outlet", name) for name in sorted(set(wanted.outlets))]
    pairs += [("place", str(place)) for place in sorted(set(wanted.places))]
    pairs += [("stance", stance) for stance in sorted(set(wanted.stances))]
    if wanted.text.strip():
        pairs.append(("text", wanted.text.strip()))
    pairs += [("grade", grade) for grade in sorted(set(wanted.grades))]
    return urlencode(pairs, errors="replace")


def read_filter(params: Mapping[str, Any] | Iterable[tuple[str, str]]) -> Filter:
    """The filter that a link's parameters ask for; what is none (a date that is no day) is dropped.

    params: a mapping of key to value or to a list of values, or pairs with repeated keys.
    """
    values: dict[str, list[str]] = {key: [] for key in KEYS}
    for key, value in params.items() if isinstance(params, Mapping) else params:
        if key in values:
            several = [value] if isinstance(value, str) else value
            values[key] += [item for item in map(str, several) if item.strip()]
    asked = (basis for basis in TIME_BASES if basis in values["basis"][-1:])
    return Filter(
        first=_day(values["from"]),
        last=_day(values["to"]),
        basis=next(asked, "event"),
        sources=tuple(sorted(set(values["source"]))),
        outlets=tuple(sorted(set(values["outlet"]))),
        places=tuple(sorted({place for item in values["place"] for place in _number(item)})),
        stances=tuple(stance for stance in sorted(STANCES) if stance in values["stance"]),
        text=next(iter(values["text"][-1:]), "").strip(),
        grades=tuple(grade for grade in sorted(GRADES) if grade in values["grade"]),
    )


def _passing(columns: Columns, wanted: Filter, matches: Flags | None) -> Flags:
    """Whether each claim holds every field of ``wanted`` but the range."""
    holds = np.ones(len(columns), dtype=bool) if matches is None else matches.copy()
    for codes, names, named in (
        (columns.source, columns.sources, wanted.sources),
        (columns.outlet, columns.outlets, wanted.outlets),
        (columns.stance, STANCES, wanted.stances),
    ):
        if named:
            holds &= _among(names, named)[codes]
    if wanted.grades:
        holds &= _among(GRADES, wanted.grades)[columns.source_grade][columns.source]
    if wanted.places:
        placed = np.zeros(len(columns), dtype=bool)
        for place in wanted.places:
            if (code := columns.code_of(place)) is not None:
                placed[columns.claims_at(code)] = True
        holds &= placed
    return holds


def _among(names: Sequence[str], named: Sequence[str]) -> Flags:
    return np.array([name in named for name in names], dtype=bool)


def _in_range(columns: Columns, wanted: Filter) -> tuple[Flags, Flags]:
    """Whether each claim has a day on the basis, and whether its interval meets the range."""
    first, last = columns.days(wanted.basis)
    dated = (first != NO_DAY) | (last != NO_DAY)
    met = dated.copy()
    if wanted.first:
        met &= (last == NO_DAY) | (last >= to_day(wanted.first))
    if wanted.last:
        met &= first <= to_day(wanted.last)  # NO_DAY is before all days
    return dated, met


def _day(values: list[str]) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(values[-1]) if values else None
    return None


def _number(value: str) -> Iterable[int]:
    with suppress(ValueError):
        return (int(value),)
    return ()
