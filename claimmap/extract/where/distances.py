"""Distances told in the text: "12 km from X", "about six miles (10 km) north of X"."""

from __future__ import annotations

import re

from spacy.tokens import Span

from claimmap.extract.where.answers import Reach

WORDS_BACK = 10
KM_PER_MILE = 1.609344
KM_PER_SEA_MILE = 1.852
NUMBERS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15},
    **{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100},
}

_FIGURE = r"(\d[\d,.]*|\b(?:" + "|".join(NUMBERS) + r")\b)"
_UNIT = r"(km|kilomet(?:re|er)s?|nautical miles?|mi|miles?|m|met(?:re|er)s?)\b"
_DISTANCE = re.compile(rf"{_FIGURE}[ -]?{_UNIT}" r"[\w ,()-]{0,40}\s*$", re.IGNORECASE)


def find_distance(span: Span) -> Reach | None:
    """How far from the place the text says it is; not the way of "12 km from X to Y"."""
    doc = span.doc
    if span.start == 0:
        return None
    before = doc[span.start - 1].lower_
    way = before == "from" and span.end < len(doc) and doc[span.end].lower_ == "to"
    if way or before not in ("of", "from", "outside", "off"):
        return None
    left = doc[max(span.start - WORDS_BACK, 0) : span.start].text
    match = _DISTANCE.search(left)
    if match is None:
        return None
    phrase = " ".join(f"{left[match.start() :]} {span.text}".split())
    return Reach(_number(match[1].lower()) * _kilometres(match[2].lower()), phrase)


def _number(word: str) -> float:
    """A number in words or figures; 0 for figures that are none ("1.2.3")."""
    if word in NUMBERS:
        return float(NUMBERS[word])
    figures = word.replace(",", "").rstrip(".")
    return float(figures) if figures.count(".") <= 1 else 0.0


def _kilometres(unit: str) -> float:
    """How many kilometres one of a unit is."""
    if unit.startswith("k"):
        return 1.0
    if unit.startswith("n"):
        return KM_PER_SEA_MILE
    return 0.001 if unit == "m" or unit.startswith("met") else KM_PER_MILE
