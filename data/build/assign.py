"""Tells which first-level division of GeoNames each shape of Natural Earth belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from data.build.shapes import Shape
from data.build.sources import City, Division
from data.build.topology import holds

_SURE = 0.6  # share of the people of a shape's towns that must live in one division


def regions_of(
    shapes: Sequence[Shape], divisions: Sequence[Division], cities: Sequence[City]
) -> list[int]:
    """GeoNames id of the region of each shape, 0 where none is sure.

    A shape's own id comes first, lifted to the first level where it is a district's; then its
    ISO 3166-2 code; then the division that most people of its towns live in.
    """
    by_id = {division.id: division for division in divisions}
    by_iso = {division.iso: division.id for division in divisions if division.iso}
    towns: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        towns[city.country].append(city)
    return [
        _lifted(shape.id, shape.country, by_id)
        or _lifted(by_iso.get(shape.code, 0), shape.country, by_id)
        or _by_towns(shape, towns[shape.country], by_id)
        for shape in shapes
    ]


def _lifted(id_: int, country: str, by_id: Mapping[int, Division]) -> int:
    division = by_id.get(id_)
    while division is not None and division.level > 1:
        division = by_id.get(division.parent)
    return division.id if division is not None and division.country == country else 0


def _by_towns(shape: Shape, towns: Sequence[City], by_id: Mapping[int, Division]) -> int:
    people: dict[int, int] = defaultdict(int)
    boxes = [
        (outer, outer.min(axis=0), outer.max(axis=0))
        for outer in (np.array(polygon[0]) for polygon in shape.polygons)
    ]
    for town in towns:
        point = np.array([town.longitude, town.latitude])
        inside = any(
            (low <= point).all() and (point <= high).all() and holds(outer, point)
            for outer, low, high in boxes
        )
        regions = {_lifted(region, shape.country, by_id) for region in town.regions} - {0}
        if inside and regions:
            people[min(regions)] += town.population + 1
    if not people:
        return 0
    best = max(people, key=lambda region: (people[region], -region))
    return best if people[best] >= _SURE * sum(people.values()) else 0
