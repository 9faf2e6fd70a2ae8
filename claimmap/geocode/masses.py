"""Where the likely places of a document's names lie: probability mass by cell, region, country."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from claimmap.model import Place

CELL_DEGREES = 0.7  # a cell and its neighbours reach 80 to 160 km
KM_PER_DEGREE = 111.2

Cell = tuple[int, int]


@dataclass(slots=True)
class Masses:
    """Probability mass of names' candidates, by where they lie."""

    country: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    region: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    cell: defaultdict[Cell, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, place: Place, region: int, share: float) -> None:
        """Add a candidate's probability to where it lies. A country or a region has no cell."""
        if place.country:
            self.country[place.country] += share
        if region:
            self.region[region] += share
        if place.kind in ("city", "district"):
            self.cell[cell_of(place)] += share


def mass_features(
    place: Place, region: int, own: Masses, all_: Masses, names: int
) -> dict[str, float]:
    """How much of the other names' mass lies with a candidate. ``own``: the name's own mass."""
    others = max(names - 1, 1)
    near = sum(all_.cell[c] - own.cell[c] for c in neighbours(cell_of(place)))
    here = all_.region[region] - own.region[region] if region else 0.0
    country = all_.country[place.country] - own.country[place.country] if place.country else 0.0
    return {
        "near mass": math.log1p(near),
        "near mass share": near / others,
        "region mass": math.log1p(here),
        "region mass share": here / others,
        "country mass": math.log1p(country),
        "country mass share": country / others,
    }


def cell_of(place: Place) -> Cell:
    """The cell of a grid of about equal areas that the place lies in."""
    row = math.floor(place.latitude / CELL_DEGREES)
    return row, math.floor(place.longitude * _shrink(row) / CELL_DEGREES)


@lru_cache(maxsize=65_536)
def neighbours(cell: Cell) -> tuple[Cell, ...]:
    """A cell and the eight around it."""
    row, column = cell
    middle = (column + 0.5) / _shrink(row)
    found = []
    for other in (row - 1, row, row + 1):
        lane = math.floor(middle * _shrink(other))
        found += [(other, lane - 1), (other, lane), (other, lane + 1)]
    return tuple(found)


def _shrink(row: int) -> float:
    return math.cos(math.radians(min(abs((row + 0.5) * CELL_DEGREES), 89.0)))


def kilometres(one: Place, other: Place) -> float:
    """Distance of two points on a flat map at their latitude: near enough within 500 km."""
    north = (one.latitude - other.latitude) * KM_PER_DEGREE
    east = (one.longitude - other.longitude + 180) % 360 - 180
    return math.hypot(north, east * KM_PER_DEGREE * math.cos(math.radians(one.latitude)))
