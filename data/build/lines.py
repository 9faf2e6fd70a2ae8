"""Sorts the lines of the basemap: coasts, borders, borders of regions, lines in dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from data.build.shapes import Shape
from data.build.topology import Points, Topology

# Two sides between which the line is in dispute, or is an armistice line rather than a border
# that the United Nations recognise. A side is a country, or a shape by Natural Earth's ISO code.
_DISPUTED: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("UA-43 UA-40", "UA RU"),  # Crimea: with Ukraine (General Assembly resolution 68/262)
        ("KP", "KR"),  # military demarcation line of 1953
        ("RS", "XK"),
        ("MA", "EH"),
        ("IL", "PS"),
        ("SY-QU", "IL SY"),  # Golan: the line of 1923 and that of 1974
        ("IN-JK IN-LA -99-X06~", "PK CN"),  # line of control; Aksai Chin; Siachen
        ("IN-AR", "CN"),  # McMahon line
        ("GE-AB", "GE"),
        ("-99-X04~", "CY"),  # green line
        ("-99-X11~", "SO"),
        ("MD-SN", "MD"),
        ("SD", "SS"),
        ("SD", "EG"),  # Halaib
    )
)
_PART_OF = frozenset({"UA-43", "UA-40", "GE-AB", "-99-X04~", "-99-X11~", "MD-SN"})
_SEAM = 179.99


def kinds_of_lines(
    topology: Topology, shapes: Sequence[Shape], regions: Sequence[int]
) -> Mapping[str, list[int]]:
    """Line numbers by kind: "coasts", "borders", "region_borders" and "disputed".

    Lines along the 180th meridian, where Natural Earth cuts the world open, are in none.
    """
    sides: dict[int, set[int]] = defaultdict(set)
    for i, rings in enumerate(topology.shapes):
        for ring in rings:
            for line in ring:
                sides[max(line, ~line)].add(i)
    found: dict[str, list[int]] = {
        "coasts": [], "borders": [], "region_borders": [], "disputed": []
    }  # fmt: skip
    for line, members in sorted(sides.items()):
        if _is_seam(topology.lines[line]):
            continue
        kind = _kind([(shapes[i], regions[i]) for i in sorted(members)])
        if kind:
            found[kind].append(line)
    return found


def _kind(sides: Sequence[tuple[Shape, int]]) -> str:
    if len(sides) == 1:
        return "coasts"
    (one, first), (other, second) = sides[:2]
    if _is_disputed(one, other):
        return "disputed"
    if one.country != other.country:
        return "borders"
    return "region_borders" if first != second or not first else ""


def _is_disputed(one: Shape, other: Shape) -> bool:
    left, right = {one.code, one.country}, {other.code, other.country}
    for first, second in _DISPUTED:
        for a, b in ((left, right), (right, left)):
            if a & first and b & second and not _within(one, other, first, second):
                return True
    return False


def _within(one: Shape, other: Shape, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether both sides lie in the same disputed part, so that the line is an inner one."""
    same = first & _PART_OF
    return bool(same) and one.code in same and other.code in same


def _is_seam(line: Points) -> bool:
    edge = abs(abs(line[:, 0]) - 180) < 180 - _SEAM
    return bool(edge.all()) or bool((line[:, 1] <= -84.99).all())
