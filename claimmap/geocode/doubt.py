"""How far the best candidate of a name is to be believed, and whether that is enough."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimmap.geocode.masses import kilometres
from claimmap.geocode.mentions import Mention

SAME_KM = 25.0  # candidates so near to each other are one ground: a town and its district
LEAST = 0.15  # a place needs this much belief to be one at all
LEAST_SPELLED = 0.25  # one of nearly that name
LEAST_LENT = 0.4  # one that is only named around is no answer to "where is that name?"


def choose(mention: Mention, shares: Sequence[float]) -> tuple[int, float]:
    """The best candidate's number, and the belief in its ground: in all that lie within 25 km.

    shares: the candidates' probabilities; there must be one at least.
    """
    best = max(range(len(shares)), key=shares.__getitem__)
    chosen = mention.candidates[best]
    near = (kilometres(place, chosen) <= SAME_KM for place in mention.candidates)
    return best, math.fsum(share for share, on in zip(shares, near, strict=True) if on)


def is_enough(mention: Mention, number: int, belief: float) -> bool:
    """Whether a candidate, whose ground is so believed in, may be called the name's place."""
    if mention.lent:
        return belief >= LEAST_LENT
    spelled = mention.candidates[number].id in mention.spelled
    return belief >= (LEAST_SPELLED if spelled else LEAST)
