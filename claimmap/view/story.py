"""The claims as a story: in the order in which they were said, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from claimmap.view.columns import NO_DAY, Array, Columns, Flags, to_date, to_day
from claimmap.view.dates import show_days

_WIDEST = 1 << 20
"""More days than any statement spans; the last two widths are of statements open at one end."""
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class StoryDay:
    """The part of a day's claims that stands on one page.

    heading: the day in words, of several days where nobody said which, "" for claims without any.
    total: how many claims it has over all pages. begins: whether its first claim is here.
    """

    heading: str
    total: int
    claims: Array
    begins: bool


@dataclass(frozen=True, eq=False)
class Story:
    """Claims in the order of their statements, those without a day at the end.

    claims: positions in ``columns``; key: of each a number that rises, the same for the same day.
    """

    columns: Columns
    claims: Array
    key: Array

    @cached_property
    def days(self) -> int:
        """How many days (or times of several days) something was said on."""
        return len(np.unique(self.key[: self.dated]))

    @property
    def dated(self) -> int:
        """How many claims have a day."""
        return int(np.searchsorted(self.key, _NEVER))

    def page(self, start: int, size: int) -> Iterator[StoryDay]:
        """The days of the claims from ``start`` on, so many claims."""
        keys = self.key[start : start + size]
        for key in np.unique(keys):
            first, end = np.searchsorted(self.key, [key, key + 1 if key < _NEVER else key])
            end = end if key < _NEVER else len(self.key)
            here = self.claims[max(first, start) : min(end, start + size)]
            heading, begins = self._heading(int(here[0])), bool(first >= start)
            yield StoryDay(heading, int(end - first), here, begins)

    def start_of(self, day: date) -> int:
        """Where the claims said on that day or later begin."""
        return int(np.searchsorted(self.key, to_day(day) * _WIDEST))

    def ends(self) -> tuple[date, date] | None:
        """The first and the last day that a claim was said on; None where none has a day."""
        if not self.dated:
            return None
        first, last = (to_date(int(self.key[at] // _WIDEST)) for at in (0, self.dated - 1))
        return (first, last) if first and last else None

    def _heading(self, claim: int) -> str:
        columns = self.columns
        first, last = int(columns.statement_first[claim]), int(columns.statement_last[claim])
        return "" if first == last == NO_DAY else show_days(to_date(first), to_date(last))


def tell_story(columns: Columns, shown: Flags) -> Story:
    """The claims shown in the order of their statements; those of one day keep their order."""
    claims = np.flatnonzero(shown)
    first = columns.statement_first[claims].astype(np.int64)
    last = columns.statement_last[claims].astype(np.int64)
    begins = np.where(first == NO_DAY, last, first)
    width = np.clip(last - begins, 0, _WIDEST - 3)
    width[(first != NO_DAY) & (last == NO_DAY)] = _WIDEST - 1
    width[(first == NO_DAY) & (last != NO_DAY)] = _WIDEST - 2
    key = np.where(begins == NO_DAY, _NEVER, begins * _WIDEST + width)
    order = np.argsort(key, kind="stable")
    return Story(columns, claims[order], key[order])
