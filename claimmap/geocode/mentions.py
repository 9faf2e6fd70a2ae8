"""The names of one document, each with its candidates and what the text says beside it.

One name has one sense in a document (Gale, Church and Yarowsky 1992), so that every mention of
"Paris" profits from the one "Paris, Texas"; "Kursk" and "Kursk region" are two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from claimmap.geocode.names import CITY_WORDS, DIVISION_WORDS, name_key
from claimmap.model import Document, Place, Toponym

MOST_CANDIDATES = 40

DIVISIONS = ("region", "district")

Level = Literal["division", "city", ""]

_COMPASS = (
    r"(?:north|south|east|west|central|upper|lower|greater)(?:east|west)?(?:ern)?"
    r"(?:[ -](?:east|west|central)(?:ern)?)?"
)
_KIND = "|".join(sorted(DIVISION_WORDS | CITY_WORDS))
_CAPITALISED = r"(?:the )?((?:[A-Z][\w.’'-]*)(?: (?:of |and )?[A-Z][\w.-]*){0,3})"
# "Paris, Texas", "Paris (Texas)", "Poltava region of Ukraine", "Mosul in northern Iraq"
_AFTER = re.compile(rf"(?: (?:{_KIND}))?(?:,? (?:in|of)|,| \() ?(?:{_COMPASS} )?{_CAPITALISED}")
# "Russia's western Kursk", "Ukraine’s Pokrovsk"
_BEFORE = re.compile(rf"((?:[A-Z][\w.-]*)(?: [A-Z][\w.-]*){{0,2}})[’']s?(?: {_COMPASS})? $")
_KIND_AFTER = re.compile(rf" ({_KIND})\b")
_KIND_BEFORE = re.compile(r"\b(city|town|village|region|province|state|county) of (?:the )?$")
_WORDS = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?")
# What stands in a town and may be looked up by the town's name.
_FACILITY = re.compile(
    r" (?:international |regional |air )*(?:airport|airfield|air base|airbase|base|port|harbou?r"
    r"|station|university|college|school|hospital|stadium|cathedral|prison|jail|refinery|bridge"
    r"|(?:district |county |city )?(?:court|council|courthouse))$",
    re.IGNORECASE,
)
_COMPASS_BEFORE = re.compile(rf"^{_COMPASS} (?=[A-Z])", re.IGNORECASE)


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


@dataclass(slots=True)
class Mention:
    """A name of the document: where it stands, what it may mean, what the text says of it.

    indices: of the toponyms that share it. containers: ids of the countries and regions that the
    text puts it in ("Paris, Texas"). level: what the words beside it say it is. spelled: whether
    its candidates are spelt otherwise. wide: whether they are only the town of a facility.
    """

    name: str
    level: Level
    indices: list[int] = field(default_factory=list)
    containers: set[int] = field(default_factory=set)
    candidates: tuple[Place, ...] = ()
    spelled: bool = False
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
        level = _read_level(text, start, end)
        mention = mentions.setdefault((name_key(name), level), Mention(name, level))
        mention.indices.append(index)
        mention.containers.update(_find_containers(text, start, end, gazetteer))
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


def _read_level(text: str, start: int, end: int) -> Level:
    """What "Kursk region", "the city of Kursk" say that the name is; "" where nothing does."""
    after = _KIND_AFTER.match(text, end)
    before = _KIND_BEFORE.search(text, max(0, start - 20), start)
    word = after[1] if after else before[1] if before else ""
    if word in DIVISION_WORDS:
        return "division"
    return "city" if word in CITY_WORDS and word != "port" else ""


def _find_containers(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[int]:
    """Ids of the countries and first-level regions that the words beside the name state."""
    found = _AFTER.match(text, end)
    before = _BEFORE.search(text, max(0, start - 60), start)
    for match in (found, before):
        if match is None:
            continue
        words = match[1].strip(" ,").split(" ")
        for width in range(len(words), 0, -1):
            part = words[:width] if match is found else words[-width:]
            kinds = [
                place
                for place in gazetteer.places(" ".join(part))[:4]
                if place.kind in ("country", "region")
            ]
            if kinds:
                yield from (place.id for place in kinds)
                break


def _look_up(mention: Mention, demonyms: Sequence[str], gazetteer: Gazetteer) -> None:
    """Find what the name may mean: as it stands, then by what the text or its parts suggest."""
    name = mention.name
    places = list(gazetteer.places(name))
    if mention.level == "division":
        divisions = [
            place for place in gazetteer.places(f"{name} region") if place.kind in DIVISIONS
        ]
        places = divisions or places
    if not places:
        countries = (gazetteer.country(code) for code in gazetteer.demonym(name))
        places = [country for country in countries if country is not None]
    # "Far East" in a text about Russians may be the "Russian Far East".
    for word in dict.fromkeys(demonyms):
        places.extend(gazetteer.places(f"{word} {name}"))
    if not places and (town := _COMPASS_BEFORE.sub("", name)) != name:
        places = list(gazetteer.places(town))
        mention.wide = bool(places)
    if not places and (town := _FACILITY.sub("", name)) != name:
        places = list(gazetteer.places(town))
        mention.wide = bool(places)
    if not places:
        places = list(_respelled(name, gazetteer))
        mention.spelled = bool(places)
    mention.candidates = tuple(dict.fromkeys(places))[:MOST_CANDIDATES]


# Letters that scripts' romanisations exchange at the head of a name (ISO 9, BGN/PCGN).
_HEADS = (
    ("v", "b"),
    ("b", "v"),
    ("w", "v"),
    ("tch", "ch"),
    ("ch", "kh"),
    ("kh", "h"),
    ("h", "kh"),
    ("y", "i"),
    ("i", "y"),
    ("j", "y"),
    ("c", "k"),
    ("k", "c"),
    ("dj", "j"),
    ("ts", "c"),
)


def _respelled(name: str, gazetteer: Gazetteer) -> Iterator[Place]:
    """Places spelt nearly so: within a letter or two, under another romanised first letter too."""
    key = name_key(name)
    if len(key) < 6 or not key.replace(" ", "").isalpha() or " " in key:
        return
    found = list(gazetteer.similar(name))
    for head, other in _HEADS:
        if not found and key.startswith(head):
            respelled = other + key[len(head) :]
            found = [*gazetteer.places(respelled), *gazetteer.similar(respelled)]
    yield from found
