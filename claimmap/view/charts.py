"""Claims a day or week (``days.histogram_counts``), as a chart above the range slider."""

from __future__ import annotations

import altair as alt
import pandas as pd

_HEIGHT = 84
_TICKS = 6
_FORMATS = {"day": "%-d %b", "week": "%-d %b %Y", "30 days": "%b %Y", "year": "%Y"}


def timeline_chart(counts: pd.DataFrame, words: str) -> alt.Chart:
    """Bars over the same width as a slider from the first bar's day to the last bar's.

    words: what a bar covers ("day"). A bar outside the chosen range is pale. Each bar is drawn
    half a day early, so that a slider's thumb on a day stands under the middle of its bar.
    """
    half = pd.Timedelta(hours=12)
    bars = counts.assign(
        begins=counts["first"] - half,
        ends=counts["last"] + half,
        base=0,
        days=[
            _days(start, end) for start, end in zip(counts["first"], counts["last"], strict=True)
        ],
    )
    x = alt.X(
        "begins:T",
        scale=alt.Scale(nice=False),
        axis=alt.Axis(
            title=None,
            grid=False,
            ticks=False,
            format=_FORMATS[words],
            labelFlush=True,
            tickCount=_TICKS,
        ),
    )
    chart: alt.Chart = (
        alt.Chart(bars, height=_HEIGHT, padding={"left": 0, "right": 0, "top": 6, "bottom": 6})
        .mark_rect(stroke="transparent", strokeWidth=1)
        .encode(
            x=x,
            x2="ends:T",
            y=alt.Y("claims:Q", axis=None),
            y2="base:Q",
            opacity=alt.condition("datum.chosen", alt.value(1.0), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("days:N", title=words.capitalize()),
                alt.Tooltip("claims:Q", title="Claims"),
            ],
        )
    )
    return chart


def _days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    start, end = first.date(), last.date()
    return f"{start}" if start == end else f"{start} to {end}"
