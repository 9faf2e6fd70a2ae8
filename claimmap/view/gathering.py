"""Rows of the store -> ``Columns``, and how columns are put together, thinned and renamed.

Nothing here looks at what it already holds: to add a report costs reading its own rows, and a copy
of the arrays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any, TypeVar

import numpy as np

from claimmap.model import ROLES, STANCES, Grade, Place
from claimmap.view.columns import DAYS, NO_DAY, Array, Columns, Flags, smallest
from claimmap.view.doubt import LIKELY
from claimmap.view.signs import NOT_GRADED

Name = TypeVar("Name", int, str)
PlacesOf = Callable[[Collection[int]], Iterable[Place]]

ROW_FIELDS = (
    "number",
    "outlet",
    "source",
    "stance",
    "published",
    "event_first",
    "event_last",
    "statement_first",
    "statement_last",
    "place",
    "role",
    "confidence",
    "radius_km",
)
"""The order of the values in a row: one for each claim, place and role, in that order.

Days count from 1970-01-01. Absent values are None; a claim without a place has one row.
"""

_STANCES = {stance: code for code, stance in enumerate(STANCES)}
_ROLES = {None: 0} | {role: code for code, role in enumerate(ROLES)}
_CLAIMS = ("number", *DAYS, "source", "outlet", "stance", "links")
_LINKS = ("link_place", "link_role", "link_radius", "link_doubt")


def read_columns(batches: Iterable[Sequence[Sequence[Any]]], places_of: PlacesOf) -> Columns:
    """The columns of rows that come some at a time, so that they are never all held as objects.

    places_of: the places of some ids.
    """
    sources, outlets = _new_codes(), _new_codes()
    parts = [_read_batch(rows, sources, outlets) for rows in batches]
    parts = parts or [_read_batch((), sources, outlets)]
    rows: dict[str, Any] = {name: _joined(part[name] for part in parts) for name in ROW_FIELDS}
    number = rows["number"].astype(np.int64)
    leads = np.ones(len(number), dtype=bool)
    leads[1:] = number[1:] != number[:-1]
    placed = ~np.isnan(rows["place"])
    claim = np.cumsum(leads)[placed] - 1
    ids = rows["place"][placed].astype(np.int64)
    known, link_place = np.unique(ids, return_inverse=True)
    by_id = {place.id: place for place in places_of(known.tolist())}
    columns = Columns(
        sources=tuple(sources),
        outlets=tuple(outlets),
        places=tuple(by_id[id_] for id_ in known.tolist()),
        number=number[leads],
        **{name: rows[name][leads] for name in (*DAYS, "source", "outlet", "stance")},
        links=np.bincount(claim, minlength=int(leads.sum())),
        link_place=link_place,
        link_role=rows["role"][placed],
        link_radius=np.rint(np.nan_to_num(rows["radius_km"][placed])).astype(np.int32),
        link_doubt=(rows["confidence"][placed] < LIKELY).astype(np.uint8),
    )
    return join_columns([columns])


def join_columns(parts: Sequence[Columns]) -> Columns:
    """All claims of the parts, in their order; of names and places just those that are in use.

    Where parts know a place differently, the last one counts. The same claims give the same
    columns, in however many parts they come.
    """
    known = {place.id: place for part in parts for place in part.places}
    sources, source = _unite((part.sources, part.source) for part in parts)
    outlets, outlet = _unite((part.outlets, part.outlet) for part in parts)
    ids, link_place = _unite(([place.id for place in one.places], one.link_place) for one in parts)
    arrays: dict[str, Any] = {
        name: _joined(getattr(part, name) for part in parts) for name in _CLAIMS + _LINKS
    }
    arrays |= {"source": source, "outlet": outlet, "link_place": link_place}
    for name in ("stance", "links", "link_role", "link_radius", "link_doubt"):
        arrays[name] = smallest(arrays[name])
    return Columns(tuple(sources), tuple(outlets), tuple(known[id_] for id_ in ids), **arrays)


def take_claims(columns: Columns, kept: Flags) -> Columns:
    """The columns of the claims that are flagged."""
    links = np.repeat(kept, columns.links)
    arrays = {name: getattr(columns, name)[kept] for name in _CLAIMS}
    return replace(columns, **arrays, **{name: getattr(columns, name)[links] for name in _LINKS})


def drop_numbers(columns: Columns, gone: Iterable[tuple[int, int]]) -> Columns:
    """The columns without the claims of some ranges of numbers, both ends inclusive."""
    kept = np.ones(len(columns), dtype=bool)
    for first, last in gone:
        start = np.searchsorted(columns.number, first)
        kept[start : np.searchsorted(columns.number, last, side="right")] = False
    return columns if kept.all() else take_claims(columns, kept)


def name_sources(
    columns: Columns, names: Mapping[str, str], grades: Mapping[str, Grade] = NOT_GRADED
) -> Columns:
    """The columns with each source under the name by which it goes over all reports.

    grades: of the sources that people have graded, by that name.
    """
    called = [names.get(name, name) for name in columns.sources]
    sources, source = _unite([(called, columns.source)])
    return replace(columns, sources=tuple(sources), source=source, grades=grades)


def _read_batch(
    rows: Sequence[Sequence[Any]], sources: Mapping[str, int], outlets: Mapping[str, int]
) -> dict[str, Array]:
    listed: Iterable[tuple[Any, ...]] = zip(*rows, strict=True) if rows else repeat(())
    values: dict[str, tuple[Any, ...]] = dict(zip(ROW_FIELDS, listed, strict=False))
    codes: dict[str, Mapping[Any, int]] = {
        "source": sources,
        "outlet": outlets,
        "stance": _STANCES,
        "role": _ROLES,
    }
    arrays = {
        name: np.fromiter(map(known.__getitem__, values[name]), np.int32, len(rows))
        for name, known in codes.items()
    }
    for name in ROW_FIELDS:
        if name not in codes:
            arrays[name] = np.array(values[name], dtype=np.float64)  # None is not a number
    for name in DAYS:
        arrays[name] = np.nan_to_num(arrays[name], nan=NO_DAY).astype(np.int32)
    return arrays


def _new_codes() -> defaultdict[str, int]:
    """A name's position in the order in which they are first asked for."""
    codes: defaultdict[str, int] = defaultdict()
    codes.default_factory = codes.__len__
    return codes


def _unite(parts: Iterable[tuple[Sequence[Name], Array]]) -> tuple[list[Name], Array]:
    """The names that are in use, each once and in order, and all codes as positions in them."""
    listed = list(parts)
    used = {
        names[code]
        for names, codes in listed
        for code in np.flatnonzero(np.bincount(codes, minlength=len(names))).tolist()
    }
    united = sorted(used)
    position = {name: code for code, name in enumerate(united)}
    tables = [np.array([position.get(name, 0) for name in names] or [0]) for names, _ in listed]
    return united, smallest(
        _joined(table[codes] for table, (_, codes) in zip(tables, listed, strict=True))
    )


def _joined(parts: Iterable[Array]) -> Array:
    return np.concatenate(list(parts))
