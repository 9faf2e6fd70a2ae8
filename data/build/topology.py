"""Cuts polygons into the lines that they share, joins polygons along them, thins them out.

A topology keeps every line once, so that neighbours still meet after simplification (TopoJSON).
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Ring = list[int]  # lines in order, ~i for line i walked backward
Polygon = list[Ring]  # the outer ring first
_SCALE = 1e6  # coordinates are compared as whole millionths of a degree


@dataclass(frozen=True, slots=True)
class Topology:
    """lines: (n, 2) longitudes and latitudes. shapes: for every shape its rings, as lines."""

    lines: list[Points]
    shapes: list[list[Ring]]


def cut(shapes: Sequence[Sequence[Points]]) -> Topology:
    """Cuts the rings of all shapes wherever a third neighbour begins (Bostock's TopoJSON)."""
    rings = [_open_ring(ring) for shape in shapes for ring in shape]
    every = np.concatenate(rings)
    whole = np.round(every * _SCALE).astype(np.int64)
    _, ids = np.unique(whole[:, 0] * 2_000_000_000 + whole[:, 1], return_inverse=True)
    runs = np.split(ids, np.cumsum([len(ring) for ring in rings])[:-1])
    junction = _junctions(runs, int(ids.max()) + 1)
    found: dict[bytes, int] = {}
    lines: list[Points] = []
    cut_rings = []
    for run, ring in zip(runs, rings, strict=True):
        cut_rings.append([_keep(part, run, ring, found, lines) for part in _parts(run, junction)])
    at = iter(cut_rings)
    return Topology(lines, [[next(at) for _ in shape] for shape in shapes])


def _open_ring(ring: Points) -> Points:
    """A ring without repeated points, and without its first point again at its end."""
    whole = np.round(ring * _SCALE)
    keep = np.any(whole != np.roll(whole, 1, axis=0), axis=1)
    return ring[keep] if keep.any() else ring[:1]


def _junctions(runs: Sequence[npt.NDArray[np.int64]], count: int) -> npt.NDArray[np.bool_]:
    """Which points do not have the same two neighbours in every ring that passes them."""
    points = np.concatenate(runs)
    before = np.concatenate([np.roll(run, 1) for run in runs])
    after = np.concatenate([np.roll(run, -1) for run in runs])
    pairs = np.minimum(before, after) * count + np.maximum(before, after)
    order = np.lexsort((pairs, points))
    points, pairs = points[order], pairs[order]
    differs = (points[1:] == points[:-1]) & (pairs[1:] != pairs[:-1])
    junction = np.zeros(count, dtype=bool)
    junction[points[1:][differs]] = True
    return junction


def _parts(
    run: npt.NDArray[np.int64], junction: npt.NDArray[np.bool_]
) -> Iterator[npt.NDArray[np.int64]]:
    """Positions in a ring of each line between two junctions, both ends included."""
    at = np.flatnonzero(junction[run])
    if not len(at):
        at = np.array([int(np.argmin(run))])
    for first, last in zip(at, np.append(at[1:], at[0] + len(run)), strict=True):
        yield np.arange(first, last + 1) % len(run)


def _keep(
    part: npt.NDArray[np.int64],
    run: npt.NDArray[np.int64],
    ring: Points,
    found: dict[bytes, int],
    lines: list[Points],
) -> int:
    ids = run[part]
    forward, backward = ids.tobytes(), ids[::-1].tobytes()
    if forward in found:
        return found[forward]
    if backward in found:
        return ~found[backward]
    found[forward] = len(lines)
    lines.append(ring[part])
    return found[forward]


def join(topology: Topology, members: Iterable[int]) -> list[Polygon]:
    """The polygons that some shapes make together: lines that two of them share fall away."""
    uses: dict[int, int] = defaultdict(int)
    for member in members:
        for ring in topology.shapes[member]:
            for line in ring:
                if uses.get(~line):
                    uses[~line] -= 1
                else:
                    uses[line] += 1
    left = [line for line, count in uses.items() for _ in range(count)]
    return _polygons(topology.lines, list(_stitch(topology.lines, left)))


def _stitch(lines: Sequence[Points], left: Sequence[int]) -> Iterator[Ring]:
    outgoing: dict[tuple[int, int], list[int]] = defaultdict(list)
    for line in sorted(left, key=lambda one: (max(one, ~one), one)):
        outgoing[_end(lines, line, 0)].append(line)
    for line in left:
        start = _end(lines, line, 0)
        if line not in outgoing[start]:
            continue
        outgoing[start].remove(line)
        ring, at = [line], _end(lines, line, -1)
        while at != start and outgoing[at]:
            ring.append(outgoing[at].pop())
            at = _end(lines, ring[-1], -1)
        yield ring


def _end(lines: Sequence[Points], line: int, which: int) -> tuple[int, int]:
    if line < 0:
        line, which = ~line, -1 - which
    longitude, latitude = np.round(lines[line][which] * _SCALE)
    return int(longitude), int(latitude)


def ring_points(lines: Sequence[Points], ring: Ring) -> Points:
    """The points of a ring of lines, its first one again at its end."""
    parts = [lines[line] if line >= 0 else lines[~line][::-1] for line in ring]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def ring_area(points: Points) -> float:
    """Signed square kilometres, flat at each point's latitude: below zero when clockwise."""
    x = points[:, 0] * 111.32 * np.cos(np.radians(points[:, 1].mean()))
    y = points[:, 1] * 110.57
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def _polygons(lines: Sequence[Points], rings: Sequence[Ring]) -> list[Polygon]:
    """Puts the holes into the outer rings; Natural Earth's outer rings run one way."""
    points = [ring_points(lines, ring) for ring in rings]
    areas = [ring_area(one) for one in points]
    if not areas:
        return []
    outward = math.copysign(1.0, max(areas, key=abs))
    outers = [i for i, area in enumerate(areas) if area * outward > 0]
    polygons = {i: [rings[i]] for i in outers}
    for i, area in enumerate(areas):
        if area * outward >= 0:
            continue
        around = [o for o in outers if abs(areas[o]) > abs(area) and holds(points[o], points[i][0])]
        if around:
            polygons[min(around, key=lambda o: abs(areas[o]))].append(rings[i])
    return sorted(polygons.values(), key=lambda one: -abs(ring_area(ring_points(lines, one[0]))))


def holds(ring: Points, point: Points) -> bool:
    """Whether a point lies inside a ring (even-odd)."""
    x, y = point
    (x1, y1), (x2, y2) = ring[:-1].T, ring[1:].T
    crosses = (y1 > y) != (y2 > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        left = x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return bool(np.count_nonzero(crosses & left) % 2)


def thin(line: Points, area: float, least: int = 2) -> Points:
    """Drops points whose triangle with their neighbours is smaller than ``area`` km2.

    Visvalingam and Whyatt 1993; at least ``least`` points stay.
    """
    count = len(line)
    if count <= least:
        return line
    x = line[:, 0] * 111.32 * np.cos(np.radians(line[:, 1]))
    y = line[:, 1] * 110.57
    px, py = x.tolist(), y.tolist()
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    sizes = [math.inf] * count

    def triangle(i: int) -> float:
        a, b = before[i], after[i]
        return abs((px[i] - px[a]) * (py[b] - py[a]) - (px[b] - px[a]) * (py[i] - py[a])) / 2

    for i in range(1, count - 1):
        sizes[i] = triangle(i)
    heap = [(sizes[i], i) for i in range(1, count - 1)]
    heapq.heapify(heap)
    left = count
    while heap and left > least:
        size, i = heapq.heappop(heap)
        if size != sizes[i]:
            continue
        if size >= area:
            break
        sizes[i] = -1.0
        left -= 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < count - 1:
                sizes[j] = max(size, triangle(j))
                heapq.heappush(heap, (sizes[j], j))
    return line[[i for i in range(count) if sizes[i] >= 0]]
