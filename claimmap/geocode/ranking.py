"""How well each candidate of a name fits its document: a conditional logit in two passes.

The first pass knows each name alone (prior: population, kind) and what is said beside it; the
second adds how much the document's other names, as the first pass reads them, lie near, in the
same region and in the same country. The coefficients of weights.py are fitted by
tests/bench/fit_places.py.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimmap.geocode.mentions import Gazetteer, Mention
from claimmap.geocode.names import name_key
from claimmap.model import Place

CELL_DEGREES = 0.7  # a cell and its neighbours reach 80 to 160 km
UNCOUNTED_PEOPLE = 3_000_000
ALIKE = 0.8  # of the letters of two spellings of one name
# "Lake Albert" is more often the lake than the town on some other one.
GROUND_WORDS = frozenset(
    ("lake", "river", "sea", "ocean", "mount", "mountain", "mountains", "cape", "bay", "gulf")
)
NAMESAKE_PEOPLE = 100_000
KM_PER_DEGREE = 111.2
NOWHERE = "nowhere"  # the utility of "none of the candidates"

# Coefficients that the corpora cannot tell: they name no outlet and misspell next to nothing.
BY_HAND = {
    "outlet's home": 2.0,
    "spelled, of a country named": 1.5,
    "a capital that acts": 2.5,
    "named with its owner": 5.0,
    "said to be the capital it is": 4.0,
    "apposed container, fits": 2.0,
    "a country bears the bare name": -3.0,
    "a water after an article": 6.0,
}

Features = dict[str, float]
Weights = Mapping[str, float]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document says about the world: shares of its names, and of the people it names.

    stated: country codes with the number of times that a country or its people is named.
    homes: ids of the outlet's home places.
    """

    stated: Mapping[str, float]
    homes: frozenset[int]


@dataclass(slots=True)
class Masses:
    """Probability mass of all names' candidates, by where they lie."""

    country: defaultdict[str, float]
    region: defaultdict[int, float]
    cell: defaultdict[Cell, float]


def own_features(
    mention: Mention,
    place: Place,
    rank: int,
    around: Surroundings,
    *,
    region: int,
    capital: bool,
) -> Features:
    """What a name, the words beside it and the countries named say for one candidate."""
    stated = dict(around.stated)
    for code in mention.countries:  # its own mentions are no support
        stated[code] = max(stated.get(code, 0.0) - len(mention.indices), 0.0)
    named = sum(stated.values())
    level = place.kind if place.kind in ("country", "region") else "town"
    spelled = place.id in mention.spelled
    bears = nearly_bears_name if spelled else bears_name
    features: Features = {
        f"population of a {level}": math.log10(people_of(place) + 10) / 7,
        f"kind {place.kind}": 1.0,
        "first": 1.0 if rank == 0 else 0.0,
        "rank": math.log(rank + 1),
        "own name": 1.0 if bears(place, mention.name) else 0.0,
        "country share": stated.get(place.country, 0.0) / named if named else 0.0,
        "country named": 1.0 if stated.get(place.country) else 0.0,
        "outlet's home": 1.0 if region in around.homes else 0.0,
        "spelled": 1.0 if spelled else 0.0,
        "capital": 1.0 if capital else 0.0,
        "a capital that acts": 1.0 if capital and mention.acts else 0.0,
        "named with its owner": 1.0 if place.id in mention.whole else 0.0,
    }
    features.update(_told_features(mention, place, capital=capital))
    if place.kind == "city" and set(mention.name.lower().split()) & GROUND_WORDS:
        features["a town named after ground"] = 1.0
    if spelled and stated.get(place.country):
        features["spelled, of a country named"] = 1.0
        features["spelled, long"] = 1.0 if len(mention.name) > 9 else 0.0
    if level != "town" and mention.level not in ("division", "city"):
        features["has a namesake city"] = 1.0 if has_namesake(mention, place) else 0.0
    if mention.level in ("division", "city"):
        division = place.kind in ("region", "district")
        agrees = division == (mention.level == "division")
        features[f"agrees that it is a {mention.level}"] = 1.0 if agrees else 0.0
    return features


def _told_features(mention: Mention, place: Place, *, capital: bool) -> Features:
    """What the name's own words, and those beside it, tell of the kind of place that it is."""
    features: Features = {}
    named_bare = name_key(place.name) == name_key(mention.name)
    if place.kind == "region" and mention.countries and mention.level != "division":
        # "Niger" is the country, not Niger State; "Georgia" may be either
        features["a country bears the bare name"] = 0.0 if named_bare else 1.0
    if mention.level == "capital" and capital:
        features["said to be the capital it is"] = 1.0
    if mention.level == "water" and place.kind in ("river", "sea"):
        features["a water after an article"] = 1.0
    return features


def people_of(place: Place) -> int:
    """Population; an area, sea or river counts as a region of middling fame."""
    return place.population or (0 if place.kind in ("city", "district") else UNCOUNTED_PEOPLE)


def has_namesake(mention: Mention, place: Place) -> bool:
    """Whether a great city shares a region's name: "Washington" alone is seldom the state."""
    return any(
        other.kind == "city"
        and other.population >= NAMESAKE_PEOPLE
        and other.country == place.country
        and bears_name(other, mention.name)
        for other in mention.candidates[:8]
    )


def bears_name(place: Place, name: str) -> bool:
    """Whether the name is the place's main one: "Washington" is for "Washington, D.C."."""
    own, asked = name_key(place.name.split(",")[0]), name_key(name)
    return asked in (own, own.removesuffix(" state"))


def nearly_bears_name(place: Place, name: str) -> bool:
    """The same for a misspelt name."""
    return SequenceMatcher(None, name_key(place.name), name_key(name)).ratio() >= ALIKE


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


def mass_features(place: Place, region: int, own: Masses, all_: Masses, names: int) -> Features:
    """How much of the other names' mass lies with a candidate. ``own``: the name's own mass."""
    others = max(names - 1, 1)
    near = sum(all_.cell[c] - own.cell[c] for c in neighbours(place))
    here = all_.region[region] - own.region[region] if region else 0.0
    country = all_.country[place.country] - own.country[place.country] if place.country else 0.0
    features = {
        "near mass": math.log1p(near),
        "near mass share": near / others,
        "region mass": math.log1p(here),
        "region mass share": here / others,
        "country mass": math.log1p(country),
        "country mass share": country / others,
    }
    # A country has no near and no region: its own scale must not be held against it.
    level = place.kind if place.kind in ("country", "region") else "town"
    return {f"{name} of a {level}": value for name, value in features.items()}


def weigh(features: Features, weights: Weights) -> float:
    """The utility of a candidate."""
    return sum(
        weights.get(name, BY_HAND.get(name, 0.0)) * value for name, value in features.items()
    )


def probabilities(utilities: Sequence[float], weights: Weights) -> list[float]:
    """Softmax over the candidates and "none of these"; sums to less than 1."""
    top = max([*utilities, weights.get(NOWHERE, 0.0)])
    parts = [math.exp(utility - top) for utility in utilities]
    whole = sum(parts) + math.exp(weights.get(NOWHERE, 0.0) - top)
    return [part / whole for part in parts]


def cell_of(place: Place) -> Cell:
    """The cell of a grid of about equal areas that the place lies in."""
    row = math.floor(place.latitude / CELL_DEGREES)
    return row, math.floor(place.longitude * _shrink(row) / CELL_DEGREES)


def neighbours(place: Place) -> Iterator[Cell]:
    """The place's cell and the eight around it."""
    row, _ = cell_of(place)
    for other in (row - 1, row, row + 1):
        column = math.floor(place.longitude * _shrink(other) / CELL_DEGREES)
        yield from ((other, column - 1), (other, column), (other, column + 1))


def _shrink(row: int) -> float:
    return math.cos(math.radians(min(abs((row + 0.5) * CELL_DEGREES), 89.0)))


def add_mass(masses: Masses, place: Place, region: int, share: float) -> None:
    """Add a candidate's probability to where it lies. A country or a region has no cell."""
    if place.country:
        masses.country[place.country] += share
    if region:
        masses.region[region] += share
    if place.kind in ("city", "district"):
        masses.cell[cell_of(place)] += share


def no_masses() -> Masses:
    """Masses before anything is added."""
    return Masses(defaultdict(float), defaultdict(float), defaultdict(float))


def count_countries(
    mentions: Sequence[Mention], demonyms: Iterator[tuple[str, tuple[str, ...]]]
) -> dict[str, float]:
    """How often each country is named, by its own name or its people's."""
    named: Counter[str] = Counter()
    for mention in mentions:
        for code in mention.countries:
            named[code] += len(mention.indices)
    shares: dict[str, float] = {code: float(count) for code, count in named.items()}
    for _, codes in demonyms:
        for code in codes:
            shares[code] = shares.get(code, 0.0) + 1.0 / len(codes)
    return shares


def region_id(place: Place, gazetteer: Gazetteer) -> int:
    """The id of the place's first-level division; 0 where it has none."""
    region = gazetteer.region(place)
    return region.id if region else 0


def kilometres(one: Place, other: Place) -> float:
    """Distance of two points on a flat map at their latitude: near enough within 500 km."""
    north = (one.latitude - other.latitude) * KM_PER_DEGREE
    east = (one.longitude - other.longitude + 180) % 360 - 180
    return math.hypot(north, east * KM_PER_DEGREE * math.cos(math.radians(one.latitude)))
