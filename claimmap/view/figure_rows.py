"""A series' points as the rows of its chart: what stands in which, and on which scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from claimmap.model import Bound
from claimmap.relate.series import PointRole
from claimmap.view.dates import show_days
from claimmap.view.figures import PointRow

TICKS = 6
"""How many values an axis tells, at most."""

MOST_ROWS = 24
"""How many figures a chart holds; its table has them all."""

HEADINGS: Mapping[PointRole, str] = {
    "rival": "Totals",
    "part": "Parts of it",
    "stage": "Other stages: replaced or still to grow",
}
SHAPES: Mapping[str, str] = {
    "exactly": "circle",
    "about": "diamond",
    "up to": "triangle-left",
    "at least": "triangle-right",
    "between": "square",
    "up by": "triangle-up",
    "down by": "triangle-down",
}
_BOUNDS: Mapping[Bound, str] = {
    "=": "exactly",
    "~": "about",
    "<": "up to",
    ">": "at least",
    "up": "up by",
    "down": "down by",
}
_DECADES = 30.0  # a scale on which the largest figure is so many times the smallest is logarithmic
_ABOUT = 0.05  # what relate/counts.py allows for "about"


def bound_word(point: PointRow) -> str:
    """The point's bound as the key calls it."""
    low, high = point["lower"], point["upper"]
    if point["bound"] in "=~" and low is not None and high is not None and low < high:
        return "between"
    return "about" if point["approximate"] else _BOUNDS[point["bound"]]


def chart_rows(points: Sequence[PointRow]) -> list[dict[str, Any]]:
    """The chart's data: a row a heading or a point, ``row`` counting downwards.

    label: its words; lines: the same in two, for where there is no room for one.
    Totals have a heading only where something stands beside them.
    """
    kept = list(chart_groups(points).values())[:MOST_ROWS]
    several = len({points[group[0]]["role"] for group in kept}) > 1
    rows: list[dict[str, Any]] = []
    before: PointRole | None = None
    for group in kept:
        role = points[group[0]]["role"]
        if role != before and (several or role != "rival"):
            rows.append({"row": len(rows), "label": HEADINGS[role]})
        before = role
        rows.append(_row(len(rows), group[0], [points[at] for at in group]))
    return rows


def chart_groups(points: Sequence[PointRow]) -> dict[tuple[str, str, str], list[int]]:
    """The positions of the points that are one row: a witness's figure, whoever carries it."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for role in HEADINGS:
        for at, point in enumerate(points):
            if point["role"] == role:
                key = (role, point["witness"], point["shown"])
                groups.setdefault(key, []).append(at)
    return groups


def scale_of(rows: Iterable[Mapping[str, Any]]) -> tuple[float, float, bool]:
    """The ends of the axis, and whether it is logarithmic: where values span decades."""
    ends = [end for row in rows if "value" in row for end in _ends(row) if math.isfinite(end)]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    if low > 0 and high / low >= _DECADES:
        return low / 1.5, high * 1.5, True
    return min(low, 0.0), (high or 1.0) * 1.08, False


def ticks_of(low: float, high: float) -> list[float]:
    """Values for a logarithmic axis: 1, 2 and 5 of each decade, fewer where these are many."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        ticks = [step * 10.0**power for power in powers for step in steps]
        inside = [tick for tick in ticks if low <= tick <= high]
        if len(inside) <= TICKS:
            return inside
    return inside[:: math.ceil(len(inside) / TICKS)]


def _row(row: int, at: int, points: Sequence[PointRow]) -> dict[str, Any]:
    point = points[0]
    who = point["who"] if len({one["who"] for one in points}) == 1 else point["chain"][0]
    claims = len({one["claim"] for one in points})
    more = f" · {claims} claims" if claims > 1 else ""
    return {
        "row": row,
        "mark": row + 0.14,
        "top": row - 0.48,
        "bottom": row + 0.48,
        "at": at,
        "value": point["value"],
        "lower": point["lower"],
        "upper": point["upper"],
        "bound": bound_word(point),
        "role": point["role"],
        "label": f"{point['shown']} · {who} · {_days(points)}{more}",
        "lines": [f"{point['shown']} · {_days(points)}{more}", who],
    }


def _days(points: Sequence[PointRow]) -> str:
    """The days on which they were told, in words."""
    days = sorted(date.fromisoformat(point["said"]) for point in points if point["said"])
    return show_days(days[0], days[-1]) if days else points[0]["told"]


def _ends(row: Mapping[str, Any]) -> Iterator[float]:
    """The values between which a figure lies, as far as it says; open ends infinite."""
    value, word = row["value"], row["bound"]
    yield value
    if word == "between":
        yield from (row["lower"], row["upper"])
    elif word == "about":
        yield from (value * (1 - _ABOUT), value * (1 + _ABOUT))
    elif word in ("up to", "at least"):
        yield -math.inf if word == "up to" else math.inf


def with_ends(row: Mapping[str, Any], low: float, high: float) -> dict[str, Any]:
    """The row with the ends of its line inside the axis."""
    ends = list(_ends(row))
    return {**row, "low": max(min(ends), low), "high": min(max(ends), high)}


def marks_of(drawn: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A mark a figure; a range has one at either end."""
    for row in drawn:
        if row["bound"] == "between":
            yield from ({**row, "value": end} for end in (row["lower"], row["upper"]))
        else:
            yield row
