"""Builds the tables of demonyms: what the people, armies and things of a place are called."""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterable
from pathlib import Path
from typing import TypeVar

from data.build.sources import read_country_facts

Owner = TypeVar("Owner", str, int)
# What a demonym ends in that takes an s for the people: "Texans", "Iraqis", "Londoners". But not
# those of "Englishman", "Englishmen" and "Middle Eastern".
_TAKES_S = ("an", "i", "n", "er", "ite")
_TAKES_NONE = ("shman", "chman", "tsman", "sterman", "woman", "men", "ern")


def read_demonyms(
    path: Path, names: Container[str]
) -> dict[str, dict[str, list[str]] | dict[str, list[int]]]:
    """Demonyms in small letters: "countries" gives ISO codes, "places" the ids of the others.

    names: those of our own regions, which are no people's: "the Balkans".
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    found = _with_plurals(
        (word, int(id_)) for id_, words in table["demonyms_of"].items() for word in words
    )
    return {
        "countries": _of_countries(table["demonyms"]),
        "places": {word: ids for word, ids in found.items() if word not in names},
    }


def _of_countries(own: dict[str, list[str]]) -> dict[str, list[str]]:
    """countryinfo's, and those of names.toml on top: our own entry replaces countryinfo's."""
    ours = {word.casefold() for word in own}
    found = [(word, code) for word, codes in own.items() for code in codes]
    for code, _, demonym in read_country_facts():
        for word in demonym.replace(" or ", ",").replace("/", ",").split(","):
            if word.strip() and word.strip().casefold() not in ours:
                found.append((word.strip(), code))
    return _with_plurals(found)


def _with_plurals(pairs: Iterable[tuple[str, Owner]]) -> dict[str, list[Owner]]:
    """Each word's owners; a plural ("ukrainians") goes with its singular."""
    found: dict[str, set[Owner]] = {}
    for word, owner in pairs:
        found.setdefault(word.casefold(), set()).add(owner)
    for word, owners in list(found.items()):
        if word.endswith(_TAKES_S) and not word.endswith(_TAKES_NONE):
            found.setdefault(f"{word}s", owners)
    return {word: sorted(owners) for word, owners in sorted(found.items())}
