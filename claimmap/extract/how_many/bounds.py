"""What the words around a number say of it: about, up to, at least, a rise, a fall."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimmap.model import Bound

_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("~", r"closer? to|somewhere near"),
    (
        "<",
        r"up to|as (?:much|many) as|at most|(?:just |slightly )?(?:under|below)"
        r"|(?<!no )(?<!not )(?:less|fewer) than|no more than|not more than"
        r"|maximum of|nearly as many as|sub-"
        r"|(?:can |could )reach up to|<|≤",
    ),
    (
        ">",
        r"more than|over(?: than)?|at least|above|greater than|in excess of|exceed(?:s|ed|ing)?"
        r"|not? (?:less|fewer) than|upwards? of|higher than|minimum of|surpass(?:ed|ing)|>|≥"
        r"|marginally higher at",
    ),
    (
        "~",
        r"about|around|approximately|roughly|some|nearly|almost|an estimated|estimated|circa|ca\."
        r"|~|≈|approx\.?|barely|close to|closer to|averag(?:ed|ing)(?: roughly)?|or so|perhaps"
        r"|maybe|as many as about|typically|virtually",
    ),
)
_UP = (
    r"up|rose|rises?|risen|rising|gain(?:s|ed|ing)?|add(?:s|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed)"
    r"|increas(?:e|es|ed|ing)|advanced|surg(?:e|ed|ing)|soared|gr(?:ow|ows|own|owing|ew)"
    r"|trending up"
)
_DOWN = (
    r"(?<!shot )(?<!shoot )(?<!brought )(?<!gunned )(?<!took )(?<!shooting )down"
    r"|fell|falls?|fallen|falling|los(?:t|e|ing)|drop(?:s|ped|ping)?|dip(?:s|ped)?(?: down)?"
    r"|slid(?:es)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|plung(?:ed|ing)|plummet(?:ed|ing)"
    r"|shrank|sank|tumbled|slipped"
)
# Words that say that something rose or fell, as a pattern.
CHANGES = rf"{_UP}|{_DOWN}"
_LINK = r"(?:\s+(?:by|about|nearly|almost|around|another|some|to|just|under|over|a|an|further))*"
_RISES = re.compile(rf"(?i)\b(?:{_UP}){_LINK}\s*$")
_FALLS = re.compile(rf"(?i)\b(?:{_DOWN}){_LINK}\s*$")
_BOUNDS = [
    (
        bound,
        re.compile(rf"(?i)(?:(?<!\w)(?:{words}))(?:\s+(?:just|another|the|a|only|total of))*\s*$"),
    )
    for bound, words in _BEFORE
]
_AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (">", re.compile(r"(?i)(?:\+(?!\w)|\s+or\s+(?:more|over|higher)\b)")),
    ("<", re.compile(r"(?i)\s+or\s+(?:less|fewer|under|below)\b")),
    ("~", re.compile(r"(?i)\s+or\s+so\b|-odd\b")),
)
# "A rise to 5%" names a level, not a change.
_LEVEL = re.compile(r"(?i)\bto\s*$")


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound, where its words begin, and whether the words are about an approximate number."""

    bound: Bound
    start: int
    approximate: bool


def limit_of(text: str, start: int, end: int, changes: bool = True) -> Limit:
    """What is said of the number at ``[start, end)``; "=" where nothing is.

    changes: whether it may be a rise or a fall, as it is not in "picked up 22 people".
    """
    before = text[max(0, start - 40) : start]
    said = _said_before(before, start)
    if text[start : start + 1] == "+":
        return Limit("up", start, approximate=False)
    for bound, pattern in (("up", _RISES), ("down", _FALLS)):
        if changes and pattern.search(before) and not _LEVEL.search(before):
            return Limit("up" if bound == "up" else "down", start, said.bound == "~")
    if said.bound != "=":
        return said
    for after, pattern in _AFTER:
        if pattern.match(text, end):
            return Limit(after, start, after == "~")
    return said


def _said_before(before: str, start: int) -> Limit:
    for bound, pattern in _BOUNDS:
        match = pattern.search(before)
        if match:
            return Limit(bound, start - len(before) + match.start(), bound == "~")
    return Limit("=", start, approximate=False)


def possible(
    bound: Bound, value: float, lower: float | None, upper: float | None
) -> tuple[float | None, float | None]:
    """The bounds that the words leave: "up to" opens below, "at least" above, "about" both.

    "About" is left without made-up margins: the text does not say how far it reaches.
    """
    if bound == "<":
        return None, upper
    if bound == ">":
        return lower, None
    if bound == "~" and lower == upper == value:
        return None, None
    return lower, upper
