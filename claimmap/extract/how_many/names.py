"""Numbers that count nothing: parts of names, list numbers, scores, references; and bare ages."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from claimmap.extract.how_many.counted import Counted
from claimmap.extract.how_many.numbers import Number
from claimmap.extract.how_many.people import is_head_count
from claimmap.extract.when.lexicon import listed
from claimmap.model import Bound

_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\(?$")
_AFTER_LIST_NUMBER = re.compile(r"[.)]\s")
_GLUED = re.compile(r"[A-Za-z:/@_]|[-–]\w")
_LABELS = frozenset(
    listed(
        "no. no number chapter page phase article section unit channel room level type class "
        "group game category resolution vol. top highway route flight line version season week "
        "day grade"
    )
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+,\s$")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|those)\b")
_AFTER_AGE = re.compile(r",\s|\)")
# Four digits without a comma in this stretch are a year, even before a noun ("2018 sales").
_YEARS = (1990.0, 2035.0)
# A bare number this small, with nothing said of it, is more often a label than a count.
_BARE_AT_LEAST = 100.0


def is_age(text: str, start: int, end: int) -> bool:
    """Whether the number is an age between commas: "Maria Silva, 43, said"."""
    digits = text[start:end]
    if not digits.isdigit() or len(digits) > 3 or not 10 <= int(digits) <= 110:
        return False
    named = _NAME_BEFORE.search(text[max(0, start - 25) : start])
    return bool(named and _AFTER_AGE.match(text, end))


def is_label(
    doc: Doc,
    text: str,
    starts: dict[int, int],
    number: Number,
    counted: Counted | None,
    bound: Bound,
) -> bool:
    """Whether the number, which has no unit, only names or orders something; text: the doc's."""
    start, end = number.start, number.end
    if number.vague or number.fraction:
        return False
    if _counts_unsaid(doc, text, starts, number, counted):
        return False
    if number.words:  # "one" alone mostly stands for a person or a thing
        return counted is None
    if _LIST_NUMBER.search(text[max(0, start - 8) : start]) and _AFTER_LIST_NUMBER.match(text, end):
        return True
    if start and text[start - 1] in ":/#":
        return True
    if _GLUED.match(text, end) and not counted:
        return True
    if _in_name(doc, starts, number, counted):
        return True
    bare = abs(number.value or 0.0)
    plain = text[start:end].isdigit()
    if counted:  # "49 Pine Road" is an address
        dated = plain and _YEARS[0] <= bare <= _YEARS[1]
        return dated or (plain and counted.tag == "NNP" and number.value != 1)
    if plain and 1000 <= bare <= 2100:
        return True
    return bound == "=" and plain and bare < _BARE_AT_LEAST


def _counts_unsaid(
    doc: Doc, text: str, starts: dict[int, int], number: Number, counted: Counted | None
) -> bool:
    """As in "Killed 20 of them", "twelve have died": what is counted goes without saying."""
    if number.value != 1 and _OF_THEM.match(text, number.end):
        return True
    return counted is None and _counts_people(doc, starts, number)


def _counts_people(doc: Doc, starts: dict[int, int], number: Number) -> bool:
    words = doc.char_span(number.start, number.end) if number.start in starts else None
    return words is not None and is_head_count(words.root)


def _in_name(doc: Doc, starts: dict[int, int], number: Number, counted: Counted | None) -> bool:
    """Whether it belongs to a name: "Channel 5", "Boeing 737 Max", "the Fortune 100"."""
    at = starts.get(number.start)
    if not at:
        return False
    before = doc[at - 1]
    plural = counted is not None and counted.tag in ("NNS", "NNPS")
    if before.lower_ in _LABELS:
        return not plural or (before.text[0].isupper() and not before.is_sent_start)
    if before.is_sent_start or before.text.islower() or not before.is_alpha:
        return False
    named = before.pos_ == "PROPN" or any(letter.isupper() for letter in before.text[1:])
    return named and not plural
