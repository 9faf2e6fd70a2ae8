"""What the words beside a name say of it: that it is a city or a region, and what contains it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from claimmap.geocode.names import CITY_WORDS, DIVISION_WORDS
from claimmap.model import Place

Level = Literal["division", "city", "capital", "water", ""]

COMPASS = (
    r"(?:far |mid |central )?(?:north|south|east|west|central|upper|lower|greater)(?:east|west)?"
    r"(?:ern)?(?:[ -](?:east|west|central)(?:ern)?)?"
)
_KIND = "|".join(sorted(DIVISION_WORDS | CITY_WORDS))
_CAPITALISED = r"(?:the )?((?:[A-Z][\w.’'-]*)(?: (?:of |and )?[A-Z][\w.-]*){0,3})"
# "Paris, Texas", "Paris (Texas)", "Poltava region of Ukraine", "Mosul in northern Iraq"
_AFTER = re.compile(rf"(?: (?:{_KIND}))?(,? (?:in|of)|,| \() ?(?:{COMPASS} )?{_CAPITALISED}")
# "Russia's western Kursk", "Ukraine’s Pokrovsk", "Egypt's port of Alexandria"
_BEFORE = re.compile(
    rf"((?:[A-Z][\w.-]*)(?: [A-Z][\w.-]*){{0,2}})[’']s?(?: {COMPASS})?"
    rf"(?: (?:capital|{_KIND})(?: city)?(?: of)?)? $"
)
# "the Syrian port of Tartus", "Turkish south-eastern Mardin"
_PEOPLE = re.compile(
    rf"\b([A-Z]\w+(?: [A-Z]\w+)?)(?: {COMPASS})?(?: [a-z]+)?"
    rf"(?: (?:capital|{_KIND})(?: city)?(?: of)?)? $"
)
_WATER_AFTER = re.compile(r" (?:river|sea)\b")
_KIND_AFTER = re.compile(rf" ({_KIND})\b")
_KIND_BEFORE = re.compile(
    r"\b(city|town|village|port|region|province|state|county) of (?:the )?$", re.IGNORECASE
)
# "San Jose, Costa Rica's capital", "Accra, the capital,", "the Ghanaian capital, Accra"
_CAPITAL_AFTER = re.compile(
    r", (?:the |its )?(?:[A-Z]\w+(?: [A-Z]\w+)*(?:[’']s?)? )?capital(?: city)?\b"
    r"(?! of (?:the )?[a-z])"
)
_CAPITAL_BEFORE = re.compile(r"\bcapital(?: city)?(?:,| of)? $")
# "Mali, Guinea and Niger" is a list
_LIST_GOES_ON = re.compile(r"(?:, [A-Z][\w ]+)*,? (?:and|or|as well as) (?:[a-z]+ )?[A-Z]")
_ARTICLE = re.compile(r"\bthe $", re.IGNORECASE)
# What follows "the Dnipro" where it stands for itself and not before a noun ("the Dnipro plant").
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)]|$|\s(?:near|in|at|on|to|and|or|which|is|was|has|had|from|into|by|for|with"
    r"|that|where|as|between|after|since|again|before|during|overnight|late|early|towards?)\b)"
)


class Namer(Protocol):
    """What is asked of a gazetteer here."""

    def places(self, name: str) -> Sequence[Place]:
        """All places that bear the name, the most populous first."""

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""

    def demonym(self, word: str) -> Sequence[str]:
        """ISO codes of the countries whose people the word names."""


def read_level(text: str, start: int, end: int) -> Level:
    """What "Kursk region", "the city of Kursk", "the Amur" say that the name is; else "".

    A capital may be a region's: it is told by "Ohio's capital" as well as by "Ghana's".
    """
    if _CAPITAL_AFTER.match(text, end) or _CAPITAL_BEFORE.search(text, max(0, start - 20), start):
        return "capital"
    if _WATER_AFTER.match(text, end):
        return "water"
    after = _KIND_AFTER.match(text, end)
    before = _KIND_BEFORE.search(text, max(0, start - 20), start)
    word = after[1] if after else before[1].lower() if before else ""
    if word in DIVISION_WORDS:
        return "division"
    if word in CITY_WORDS and not (after and word == "port"):
        return "city"
    alone = _ARTICLE.search(text, max(0, start - 4), start) and _NO_NOUN.match(text, end)
    return "water" if alone and " " not in text[start:end] else ""


def find_containers(text: str, start: int, end: int, gazetteer: Namer) -> Iterator[tuple[int, str]]:
    """Ids of the countries and first-level regions that the words beside the name state.

    With each, how: "apposed" ("Paris, Texas"), "within" ("Paris in Texas") or "owner".
    """
    people = _PEOPLE.search(text, max(0, start - 60), start)
    if people:
        for code in gazetteer.demonym(people[1]) or gazetteer.demonym(people[1].split()[-1]):
            country = gazetteer.country(code)
            if country is not None:
                yield country.id, "owner"
    found = _AFTER.match(text, end)
    before = _BEFORE.search(text, max(0, start - 60), start)
    for match, words in ((found, found and found[2]), (before, before and before[1])):
        if not match or not words:
            continue
        how = "owner"
        if match is found:
            how = "apposed" if match[1].strip() in (",", "(") else "within"
        parts = words.strip(" ,").split(" ")
        for width in range(len(parts), 0, -1):
            part = parts[:width] if match is found else parts[-width:]
            kinds = [
                place
                for place in gazetteer.places(" ".join(part))[:4]
                if place.kind in ("country", "region")
            ]
            if kinds and how == "apposed" and _is_list(text, start, match, gazetteer):
                break
            if kinds:
                yield from ((place.id, how) for place in kinds)
                break


def _is_list(text: str, start: int, match: re.Match[str], gazetteer: Namer) -> bool:
    """Whether a country's name and what follows it after a comma are items of one list."""
    first = gazetteer.places(text[start : match.start()])[:1]
    if not first or first[0].kind != "country":
        return False
    return bool(_LIST_GOES_ON.match(text, match.end(2)) or re.search(r" and ", match[2]))
