"""The series as plain values, as rows of a chart and as the chart itself."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claimmap.model import Bound, Quantity, Source, Span
from claimmap.relate.series import Figure, make_series
from claimmap.view.figure_charts import DARK, LIGHT, figures_chart, make_chart
from claimmap.view.figure_rows import MOST_ROWS, bound_word, chart_rows, scale_of, ticks_of
from claimmap.view.figures import (
    Compared,
    PointRow,
    SeriesRow,
    print_series,
    series_paths,
    series_row,
)
from tests.view.rows import HOSTILE, a_claim


def a_figure(
    value: float, said: str = "Ada Stone", bound: Bound = "=", number: int = 1, **fields: Any
) -> Figure:
    claim, _, _ = a_claim(f"{value} boats", said=said, number=number, document=f"d{number}")
    chain = (Source(said, "company"), claim.chain[-1])
    exact = value if bound == "=" else None
    given = {"thing": "boat", "actor": "Ruthenia", "counted": "Ruthenian boats", **fields}
    quantity = Quantity(
        Span(50, 51),
        value,
        given.pop("lower", exact),
        given.pop("upper", exact),
        bound == "~",
        bound,
        "boat",
        **given,
    )
    return Figure(replace(claim, chain=chain, quantities=(quantity,)), quantity)


def a_row(*figures: Figure) -> SeriesRow:
    (series,) = make_series(figures)
    return series_row(Compared(0, series, 0))


def points(*values: float) -> list[PointRow]:
    many = [a_figure(value, f"Firm {at}", number=at + 1) for at, value in enumerate(values)]
    return a_row(*many)["points"]


def test_a_series_is_told_as_plain_values() -> None:
    found = a_row(a_figure(5, "Acme", number=1), a_figure(9, "Bolt", "~", number=2))
    assert (found["counted"], found["actor"], found["conflict"]) == (
        "Ruthenian boats",
        "Ruthenia",
        2,
    )
    assert found["words"] == "Acme: 5; Bolt: about 9."
    point = found["points"][1]
    assert (point["value"], point["lower"], point["upper"], point["approximate"]) == (
        9,
        None,
        None,
        True,
    )
    assert (point["source"], point["chain"], point["role"]) == (
        "Bolt",
        ["Bolt", "Morning Paper"],
        "rival",
    )
    assert json.loads(json.dumps(found)) == found


def test_all_series_are_one_json_array() -> None:
    assert json.loads("".join(print_series([]))) == []
    made = make_series([a_figure(5), a_figure(7, thing="ship", number=2)])
    found = json.loads("".join(print_series(Compared(0, one, 0) for one in made)))
    assert [one["thing"] for one in found] == ["boat", "ship"]


@pytest.mark.parametrize(
    ("figure", "word"),
    [
        (a_figure(5), "exactly"),
        (a_figure(5, bound="~"), "about"),
        (a_figure(5, bound="<"), "up to"),
        (a_figure(5, bound=">"), "at least"),
        (a_figure(5, bound="up"), "up by"),
        (a_figure(5, lower=5.0, upper=9.0), "between"),
    ],
)
def test_each_bound_has_a_word(figure: Figure, word: str) -> None:
    assert bound_word(a_row(figure)["points"][0]) == word


def test_parts_stand_below_the_totals_under_a_heading() -> None:
    found = a_row(a_figure(2, "Acme", part=True), a_figure(5, "Acme"), a_figure(9, "Bolt"))
    rows = chart_rows(found["points"])
    told = [row.get("value", row["label"]) for row in rows]
    assert told == ["Totals", 5, 9, "Parts of it", 2]
    assert [row["row"] for row in rows] == [0, 1, 2, 3, 4]


def test_totals_alone_need_no_heading() -> None:
    assert [row["value"] for row in chart_rows(points(5, 9))] == [5, 9]


def test_a_witnesss_figure_is_one_row_whoever_carries_it() -> None:
    early, late = date(2024, 3, 8), date(2024, 4, 2)
    carried = [
        told_on(a_figure(5, "Acme", number=1), early),
        told_on(a_figure(9, "Bolt", number=2), early),
        told_on(a_figure(5, "Acme", number=3), late),
    ]
    rows = chart_rows(a_row(*carried)["points"])
    assert [row["label"] for row in rows] == [
        "5 · Acme · 8 March to 2 April 2024 · 2 claims",
        "9 · Bolt · 8 March 2024",
    ]
    assert rows[0]["lines"] == ["5 · 8 March to 2 April 2024 · 2 claims", "Acme"]
    assert [row["at"] for row in rows] == [0, 1]
    assert series_paths(Compared(0, make_series(carried)[0], 0))["roots"][0]["claims"] == 2


def told_on(figure: Figure, day: date) -> Figure:
    said = replace(figure.claim.statement, first=day, last=day)
    return Figure(replace(figure.claim, statement=said), figure.quantity)


def test_a_chart_has_an_end() -> None:
    assert len(chart_rows(points(*range(1, 60)))) == MOST_ROWS


@pytest.mark.parametrize(
    ("values", "log"),
    [((5, 9), False), ((1500, 12000), False), ((100, 12000), True), ((0, 9), False)],
)
def test_values_over_decades_are_drawn_by_their_logarithm(
    values: tuple[float, ...], log: bool
) -> None:
    low, high, is_log = scale_of(chart_rows(points(*values)))
    assert is_log == log
    assert low <= min(values) <= max(values) <= high


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(80, 900, [100, 200, 500]), (80, 20000, [100, 300, 1000, 3000, 10000])],
)
def test_a_logarithmic_axis_tells_few_round_values(
    low: float, high: float, ticks: list[float]
) -> None:
    assert ticks_of(low, high) == ticks


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_outside_text_is_data_of_the_chart_and_nothing_else(look: Any) -> None:
    row = a_row(
        a_figure(5, HOSTILE, counted=HOSTILE, actor=HOSTILE),
        a_figure(900, "Bolt", number=2, counted=HOSTILE, actor=HOSTILE),
    )
    spec = figures_chart(row["points"], look)
    checked = make_chart(chart_rows(row["points"]), look).to_dict()
    assert _without_data(spec) == _without_data(checked)
    parts = list(_all_parts(spec))
    assert any("alert" in text for path, text in parts if "values" in path)
    assert not [path for path, text in parts if "alert" in text and "values" not in path]


def _without_data(spec: dict[str, Any]) -> dict[str, Any]:
    layers = [{**layer, "data": None} for layer in spec["layer"]]
    return {**spec, "layer": layers}


def _all_parts(value: Any, path: tuple[str, ...] = ()) -> Any:
    if isinstance(value, dict):
        for name, inside in value.items():
            yield path, str(name)
            yield from _all_parts(inside, (*path, str(name)))
    elif isinstance(value, list):
        for inside in value:
            yield from _all_parts(inside, path)
    else:
        yield path, str(value)


def test_days_are_those_of_the_statement_where_the_event_has_none() -> None:
    (point,) = a_row(a_figure(5))["points"]
    assert point["first"] == date(2024, 3, 8).isoformat()
