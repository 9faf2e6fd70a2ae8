"""How well toponyms found agree with those given, in the field's terms (Gritta et al. 2020).

Pairs are made one to one within a document, exact spans first, then the longest overlaps; counts
are over all documents together.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.bench.places.corpus import NEAR_KM, Named, great_circle_km

MAX_KM = 20_038.0  # half the way around the earth: how far off a toponym is that was not placed

Pair = tuple[Sequence[Named], Sequence[Named]]
"""The toponyms given and found of one document."""


@dataclass(slots=True)
class Tally:
    """How many are right, found and given; their precision, recall and F1 are 0 of nothing."""

    right: int = 0
    found: int = 0
    given: int = 0

    @property
    def precision(self) -> float:
        """The share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the given that was found."""
        return self.right / self.given if self.given else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.given) if self.right else 0.0


@dataclass(slots=True)
class Score:
    """What is counted over documents.

    exact, overlap: of spans. end_to_end: of toponyms that overlap one given and lie within 161 km
    of it; those without a point on either side are left out. errors: kilometres of those given
    with a point that were placed. placeable: how many have a point.
    """

    exact: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    end_to_end: Tally = field(default_factory=Tally)
    errors: list[float] = field(default_factory=list)
    placeable: int = 0

    @property
    def all_errors(self) -> list[float]:
        """The errors of all given with a point: one not placed is off by ``MAX_KM``."""
        return self.errors + [MAX_KM] * (self.placeable - len(self.errors))


def score(documents: Iterable[Pair], kind: str = "") -> Score:
    """Count over documents.

    kind: the only kind given that counts; what is found at another is then neither right nor wrong.
    """
    total = Score()
    for given, found in documents:
        if kind:
            given, found = _only(kind, given, found)
        _count(given, found, total)
    return total


def match(given: Sequence[Named], found: Sequence[Named]) -> Iterator[tuple[int, int]]:
    """One-to-one pairs of overlapping toponyms: exact spans first, then the longest overlaps."""
    used_given: set[int] = set()
    used_found: set[int] = set()
    for _, _, i, j in sorted(_overlaps(given, found)):
        if i not in used_given and j not in used_found:
            used_given.add(i)
            used_found.add(j)
            yield i, j


def accuracy(errors: Sequence[float]) -> float:
    """The share of errors of at most 161 km, 0 of none."""
    return sum(error <= NEAR_KM for error in errors) / len(errors) if errors else 0.0


def mean(errors: Sequence[float]) -> float:
    """The mean of the errors in kilometres, NaN of none."""
    return statistics.fmean(errors) if errors else math.nan


def median(errors: Sequence[float]) -> float:
    """The median of the errors in kilometres, NaN of none."""
    return statistics.median(errors) if errors else math.nan


def area(errors: Sequence[float]) -> float:
    """The area under the sorted curve of ln(1 + km), 0 best and 1 worst, NaN of none."""
    logs = [math.log1p(error) for error in sorted(errors)]
    if len(logs) < 2:
        return logs[0] / math.log1p(MAX_KM) if logs else math.nan
    under = sum(logs) - (logs[0] + logs[-1]) / 2
    return under / (math.log1p(MAX_KM) * (len(logs) - 1))


def _overlaps(
    given: Sequence[Named], found: Sequence[Named]
) -> Iterator[tuple[bool, int, int, int]]:
    for i, one in enumerate(given):
        for j, other in enumerate(found):
            if (shared := one.overlap(other)) > 0:
                yield not _is_same(one, other), -shared, i, j


def _is_same(one: Named, other: Named) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _only(kind: str, given: Sequence[Named], found: Sequence[Named]) -> Pair:
    others = {j for i, j in match(given, found) if given[i].kind != kind}
    return (
        [one for one in given if one.kind == kind],
        [one for j, one in enumerate(found) if j not in others],
    )


def _count(given: Sequence[Named], found: Sequence[Named], total: Score) -> None:
    pairs = list(match(given, found))
    for tally, right in (
        (total.exact, sum(_is_same(given[i], found[j]) for i, j in pairs)),
        (total.overlap, len(pairs)),
    ):
        tally.right += right
        tally.found += len(found)
        tally.given += len(given)
    errors = [
        great_circle_km(one, other)
        for i, j in pairs
        if (one := given[i].point) is not None and (other := found[j].point) is not None
    ]
    pointless = {j for i, j in pairs if given[i].point is None}
    placeable = sum(one.point is not None for one in given)
    total.errors += errors
    total.placeable += placeable
    total.end_to_end.right += sum(error <= NEAR_KM for error in errors)
    total.end_to_end.given += placeable
    total.end_to_end.found += sum(
        one.point is not None and j not in pointless for j, one in enumerate(found)
    )
