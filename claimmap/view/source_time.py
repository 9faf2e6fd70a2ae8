"""When a source was heard: its claims by day, month or year, and the chart of them."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypedDict

import numpy as np

from claimmap.view.columns import NO_DAY, Array, to_date
from claimmap.view.dates import show_days
from claimmap.view.figure_charts import Look

_DAYS = 62  # a time that is shown day by day
_MONTHS = 5 * 366  # the same month by month
_HEIGHT = 150  # pixels
_LAST = date.max.toordinal()


class PeriodRow(TypedDict):
    """A stretch of time. first: its first day; end: the day after its last; when: in words."""

    first: str
    end: str
    when: str
    claims: int


def periods(days: Array) -> list[PeriodRow]:
    """Claims by day, month or year, as fits the time they span; none for those without a day."""
    known, times = np.unique(days[days != NO_DAY], return_counts=True)
    if not len(known):
        return []
    span = int(known[-1] - known[0])
    counts: Counter[tuple[date, date]] = Counter()
    for day, claims in zip(map(to_date, known.tolist()), times.tolist(), strict=True):
        counts[_period(day or date.min, span)] += claims
    return [
        {
            "first": first.isoformat(),
            "end": date.fromordinal(min(last.toordinal() + 1, _LAST)).isoformat(),
            "when": show_days(first, last),
            "claims": claims,
        }
        for (first, last), claims in counts.items()
    ]


def periods_chart(rows: Sequence[PeriodRow], look: Look) -> dict[str, Any]:
    """A bar for each period, as a Vega-Lite specification. No word of a report is in it."""
    top = max(row["claims"] for row in rows)
    axis = {"labelColor": look.ink, "labelFontSize": 13, "gridColor": look.line, "domain": False}
    return {
        "height": _HEIGHT,
        "width": "container",
        "data": {"values": list(rows)},
        "mark": {"type": "bar", "color": look.rival, "stroke": look.rival},
        "encoding": {
            "x": {
                "field": "first",
                "type": "temporal",
                "scale": {"type": "utc"},
                "title": None,
                "axis": {**axis, "grid": False, "labelOverlap": True, "tickCount": 5},
            },
            "x2": {"field": "end"},
            "y": {
                "field": "claims",
                "type": "quantitative",
                "title": None,
                "scale": {"domainMin": 0},
                "axis": {**axis, "tickMinStep": 1, "tickCount": min(top, 4), "format": ",d"},
            },
            "y2": {"datum": 0},
            "tooltip": [
                {"field": "when", "title": "When"},
                {"field": "claims", "title": "Claims"},
            ],
        },
        "config": {"view": {"stroke": None}},
    }


def tell_periods(rows: Sequence[PeriodRow]) -> str:
    """The chart in words, for those who hear it."""
    return "Claims over time. " + "; ".join(_told(rows))


def _told(rows: Sequence[PeriodRow], most: int = 12) -> Iterator[str]:
    yield from (f"{row['when']}: {row['claims']:,}" for row in rows[:most])
    if len(rows) > most:
        yield f"and {len(rows) - most:,} more"


def _period(day: date, span: int) -> tuple[date, date]:
    """The first and the last day of the period that a day lies in."""
    if span <= _DAYS:
        return day, day
    if span <= _MONTHS:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)
