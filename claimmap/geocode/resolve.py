"""Toponyms to places: candidates ranked by the document, with the doubt that remains."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimmap.geocode import ranking, reasons, weights
from claimmap.geocode.mentions import Gazetteer, Mention, find_demonyms, find_mentions
from claimmap.model import Candidate, Document, Place, Toponym

SAME_KM = 25.0  # candidates so near to each other are one ground: a town and its district
KEPT = 5
LEAST = 0.1  # a place needs this much belief to be one at all
PRECISION: dict[str, Literal[1, 2, 3, 4]] = {
    "city": 1,
    "district": 2,
    "region": 3,
    "area": 3,
    "sea": 3,
    "river": 3,
    "country": 4,
}
WIDE_KM = 15.0


@dataclass(slots=True)
class Ranked:
    """A mention, its candidates' features and, after a pass, their probabilities."""

    mention: Mention
    regions: list[int]
    features: list[ranking.Features]
    shares: list[float]


def resolve(
    toponyms: Sequence[Toponym], document: Document, gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """Place a document's toponyms; the same toponyms come back in the same order.

    Each gets ``candidates`` (the best few, scores summing to at most 1), ``place``,
    ``confidence``, a one-line ``reason``, ACLED's geo ``precision`` and ``radius_km``. A name that
    the gazetteer lacks comes back without a place and says so. Roles do not matter here: a
    metonym has a place too, it is only not drawn.
    """
    ranked = rank(toponyms, document, gazetteer)
    chosen = [
        max(
            zip(one.shares, one.mention.candidates, strict=True),
            default=(0.0, None),
            key=lambda pair: pair[0],
        )[1]
        for one in ranked
    ]
    placed = list(toponyms)
    for number, one in enumerate(ranked):
        others = [place for i, place in enumerate(chosen) if place is not None and i != number]
        for index in one.mention.indices:
            placed[index] = _place(toponyms[index], one, others)
    return tuple(placed)


def rank(toponyms: Sequence[Toponym], document: Document, gazetteer: Gazetteer) -> list[Ranked]:
    """Both passes: every name of the document with its candidates' probabilities."""
    ranked = read_features(toponyms, document, gazetteer)
    score(ranked, weights.FIRST)
    add_masses(ranked)
    score(ranked, weights.SECOND)
    return ranked


def read_features(
    toponyms: Sequence[Toponym], document: Document, gazetteer: Gazetteer
) -> list[Ranked]:
    """The names of a document with the features of the first pass."""
    mentions = find_mentions(toponyms, document, gazetteer)
    stated = ranking.count_countries(mentions, find_demonyms(document.text, gazetteer))
    around = ranking.Surroundings(stated, _find_homes(document.outlet, gazetteer))
    ranked = []
    for mention in mentions:
        regions = [ranking.region_id(place, gazetteer) for place in mention.candidates]
        features = []
        for number, (place, region) in enumerate(zip(mention.candidates, regions, strict=True)):
            own = ranking.own_features(
                mention,
                place,
                number,
                around,
                region=region,
                capital=gazetteer.is_capital(place),
            )
            country = gazetteer.country(place.country)
            holders = [region, country.id if country else 0]
            features.append(own | ranking.container_features(mention, place, holders))
        ranked.append(Ranked(mention, regions, features, []))
    return ranked


def score(ranked: Sequence[Ranked], table: ranking.Weights) -> None:
    """Turn features into probabilities by a table of coefficients."""
    for one in ranked:
        utilities = [ranking.weigh(features, table) for features in one.features]
        one.shares = ranking.probabilities(utilities, table) if utilities else []


def add_masses(ranked: Sequence[Ranked]) -> None:
    """Add the features of the second pass, from the probabilities of the first."""
    everywhere = ranking.no_masses()
    owns = []
    for one in ranked:
        own = ranking.no_masses()
        add_ranked(own, one)
        add_ranked(everywhere, one)
        owns.append(own)
    names = sum(bool(one.mention.candidates) for one in ranked)
    for one, own in zip(ranked, owns, strict=True):
        for place, region, features in zip(
            one.mention.candidates, one.regions, one.features, strict=True
        ):
            features.update(ranking.mass_features(place, region, own, everywhere, names))


def add_ranked(masses: ranking.Masses, one: Ranked) -> None:
    """Add the probabilities of a mention's candidates to where they lie."""
    for place, region, share in zip(one.mention.candidates, one.regions, one.shares, strict=True):
        ranking.add_mass(masses, place, region, share)


def _find_homes(outlet: str, gazetteer: Gazetteer) -> frozenset[int]:
    """Regions of the places that an outlet's name names ("The Kyiv Independent")."""
    homes = set()
    for word in outlet.split():
        if word[:1].isupper():
            for place in gazetteer.places(word)[:3]:
                homes.add(ranking.region_id(place, gazetteer))
    return frozenset(homes - {0})


def _place(toponym: Toponym, one: Ranked, others: Sequence[Place]) -> Toponym:
    """The toponym with the best candidate, or told that there is none."""
    mention = one.mention
    order = sorted(range(len(one.shares)), key=lambda i: -one.shares[i])
    if not order:
        return replace(toponym, reason="no place of that name in the gazetteer")
    best = mention.candidates[order[0]]
    features = one.features[order[0]]
    belief = math.fsum(
        one.shares[i] for i in order if ranking.kilometres(mention.candidates[i], best) <= SAME_KM
    )
    candidates = tuple(
        Candidate(
            mention.candidates[i],
            round(one.shares[i], 4),
            reasons.of_candidate(mention, mention.candidates[i], one.features[i]),
        )
        for i in order[:KEPT]
    )
    if belief < LEAST:
        return replace(
            toponym,
            candidates=candidates,
            reason="no place of that name in the gazetteer fits the text",
        )
    wide = toponym.radius_km > 0 or mention.wide
    reach = max(toponym.radius_km, WIDE_KM if mention.wide else 0.0)
    precision = PRECISION[best.kind]
    return replace(
        toponym,
        candidates=candidates,
        place=best,
        confidence=round(belief, 4),
        reason=reasons.of_choice(mention, best, features, others),
        precision=2 if wide and precision == 1 else precision,
        radius_km=max(best.radius_km, reach),
    )
