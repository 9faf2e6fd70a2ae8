"""What a name, and the words beside it, say for one of its candidates."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimmap.geocode.likeness import (
    bears_name,
    has_namesake,
    is_namesake_misspelt,
    names_its_city,
    nearly_bears_name,
    spelled_features,
)
from claimmap.geocode.mentions import Mention
from claimmap.geocode.names import name_key
from claimmap.geocode.surroundings import Surroundings, stated_by
from claimmap.model import Place

UNCOUNTED_PEOPLE = 3_000_000
# "Lake Albert" is more often the lake than the town on some other one.
GROUND_WORDS = frozenset(
    ("lake", "river", "sea", "ocean", "mount", "mountain", "mountains", "cape", "bay", "gulf")
)
DIVISIONS = ("region", "district")

Features = dict[str, float]


def own_features(
    mention: Mention,
    place: Place,
    rank: int,
    around: Surroundings,
    *,
    region: int,
    capital: bool,
) -> Features:
    """What a name, the words beside it and the countries named say for one candidate.

    rank: the candidate's among those of the name. region: the id of its first-level division.
    """
    features = {
        **_known_features(mention, place, rank, capital=capital),
        **_stated_features(mention, place, around, region),
        **_told_features(mention, place, capital=capital),
    }
    if place.id in mention.spelled:
        named = features["country named"]
        features |= spelled_features(mention, place)
        features["spelled"] = 1.0
        features["spelled, of a country named"] = named
        features["spelled, of none of those named"] = 1.0 if around.stated and not named else 0.0
    return features


def _known_features(mention: Mention, place: Place, rank: int, *, capital: bool) -> Features:
    """What is known of the place whatever the text says of it."""
    bears = nearly_bears_name if place.id in mention.spelled else bears_name
    asked = mention.full if mention.level == "division" else mention.name
    before = {other.country for other in mention.candidates[:rank]}
    grounds = not GROUND_WORDS.isdisjoint(mention.name.lower().split())
    return {
        f"population of a {level_of(place)}": math.log10(people_of(place) + 10) / 7,
        f"kind {place.kind}": 1.0,
        "first": 1.0 if rank == 0 else 0.0,
        "rank": math.log(rank + 1),
        "first of its country": 0.0 if place.country in before else 1.0,
        "own name": 1.0 if bears(place, asked) else 0.0,
        "capital": 1.0 if capital else 0.0,
        "a town named after ground": 1.0 if grounds and place.kind == "city" else 0.0,
    }


def _stated_features(mention: Mention, place: Place, around: Surroundings, region: int) -> Features:
    """Whether the text names the place's country, people or region, its own mentions apart."""
    stated = dict(around.stated)
    for code, times in stated_by(mention).items():
        stated[code] = max(stated.get(code, 0.0) - times, 0.0)
    here, everywhere = stated.get(place.country, 0.0), sum(stated.values())
    return {
        "country share": here / everywhere if everywhere else 0.0,
        "country named": 1.0 if here else 0.0,
        "region named": 1.0 if region in around.regions and place.id != region else 0.0,
        "outlet's home": 1.0 if region in around.homes else 0.0,
    }


def _told_features(mention: Mention, place: Place, *, capital: bool) -> Features:
    """What the name's own words, and those beside it, tell of the kind of place that it is."""
    level, division = mention.level, place.kind in DIVISIONS
    bare = name_key(place.name) == name_key(mention.name)
    told = {
        "its people": place.id in mention.peopled,
        "named with its owner": place.id in mention.whole,
        "a capital that acts": capital and mention.acts,
        "said to be the capital it is": capital and level == "capital",
        "a town in a dateline": mention.opens and place.kind == "city",
        "a water after an article": level == "water" and place.kind in ("river", "sea"),
        # "Niger" is the country, not Niger State; "Georgia" may be either
        "a country bears the bare name": bool(mention.countries)
        and place.kind == "region"
        and level != "division"
        and not bare,
    }
    if place.kind == "country":
        told["a country nearly of that name"] = is_namesake_misspelt(mention, place)
    if level in ("division", "city"):
        told[f"agrees that it is a {level}"] = division == (level == "division")
    if level != "division" and division:
        told["its city bears the name"] = names_its_city(mention, place)
    if level not in ("division", "city") and level_of(place) != "town":
        told["has a namesake city"] = has_namesake(mention, place)
    return {name: 1.0 for name, true in told.items() if true}


def container_features(mention: Mention, place: Place, holders: Sequence[int]) -> Features:
    """Whether the text puts the name into what holds the place (1) or into something else (-1).

    holders: ids of the place's region and country.
    """
    told = {id_: how for id_, how in mention.containers.items() if id_ != place.id}
    if not told:
        return {}
    features = {f"{told[holder]} container": 1.0 for holder in holders if holder in told}
    if "apposed container" in features:
        features["apposed container, fits"] = 1.0
    return {**features, "container": 1.0 if features else -1.0}


def level_of(place: Place) -> str:
    """The scale of a place: a country, a region or what lies in one."""
    return place.kind if place.kind in ("country", "region") else "town"


def people_of(place: Place) -> int:
    """Population; an area, sea or river counts as a region of middling fame."""
    return place.population or (0 if place.kind in ("city", "district") else UNCOUNTED_PEOPLE)
