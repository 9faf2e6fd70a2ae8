"""Which claims to show: the filter applied to the frame, and its form in a link.

The browser's twin of this file is static/columns.js; both must always agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from claimmap.model import STANCES, TIME_BASES, Filter
from claimmap.view.frames import whole_claims

KEYS = ("from", "to", "basis", "source", "outlet", "place", "stance", "text")
"""The names of a filter's fields in a link, in the order they are written."""

BASIS_COLUMNS: dict[str, tuple[str, str]] = {
    "event": ("event_first", "event_last"),
    "statement": ("statement_first", "statement_last"),
    "published": ("published", "published"),
}
"""Basis -> the frame's columns of its first and last day."""


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


def apply_filter(
    frame: pd.DataFrame, wanted: Filter, matches: frozenset[str] | None = None
) -> pd.DataFrame:
    """The rows of ``frame`` whose claims pass ``wanted``; all rows of such a claim stay.

    matches: the ids of the claims whose sentence holds ``wanted.text`` (the store finds them);
    None where there is no text to look for. A claim is in the range when its interval meets it; a
    claim without a day on the basis only when the range is open at both ends; an interval open at
    one end reaches without limit there.
    """
    return frame[_passing(frame, wanted, matches) & _in_range(frame, wanted)]


def count_claims(
    frame: pd.DataFrame,
    shown: pd.DataFrame,
    wanted: Filter,
    matches: frozenset[str] | None = None,
) -> Counts:
    """How the claims of ``frame`` fall under ``wanted``; ``shown`` is what it leaves of them."""
    total = int(frame["lead"].sum())
    leads = shown["lead"]
    seen = int(leads.sum())
    unplaced = int((leads & shown["place"].isna()).sum())
    undated = 0
    if wanted.first or wanted.last:
        dateless = frame[_dateless(frame, wanted)]
        undated = int((_passing(dateless, wanted, matches) & dateless["lead"]).sum())
    return Counts(total, seen, unplaced, undated, total - seen - undated)


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
    )


def _passing(
    frame: pd.DataFrame, wanted: Filter, matches: frozenset[str] | None
) -> pd.Series[bool]:
    """Whether each row's claim holds every field of ``wanted`` but the range."""
    holds = pd.Series(True, index=frame.index)
    for column, named in (
        ("source", wanted.sources),
        ("outlet", wanted.outlets),
        ("stance", wanted.stances),
    ):
        if named:
            holds &= frame[column].isin(named)
    if wanted.places:
        holds &= whole_claims(frame, frame["place"].isin(wanted.places).to_numpy(dtype=bool))
    if matches is not None:
        holds &= frame["claim"].isin(matches)
    return holds


def _in_range(frame: pd.DataFrame, wanted: Filter) -> pd.Series[bool]:
    if not (wanted.first or wanted.last):
        return pd.Series(True, index=frame.index)
    first, last = (frame[column] for column in BASIS_COLUMNS[wanted.basis])
    holds = ~_dateless(frame, wanted)
    if wanted.first:
        holds &= last.isna() | (last >= pd.Timestamp(wanted.first))
    if wanted.last:
        holds &= first.isna() | (first <= pd.Timestamp(wanted.last))
    return holds


def _dateless(frame: pd.DataFrame, wanted: Filter) -> pd.Series[bool]:
    first, last = (frame[column] for column in BASIS_COLUMNS[wanted.basis])
    return first.isna() & last.isna()


def _day(values: list[str]) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(values[-1]) if values else None
    return None


def _number(value: str) -> Iterable[int]:
    with suppress(ValueError):
        return (int(value),)
    return ()
