"""Doubt in words: how sure a place is, how exactly the text says it, what its name does there.

Pages, popups and exports show these words as they come from here, and decide nothing themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from claimmap.model import DRAWN_ROLES, Role, Toponym

Certainty = Literal["sure", "likely", "doubtful"]

SURE = 0.9
"""A place is "sure" from this confidence on: of a hundred such, at most ten are wrong."""

LIKELY = 0.5
"""A place is "likely" from here on, more often right than wrong, and below it "doubtful"."""

ROLES: Mapping[Role, str] = {
    "scene": "where it happens",
    "origin": "where it comes from",
    "destination": "where it is bound",
    "container": "what the place named lies in",
    "metonym": "stands for a government",
    "affiliation": "whose it is",
    "seat": "where the speaker sat",
    "name": "part of a name",
}
"""What a place name does in its sentence."""

# The geo precisions 1 and 4 of ACLED's codebook; 2 and 3 depend on the place, see ``extent``.
_TOWN, _NEAR, _REGION, _COUNTRY = 1, 2, 3, 4
_VAGUE = frozenset({"area", "sea", "river"})


def certainty(confidence: float) -> Certainty:
    """A calibrated confidence (0 to 1) in a word."""
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "doubtful"


def extent(toponym: Toponym) -> str:
    """How exactly the text says where: ACLED's geo precision in words, and how far it reaches.

    "the town itself", "near it, within 25 km of Lyon, for the text says “near”", "the region",
    "the country only"; "" without a place.
    """
    place = toponym.place
    if place is None:
        return ""
    words = {
        _TOWN: "the town itself",
        _NEAR: "the district" if place.kind == "district" else "near it",
        _REGION: f"the {place.kind}" if place.kind in _VAGUE else "the region",
        _COUNTRY: f"the {place.kind} only",
    }
    told = [words[toponym.precision]] if toponym.precision else []
    if toponym.reach or toponym.radius_km > place.radius_km:
        told.append(f"within {toponym.radius_km:.0f} km of {place.name}, {_says(toponym)}")
    elif place.kind in _VAGUE and toponym.radius_km > 0:
        told.append(f"some {toponym.radius_km:.0f} km around its middle")
    return ", ".join(told)


def _says(toponym: Toponym) -> str:
    return f"for the text says “{toponym.reach}”" if toponym.reach else "as the text says"


def why_not_drawn(toponym: Toponym, claimed: bool) -> str:
    """Why a place name has no mark on the map; "" where it has one.

    claimed: whether a claim is about it.
    """
    if toponym.place is None:
        return "no place was found for it"
    if toponym.role not in DRAWN_ROLES:
        return ROLES[toponym.role]
    return "" if claimed else "no claim is about it"
