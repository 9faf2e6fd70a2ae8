"""A day as people and machines write it -> a date; nothing is made of what can be read two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

Order = Literal["day first", "month first"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
WRITTEN = (
    rf"(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>\d{{4}}))?)"
)
"""A day in words, with a year or without ("Oct. 18", "18 October 2024"); ignore case."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ].*)", re.DOTALL)
_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:$|[T\d].*)", re.DOTALL)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:$|\s.*)", re.DOTALL)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:$|[\s,T].*)", re.DOTALL)
_IN_WORDS = re.compile(rf"(?:[a-z]{{3,9}}\.?,?\s+)?{WRITTEN}(?:$|\W.*)", re.IGNORECASE | re.DOTALL)
_FIRST_YEAR = 1500
_NO_DAY = {date(1970, 1, 1), date(1980, 1, 1), date(1601, 1, 1)}  # where clocks begin
_LONGEST = 100


def read_day(value: object, order: Order | None = None) -> date | None:
    """The day that a value names, of a moment the day in its own zone; None where it names none.

    order: how "3/4/2024" is to be read; None reads it only where one of the two is above 12.
    """
    if isinstance(value, datetime):
        return _plausible(value.date())
    if isinstance(value, date):
        return _plausible(value)
    text = str(value or "").strip()
    if not text or len(text) > _LONGEST:
        return None
    for pattern in (_ISO, _COMPACT, _YEAR_FIRST):
        if found := pattern.fullmatch(text):
            return make_day(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _in_order(int(found[1]), int(found[2]), found[3], order)
    if found := _IN_WORDS.fullmatch(text):
        return written_day(found, found["y1"] or found["y2"])
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return _plausible(parsedate_to_datetime(text).date())
    return None


def find_order(values: Iterable[object]) -> Order | None:
    """How a column of days is to be read, told by one that has no second reading."""
    orders: set[Order] = set()
    for value in values:
        found = _NUMBERS.fullmatch(str(value or "").strip()[:_LONGEST])
        if found and int(found[1]) > 12 >= int(found[2]):
            orders.add("day first")
        elif found and int(found[2]) > 12 >= int(found[1]):
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def written_day(found: re.Match[str], year: object) -> date | None:
    """The day of a match of ``WRITTEN`` in this year; None without a year."""
    month = _MONTHS[(found["m1"] or found["m2"]).rstrip(".").casefold()]
    return make_day(year, month, found["d1"] or found["d2"])


def make_day(year: object, month: object, day: object) -> date | None:
    """The day of these three, as numbers or digits; None where there is no such day."""
    try:
        return _plausible(date(int(str(year)), int(str(month)), int(str(day))))
    except ValueError:
        return None


def _in_order(one: int, two: int, year: str, order: Order | None) -> date | None:
    if one > 12 or one == two:
        return make_day(year, two, one)
    if two > 12:
        return make_day(year, one, two)
    if order is None:
        return None
    return make_day(year, one, two) if order == "month first" else make_day(year, two, one)


def _plausible(day: date) -> date | None:
    return None if day in _NO_DAY or day.year < _FIRST_YEAR else day
