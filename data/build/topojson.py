"""Writes shapes that share their lines as TopoJSON, thinned and on a grid."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from data.build.topology import Points, Polygon, Topology, join, ring_area, ring_points, thin

# Where the countries are drawn too, an area of many needs none of their small islands.
_ISLETS = {"areas": 20}
_ORIGIN = np.array([190.0, 90.0])  # the grid begins at 190 degrees west


@dataclass(frozen=True, slots=True)
class Scale:
    """triangle: what is thinned out, islet: the smallest island kept, in km2; steps: the grid."""

    file: str
    triangle: float
    islet: float
    steps: int


@dataclass(frozen=True, slots=True)
class Feature:
    """What to draw: its members are positions in the list of shapes.

    id: 0 where it has none. name, country: "" where the file can do without.
    """

    id: int
    members: tuple[int, ...]
    name: str = ""
    country: str = ""


def write_topojson(
    topology: Topology,
    layers: Mapping[str, Sequence[Feature]],
    lines: Mapping[str, Sequence[int]],
    scale: Scale,
    folder: Path,
) -> None:
    """Writes a file of polygons by layer, and of lines to stroke by kind."""
    polygons = {
        layer: [
            (feature, found) for feature in features if (found := join(topology, feature.members))
        ]
        for layer, features in layers.items()
    }
    table = _topojson(topology, polygons, lines, scale)
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / scale.file).write_text(text + "\n", encoding="utf-8")


def _topojson(
    topology: Topology,
    layers: Mapping[str, Sequence[tuple[Feature, list[Polygon]]]],
    lines: Mapping[str, Sequence[int]],
    scale: Scale,
) -> dict[str, Any]:
    kept = {
        layer: [(feature, _without_islets(topology, polygons, scale.islet * _ISLETS.get(layer, 1)))
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
    table: dict[str, Any] = {"type": "MultiPolygon", "arcs": arcs}
    if feature.id:
        table["id"] = feature.id
    if feature.name or feature.country:
        table["properties"] = {"name": feature.name, "country": feature.country}
        table["bbox"] = _box(
            [drawn[max(i, ~i)] for part in arcs for ring in part for i in ring], step
        )
    return table


def _box(lines: Sequence[Sequence[tuple[int, int]]], step: float) -> list[float]:
    """West, south, east and north of some lines of the grid, in degrees."""
    xs, ys = [x for line in lines for x, _ in line], [y for line in lines for _, y in line]
    edges = (min(xs) * step - 190, min(ys) * step - 90, max(xs) * step - 190, max(ys) * step - 90)
    return [round(edge, 2) for edge in edges]
