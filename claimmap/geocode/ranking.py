"""How well each candidate of a name fits its document: a conditional logit in passes.

The first pass knows each name alone (prior: population, kind) and what is said beside it; each
later one adds how much the document's other names, as the pass before reads them, lie near, in
the same region and in the same country. The coefficients of weights.py are fitted by
tests/bench/fit_places.py.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimmap.geocode.doubt import choose
from claimmap.geocode.features import Features, container_features, level_of, own_features
from claimmap.geocode.lookup import look_up
from claimmap.geocode.masses import Masses, mass_features
from claimmap.geocode.mentions import Mention, find_demonyms, find_mentions
from claimmap.geocode.places import Places
from claimmap.geocode.surroundings import survey
from claimmap.geocode.unlisted import Lenders, lend
from claimmap.model import Document, Place, Toponym

NOWHERE = "nowhere"  # the utility of "none of the candidates"

# Coefficients that the corpora cannot tell: they name no outlet and misspell next to nothing.
BY_HAND = {
    "outlet's home": 2.0,
    "spelled, of a country named": 1.5,
    "spelled, of none of those named": -1.5,
    "spelled, alike": 1.0,
    "spelled, sounds alike": 1.0,
    "spelled, like a great city": 2.0,
    "a capital that acts": 2.5,
    "its people": 4.0,
    "named with its owner": 5.0,
    "said to be the capital it is": 4.0,
    "apposed container, fits": 2.0,
    "its city bears the name": -4.0,
    "a country bears the bare name": -3.0,
    "a country nearly of that name": -3.0,
    "a water after an article": 6.0,
}

Weights = Mapping[str, float]


@dataclass(slots=True)
class Ranked:
    """A mention, its candidates' features and, after a pass, their probabilities."""

    mention: Mention
    regions: list[int]
    features: list[Features]
    shares: list[float]


def rank(
    toponyms: Sequence[Toponym], document: Document, places: Places, passes: Sequence[Weights]
) -> list[Ranked]:
    """Every name of the document with its candidates' probabilities, after all passes."""
    ranked = read_features(toponyms, document, places)
    score(ranked, passes[0])
    for table in passes[1:]:
        look_around(ranked, places)
        score(ranked, table)
    return ranked


def look_around(ranked: Sequence[Ranked], places: Places) -> None:
    """Set what a later pass knows beside, by the probabilities of the pass before."""
    lend_places(ranked, places)
    add_masses(ranked)


def lend_places(ranked: Sequence[Ranked], places: Places) -> None:
    """Give the names without a candidate those that the text names around."""
    lenders = Lenders.of(
        (one.mention, one.mention.candidates[choose(one.mention, one.shares)[0]])
        for one in ranked
        if one.shares and not one.mention.lent
    )
    for one in ranked:
        if one.mention.candidates and not one.mention.lent:
            continue
        lent = lend(one.mention, lenders)
        one.mention.lent = True
        one.mention.candidates = tuple(place for place, _ in lent)
        one.regions = [region_id(place, places) for place, _ in lent]
        one.features = [
            features | container_features(one.mention, place, holders_of(place, places))
            for place, features in lent
        ]
        one.shares = []


def read_features(toponyms: Sequence[Toponym], document: Document, places: Places) -> list[Ranked]:
    """The names of a document with the features of the first pass."""
    mentions = find_mentions(toponyms, document, places)
    demonyms = list(find_demonyms(document.text, places))
    for mention in mentions:
        look_up(mention, [word for word, _ in demonyms], places)
    around = survey(mentions, iter(demonyms), _find_homes(document.outlet, places))
    ranked = []
    for mention in mentions:
        regions = [region_id(place, places) for place in mention.candidates]
        features = []
        for number, (place, region) in enumerate(zip(mention.candidates, regions, strict=True)):
            own = own_features(
                mention, place, number, around, region=region, capital=places.is_capital(place)
            )
            if mention.containers:
                own |= container_features(mention, place, holders_of(place, places))
            features.append(own)
        ranked.append(Ranked(mention, regions, features, []))
    return ranked


def score(ranked: Sequence[Ranked], table: Weights) -> None:
    """Turn features into probabilities by a table of coefficients."""
    for one in ranked:
        utilities = [weigh(features, table) for features in one.features]
        one.shares = probabilities(utilities, table) if utilities else []


def add_masses(ranked: Sequence[Ranked]) -> None:
    """Set the features of a later pass, from the probabilities of the pass before."""
    everywhere = Masses()
    owns = []
    for one in ranked:
        own = Masses()
        add_ranked(own, one)
        add_ranked(everywhere, one)
        owns.append(own)
    names = sum(bool(one.shares) for one in ranked)
    for one, own in zip(ranked, owns, strict=True):
        for place, region, features in zip(
            one.mention.candidates, one.regions, one.features, strict=True
        ):
            level = "lent place" if one.mention.lent else level_of(place)
            masses = mass_features(place, region, own, everywhere, names)
            features.update({f"{name} of a {level}": value for name, value in masses.items()})


def add_ranked(masses: Masses, one: Ranked) -> None:
    """Add the probabilities of a mention's candidates to where they lie."""
    if one.mention.lent:
        return
    for place, region, share in zip(one.mention.candidates, one.regions, one.shares, strict=True):
        masses.add(place, region, share)


def weigh(features: Features, weights: Weights) -> float:
    """The utility of a candidate."""
    utility = 0.0
    for name, value in features.items():
        if value:
            utility += value * (weights[name] if name in weights else BY_HAND.get(name, 0.0))
    return utility


def probabilities(utilities: Sequence[float], weights: Weights) -> list[float]:
    """Softmax over the candidates and "none of these"; sums to less than 1."""
    top = max([*utilities, weights.get(NOWHERE, 0.0)])
    parts = [math.exp(utility - top) for utility in utilities]
    whole = sum(parts) + math.exp(weights.get(NOWHERE, 0.0) - top)
    return [part / whole for part in parts]


def holders_of(place: Place, places: Places) -> tuple[int, int]:
    """Ids of the place's region and country, 0 where it has none."""
    country = places.country(place.country)
    return region_id(place, places), country.id if country else 0


def region_id(place: Place, places: Places) -> int:
    """The id of the place's first-level division; 0 where it has none."""
    region = places.region(place)
    return region.id if region else 0


def _find_homes(outlet: str, places: Places) -> frozenset[int]:
    """Regions of the places that an outlet's name names ("The Kyiv Independent")."""
    homes = set()
    for word in outlet.split():
        if word[:1].isupper():
            for place in places.places(word)[:3]:
                homes.add(region_id(place, places))
    return frozenset(homes - {0})
