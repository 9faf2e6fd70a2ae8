"""Days as a reader reads them, and as a file keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from claimmap.model import Interval

PRECISIONS: Mapping[int | None, str] = MappingProxyType(
    {1: "to the day", 2: "to the week", 3: "to the month or wider", None: ""}
)
"""ACLED's time precision in words; "" where no day is known."""


def show_days(first: date | None, last: date | None) -> str:
    """A range of days in words: "18 October 2024", "1 to 31 August 2024".

    An open end is said, and not which of the two it means, that it lasts or that nobody knows:
    "from 1 August 2024 on, end open".
    """
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        if first:
            return f"from {show_day(first)} on, end open"
        return f"up to {show_day(last)}, beginning open"
    if first == last:
        return show_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {show_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {show_day(last)}"
    return f"{show_day(first)} to {show_day(last)}"


def show_day(day: date | None) -> str:
    """A day in words, "" for none."""
    return f"{day.day} {day:%B} {day.year}" if day else ""


def iso_day(day: date | None) -> str | None:
    """A day as ISO 8601 writes it, None for none."""
    return day.isoformat() if day else None


def edtf(interval: Interval) -> str:
    """The days in EDTF (ISO 8601-2), ".." for an open end; "" where none is known.

    The words' own form ("2024-10" for a month) where the interval is just what they mean.
    """
    first, last, timex = interval.first, interval.last, interval.timex
    if first is None and last is None:
        return ""
    if timex and timex.edtf and (timex.first, timex.last) == (first, last):
        return timex.edtf
    if first == last:
        return str(iso_day(first))
    return f"{iso_day(first) or '..'}/{iso_day(last) or '..'}"
