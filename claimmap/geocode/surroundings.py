"""What a document says about the world: the countries, peoples and regions that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimmap.geocode.mentions import Mention


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document says about the world: shares of its names, and of the people it names.

    stated: country codes with the number of times that a country or its people is named.
    regions: ids of the regions that the text names or puts something in.
    homes: ids of the outlet's home places.
    """

    stated: Mapping[str, float]
    regions: frozenset[int]
    homes: frozenset[int]


def survey(
    mentions: Sequence[Mention],
    demonyms: Iterator[tuple[str, tuple[str, ...]]],
    homes: frozenset[int],
) -> Surroundings:
    """What a document's names and peoples say about the world."""
    regions = {id_ for one in mentions for id_ in one.containers}
    for one in mentions:
        if one.candidates and one.candidates[0].kind == "region":
            regions.add(one.candidates[0].id)
    return Surroundings(count_countries(mentions, demonyms), frozenset(regions), homes)


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


def stated_by(mention: Mention) -> dict[str, float]:
    """What a mention itself adds to ``count_countries``."""
    peoples = [place.country for place in mention.candidates if place.id in mention.peopled]
    codes = mention.countries or peoples
    return dict.fromkeys(codes, len(mention.indices) / len(codes)) if codes else {}
