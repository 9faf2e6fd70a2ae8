"""Days as a reader reads them, and as a file keeps them."""

from __future__ import annotations

from datetime import date


def show_days(first: date | None, last: date | None) -> str:
    """A range of days in words: "18 October 2024", "1 to 31 August 2024", "since 1 August 2024"."""
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"since {show_day(first)}" if first else f"until {show_day(last)}"
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
