"""Whether confidence is right as often as it says (expected calibration error, Guo et al. 2017)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimmap.model import Toponym
from tests.bench.places.corpus import NEAR_KM, Named, great_circle_km

BINS = 10  # of equal width

Outcome = tuple[float, bool]
"""The confidence of a placed toponym, and whether it lies within 161 km of the one given."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Those whose confidence lies in one tenth: how many, their mean confidence, the share right.

    number: of the tenth, 0 to 9.
    """

    number: int
    size: int
    confidence: float
    right: float


def outcomes(given: Sequence[Named], placed: Sequence[Toponym]) -> Iterable[Outcome]:
    """Of toponyms placed at the spans given, in their order; those without a point tell nothing."""
    for one, toponym in zip(given, placed, strict=True):
        if one.point is not None and toponym.place is not None:
            point = (toponym.place.latitude, toponym.place.longitude)
            yield toponym.confidence, great_circle_km(one.point, point) <= NEAR_KM


def reliability(found: Iterable[Outcome]) -> list[Bin]:
    """The bins that hold any, the least sure first."""
    tenths: dict[int, list[Outcome]] = {}
    for confidence, right in found:
        tenths.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return [
        Bin(
            number,
            len(members),
            math.fsum(confidence for confidence, _ in members) / len(members),
            sum(right for _, right in members) / len(members),
        )
        for number, members in sorted(tenths.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean gap between confidence and the share right, each bin by its size; NaN of none."""
    total = sum(one.size for one in bins)
    if not total:
        return math.nan
    return math.fsum(one.size * abs(one.confidence - one.right) for one in bins) / total
