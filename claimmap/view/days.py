"""Claims over days: how far they reach."""

from __future__ import annotations

from datetime import date

from claimmap.view.columns import DAYS, NO_DAY, Columns, first_day, to_date


def data_extent(columns: Columns) -> tuple[date, date] | None:
    """The first and the last day of all claims over all three times; None where there is none."""
    first = to_date(first_day(columns))
    last = to_date(max(int(getattr(columns, name).max(initial=NO_DAY)) for name in DAYS))
    return (first, last) if first and last else None
