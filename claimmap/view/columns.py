"""The claims as a few arrays of whole numbers: what is filtered, counted, listed and drawn by.

The browser has the same arrays and filters by itself. They go there once, in this form, which
static/columns.js reads:

    4 bytes    length of the header, little-endian
    header     JSON: the lists of names, the days' origin, the graded sources as pairs of source
               and grade, and for each array its element type, offset and length; padded with
               spaces to a multiple of 8
    arrays     little-endian, each padded to a multiple of 8

Array of claims (one element a claim): first and last day of each basis, source, outlet, stance,
links (how many places it has). Arrays of links (claim after claim): link_place, link_role,
link_radius in km, link_doubt (1 where the place is doubtful, see doubt.py). Arrays of places:
place_id, place_kind, place_latitude, place_longitude. Days count from ``origin``, 1 being the
origin itself and 0 no day. Every integer array takes the smallest type that holds it, so neither
places nor sources have a limit of their own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from claimmap.model import GRADES, PLACE_KINDS, ROLES, STANCES, Grade, Place, TimeBasis

Array = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]

NO_DAY = int(np.iinfo(np.int32).min)
"""Stands in an array of days where a day is open or unknown."""

BASES: dict[TimeBasis, tuple[str, str]] = {
    "event": ("event_first", "event_last"),
    "statement": ("statement_first", "statement_last"),
    "published": ("published", "published"),
}
"""Basis -> the arrays of its first and last day."""
DAYS = tuple(dict.fromkeys(name for pair in BASES.values() for name in pair))

_WIDTHS = (np.uint8, np.uint16, np.uint32)


@dataclass(frozen=True, eq=False)
class Columns:
    """Claims in the order of their numbers; a claim is spoken of by its position here.

    number: the store's. Days count from 1970-01-01, NO_DAY where there is none. source, outlet,
    link_place: positions in sources, outlets, places; stance, link_role: in STANCES, ROLES. links:
    how many places a claim has; the arrays of links stand claim after claim, a claim's by place.
    grades: of the sources that people have graded, by name.
    """

    sources: tuple[str, ...]
    outlets: tuple[str, ...]
    places: tuple[Place, ...]
    number: Array
    event_first: Array
    event_last: Array
    statement_first: Array
    statement_last: Array
    published: Array
    source: Array
    outlet: Array
    stance: Array
    links: Array
    link_place: Array
    link_role: Array
    link_radius: Array
    link_doubt: Array
    grades: Mapping[str, Grade] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.number)

    def days(self, basis: TimeBasis) -> tuple[Array, Array]:
        """The first and last days of all claims on a basis."""
        first, last = BASES[basis]
        return getattr(self, first), getattr(self, last)

    @cached_property
    def source_grade(self) -> Array:
        """The grade of each of ``sources``: a position in GRADES."""
        codes = {grade: code for code, grade in enumerate(GRADES)}
        given = (codes[self.grades.get(name, "ungraded")] for name in self.sources)
        return np.fromiter(given, np.uint8, len(self.sources))

    @cached_property
    def link_claim(self) -> Array:
        """The claim of each link."""
        return np.repeat(np.arange(len(self), dtype=np.uint32), self.links)

    @cached_property
    def link_start(self) -> Array:
        """The first link of each claim."""
        return (np.cumsum(self.links, dtype=np.int64) - self.links).astype(np.uint32)

    @cached_property
    def link_leads(self) -> Flags:
        """Whether a link is the first between its claim and place, whatever its role."""
        leads = np.ones(len(self.link_place), dtype=bool)
        same_claim = self.link_claim[1:] == self.link_claim[:-1]
        leads[1:] = ~same_claim | (self.link_place[1:] != self.link_place[:-1])
        return leads

    @cached_property
    def by_place(self) -> tuple[Array, Array]:
        """The leading links place after place, and where each place's begin (one more at last)."""
        links = np.flatnonzero(self.link_leads).astype(np.uint32)
        order = links[np.argsort(self.link_place[links], kind="stable")]
        counts = np.bincount(self.link_place[links], minlength=len(self.places))
        return order, np.concatenate(([0], np.cumsum(counts)))

    @cached_property
    def _place_codes(self) -> dict[int, int]:
        return {place.id: code for code, place in enumerate(self.places)}

    def code_of(self, place: int) -> int | None:
        """The position in ``places`` of a place's id; None where no claim has it."""
        return self._place_codes.get(place)

    def claims_at(self, code: int) -> Array:
        """The claims that have this place among theirs, in order."""
        links, starts = self.by_place
        return self.link_claim[links[starts[code] : starts[code + 1]]]


def smallest(values: Array) -> Array:
    """The same whole numbers, none below zero, in the smallest type that holds them."""
    top = int(values.max(initial=0))
    return values.astype(next(width for width in _WIDTHS if top <= np.iinfo(width).max))


def sort_order(keys: Array, empty: Flags) -> Array:
    """The positions that sort whole numbers upwards, the empty last; equal ones keep theirs."""
    full = keys[~empty].astype(np.int64)
    lowest = int(full.min(initial=np.iinfo(np.int64).max))
    ranks = np.full(len(keys), int(full.max(initial=lowest)) - lowest + 1)
    ranks[~empty] = full - lowest
    # As narrow as they may be: numpy sorts 16 bits ten times faster than 64.
    return np.argsort(smallest(ranks), kind="stable")


def pack_columns(columns: Columns) -> bytes:
    """The bytes described at the top of this file."""
    origin = first_day(columns)
    places = columns.places
    kinds = {kind: code for code, kind in enumerate(PLACE_KINDS)}
    arrays = {name: smallest(_since(getattr(columns, name), origin)) for name in DAYS}
    for name in ("source", "outlet", "stance", "links"):
        arrays[name] = smallest(getattr(columns, name))
    for name in ("link_place", "link_role", "link_radius", "link_doubt"):
        arrays[name] = smallest(getattr(columns, name))
    arrays |= {
        "place_id": np.array([place.id for place in places], dtype=np.int32),
        "place_kind": np.array([kinds[place.kind] for place in places], dtype=np.uint8),
        "place_latitude": np.array([place.latitude for place in places], dtype=np.float32),
        "place_longitude": np.array([place.longitude for place in places], dtype=np.float32),
    }
    names = {
        "origin": (to_date(origin) or date(1970, 1, 1)).isoformat(),
        "sources": columns.sources,
        "grades": [pair for pair in enumerate(map(columns.grades.get, columns.sources)) if pair[1]],
        "outlets": columns.outlets,
        "stances": STANCES,
        "roles": ROLES,
        "kinds": PLACE_KINDS,
        "names": [place.name for place in places],
    }
    return _write(names, arrays)


def first_day(columns: Columns) -> int:
    """The earliest day in all arrays of days, NO_DAY where they hold none."""
    firsts = (getattr(columns, name) for name in DAYS)
    days = [int(some.min()) for every in firsts if len(some := every[every != NO_DAY])]
    return min(days, default=NO_DAY)


def to_date(day: int) -> date | None:
    """A number of an array of days as a date."""
    return None if day == NO_DAY else date.fromordinal(day + _EPOCH)


def to_day(day: date) -> int:
    """A date as a number of an array of days."""
    return day.toordinal() - _EPOCH


_EPOCH = date(1970, 1, 1).toordinal()


def _since(days: Array, origin: int) -> Array:
    return np.where(days == NO_DAY, 0, days.astype(np.int64) - origin + 1)


def _write(names: dict[str, Any], arrays: dict[str, Array]) -> bytes:
    bodies: list[bytes] = []
    table: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, values in arrays.items():
        body = values.astype(values.dtype.newbyteorder("<")).tobytes()
        table[name] = (values.dtype.name, offset, len(values))
        bodies.append(body + bytes(-len(body) % 8))
        offset += len(bodies[-1])
    header = json.dumps({**names, "arrays": table}, separators=(",", ":")).encode()
    header += b" " * (-(len(header) + 4) % 8)
    return b"".join([len(header).to_bytes(4, "little"), header, *bodies])
