"""Claims a day or week (``days.histogram_counts``), as a chart above the range slider.

A chart is a Vega-Lite specification as plain values, https://vega.github.io/vega-lite/docs: the
browser's part of it is Streamlit's own, and Altair, which would write the same, takes half a second
to load that the map would wait for.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

_HEIGHT = 84
_TICKS = 6
_FORMATS = {"day": "%-d %b", "week": "%-d %b %Y", "30 days": "%b %Y", "year": "%Y"}


def timeline_chart(counts: pd.DataFrame, words: str) -> dict[str, Any]:
    """Bars over the same width as a slider from the first bar's day to the last bar's.

    words: what a bar covers ("day"). A bar outside the chosen range is pale. Each bar is drawn
    half a day early, so that a slider's thumb on a day stands under the middle of its bar.
    """
    axis = {
        "title": None,
        "grid": False,
        "ticks": False,
        "format": _FORMATS[words],
        "labelFlush": True,
        "tickCount": _TICKS,
    }
    return {
        # By name, as Streamlit hands it to Vega before the first drawing, not after it.
        "data": {"name": "bars"},
        "datasets": {"bars": [_bar(row) for row in counts.itertuples(index=False)]},
        "height": _HEIGHT,
        "padding": {"left": 0, "right": 0, "top": 6, "bottom": 6},
        "mark": {"type": "rect", "stroke": "transparent", "strokeWidth": 1},
        "encoding": {
            "x": {
                "field": "begins",
                "type": "temporal",
                "scale": {"nice": False},
                "axis": axis,
            },
            "x2": {"field": "ends"},
            "y": {"field": "claims", "type": "quantitative", "axis": None},
            "y2": {"datum": 0},
            "opacity": {"condition": {"test": "datum.chosen", "value": 1.0}, "value": 0.3},
            "tooltip": [
                {"field": "days", "type": "nominal", "title": words.capitalize()},
                {"field": "claims", "type": "quantitative", "title": "Claims"},
            ],
        },
    }


def _bar(row: Any) -> dict[str, Any]:
    """One row of the counts as the chart's data has it; times without a zone are the reader's."""
    half = pd.Timedelta(hours=12)
    return {
        "begins": (row.first - half).isoformat(),
        "ends": (row.last + half).isoformat(),
        "claims": int(row.claims),
        "chosen": bool(row.chosen),
        "days": _days(row.first, row.last),
    }


def _days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    start, end = first.date(), last.date()
    return f"{start}" if start == end else f"{start} to {end}"
