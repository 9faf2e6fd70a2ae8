"""The names of one document, each with its candidates and what the text says beside it.

One name has one sense in a document (Gale, Church and Yarowsky 1992), so that every mention of
"Paris" profits from the one "Paris, Texas"; "Kursk" and "Kursk region" are two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claimmap.geocode.beside import COMPASS, Level, find_containers, read_level
from claimmap.geocode.names import name_key
from claimmap.model import Document, Place, Toponym

MOST_CANDIDATES = 40

DIVISIONS = ("region", "district")
TINY_PEOPLE = 5_000  # a place so small is seldom meant by a name that a great one nearly bears
GREAT_PEOPLE = 100_000
SHORTEST_MISSPELT = 6

_WORDS = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?")
# What stands in a town and may be looked up by the town's name.
_FACILITY = re.compile(
    r" (?:international |regional |air )*(?:airport|airfield|air base|airbase|base|port|harbou?r"
    r"|station|university|college|school|hospital|stadium|cathedral|prison|jail|refinery|bridge"
    r"|(?:district |county |city )?(?:court|council|courthouse))$",
    re.IGNORECASE,
)
_COMPASS_BEFORE = re.compile(rf"^{COMPASS} (?=[A-Z])", re.IGNORECASE)


class Gazetteer(Protocol):
    """What resolving asks of a gazetteer; ``geocode.gazetteer.Gazetteer`` is one."""

    def places(self, name: str) -> Sequence[Place]:
        """All places that bear the name, the most populous first."""

    def similar(self, name: str) -> Sequence[Place]:
        """Places whose name is a letter or two away."""

    def region(self, place: Place) -> Place | None:
        """The first-level division that a place lies in, or is."""

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""

    def demonym(self, word: str) -> Sequence[str]:
        """ISO codes of the countries whose people the word names."""

    def place(self, id: int) -> Place | None:  # noqa: A002
        """The place of an id."""

    def people(self, code: str) -> Sequence[str]:
        """The words that name a country's people."""

    def is_capital(self, place: Place) -> bool:
        """Whether a town is the capital of its country."""


@dataclass(slots=True)
class Mention:
    """A name of the document: where it stands, what it may mean, what the text says of it.

    indices: of the toponyms that share it. containers: ids of the countries and regions that the
    text puts it in ("Paris, Texas"), and how (beside.find_containers). level: what the words
    beside it say it is. acts: whether it stands for a government somewhere. spelled: ids of the
    candidates that are spelt otherwise; whole: of those that bear the name with its owner's
    ("Russia's Far East"). wide: whether the candidates are only the town of a facility.
    """

    name: str
    level: Level
    indices: list[int] = field(default_factory=list)
    containers: dict[int, str] = field(default_factory=dict)
    candidates: tuple[Place, ...] = ()
    acts: bool = False
    spelled: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    wide: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        """The code of the country that the name most likely names, if it names one."""
        first = self.candidates[0] if self.candidates else None
        return (first.country,) if first is not None and first.kind == "country" else ()


def find_mentions(
    toponyms: Sequence[Toponym], document: Document, gazetteer: Gazetteer
) -> list[Mention]:
    """Group a document's toponyms by name and look each name up."""
    text = document.text
    mentions: dict[tuple[str, Level], Mention] = {}
    for index, toponym in enumerate(toponyms):
        start, end = toponym.span.start, toponym.span.end
        name = " ".join(toponym.span.of(text).split())
        level = read_level(text, start, end)
        mention = mentions.setdefault((name_key(name), level), Mention(name, level))
        mention.indices.append(index)
        mention.containers.update(find_containers(text, start, end, gazetteer))
        mention.acts = mention.acts or toponym.role == "metonym"
    demonyms = [word for word, _ in find_demonyms(text, gazetteer)]
    for mention in mentions.values():
        _look_up(mention, demonyms, gazetteer)
    return list(mentions.values())


def find_demonyms(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words of the text that name a people, with the countries whose people that is."""
    for match in _WORDS.finditer(text):
        for word in (match.group(), *match.group().split()):
            codes = tuple(gazetteer.demonym(word))
            if codes:
                yield word, codes
                break


def _look_up(mention: Mention, demonyms: Sequence[str], gazetteer: Gazetteer) -> None:
    """Find what the name may mean: as it stands, then by what the text or its parts suggest."""
    name = mention.name
    places = list(_borne(mention, gazetteer))
    places.extend(_with_people(mention, demonyms, gazetteer))
    for pattern in (_COMPASS_BEFORE, _FACILITY):
        if not places and (town := pattern.sub("", name)) != name:
            places = list(gazetteer.places(town))
            mention.wide = bool(places)
    if _may_be_misspelt(name, places):
        known = {place.id for place in places}
        least = GREAT_PEOPLE if places else 0
        respelled = [
            place
            for place in gazetteer.similar(name)
            if place.id not in known and place.population >= least
        ]
        mention.spelled = frozenset(place.id for place in respelled)
        places.extend(respelled)
    mention.candidates = tuple(dict.fromkeys(places))[:MOST_CANDIDATES]


def _borne(mention: Mention, gazetteer: Gazetteer) -> Sequence[Place]:
    """The places that bear the name as it stands, or the country whose people it names."""
    name = mention.name
    places = gazetteer.places(name)
    if mention.level == "division":
        regions = gazetteer.places(f"{name} region")
        places = [place for place in regions if place.kind in DIVISIONS] or places
    elif mention.level == "water":
        waters = gazetteer.places(f"{name} River") or gazetteer.places(f"{name} Sea")
        places = [*places, *(place for place in waters if place.kind in ("river", "sea"))]
    if places:
        return places
    countries = (gazetteer.country(code) for code in gazetteer.demonym(name))
    return [country for country in countries if country is not None]


def _with_people(
    mention: Mention, demonyms: Sequence[str], gazetteer: Gazetteer
) -> Iterator[Place]:
    """What bears the name together with a people's: "Far East" may be the "Russian Far East".

    The peoples are the text's and those of the countries that own it there; ``mention.whole``
    keeps what is borne together with an owner's.
    """
    owners = {id_ for id_, how in mention.containers.items() if how == "owner"}
    owning = [place.country for id_ in owners if (place := gazetteer.place(id_)) is not None]
    peoples = [word for code in dict.fromkeys(owning) for word in gazetteer.people(code)]
    for word in dict.fromkeys((*peoples, *demonyms)):
        for place in gazetteer.places(f"{word} {mention.name}"):
            if place.kind not in ("city", "district"):
                mention.whole |= {place.id} if place.country in owning else set()
                yield place


def _may_be_misspelt(name: str, places: Sequence[Place]) -> bool:
    """Whether no place of note bears a name that is long enough to be another's, misspelt."""
    if len(name) < SHORTEST_MISSPELT or not name[:1].isupper():
        return False
    return all(place.kind == "city" and 0 < place.population < TINY_PEOPLE for place in places)
