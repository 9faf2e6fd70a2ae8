"""A series as a chart: a row a figure, in sections by role, with its bound as a shape and a word.

Outside text is data here and nothing else: no label, field or expression is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claimmap.view.figure_rows import (
    HEADINGS,
    SHAPES,
    TICKS,
    chart_rows,
    marks_of,
    scale_of,
    ticks_of,
    with_ends,
)
from claimmap.view.figures import PointRow

if TYPE_CHECKING:  # it takes most of a second to load, which only the page of figures waits for
    import altair as alt

PICK = "pick"
"""The name of the chart's selection; it gives ``at``, the point's position in the series."""

_LETTER = 6  # pixels, about
_LONG = 44
"""Labels of more letters than this take two lines on a phone."""

_ROW = 38  # pixels
_TALL_ROW = 48
_LINE = 15
_ONE_LINE = -3
_TWO_LINES = _ONE_LINE - _LINE
_AROUND = 84  # pixels above and below the rows, for key and axis


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a chart, of which none tells anything that shape or place does not."""

    ink: str
    soft: str
    line: str
    rival: str
    aside: str


LIGHT = Look("#1c2630", "#4d5963", "#d5dce3", "#1f5f8b", "#6b7680")
DARK = Look("#e4e9ee", "#b4bec8", "#37424d", "#7dbfe8", "#a3adb7")


def figures_chart(points: Sequence[PointRow], look: Look) -> dict[str, Any]:
    """The chart of a series' points; the first ``MOST_ROWS`` of them, rivals before the others.

    Out: a Vega-Lite specification. Altair's own check of it, which a test makes, and its copying of
    the data would take most of the time of a page.
    """
    rows = chart_rows(points)
    frame = _frame_of(rows)
    drawn = [with_ends(row, frame.low, frame.high) for row in rows if "value" in row]
    data = {
        "figures": drawn,
        "marks": list(marks_of(drawn)),
        "heads": [row for row in rows if "value" not in row],
    }
    made = _spec(frame, look)
    layers = [{**layer, "data": {"values": data[layer["data"]["name"]]}} for layer in made["layer"]]
    return {**made, "layer": layers}


def load_charts() -> None:
    """Load what draws charts, so that who asks for the first does not wait for it."""
    import altair  # noqa: F401


def make_chart(rows: Sequence[dict[str, Any]], look: Look) -> alt.LayerChart:
    """The chart of rows without their data, which it calls figures, marks and heads."""
    return _draw(_frame_of(rows), look)


@dataclass(frozen=True, slots=True)
class _Frame:
    """All that a chart has of its rows but the data: how many, the axis, the words for bounds.

    widest: how many letters the longest label has.
    """

    rows: int
    widest: int
    low: float
    high: float
    log: bool
    bounds: tuple[str, ...]


def _frame_of(rows: Sequence[dict[str, Any]]) -> _Frame:
    bounds = sorted({row["bound"] for row in rows if "value" in row}, key=list(SHAPES).index)
    widest = max((len(row["label"]) for row in rows), default=0)
    return _Frame(len(rows), widest, *scale_of(rows), tuple(bounds))


@lru_cache(maxsize=256)
def _spec(frame: _Frame, look: Look) -> dict[str, Any]:
    """The chart's specification, not to be changed: Altair takes a while to make one."""
    from altair.utils.schemapi import debug_mode

    with debug_mode(False):
        made: dict[str, Any] = _draw(frame, look).to_dict(validate=False)
    return made


def _draw(frame: _Frame, look: Look) -> alt.LayerChart:
    import altair as alt

    low, high, log = frame.low, frame.high, frame.log
    ticks = ticks_of(low, high) if log else None
    x = alt.X("value:Q", scale=_scale(low, high, log=log), axis=_axis(look, ticks), title=None)
    ends = alt.Scale(domain=[-0.5, frame.rows - 0.5], reverse=True, nice=False)
    y, below = (alt.Y(f"{name}:Q", scale=ends, axis=None) for name in ("row", "mark"))
    base = alt.Chart(alt.NamedData(name="figures"))
    colour = alt.Color("role:N", legend=None, scale=_roles(look))
    row = _TALL_ROW if frame.widest > _LONG else _ROW
    narrow = f"width < {frame.widest * _LETTER}"
    layers = [
        base.transform_filter("datum.low < datum.high")
        .mark_rule(strokeWidth=4, opacity=0.45, aria=False)
        .encode(x=alt.X("low:Q"), x2="high:Q", y=below, color=colour),
        alt.Chart(alt.NamedData(name="marks"))
        .mark_point(size=130, filled=True, opacity=1, aria=False)
        .encode(x=x, y=below, color=colour, shape=_shape(frame, look)),
        _labels("figures", y, look.ink, narrow, weight="normal"),
        _labels("heads", y, look.soft, narrow, weight="bold"),
        base.mark_rect(opacity=0.001, cursor="pointer", aria=False, tooltip=None)
        .encode(y=alt.Y("top:Q"), y2="bottom:Q", **_across(low, high))
        .add_params(alt.selection_point(name=PICK, fields=["at"], toggle=False)),
    ]
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=frame.rows * row + _AROUND, width="container")
        .configure_view(stroke=None)
    )
    return chart


def _shape(frame: _Frame, look: Look) -> alt.Shape:
    """A shape for each bound, and the key that says which."""
    import altair as alt

    words = list(frame.bounds)
    key = alt.Legend(
        orient="top",
        title=None,
        columns=3,
        labelColor=look.ink,
        symbolStrokeColor=look.ink,
        symbolFillColor=look.ink,
        labelFontSize=13,
    )
    shapes = alt.Scale(domain=words, range=[SHAPES[word] for word in words])
    return alt.Shape("bound:N", scale=shapes, legend=key)


def _scale(low: float, high: float, *, log: bool) -> alt.Scale:
    import altair as alt

    return alt.Scale(type="log" if log else "linear", domain=[low, high], nice=False)


def _axis(look: Look, ticks: list[float] | None) -> alt.Axis:
    import altair as alt

    return alt.Axis(
        format="~s",
        tickCount=TICKS,
        values=ticks or alt.Undefined,
        labelColor=look.ink,
        gridColor=look.line,
        labelFontSize=13,
        labelExpr="datum.value === 0 ? '0' : datum.label",
        labelOverlap=True,
        domain=False,
        ticks=False,
    )


def _roles(look: Look) -> alt.Scale:
    import altair as alt

    return alt.Scale(domain=list(HEADINGS), range=[look.rival, look.aside, look.aside])


def _labels(data: str, y: alt.Y, colour: str, narrow: str, *, weight: Any) -> alt.Chart:
    """Words above each row's mark, over the whole width; in two lines where the chart is narrow.

    narrow: the expression that tells.
    """
    import altair as alt

    words: alt.Chart = (
        alt.Chart(alt.NamedData(name=data))
        .transform_calculate(told=f"datum.lines && {narrow} ? datum.lines : datum.label")
        .mark_text(
            align="left",
            baseline="bottom",
            dy=alt.ExprRef(f"{narrow} ? {_TWO_LINES} : {_ONE_LINE}")
            if data == "figures"
            else _ONE_LINE,
            lineHeight=_LINE,
            fontSize=13,
            color=colour,
            fontWeight=weight,
            limit=alt.ExprRef("width"),
        )
        .encode(y=y, x=alt.value(0), text=alt.Text("told:N"))
    )
    return words


def _across(low: float, high: float) -> dict[str, Any]:
    import altair as alt

    return {"x": alt.XDatum(low), "x2": alt.X2Datum(high)}
