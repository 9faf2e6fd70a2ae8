"""Days in words and in EDTF, as exact as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.model import Interval, Span, Timex
from claimmap.view.dates import edtf

FIRST, LAST = date(2024, 10, 1), date(2024, 10, 31)
MONTH = Timex(Span(0, 7), "DATE", "2024-10", FIRST, LAST, "month", "2024-10")


@pytest.mark.parametrize(
    ("first", "last", "timex", "told"),
    [
        (FIRST, FIRST, None, "2024-10-01"),
        (FIRST, LAST, None, "2024-10-01/2024-10-31"),
        (FIRST, LAST, MONTH, "2024-10"),
        (FIRST, date(2024, 10, 18), MONTH, "2024-10-01/2024-10-18"),  # closed by the statement
        (FIRST, None, MONTH, "2024-10-01/.."),
        (None, LAST, None, "../2024-10-31"),
        (None, None, None, ""),
        (None, None, MONTH, ""),
    ],
)
def test_days_are_told_in_edtf(
    first: date | None, last: date | None, timex: Timex | None, told: str
) -> None:
    assert edtf(Interval(first, last, None, "", timex)) == told
