"""Roles with an owner: "South Korea's spy agency", "Seoul's intelligence service" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimmap.extract.where.known import Names

# Classes of bodies of which a state has one; the first that is found decides.
_CLASSES = (
    (
        "intelligence service",
        r"(?:spy|intelligence|secret)(?: and security)? (?:service|agency|directorate|bureau)",
    ),
    ("defence ministry", r"(?:defen[cs]e) (?:ministry|department)|ministry of defen[cs]e"),
    ("foreign ministry", r"foreign (?:ministry|office)|ministry of foreign affairs"),
    ("interior ministry", r"interior ministry|ministry of (?:the )?interior"),
    ("health ministry", r"health (?:ministry|department)|ministry of (?:public )?health"),
    ("finance ministry", r"(?:finance ministry|treasury)|ministry of finance"),
    ("police", r"police(?: force| service| department)?"),
    ("government", r"government"),
    ("army", r"army|military|armed forces"),
    ("central bank", r"central bank"),
    ("parliament", r"parliament"),
)
_COMPILED = tuple((name, re.compile(rf"(?:^|\s)(?:{p})$", re.IGNORECASE)) for name, p in _CLASSES)
# Of these a capital has its own beside the state's.
_LOCAL = frozenset({"police"})


def is_owned_role(role: str) -> bool:
    """Whether a role is a body of a known class with an owner before it."""
    return any(role[:owner].strip() for _, owner in _class_of(role))


def role_key(role: str, names: Names) -> str:
    """The owner and class of a role ("Japan's police"), "'s police" without owner, "" for no class.

    The same for the owner's name, adjective and capital, as ``names`` knows them, so that it can
    stand as a name of the body over all documents.
    """
    for name, start in _class_of(role):
        return f"{owner_of(role[:start], names, national=name not in _LOCAL)}'s {name}"
    return ""


def has_owner(key: str) -> bool:
    """Whether a key of ``role_key`` names the owner too."""
    return bool(key) and not key.startswith("'s ")


def government_key(name: str, names: Names) -> str:
    """As in "Lima said": the government of the state that a country or capital stands for."""
    places = names.places(name)
    if not places:
        return ""
    state = any(place.kind == "country" or names.is_capital(place) for place in places[:2])
    return f"{owner_of(name, names)}'s government" if state else ""


def owner_of(words: str, names: Names, *, national: bool = True) -> str:
    """The state or region that a name, an adjective or a capital stands for; else the words.

    national: whether a capital stands for its state, as in "Paris's spies".
    """
    bare = re.sub(r"['’]s?$", "", words.strip()).removeprefix("the ").removeprefix("The ").strip()
    if not bare:
        return bare
    peoples = names.demonym_places(bare)
    if peoples:
        return peoples[0].name if len(peoples) == 1 else bare
    places = names.places(bare)
    country = next((place for place in places if place.kind == "country"), None)
    if country is not None:
        return country.name
    town = next((place for place in places if place.kind == "city"), None)
    if national and town is not None and names.is_capital(town):
        return town.address.split(", ")[-1]
    return places[0].name if places else bare


def _class_of(role: str) -> Iterator[tuple[str, int]]:
    """(class, where it begins), at most one."""
    for name, pattern in _COMPILED:
        found = pattern.search(role)
        if found:
            yield name, found.start()
            return
