"""Who speaks of which places, and how often: drawn by Zipf's law, the same for the same seed."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from claimmap.model import Place, PlaceKind, Source, SourceKind

PLACES, SOURCES, OUTLETS = 20_000, 200, 40
EXPONENT = 1.05
"""Of Zipf's law: the first of 20,000 places has a ninth of all claims, half have ten or fewer."""

# How many places of a kind there are at most; cities fill up the rest.
_OTHERS: dict[PlaceKind, int] = {"country": 150, "region": 400, "sea": 20, "area": 30}
_PAPERS = ("Courier", "Gazette", "Herald", "Monitor", "Observer", "Post", "Telegraph", "Tribune")
_FIRST = ("Ada", "Boris", "Chiara", "Dilan", "Esther", "Farid", "Greta", "Hugo", "Ines", "Jun")
_LAST = ("Abara", "Brandt", "Costa", "Dimov", "Eriksen", "Fontaine", "Gruber", "Hayashi", "Ito")
_BODIES: dict[str, SourceKind] = {
    "Ministry of Health": "government",
    "Ministry of Transport": "government",
    "Coast Guard": "military",
    "Rail Company": "company",
    "Red Crescent": "NGO",
    "Institute of Statistics": "expert",
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class World:
    """Draws from one seed: each call gives the next place, source, outlet."""

    place: Callable[[], Place]
    source: Callable[[], Source]
    outlet: Callable[[], str]


def make_world(rng: random.Random, gazetteer: Iterable[Place], most: int = PLACES) -> World:
    """The draws over ``most`` of the gazetteer's places, and over sources and outlets of no one."""
    places = choose_places(gazetteer)
    rng.shuffle(places)
    countries = [place.name for place in places if place.kind == "country"]
    return World(
        zipf(rng, places[:most]),
        zipf(rng, make_sources(countries)),
        zipf(rng, make_outlets(countries)),
    )


def choose_places(gazetteer: Iterable[Place]) -> list[Place]:
    """Up to ``PLACES`` places, the most populous of each kind: nearly all of them cities."""
    by_kind: dict[PlaceKind, list[Place]] = {}
    for place in gazetteer:
        by_kind.setdefault(place.kind, []).append(place)
    for some in by_kind.values():
        some.sort(key=lambda place: (-place.population, place.id))
    others = [place for kind, most in _OTHERS.items() for place in by_kind.get(kind, [])[:most]]
    return others + by_kind.get("city", [])[: PLACES - len(others)]


def make_sources(countries: Sequence[str]) -> list[Source]:
    """``SOURCES`` sources: bodies of the countries, and people."""
    people = [
        Source(f"{first} {last}", "person", "a resident") for first in _FIRST for last in _LAST
    ]
    bodies = [
        Source(f"{body} of {country}", kind)
        for country in countries
        for body, kind in _BODIES.items()
    ]
    mixed = [source for pair in zip(bodies, people, strict=False) for source in pair]
    return (mixed + bodies[len(people) :])[:SOURCES]


def make_outlets(countries: Sequence[str]) -> list[str]:
    """``OUTLETS`` names of newspapers."""
    names = [f"{country} {paper}" for country in countries for paper in _PAPERS]
    return names[:: max(len(names) // OUTLETS, 1)][:OUTLETS]


def zipf(rng: random.Random, items: Sequence[T]) -> Callable[[], T]:
    """Draw an item, the n-th as often as 1 / n ** ``EXPONENT``."""
    sums = list(accumulate(1 / rank**EXPONENT for rank in range(1, len(items) + 1)))
    return lambda: items[bisect(sums, rng.random() * sums[-1])]
