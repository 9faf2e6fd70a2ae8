"""The chart above the slider."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from claimmap.view.charts import timeline_chart


def make_counts(*days: tuple[str, str], chosen: bool = True) -> pd.DataFrame:
    first, last = zip(*days, strict=True)
    return pd.DataFrame(
        {
            "first": pd.Series(first, dtype="datetime64[s]"),
            "last": pd.Series(last, dtype="datetime64[s]"),
            "claims": 2,
            "chosen": chosen,
        }
    )


def drawn(counts: pd.DataFrame, words: str = "day") -> tuple[Any, Any]:
    """The chart's encoding, and the rows it draws."""
    data = timeline_chart(counts, words)
    return data["encoding"], data["datasets"][data["data"]["name"]]


def test_the_chart_is_as_wide_as_the_days_half_a_day_around() -> None:
    encoding, rows = drawn(make_counts(("2024-03-01", "2024-03-01"), ("2024-03-02", "2024-03-02")))
    assert rows[0]["begins"].startswith("2024-02-29T12:00")
    assert rows[-1]["ends"].startswith("2024-03-02T12:00")
    assert encoding["x"]["scale"] == {"nice": False}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2024-03-01", "2024-03-01"), "2024-03-01"),
        (("2024-03-01", "2024-03-07"), "2024-03-01 to 2024-03-07"),
    ],
)
def test_a_bar_tells_its_days(days: tuple[str, str], words: str) -> None:
    _, rows = drawn(make_counts(days), "week")
    assert rows[0]["days"] == words


def test_a_bar_out_of_range_is_told_from_one_within() -> None:
    encoding, rows = drawn(make_counts(("2024-03-01", "2024-03-01"), chosen=False))
    assert rows[0]["chosen"] is False
    assert encoding["opacity"]["condition"]["test"] == "datum.chosen"
