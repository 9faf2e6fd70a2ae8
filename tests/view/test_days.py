"""Claims over days."""

from __future__ import annotations

from datetime import date

from claimmap.view.days import data_extent
from tests.view.rows import columns_of, dated, row


def test_the_extent_reaches_over_all_three_times() -> None:
    columns = columns_of(
        [
            row(**dated("2024-03-04"), published="2024-03-06"),
            row(number=2, **dated("2024-02-01", None, basis="statement"), published=None),
            row(number=3, **dated(None, "2025-01-01")),
        ]
    )
    assert data_extent(columns) == (date(2024, 2, 1), date(2025, 1, 1))


def test_claims_without_a_day_reach_nowhere() -> None:
    assert data_extent(columns_of([])) is None
    assert data_extent(columns_of([row(published=None)])) is None
