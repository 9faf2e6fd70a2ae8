"""Redraws the shapes where Natural Earth's borders are not those the United Nations recognise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from data.build.shapes import Ring, Shape
from data.build.topology import holds


@dataclass(frozen=True, slots=True)
class Cut:
    """Takes a part off a shape along a line of (longitude, latitude) from edge to edge.

    point: a place in the part. country, code: whose it is, and the ISO 3166-2 code of its region.
    """

    shape: str
    line: tuple[tuple[float, float], ...]
    point: tuple[float, float]
    country: str
    code: str


_CUTS = (
    # Golan Heights (Security Council resolution 497): the line of 1923 along the Jordan, by hand
    Cut(
        "IL-Z",
        (
            (35.652, 33.277), (35.653, 33.240), (35.645, 33.180), (35.637, 33.100),
            (35.625, 33.030), (35.632, 32.980), (35.618, 32.890), (35.650, 32.870),
            (35.655, 32.830), (35.660, 32.780), (35.652, 32.730), (35.652, 32.686),
        ),
        (35.78, 33.0),
        "SY",
        "SY-QU",
    ),
    # Western Sahara (General Assembly resolution 34/37) begins at 27 degrees 40 minutes north
    Cut("MA-14", ((-11.799, 27.667), (-8.682, 27.661)), (-10.5, 27.0), "EH", "EH-14"),
    Cut("MA-15", ((-13.178, 27.667), (-11.799, 27.667)), (-13.0, 26.5), "EH", "EH-15"),
)  # fmt: skip
_MOVED = {"MA-16": "EH"}


def redrawn(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """The shapes, each whole, moved to another country, or cut in two."""
    cuts = {cut.shape: cut for cut in _CUTS}
    for shape in shapes:
        cut = cuts.get(shape.code)
        if cut is not None:
            yield from _halves(shape, cut)
        elif shape.code in _MOVED:
            yield replace(shape, country=_MOVED[shape.code], id=0)
        else:
            yield shape


def _halves(shape: Shape, cut: Cut) -> Iterator[Shape]:
    (ring, *holes), *islands = shape.polygons
    for half in _split(ring, cut.line):
        if holds(np.array(half), np.array(cut.point)):
            yield replace(
                shape, id=0, code=cut.code, country=cut.country, polygons=((half,),),
                longitude=cut.point[0], latitude=cut.point[1],
            )  # fmt: skip
        else:
            yield replace(shape, polygons=((half, *holes), *islands))


def _split(ring: Ring, line: tuple[tuple[float, float], ...]) -> tuple[Ring, Ring]:
    """Two closed rings that run as the ring did, the line's ends moved to its nearest points."""
    points = ring[:-1] if ring[0] == ring[-1] else list(ring)
    first, last = (_nearest(points, end) for end in (line[0], line[-1]))
    inner = list(line[1:-1])
    if first > last:
        first, last, inner = last, first, inner[::-1]
    one = [*points[first : last + 1], *inner[::-1]]
    other = [*points[last:], *points[: first + 1], *inner]
    return [*one, one[0]], [*other, other[0]]


def _nearest(points: Ring, end: tuple[float, float]) -> int:
    steps = np.array(points) - np.array(end)
    return int(np.argmin((steps**2).sum(axis=1)))
