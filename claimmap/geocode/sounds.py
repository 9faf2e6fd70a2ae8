"""How a romanised name sounds: spellings that scripts' romanisations exchange fold into one.

The builder of the gazetteer (data/build) folds with the same functions: a change here needs a
rebuild.
"""

from __future__ import annotations

import re

from claimmap.geocode.names import name_key

# Letters that romanisations of one sound exchange (ISO 9, BGN/PCGN, McCune-Reischauer, French and
# German newspapers' habits); the longest first. Small letters stand for themselves, capitals for
# sounds of two letters.
_SOUNDS = {
    "shtsh": "S",
    "schtsch": "S",
    "chtch": "S",
    "shch": "S",
    "tsch": "S",
    "sch": "S",
    "tch": "S",
    "sh": "S",
    "ch": "S",
    "dzh": "J",
    "dj": "J",
    "zh": "J",
    "j": "J",
    "kh": "h",
    "gh": "g",
    "dh": "d",
    "th": "t",
    "ph": "f",
    "ck": "k",
    "q": "k",
    "x": "ks",
    "ts": "s",
    "tz": "s",
    "cz": "s",
    "z": "s",
    "ce": "se",
    "ci": "si",
    "c": "k",
    "v": "b",
    "w": "b",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "y": "i",
}
_SPELLING = re.compile("|".join(sorted(_SOUNDS, key=lambda one: (-len(one), one))))
_TWICE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")
_LATIN = re.compile("[a-z]+")

CONSONANTS = "SJhgdtfksblmnrp"


def sound_of(name: str) -> str:
    """The name as it sounds, one character a sound: "Vladivostok" is "bladibostok".

    Spaces, hyphens, doubled letters and diacritics do not count. "" for other scripts than Latin.
    """
    letters = name_key(name).replace(" ", "")
    if not _LATIN.fullmatch(letters):
        return ""
    return _TWICE.sub(r"\1", _SPELLING.sub(lambda match: _SOUNDS[match[0]], letters))


def skeleton_of(sound: str) -> str:
    """The consonants of a sound, what misspellings leave standing: "bldbstk"."""
    return _TWICE.sub(r"\1", sound.translate(_VOWELS))
