"""Builds data/basemap from Natural Earth's regions: ``python -m data.build.basemap``.

Two TopoJSON files, for the whole world and for closer looks; data/basemap/README.md tells what
stands in them. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from claimmap.geocode.gazetteer import Gazetteer
from data.build import sources
from data.build.assign import regions_of
from data.build.disputed import redrawn
from data.build.gazetteer import DATA, OUTLINES
from data.build.lines import kinds_of_lines
from data.build.shapes import Shape, read_shapes
from data.build.topology import (
    Points,
    Polygon,
    Topology,
    cut,
    join,
    ring_area,
    ring_points,
    thin,
)

# Countries that cross the 180th meridian are drawn in one piece, beyond +180 or below -180.
EASTWARD = frozenset({"RU", "FJ", "NZ", "KI"})
WESTWARD = frozenset({"US"})
_ORIGIN = np.array([190.0, 90.0])  # the grid begins at 190 degrees west
_LOWEST = -85.0  # Web Mercator ends there


@dataclass(frozen=True, slots=True)
class Scale:
    """triangle: what is thinned out, islet: the smallest island kept, in km2; steps: the grid."""

    file: str
    triangle: float
    islet: float
    steps: int


SCALES = (Scale("world.json", 40.0, 60.0, 10_000), Scale("detail.json", 1.2, 1.0, 100_000))


@dataclass(frozen=True, slots=True)
class Feature:
    """A country or region to draw: its members are positions in the list of shapes."""

    id: int
    name: str
    country: str
    members: tuple[int, ...]


def build_basemap(shapes: Sequence[Shape], regions: Sequence[int], gazetteer: Gazetteer,
                  folder: Path) -> None:  # fmt: skip
    """Writes a file a scale. regions: the GeoNames id of each shape's region, 0 for none."""
    topology = cut([[_unwrapped(ring, shape.country) for polygon in shape.polygons
                     for ring in polygon] for shape in shapes])  # fmt: skip
    layers = {
        "countries": _countries(shapes, gazetteer),
        "regions": _regions(shapes, regions, gazetteer),
    }
    polygons = {
        layer: [(feature, join(topology, feature.members)) for feature in features]
        for layer, features in layers.items()
    }
    lines = kinds_of_lines(topology, shapes, regions)
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        table = _topojson(topology, polygons, lines, scale)
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        (folder / scale.file).write_text(text + "\n", encoding="utf-8")


def _unwrapped(ring: Sequence[tuple[float, float]], country: str) -> Points:
    points = np.array(ring, dtype=float)
    if country in EASTWARD:
        points[points[:, 0] < 0, 0] += 360
    if country in WESTWARD:
        points[points[:, 0] > 0, 0] -= 360
    points[:, 1] = np.maximum(points[:, 1], _LOWEST)
    return points


def _countries(shapes: Sequence[Shape], gazetteer: Gazetteer) -> list[Feature]:
    members: dict[str, list[int]] = defaultdict(list)
    for i, shape in enumerate(shapes):
        members[shape.country].append(i)
    features = []
    for code in sorted(members):
        place = gazetteer.country(code)
        if place is not None:
            features.append(Feature(place.id, place.name, code, tuple(members[code])))
    return features


def _regions(
    shapes: Sequence[Shape], regions: Sequence[int], gazetteer: Gazetteer
) -> list[Feature]:
    members: dict[int, list[int]] = defaultdict(list)
    features = []
    for i, (shape, region) in enumerate(zip(shapes, regions, strict=True)):
        if region:
            members[region].append(i)
        else:
            features.append(Feature(0, shape.name, shape.country, (i,)))
    for region, found in sorted(members.items()):
        place = gazetteer.place(region)
        if place is not None:
            features.append(Feature(region, place.name, place.country, tuple(found)))
    return features


def _topojson(
    topology: Topology,
    layers: Mapping[str, Sequence[tuple[Feature, list[Polygon]]]],
    lines: Mapping[str, Sequence[int]],
    scale: Scale,
) -> dict[str, Any]:
    kept = {
        layer: [(feature, _without_islets(topology, polygons, scale.islet))
                for feature, polygons in features]
        for layer, features in layers.items()
    }  # fmt: skip
    used = sorted({
        max(line, ~line) for features in kept.values() for _, polygons in features
        for polygon in polygons for ring in polygon for line in ring
    })  # fmt: skip
    number = {line: i for i, line in enumerate(used)}
    step = 360 / scale.steps
    drawn = _drawn(topology, used, scale, step)
    objects: dict[str, Any] = {
        layer: {"type": "GeometryCollection",
                "geometries": [_geometry(feature, polygons, number, drawn, step)
                               for feature, polygons in features]}
        for layer, features in kept.items()
    }  # fmt: skip
    for name, found in lines.items():
        arcs = [[number[line]] for line in found if line in number]
        objects[name] = {"type": "MultiLineString", "arcs": arcs}
    return {
        "type": "Topology",
        "transform": {"scale": [step, step], "translate": [-190.0, -90.0]},
        "objects": objects,
        "arcs": [_deltas(line) for line in drawn],
    }


def _without_islets(topology: Topology, polygons: Sequence[Polygon], islet: float) -> list[Polygon]:
    """Leaves small islands and ponds out, but never a feature's largest polygon."""
    kept = []
    for i, (outer, *holes) in enumerate(polygons):
        if i and _size(topology, outer) < islet:
            continue
        kept.append([outer, *(hole for hole in holes if _size(topology, hole) >= islet)])
    return kept


def _size(topology: Topology, ring: Sequence[int]) -> float:
    return abs(ring_area(ring_points(topology.lines, list(ring))))


def _drawn(
    topology: Topology, used: Sequence[int], scale: Scale, step: float
) -> list[list[tuple[int, int]]]:
    """Each line thinned and put on the grid; lines between the same ends stay apart."""
    ends: dict[frozenset[tuple[float, float]], int] = defaultdict(int)
    for i in used:
        ends[_ends(topology.lines[i])] += 1
    drawn = []
    for i in used:
        line = topology.lines[i]
        closed = bool((line[0] == line[-1]).all())
        least = 4 if closed else 3 if ends[_ends(line)] > 1 else 2
        grid = np.round((thin(line, scale.triangle, least) + _ORIGIN) / step).astype(int)
        points = [tuple(map(int, point)) for point in grid]
        drawn.append([p for n, p in enumerate(points) if n in (0,) or p != points[n - 1]])
    return [line if len(line) > 1 else line * 2 for line in drawn]


def _ends(line: Points) -> frozenset[tuple[float, float]]:
    return frozenset({tuple(line[0].tolist()), tuple(line[-1].tolist())})


def _deltas(line: Sequence[tuple[int, int]]) -> list[list[int]]:
    pairs = zip([(0, 0), *line], line, strict=False)
    return [[x - x0, y - y0] for (x0, y0), (x, y) in pairs]


def _geometry(
    feature: Feature,
    polygons: Sequence[Polygon],
    number: Mapping[int, int],
    drawn: Sequence[Sequence[tuple[int, int]]],
    step: float,
) -> dict[str, Any]:
    arcs = [[[number[line] if line >= 0 else ~number[~line] for line in ring] for ring in polygon]
            for polygon in polygons]  # fmt: skip
    points = [p for polygon in arcs for ring in polygon for i in ring for p in drawn[max(i, ~i)]]
    west, south = min(x for x, _ in points), min(y for _, y in points)
    east, north = max(x for x, _ in points), max(y for _, y in points)
    box = [west * step - 190, south * step - 90, east * step - 190, north * step - 90]
    table: dict[str, Any] = {
        "type": "MultiPolygon",
        "arcs": arcs,
        "properties": {"name": feature.name, "country": feature.country},
        "bbox": [round(edge, 2) for edge in box],
    }
    return table | ({"id": feature.id} if feature.id else {})


def main() -> None:
    """Rebuilds the basemap in place, or in another folder; the gazetteer comes first."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--outlines", type=Path, default=OUTLINES)
    parser.add_argument("--gazetteer", type=Path, default=DATA / "gazetteer")
    parser.add_argument("--into", type=Path, default=DATA / "basemap")
    options = parser.parse_args()
    sources.check_versions()
    shapes = list(redrawn(read_shapes(options.outlines)))
    regions = regions_of(shapes, list(sources.read_divisions()), list(sources.read_cities()))
    build_basemap(shapes, regions, Gazetteer.open(options.gazetteer), options.into)


if __name__ == "__main__":
    main()
