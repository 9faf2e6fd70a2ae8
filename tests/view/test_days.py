"""Claims over days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claimmap.model import TimeBasis
from claimmap.view.days import bin_days, data_extent, histogram_counts
from claimmap.view.frames import claims_frame

MARCH = (date(2024, 3, 1), date(2024, 3, 31))


def make_rows(*events: tuple[str | None, str | None], published: str | None = "2024-03-06") -> Any:
    return claims_frame(
        (f"c{number}", "d", "o", "s", "person", "asserted", published, first, last)
        + (published, published)
        + (None,) * 9
        for number, (first, last) in enumerate(events)
    )


def bars(frame: Any, basis: TimeBasis = "event", extent: Any = MARCH) -> dict[str, int]:
    counts = histogram_counts(frame, basis, extent, extent)
    return {f"{row.first.date():%d}": int(row.claims) for row in counts.itertuples() if row.claims}


def test_a_claim_counts_on_its_day() -> None:
    frame = make_rows(("2024-03-04", "2024-03-04"), ("2024-03-04", "2024-03-04"))
    assert bars(frame) == {"04": 2}


def test_a_claim_counts_on_every_day_it_may_mean() -> None:
    frame = make_rows(("2024-03-04", "2024-03-06"), ("2024-03-06", "2024-03-06"))
    assert bars(frame) == {"04": 1, "05": 1, "06": 2}


def test_an_interval_open_at_one_end_reaches_to_that_end() -> None:
    frame = make_rows((None, "2024-03-02"), ("2024-03-30", None))
    assert bars(frame) == {"01": 1, "02": 1, "30": 1, "31": 1}


def test_a_claim_without_a_date_counts_nowhere() -> None:
    assert bars(make_rows((None, None))) == {}


def test_a_claim_outside_the_days_counts_nowhere() -> None:
    assert bars(make_rows(("2024-04-04", "2024-04-04"), ("2023-04-04", "2023-04-04"))) == {}


def test_the_basis_says_which_of_the_times_counts() -> None:
    frame = make_rows(("2024-03-20", "2024-03-20"))
    assert bars(frame, "published") == {"06": 1}
    assert bars(frame, "statement") == {"06": 1}


def test_a_bar_outside_the_chosen_days_is_told() -> None:
    frame = make_rows(("2024-03-04", "2024-03-04"))
    counts = histogram_counts(frame, "event", MARCH, (date(2024, 3, 2), date(2024, 3, 3)))
    assert list(counts["chosen"][:5]) == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("days", "words"), [(1, "day"), (120, "day"), (121, "week"), (900, "30 days"), (9000, "year")]
)
def test_bars_get_wider_with_the_span_so_that_they_stay_few(days: int, words: str) -> None:
    first = date(2000, 1, 1)
    width, told = bin_days(first, first + timedelta(days=days - 1))
    assert told == words
    assert days / width <= 125


def test_all_bars_together_cover_the_whole_span() -> None:
    extent = (date(2024, 1, 1), date(2024, 12, 30))
    counts = histogram_counts(make_rows(("2024-12-30", None)), "event", extent, extent)
    assert counts["first"].iloc[0].date() == extent[0]
    assert counts["last"].iloc[-1].date() == extent[1]
    assert counts["claims"].iloc[-1] == 1


def test_the_extent_reaches_over_all_three_times() -> None:
    frame = make_rows(("2024-01-02", "2024-01-05"), (None, "2024-05-01"))
    assert data_extent(frame) == (date(2024, 1, 2), date(2024, 5, 1))


def test_no_dates_have_no_extent() -> None:
    assert data_extent(make_rows((None, None), published=None)) is None
    assert data_extent(claims_frame([])) is None
