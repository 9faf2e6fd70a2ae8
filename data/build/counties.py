"""Reads the counties of the United States as us-atlas packs the Census Bureau's outlines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from data.build.shapes import Ring, Shape, ring_area
from data.build.sources import Division


def read_counties(path: Path, divisions: Sequence[Division]) -> Iterator[Shape]:
    """A shape for each county that GeoNames has, joined by its FIPS code.

    The file gives "48201" where GeoNames has "US.TX.201": the state's two digits are told by its
    name.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    objects = topology["objects"]
    states = {one["id"]: one["properties"]["name"] for one in objects["states"]["geometries"]}
    own = [division for division in divisions if division.country == "US"]
    letters = {one.name: one.code for one in own if one.level == 1}
    counties = {one.code: one for one in own if one.level == 2}
    for county in objects["counties"]["geometries"]:
        state = letters.get(states.get(county["id"][:2], ""), "")
        division = counties.get(f"{state}.{county['id'][2:]}")
        if division is not None:
            yield _shape(division, _polygons(county, arcs))


def _shape(division: Division, polygons: tuple[tuple[Ring, ...], ...]) -> Shape:
    largest = max((polygon[0] for polygon in polygons), key=lambda ring: abs(ring_area(ring)))
    longitude, latitude = _middle(largest)
    return Shape(
        id=division.id,
        level=2,
        code=division.code,
        country=division.country,
        name=division.name,
        type=division.type,
        names=(),
        latitude=latitude,
        longitude=longitude,
        polygons=polygons,
    )


def _decode(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    """TopoJSON's steps on a grid as (longitude, latitude)."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for east, north in arc:
        x, y = x + east, y + north
        points.append((x * kx + dx, y * ky + dy))
    return points


def _polygons(county: dict[str, Any], arcs: Sequence[Ring]) -> tuple[tuple[Ring, ...], ...]:
    parts = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
    return tuple(tuple(_ring(ring, arcs) for ring in part) for part in parts)


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _middle(ring: Ring) -> tuple[float, float]:
    """The centre of mass of a small ring, flat (the shoelace formula)."""
    area = x = y = 0.0
    x0, y0 = ring[0]
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        area += cross
        x += (x1 + x2 - 2 * x0) * cross
        y += (y1 + y2 - 2 * y0) * cross
    # on its grid the smallest is no more than a line
    return (x0 + x / (3 * area), y0 + y / (3 * area)) if area else (x0, y0)
