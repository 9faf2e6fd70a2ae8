"""A number as it is read so far, before ranges are joined and bare numbers get what they count."""

from __future__ import annotations

from dataclasses import dataclass

from claimmap.extract.how_many.bounds import Limit
from claimmap.extract.how_many.counted import Counted
from claimmap.extract.how_many.numbers import Number


@dataclass(frozen=True, slots=True)
class Read:
    """A number with its unit: ``start`` to ``end`` holds currency sign and unit.

    label: it names or orders something and counts nothing. alone: it is no end of a range.
    """

    number: Number
    start: int
    end: int
    unit: str
    counted: Counted | None
    limit: Limit
    label: bool = False
    alone: bool = False
