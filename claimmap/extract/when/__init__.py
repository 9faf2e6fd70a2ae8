"""When: time expressions, read by a small compositional grammar and tied to the calendar.

``written`` reads days and months written out, ``eras`` what is longer, ``relative`` and
``weekends`` what is counted from publication, ``anchored`` what is counted from a date named
before, ``lengths`` durations, repetitions and vague hints, ``clock`` times of day; ``frames`` adds
what stands around ("the end of", "since", "from ... to"). Where two rules match, the longer
expression wins. Each expression is read in text order, so that "two days later" can lean on what
was named before.

Vague hints ("recently", "in recent months") have a TIMEX3 value (PAST_REF, PRESENT_REF,
FUTURE_REF) and no first and last day: the text states none, so none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from statistics import median

from spacy.tokens import Doc

from claimmap.extract.parsing import text_of
from claimmap.extract.when import anchored, clock, eras, lengths, relative, weekends, written
from claimmap.extract.when.frames import Found, joined, on_its_day, widened
from claimmap.extract.when.lexicon import MONTHS, WEEKDAYS, YEAR_RE, one_of
from claimmap.extract.when.matching import Matcher
from claimmap.extract.when.meaning import Meaning, in_words
from claimmap.extract.when.scene import Scene
from claimmap.model import Span, Timex

_MATCHER = Matcher(
    (
        *written.RULES,
        *eras.RULES,
        *clock.RULES,
        *weekends.RULES,
        *relative.RULES,
        *anchored.RULES,
        *lengths.RULES,
    )
)
_YEAR = re.compile(rf"(?<![\d,.$]){YEAR_RE}(?![\d%]|,\d)|\b\d{{2,4}}(?=\s+B\.?C\b)")
_LEADING = re.compile(r"(?i)\b(?:on|in|at|since|until|till|by|from|during|before|after)\s+$")
_NARRATIVE_YEARS = 5
_NARRATIVE_AGE = 2
# What only a report of the day says; a history has many years for each of these.
_NEWS = re.compile(
    rf"(?i)\b(?:{one_of(WEEKDAYS)}(?!,?\s+(?:the\s+)?(?:\d|{one_of(MONTHS)}))|yesterday|today|tonight"
    r"|(?:last|this|next)\s+(?:week|month))\b"
)
_NARRATIVE_SHARE = 8


def find_timexes(doc: Doc, published: date | None) -> Iterator[Timex]:
    """The time expressions of a parsed document, in text order, without overlap.

    published: the day the document came out, from which "today" and "last week" are counted;
    None leaves them without days ("on Friday" is then "XXXX-WXX-5").
    """
    starts = [token.idx for token in doc]
    if not starts:
        return
    text = text_of(doc)
    held: Found | None = None
    for found in _read_all(text, Scene(doc, starts, published, _tells_of_past(text, published))):
        held = on_its_day(held, found, text) if held else None
        pair = joined(held, found, text) if held else None
        if held:
            yield _timex(pair[0] if pair else held, text)
        held = pair[1] if pair else found
    if held:
        yield _timex(held, text)


def _tells_of_past(text: str, published: date | None) -> bool:
    """Whether the text is a narrative of a past of its own: its years lie before publication."""
    if published is None:
        return False
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    if len(years) < _NARRATIVE_YEARS or median(years) > published.year - _NARRATIVE_AGE:
        return False
    return len(years) > _NARRATIVE_SHARE * len(_NEWS.findall(text))


def _read_all(text: str, scene: Scene) -> Iterator[Found]:
    floor = 0
    for match, rule in _MATCHER.find(text):
        if match.start() < floor:
            continue
        meaning = rule.read(match, scene)
        if meaning is None:
            continue
        span = Span(match.start(rule.group), match.end(rule.group))
        found = widened(Found(span, meaning), text, floor)
        if _leads_on(found.meaning, scene):
            scene = replace(scene, mentioned=meaning)
        floor = found.span.end
        yield found


def _leads_on(meaning: Meaning, scene: Scene) -> bool:
    """Whether what follows may lean on it; a story's own dates are not those of publication."""
    dated = meaning.type in ("DATE", "TIME") and meaning.year is not None
    return dated and not (scene.narrative and "publication" in meaning.how)


def _timex(found: Found, text: str) -> Timex:
    meaning = found.meaning
    leading = _LEADING.search(text[max(0, found.span.start - 12) : found.span.start])
    words = " ".join(((leading[0] if leading else "") + found.span.of(text)).split())
    reached = in_words(meaning)
    rule = f"'{words}', {meaning.how}" + (f", {reached}" if reached else "")
    return Timex(
        found.span,
        meaning.type,
        meaning.value,
        meaning.first,
        meaning.last,
        meaning.precision,
        meaning.edtf,
        rule,
    )
