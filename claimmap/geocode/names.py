"""How a place name is folded before it is looked up, so that spellings of one name meet.

The builder of the gazetteer (data/build) folds with the same functions: a change here needs a
rebuild.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Level = Literal["division", "city"]

_MARKS = {
    **dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹʾʿ′."), None),
    **dict.fromkeys(map(ord, "-‐‑‒–—−_,/\t\n\r\u00a0"), " "),
    ord("&"): " and ",
}
# Latin letters that have no decomposition in Unicode.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_TO_FOLD = re.compile(f"[{re.escape(''.join(map(chr, _MARKS)))}]")
_LAST_LATIN = 0x24F
_MARKED = re.compile("[\u00c0-\u02af\u0300-\u036f\u1e00-\u1eff]")  # what may carry a Latin mark
_LONGEST_CODE = 7
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt"}

DIVISION_WORDS = frozenset(
    """
oblast oblasts region province krai kray prefecture governorate state county district raion rayon
republic department voivodeship canton municipality emirate okrug division territory oblasti
oblastnyy regions provinces parish regency wilaya muhafazah autonomous
""".split()  # noqa: SIM905
)
CITY_WORDS = frozenset(["city", "town", "village", "settlement", "port"])
_JOINTS = (" of ", " de ")


def name_key(name: str) -> str:
    """The form in which names are compared: "Saint-Étienne" and "St. Etienne" are one.

    NFKC and casefold (Unicode 5.18), apostrophes and full stops dropped, hyphens and commas read
    as spaces, diacritics of Latin letters dropped, "the" dropped in front, saint and mount short.
    "" where nothing is left.
    """
    if name.isascii():
        folded = name.lower()
        if folded.isalpha():
            return folded
    else:
        folded = unicodedata.normalize("NFKC", name).casefold()
        if _MARKED.search(folded):
            folded = _without_latin_marks(folded)
    if _TO_FOLD.search(folded):
        folded = folded.translate(_MARKS)
    words = folded.split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1:
        return " ".join([_SHORT.get(word, word) for word in words])
    return words[0] if words else ""


def code_key(name: str) -> str:
    """The form in which abbreviations are compared: "U.S." is "=US", "W. Va." is "=WVa.".

    Case counts here: "US" is a country and "us" is not. "" for any other name.
    """
    if len(name) > _LONGEST_CODE or not name[:1].isupper():
        return ""
    letters = name.replace(".", "").replace(" ", "") if "." in name else name
    if not 1 < len(letters) < 6 or not letters.isascii():
        return ""
    if letters.isupper():
        return f"={letters}"
    return f"={letters}." if name.endswith(".") else ""


def split_level(key: str) -> tuple[str, Level | None]:
    """Takes the words that tell what a place is off a folded name.

    "kursk oblast" gives ("kursk", "division"), "city of kursk" gives ("kursk", "city"); a name
    without such words gives itself and None.
    """
    words = key.split(" ")
    if len(words) == 1:
        return key, None
    if words[-1] in DIVISION_WORDS:
        while len(words) > 1 and words[-1] in DIVISION_WORDS:
            del words[-1]
        return " ".join(words), "division"
    if words[-1] in CITY_WORDS:
        return " ".join(words[:-1]), "city"
    return _split_front(key)


def _split_front(key: str) -> tuple[str, Level | None]:
    for joint in _JOINTS:
        front, found, rest = key.partition(joint)
        if not found or not rest:
            continue
        last = front.rpartition(" ")[2]
        if last in DIVISION_WORDS:
            return rest, "division"
        if last in CITY_WORDS:
            return rest, "city"
    return key, None


def _without_latin_marks(text: str) -> str:
    """Drops diacritics, but only of Latin letters: й is not и."""
    kept: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            if not latin:
                kept.append(char)
            continue
        latin = ord(char) <= _LAST_LATIN
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)
