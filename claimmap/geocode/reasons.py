"""Why a place was chosen, in one line that a reader can check against the text.

Told is what decided: the evidence that weighs most for the place and against the next best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from claimmap.geocode.doubt import SAME_KM
from claimmap.geocode.features import Features
from claimmap.geocode.masses import kilometres
from claimmap.geocode.mentions import Mention
from claimmap.geocode.ranking import Ranked, weigh
from claimmap.model import Place

NEARBY_KM = 300.0
UNLISTED = "named around it in the text"  # why a place is lent to a name that it does not bear
MOST_TOLD = 3
_LITTLE = 0.3  # of the utility: what weighs less did not decide

_BESIDE = "region or country stated beside the name"
_BEST_KNOWN = "the best known of that name"
# What features mean to a reader; several may mean one thing. A feature belongs to the first entry
# that its name begins with.
_MEANING = {
    "container": _BESIDE,
    "apposed container": _BESIDE,
    "within container": _BESIDE,
    "owner container": _BESIDE,
    "named with its owner": "named together with its country",
    "region named": "region named in text",
    "country": "country",
    "said to be the capital": "the text says it is the capital",
    "a water after an article": "the text speaks of a water",
    "a capital that acts": "a capital that stands for its government",
    "capital": "the capital of its country",
    "outlet's home": "the outlet's home",
    "its people": "named by its people",
    "population": _BEST_KNOWN,
    "first": _BEST_KNOWN,
    "rank": _BEST_KNOWN,
    "near mass": "near",
    "region mass": "near",
    "lent, just": "named next to it",
    "lent, most": "named most often",
    "lent, in": "part of the name",
}


def of_choice(one: Ranked, number: int, others: Sequence[Place], table: Mapping[str, float]) -> str:
    """The reason for a name's chosen candidate.

    number: the candidate's. others: the places of the document's other names. table: the
    coefficients of the last pass.
    """
    mention, place = one.mention, one.mention.candidates[number]
    told = [
        *_first_of_all(mention, place, one.features[number]),
        *(
            _in_words(meaning, place, others, one.features[number])
            for meaning in _deciding(one, number, table)
        ),
    ]
    told = [*dict.fromkeys(filter(None, told))]
    if len(mention.candidates) == 1:
        told = [words for words in told if words != _BEST_KNOWN]
        if not (mention.spelled or mention.lent or mention.peopled):
            told.append("the only place of that name")
    return "; ".join(told[:MOST_TOLD]) or _by_default(mention)


def of_none(mention: Mention) -> str:
    """Why a name has no place."""
    if mention.lent or not mention.candidates:
        return "no place of that name in the gazetteer"
    if len(mention.candidates) == len(mention.spelled):
        return "no place of that name in the gazetteer, and none spelled nearly so fits the text"
    if len(mention.candidates) == 1:
        return "the one place of that name in the gazetteer does not fit the text"
    return f"{len(mention.candidates)} places of that name, and the text does not tell which"


def of_candidate(mention: Mention, place: Place, features: Features) -> str:
    """What speaks for one candidate."""
    if mention.lent:
        return UNLISTED
    told = [f"spelled {place.name}"] if place.id in mention.spelled else []
    for name, value in features.items():
        if value > 0 and " mass" not in name:
            told.append(_in_words(_meaning(name), place, (), features))
    return "; ".join([*dict.fromkeys(filter(None, told))][:2])


def _first_of_all(mention: Mention, place: Place, features: Features) -> Iterator[str]:
    """What a reader must be told whatever decided."""
    if place.id in mention.spelled:
        yield f"spelled {place.name}"
    if mention.lent:
        yield f"not in the gazetteer; placed at {place.name}, {UNLISTED}"
    elif mention.wide:
        yield f"placed at {place.name}, which it is named after"
    if features.get("container", 0.0) > 0:
        yield _BESIDE
    if features.get(f"agrees that it is a {mention.level}"):
        yield f"the text says it is a {mention.level}"


def _deciding(one: Ranked, number: int, table: Mapping[str, float]) -> list[str]:
    """What speaks for a candidate and against the likeliest that lies elsewhere, most first."""
    chosen, places = one.features[number], one.mention.candidates
    elsewhere = [i for i, place in enumerate(places) if kilometres(place, places[number]) > SAME_KM]
    next_best = max(elsewhere, key=one.shares.__getitem__, default=None)
    rival = {} if next_best is None else one.features[next_best]
    gains: defaultdict[str, float] = defaultdict(float)
    for name in chosen.keys() | rival.keys():
        difference = chosen.get(name, 0.0) - rival.get(name, 0.0)
        gains[_meaning(name)] += weigh({name: difference}, table)
    return sorted((key for key in gains if gains[key] > _LITTLE), key=lambda key: -gains[key])


@cache
def _meaning(feature: str) -> str:
    return next((_MEANING[start] for start in _MEANING if feature.startswith(start)), "")


def _in_words(meaning: str, place: Place, others: Sequence[Place], features: Features) -> str:
    if meaning == "country":
        if features.get("country named") and place.kind != "country":
            return "country named in text"
        return _count("in the same country", (place.country == one.country for one in others))
    if meaning == "near":
        towns = [one for one in others if one.kind != "country"]
        near = (kilometres(place, one) <= NEARBY_KM for one in towns)
        return _count(f"within {NEARBY_KM:.0f} km", near)
    return meaning


def _count(where: str, agreeing: Iterator[bool]) -> str:
    """How many of the other places lie so, in words; "" where none do."""
    answers = [*agreeing]
    if not any(answers):
        return ""
    return f"{sum(answers)} of {len(answers)} other places lie {where}"


def _by_default(mention: Mention) -> str:
    return f"fits best of {len(mention.candidates)} places of that name"
