"""A row's cells, each read as what its column holds, or refused with what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import TypeVar

from claimmap.reading.days import read_day
from claimmap.reading.limits import ReadingError

MAX_SENTENCE = 100_000
"""The longest sentence of a claim, in characters."""

MAX_WORDS = 2_000
"""The longest other text of a claim, in characters."""

MAX_RECORD = 1_000_000
"""The longest record of a claim (``records``), in characters."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# What an export puts before a cell that a spreadsheet would run as a formula.
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:\.\d{0,20})?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_LARGEST_ID = 2**31 - 1

Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    number: in its file. cells: what they hold under the names that an export has; the empty ones
    are left out. called: what the file calls these where it calls them otherwise.
    """

    number: int
    cells: Mapping[str, str]
    called: Mapping[str, str] = field(default_factory=dict)

    def name(self, name: str) -> str:
        """What the file calls a column."""
        return self.called.get(name, name)

    def text(self, name: str, most: int = MAX_WORDS) -> str:
        """A cell's text, "" where it is empty."""
        value = self.cells.get(name, "").replace("\r\n", "\n")
        if len(value) > most:
            raise ReadingError(
                f"its {self.name(name)} is longer than {most:,} characters. Shorten it."
            )
        if _CONTROL.search(value):
            raise ReadingError(f"its {self.name(name)} holds control characters. Take them out.")
        return value

    def needed(self, name: str, most: int = MAX_WORDS) -> str:
        """The same of a cell that must hold something."""
        if value := self.text(name, most):
            return value
        raise ReadingError(f"its {self.name(name)} is empty. Fill it in, or leave the row out.")

    def one_of(self, name: str, known: Collection[Choice], other: Choice) -> Choice:
        """A cell that holds one of some words; ``other`` where it is empty."""
        value = self.text(name)
        found = next((one for one in known if one == value.strip()), None)
        if value and found is None:
            raise ReadingError(f"{self.name(name)}: {value[:40]!r} is none of {', '.join(known)}.")
        return found or other

    def number_of(self, name: str, low: float, high: float) -> float | None:
        """A cell's number between two, None where it is empty."""
        value = self.text(name).strip()
        if not value:
            return None
        number = float(value) if _NUMBER.fullmatch(value) else float("nan")
        if not isfinite(number) or not low <= number <= high:
            raise ReadingError(
                f"{self.name(name)}: {value[:40]!r} is no number from {low:,.10g} to {high:,.10g}."
            )
        return number

    def whole(self, name: str, largest: int = _LARGEST_ID) -> int | None:
        """A cell's whole number, None where it is empty."""
        number = self.number_of(name, -largest, largest)
        if number is not None and number != int(number):
            raise ReadingError(f"{self.name(name)}: {self.cells[name][:40]!r} is no whole number.")
        return None if number is None else int(number)

    def day(self, name: str) -> date | None:
        """A cell's day, None where it is empty."""
        value = self.text(name).strip()
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            day = read_day(value)
        if day is None:
            raise ReadingError(
                f"{self.name(name)}: {value[:40]!r} is no day, or two. Write it as YYYY-MM-DD,"
                " such as 2024-10-18."
            )
        return day

    def days(self, name: str) -> tuple[date | None, date | None]:
        """The days of the columns ``name``_first and ``name``_last."""
        first, last = self.day(f"{name}_first"), self.day(f"{name}_last")
        if first and last and first > last:
            raise ReadingError(f"its {name} ends before it begins. Turn the two days round.")
        return first, last

    def id(self, name: str) -> str:
        """A cell's id of a claim or a report."""
        value = self.needed(name)
        if not _ID.fullmatch(value):
            raise ReadingError(f"{self.name(name)}: {value[:40]!r} is no id such as an export has.")
        return value


def read_cell(value: object) -> str:
    """What a cell holds, as it was before an export made it safe for spreadsheets."""
    if value is None or isinstance(value, bool | dict | list):
        return ""
    text = str(value)
    return text[1:] if _ESCAPED.match(text) else text
