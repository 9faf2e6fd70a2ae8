"""Roles with an owner: "South Korea's spy agency", "Seoul's intelligence service" are one."""

from __future__ import annotations

import re

# Seats of government that news uses for the state itself (facts; the sovereign states most named).
CAPITALS = {
    "seoul": "south korea", "pyongyang": "north korea", "moscow": "russia", "kyiv": "ukraine",
    "kiev": "ukraine", "washington": "united states", "beijing": "china", "tokyo": "japan",
    "london": "britain", "paris": "france", "berlin": "germany", "rome": "italy",
    "madrid": "spain", "warsaw": "poland", "minsk": "belarus", "ankara": "turkey",
    "tehran": "iran", "baghdad": "iraq", "damascus": "syria", "cairo": "egypt",
    "riyadh": "saudi arabia", "jerusalem": "israel", "delhi": "india", "new delhi": "india",
    "islamabad": "pakistan", "kabul": "afghanistan", "hanoi": "vietnam", "manila": "philippines",
    "jakarta": "indonesia", "canberra": "australia", "ottawa": "canada", "brasilia": "brazil",
    "caracas": "venezuela", "havana": "cuba", "taipei": "taiwan", "khartoum": "sudan",
    "nairobi": "kenya", "addis ababa": "ethiopia", "tbilisi": "georgia", "yerevan": "armenia",
    "baku": "azerbaijan", "budapest": "hungary", "prague": "czech republic", "vienna": "austria",
    "athens": "greece", "stockholm": "sweden", "oslo": "norway", "helsinki": "finland",
    "copenhagen": "denmark", "the hague": "netherlands", "brussels": "belgium",
}  # fmt: skip
# Adjectives that do not begin like their country.
_IRREGULAR = {
    "british": "britain", "uk": "britain", "french": "france", "dutch": "netherlands",
    "us": "united states", "u.s.": "united states", "american": "united states",
    "turkish": "turkey", "polish": "poland", "spanish": "spain", "greek": "greece",
    "swedish": "sweden", "danish": "denmark", "finnish": "finland", "swiss": "switzerland",
    "irish": "ireland", "filipino": "philippines",
}  # fmt: skip
_CLASSES = (
    ("intelligence", r"(?:spy|intelligence|secret) (?:service|agency|directorate|bureau)"),
    ("defence ministry", r"(?:defen[cs]e) (?:ministry|department)|ministry of defen[cs]e"),
    ("foreign ministry", r"foreign (?:ministry|office)|ministry of foreign affairs"),
    ("interior ministry", r"interior ministry|ministry of (?:the )?interior"),
    ("health ministry", r"health (?:ministry|department)|ministry of (?:public )?health"),
    ("police", r"police(?: force| service| department)?"),
    ("government", r"government"),
    ("army", r"army|military|armed forces"),
    ("central bank", r"central bank"),
    ("parliament", r"parliament"),
)
_COMPILED = tuple((name, re.compile(rf"(?:^|\s)(?:{p})$", re.IGNORECASE)) for name, p in _CLASSES)


def role_key(role: str) -> str:
    """The owner and class of a role ("japan|police"), "|police" without owner, "" for no class."""
    for name, pattern in _COMPILED:
        found = pattern.search(role)
        if found:
            return f"{_owner(role[: found.start()])}|{name}"
    return ""


def _owner(words: str) -> str:
    """A country's name, adjective or capital brought to one form: the stem of the country."""
    bare = re.sub(r"['’]s?$", "", words.strip()).casefold().removeprefix("the ").strip()
    country = CAPITALS.get(bare) or _IRREGULAR.get(bare) or bare
    parts = country.split()
    return " ".join([*parts[:-1], parts[-1][:5]]) if parts else ""
