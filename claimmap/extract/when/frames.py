"""What stands around an expression and changes it: "early", "the end of", "since", "from ... to".

An expression is read first; then the words before it are looked at. Some belong to its extent
(the annotators of TimeML count "early June" and "the end of 1944" whole), some only bound it
("since August" has the extent "August").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from claimmap.extract.when.lexicon import DAY_PART_RE, DAY_PARTS
from claimmap.extract.when.meaning import Meaning, shifted
from claimmap.model import Span

_WITHIN = re.compile(
    r"(?i)(?:\b(?:the\s+)?(?:very\s+)?(?:early|late)(?:r)?(?:\s+in)?\s+(?:the\s+)?"
    r"|\bmid(?:dle)?(?:-|\s+)"
    r"|\b(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle|close|rest|turn|latter\s+part"
    r"|early\s+part|later\s+part|remainder)\s+of\s+(?:the\s+)?)$"
)
_ARTICLE = re.compile(r"(?i)\bthe\s+$")
_DAY_PART = re.compile(
    rf"(?i)\b(?:(?:early|late)\s+(?:in|on)\s+)?(?:the\s+)?(?:early\s+|late\s+)?"
    rf"(?P<part>{DAY_PART_RE})(?:\s+hours)?\s+(?:of|on)\s+(?:the\s+)?$"
)
_BOUND = re.compile(r"(?i)\b(?P<word>since|until|till|by|before|as\s+of|from)\s+(?:about\s+)?$")
_END = re.compile(r"(?i)(?:the\s+)?(?:very\s+)?(?:end|close)\b")
_ABOUT = re.compile(r"(?i)\b(?:about|around|circa|ca\.|approximately|roughly|some\s+time\s+in)\s+$")
_RANGE = re.compile(r"(?i)^\s*(?:to|until|till|and|through|[-–—])\s*(?:the\s+)?$")
_ON = re.compile(r"(?i)(?:\s+local\s+time)?,?\s+(?:on\s+)?")
_RANGE_START = re.compile(r"(?i)\b(?:from|between)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression read: its extent and what it means."""

    span: Span
    meaning: Meaning


def widened(found: Found, text: str, floor: int) -> Found:
    """The expression with what stands before it, back to the character ``floor`` at most."""
    for widen in (_with_modifier, _with_day_part, _with_bound):
        found = widen(found, text, floor)
    return found


def _with_modifier(found: Found, text: str, floor: int) -> Found:
    before = text[max(floor, found.span.start - 40) : found.span.start]
    match = _WITHIN.search(before)
    if not match or found.meaning.type not in ("DATE",) or found.meaning.precision == "vague":
        return found
    word = match.group().split()[0].lower()
    if word in ("later", "earlier") and found.meaning.precision == "day":
        return found
    start = found.span.start - len(match.group())
    return Found(Span(start, found.span.end), found.meaning)


def _with_day_part(found: Found, text: str, floor: int) -> Found:
    before = text[max(floor, found.span.start - 40) : found.span.start]
    match = _DAY_PART.search(before)
    if not match or found.meaning.precision != "day" or found.meaning.type != "DATE":
        return found
    value = f"{found.meaning.value}T{DAY_PARTS[match['part'].lower()]}"
    start = found.span.start - len(match.group())
    return Found(Span(start, found.span.end), replace(found.meaning, type="TIME", value=value))


def _with_bound(found: Found, text: str, floor: int) -> Found:
    """since: no end known; until, by: no beginning known; about: both ends soft."""
    meaning = found.meaning
    before = text[max(floor, found.span.start - 20) : found.span.start]
    if not meaning.first or not meaning.last or meaning.type not in ("DATE", "TIME"):
        return found
    match = _BOUND.search(before)
    word = match["word"].lower() if match else ""
    if word == "since":
        open_ended = replace(meaning, last=None, edtf=f"{_from(meaning)}/..")
        return Found(found.span, replace(open_ended, how=f"{meaning.how}, open to the end"))
    if word == "before" and _END.match(text, found.span.start):
        word = "by"  # "before the end of May" is any day of May
    if word in ("until", "till", "by"):
        how = f"{meaning.how}, open at the beginning"
        edtf = f"../{meaning.edtf.split('/')[-1]}"
        return Found(found.span, replace(meaning, first=None, edtf=edtf, how=how))
    if word == "before":
        how = f"{meaning.how}, up to the day before"
        last = shifted(meaning.first, "day", -1)
        edtf = f"../{last.isoformat()}"
        return Found(found.span, replace(meaning, first=None, last=last, edtf=edtf, how=how))
    if _ABOUT.search(before) and "/" not in meaning.edtf:
        return Found(found.span, replace(meaning, edtf=meaning.edtf + "~"))
    return found


def on_its_day(left: Found, right: Found, text: str) -> Found:
    """A time of day with the day that follows it: "at 3pm on Monday"."""
    told, given = left.meaning, right.meaning
    clock = told.type == "TIME" and "T" in told.value and given.type == "DATE"
    if not clock or given.precision != "day" or not given.first:
        return left
    if not _ON.fullmatch(text[left.span.end : right.span.start]):
        return left
    value = f"{given.value}T{told.value.split('T')[-1]}"
    return Found(left.span, replace(given, type="TIME", value=value))


def _from(meaning: Meaning) -> str:
    return meaning.edtf.split("/")[0]


def joined(left: Found, right: Found, text: str) -> tuple[Found, Found] | None:
    """The two ends of a range: each keeps its value, both get the whole stretch."""
    between = text[left.span.end : right.span.start]
    if not _RANGE.match(between):
        return None
    first, last = left.meaning.first, right.meaning.last
    opened = _RANGE_START.search(text[max(0, left.span.start - 20) : left.span.start])
    if between.strip() == "and" and not opened:
        return None
    if not first or not last or first > last or left.meaning.type != "DATE":
        return None
    return _spread(left, first, last, right), _spread(right, first, last, left)


def _spread(found: Found, first: date, last: date, other: Found) -> Found:
    ends = sorted((found, other), key=lambda each: each.span.start)
    edtf = f"{_from(ends[0].meaning)}/{ends[1].meaning.edtf.split('/')[-1]}"
    how = f"{found.meaning.how}, one end of a range"
    return Found(found.span, replace(found.meaning, first=first, last=last, edtf=edtf, how=how))
