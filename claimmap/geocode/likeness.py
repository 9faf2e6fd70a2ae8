"""How a name compares with the names of its candidates: whose own it is, and how nearly spelt."""

from __future__ import annotations

import math
from difflib import SequenceMatcher

from claimmap.geocode.masses import kilometres
from claimmap.geocode.mentions import Mention
from claimmap.geocode.names import name_key, split_level
from claimmap.geocode.sounds import sound_of
from claimmap.geocode.spelling import difference
from claimmap.model import Place

ALIKE = 0.8  # of the letters of two spellings of one name
LONGEST_APART = 9.0
FAR_APART = 0.15  # of a sound's length: what spelling.allowance grants
NAMESAKE_PEOPLE = 100_000
CITY_PEOPLE = 5_000
NEAR_KM = 150.0


def spelled_features(mention: Mention, place: Place) -> dict[str, float]:
    """How near a name comes to one that it may be a misspelling of."""
    asked, borne = name_key(mention.name), name_key(place.name.split(",")[0])
    alike = SequenceMatcher(None, asked, borne).ratio()
    alike = max(alike - ALIKE, 0.0) / (1 - ALIKE)
    length = max(len(sound_of(asked)), 1)
    apart = difference(sound_of(asked), sound_of(borne), LONGEST_APART) / length
    return {
        "spelled, alike": alike,
        "spelled, sounds alike": max(1.0 - apart / FAR_APART, 0.0),
        "spelled, like a great city": max(math.log10(place.population + 10) - 5, 0.0) * alike,
        "spelled, long": 1.0 if len(mention.name) > 9 else 0.0,
    }


def has_namesake(mention: Mention, place: Place) -> bool:
    """Whether a great city shares a region's name: "Washington" alone is seldom the state."""
    return any(
        other.kind == "city"
        and other.population >= NAMESAKE_PEOPLE
        and other.country == place.country
        and (nearly_bears_name if other.id in mention.spelled else bears_name)(other, mention.name)
        for other in mention.candidates[:8]
    )


def names_its_city(mention: Mention, place: Place) -> bool:
    """Whether a division's name is rather its city's: "Kursk" alone, unlike "Kursk region".

    So it is where the division is more fully named, or where the city is most of it ("Shanghai");
    "New York" may be either.
    """
    bare = bears_name(place, mention.name)
    return any(
        other.kind == "city"
        and other.population >= max(CITY_PEOPLE, bare * place.population / 2)
        and other.country == place.country
        and kilometres(other, place) <= max(place.radius_km, NEAR_KM)
        for other in mention.candidates[:12]
    )


def is_namesake_misspelt(mention: Mention, place: Place) -> bool:
    """Whether a name nearly a country's is another place's own: "Columbia" is not Colombia."""
    name = mention.name
    if bears_name(place, name) or not nearly_bears_name(place, name):
        return False
    return any(bears_name(other, name) for other in mention.candidates if other.kind == "city")


def bears_name(place: Place, name: str) -> bool:
    """Whether the name is the place's main one: "Washington" is for "Washington, D.C.".

    Words for kinds of division are one: "Poltava region" is for "Poltava Oblast".
    """
    own, asked = name_key(place.name.split(",")[0]), name_key(name)
    if asked in (own, own.removesuffix(" state")):
        return True
    stem, level = split_level(asked)
    return level == "division" and stem == split_level(own)[0]


def nearly_bears_name(place: Place, name: str) -> bool:
    """The same for a misspelt name."""
    return SequenceMatcher(None, name_key(place.name), name_key(name)).ratio() >= ALIKE
