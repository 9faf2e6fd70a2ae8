"""What the words beside a name say of it: that it is a city or a region, and what contains it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimmap.geocode.names import CITY_WORDS, DIVISION_WORDS
from claimmap.geocode.places import Places

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
# "Walton and Oconee counties", "Kyiv, Kharkiv and Sumy regions"
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?"
_PLURALS = {
    **{f"{word}s": word for word in DIVISION_WORDS if word[-1] in "aeknotv"},
    **{f"{word[:-1]}ies": word for word in DIVISION_WORDS if word.endswith(("ty", "ry", "cy"))},
    "parishes": "parish",
}
_LIST_AFTER = re.compile(rf"(?:, {_NAME}){{0,8}},? and {_NAME} ({'|'.join(sorted(_PLURALS))})\b")
_LAST_AFTER = re.compile(rf" ({'|'.join(sorted(_PLURALS))})\b")
_KIND_BEFORE = re.compile(
    r"\b(city|town|village|port|region|province|state|county) of (?:the )?$", re.IGNORECASE
)
# "San Jose, Costa Rica's capital", "Accra, the capital,", "the Ghanaian capital, Accra"
_CAPITAL_AFTER = re.compile(
    r", (?:the |its )?(?:[A-Z]\w+(?: [A-Z]\w+)*(?:[’']s?)? )?capital(?: city)?\b"
    r"(?! of (?:the )?[a-z])"
)
# "KYIV (Agency) — ", "LIMA, Peru – "
_DATELINE_BEFORE = re.compile(r"(?:^|\n\s*|[.!?”\"]\s+)$")
_DATELINE_AFTER = re.compile(
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:,? \([A-Z][\w /.]*\))?\s*(?:[-–—]{1,2}\s|[–—])"
    r"|(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)? \([A-Z][A-Za-z /.]*\) "
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


def read_level(text: str, start: int, end: int) -> Level:
    """What "Kursk region", "the city of Kursk", "the Amur" say that the name is; else "".

    A capital may be a region's: it is told by "Ohio's capital" as well as by "Ghana's".
    """
    if _CAPITAL_AFTER.match(text, end) or _CAPITAL_BEFORE.search(text, max(0, start - 20), start):
        return "capital"
    if _WATER_AFTER.match(text, end):
        return "water"
    word = _kind_word(text, start, end)
    if word in DIVISION_WORDS:
        return "division"
    if word in CITY_WORDS:
        return "city"
    alone = _ARTICLE.search(text, max(0, start - 4), start) and _NO_NOUN.match(text, end)
    return "water" if alone and " " not in text[start:end] else ""


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals opens a report: "LIMA, Peru (Agency) — ". That is a town."""
    return (
        text[start:end].isupper()
        and bool(_DATELINE_AFTER.match(text, end))
        and bool(_DATELINE_BEFORE.search(text, max(0, start - 8), start))
    )


def full_name(text: str, start: int, end: int) -> str:
    """The name with the word beside it that says what it is ("Walton county"), or ""."""
    word = _kind_word(text, start, end)
    return f"{text[start:end]} {word}" if word else ""


def _kind_word(text: str, start: int, end: int) -> str:
    """The word for a kind of place beside a name, singular; "" where there is none."""
    after = _LIST_AFTER.match(text, end) or _LAST_AFTER.match(text, end)
    if after:
        return _PLURALS[after[1]]
    after = _KIND_AFTER.match(text, end)
    if after:
        return "" if after[1] == "port" else after[1]
    before = _KIND_BEFORE.search(text, max(0, start - 20), start)
    return before[1].lower() if before else ""


def find_containers(text: str, start: int, end: int, places: Places) -> Iterator[tuple[int, str]]:
    """Ids of the countries and first-level regions that the words beside the name state.

    With each, how: "apposed" ("Paris, Texas"), "within" ("Paris in Texas") or "owner".
    """
    people = _PEOPLE.search(text, max(0, start - 60), start)
    if people:
        for code in places.demonym(people[1]) or places.demonym(people[1].split()[-1]):
            country = places.country(code)
            if country is not None:
                yield country.id, "owner"
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before:
        yield from ((id_, "owner") for id_ in _holders(_tails(before[1]), places))
    after = _AFTER.match(text, end)
    if after and not _is_list(text, start, after, places):
        how = "apposed" if after[1].strip() in (",", "(") else "within"
        yield from ((id_, how) for id_ in _holders(_heads(after[2]), places))


def _heads(words: str) -> Iterator[str]:
    """The first words of a text, all of them first."""
    parts = words.strip(" ,").split(" ")
    return (" ".join(parts[:width]) for width in range(len(parts), 0, -1))


def _tails(words: str) -> Iterator[str]:
    """The last words of a text, all of them first."""
    parts = words.strip(" ,").split(" ")
    return (" ".join(parts[at:]) for at in range(len(parts)))


def _holders(names: Iterator[str], places: Places) -> list[int]:
    """Ids of the countries and regions that the first of the names names that names any."""
    for name in names:
        found = [one.id for one in places.places(name)[:4] if one.kind in ("country", "region")]
        if found:
            return found
    return []


def _is_list(text: str, start: int, match: re.Match[str], places: Places) -> bool:
    """Whether a country's name and what follows it after a comma are items of one list."""
    if match[1].strip() not in (",", "("):
        return False
    first = places.places(text[start : match.start()])[:1]
    if not first or first[0].kind != "country":
        return False
    return bool(_LIST_GOES_ON.match(text, match.end(2)) or re.search(r" and ", match[2]))
