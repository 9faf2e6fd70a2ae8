"""What a time expression means: a stretch of the calendar, a length, a repetition, or a vague hint.

The values follow TIMEX3 (ISO-TimeML, ISO 24617-1); the EDTF strings follow the Library of
Congress's Extended Date/Time Format (ISO 8601-2:2019).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimmap.extract.when.lexicon import MONTHS, WEEKDAYS
from claimmap.model import TimePrecision, TimexType

_EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means, before it is tied to its span.

    how: how it was reached, as a clause ("counted back from publication"). year: the year it lies
    in, negative before Christ, None where it has none; month: likewise, 1 to 12.
    """

    type: TimexType
    value: str
    first: date | None = None
    last: date | None = None
    precision: TimePrecision = "vague"
    edtf: str = ""
    how: str = ""
    year: int | None = None
    month: int | None = None

    def because(self, how: str) -> Meaning:
        """The same, with the way it was reached."""
        return replace(self, how=how)


def day(when: date) -> Meaning:
    """One day."""
    iso = when.isoformat()
    return Meaning("DATE", iso, when, when, "day", iso, "", when.year, when.month)


def week(when: date) -> Meaning:
    """The ISO 8601 week, Monday to Sunday, that holds the day."""
    year, number, weekday = when.isocalendar()
    first = shifted(when, "day", 1 - weekday)
    last = shifted(first, "day", 6)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    value = f"{year}-W{number:02}"
    return Meaning("DATE", value, first, last, "week", edtf, "", when.year, when.month)


def weekend(when: date) -> Meaning:
    """The Saturday and Sunday of the ISO week that holds the day."""
    whole = week(when)
    last = shifted(when, "day", 7 - when.isoweekday())
    first = shifted(last, "day", -1)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return replace(whole, value=whole.value + "-WE", first=first, edtf=edtf)


def month(year: int, number: int) -> Meaning:
    """A whole month; before Christ without days, which no ``date`` can hold."""
    value = f"{_year(year)}-{number:02}"
    if not _on_calendar(year):
        edtf = f"{_edtf_year(year)}-{number:02}"
        return Meaning("DATE", value, None, None, "month", edtf, "", year, number)
    first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
    return Meaning("DATE", value, first, last, "month", value, "", year, number)


def season(year: int, code: str) -> Meaning:
    """A season of the northern half of the earth, by whole months; winter runs into next year."""
    value, edtf = f"{_year(year)}-{code}", f"{_edtf_year(year)}-{_EDTF_SEASON[code]}"
    if not _on_calendar(year):
        return Meaning("DATE", value, None, None, "season", edtf, "", year)
    first = date(year, _SEASON_START[code], 1)
    last = shifted(shifted(first, "month", 3), "day", -1)
    return Meaning("DATE", value, first, last, "season", edtf, "", year)


def part_of_year(year: int, parts: int, number: int) -> Meaning:
    """A quarter (parts 4) or a half (parts 2) of a year, counted from 1."""
    letter, edtf = ("Q", 32 + number) if parts == 4 else ("H", 39 + number)
    value, edtf_value = f"{_year(year)}-{letter}{number}", f"{_edtf_year(year)}-{edtf}"
    if not _on_calendar(year):
        return Meaning("DATE", value, None, None, "season", edtf_value, "", year)
    length = 12 // parts
    first = date(year, 1 + length * (number - 1), 1)
    last = shifted(shifted(first, "month", length), "day", -1)
    return Meaning("DATE", value, first, last, "season", edtf_value, "", year)


def year(number: int) -> Meaning:
    """A whole year; -489 is 489 BC, which EDTF counts as -0488 (it has a year 0)."""
    if not _on_calendar(number):
        return Meaning("DATE", _year(number), None, None, "year", _edtf_year(number), "", number)
    first, last = date(number, 1, 1), date(number, 12, 31)
    return Meaning("DATE", _year(number), first, last, "year", f"{number:04}", "", number)


def decade(start: int) -> Meaning:
    """Ten years from a year that ends in 0."""
    tens = abs(start) // 10
    if not _on_calendar(start):
        value = f"BC{tens:03}" if start < 1 else f"{tens:03}"
        return Meaning("DATE", value, None, None, "decade", "", "", start)
    first, last = date(start, 1, 1), date(start + 9, 12, 31)
    return Meaning("DATE", f"{tens:03}", first, last, "decade", f"{tens:03}X", "", start)


def century(number: int) -> Meaning:
    """The 19th century is 1801 to 1900 by count and 18XX by name; we take the name's hundred."""
    hundred = abs(number) - 1
    if not _on_calendar(number * 100 - 99):
        value = f"BC{hundred:02}" if number < 1 else f"{hundred:02}"
        return Meaning("DATE", value, None, None, "century", "", "", number * 100)
    first, last = date(max(hundred * 100, 1), 1, 1), date(hundred * 100 + 99, 12, 31)
    edtf = f"{hundred:02}XX"
    return Meaning("DATE", f"{hundred:02}", first, last, "century", edtf, "", hundred * 100)


def vague(value: str, how: str) -> Meaning:
    """A hint without bounds: PAST_REF, PRESENT_REF, FUTURE_REF, or a mask such as XXXX-XX-XX.

    No day is made up for it: "recent months" has an end that nobody stated.
    """
    return Meaning("DATE", value, how=how)


def length(number: float | None, letters: str) -> Meaning:
    """A duration of ``number`` units (None: unknown), for example 3 and "D" -> P3D."""
    amount = "X" if number is None else f"{number:g}"
    value = f"PT{amount}{letters[1:]}" if letters.startswith("T") else f"P{amount}{letters}"
    return Meaning("DURATION", value, how="a length of time, tied to no day")


def unit_holding(when: date, unit: str) -> Meaning:
    """The day, week, month, ... that holds the day."""
    if unit == "week":
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return part_of_year(when.year, 4, (when.month + 2) // 3)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit == "century":
        return century(when.year // 100 + 1)
    return day(when)


_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shifted(when: date, unit: str, number: float) -> date:
    """The day ``number`` units later; at a border of the calendar, that border."""
    try:
        if unit in _DAYS:
            return when + timedelta(days=round(number * _DAYS[unit]))
        if unit not in _MONTHS:
            return when
        months = when.year * 12 + when.month - 1 + round(number * _MONTHS[unit])
        year_, month_ = divmod(months, 12)
        return date(year_, month_ + 1, min(when.day, monthrange(year_, month_ + 1)[1]))
    except (OverflowError, ValueError):
        return date.max if number > 0 else date.min


def in_words(meaning: Meaning) -> str:
    """The stretch as a person writes it: "Friday 18 October 2024", "August 2024"."""
    first, last = meaning.first, meaning.last
    if first and first == last:
        return _day_in_words(first)
    if meaning.precision == "month" and first and last and first.month == last.month:
        return f"{MONTHS[first.month - 1].title()} {first.year}"
    if first and last:
        return f"{_day_in_words(first)} to {_day_in_words(last)}"
    if first or last:
        return f"from {_day_in_words(first)}" if first else f"to {_day_in_words(last or date.max)}"
    return ""


def _day_in_words(when: date) -> str:
    name = f"{WEEKDAYS[when.weekday()].title()} " if when.year > 1900 else ""
    return f"{name}{when.day} {MONTHS[when.month - 1].title()} {when.year}"


def _year(number: int) -> str:
    return f"BC{-number:04}" if number < 1 else f"{number:04}"


def _edtf_year(number: int) -> str:
    """EDTF has a year 0, so that 480 BC is -0479; beyond 9999 it writes a "Y" before the year."""
    if number < 1:
        return f"{number + 1:05}"
    return f"{number:04}" if number <= 9999 else f"Y{number}"


def _on_calendar(number: int) -> bool:
    """Whether ``date`` can hold the year and the stretches that begin in it."""
    return 1 <= number <= date.max.year - 10
