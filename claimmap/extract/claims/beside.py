"""A statement dated by what is told beside it: "the day after the minister said that ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from claimmap.extract.how_many.numbers import value_of
from claimmap.extract.when.meaning import shifted
from claimmap.model import Interval, Span

# Words before a source among which "the day after" stands.
_LEADING = 8
_BESIDE = re.compile(
    r"(?i)\b(?P<number>(?:the|an?|a few|several|[a-z]+|\d+)\s)?(?P<unit>days?|weeks?)\s"
    r"(?P<side>after|before)\s(?:the\s|an?\s)?$"
)
_DAYS = {"day": 1, "week": 7}
_AT_MOST = {"day": 6, "week": 4}


def told_beside(doc: Doc, source: Sequence[Span], told: date) -> Interval | None:
    """As in "The raid came two days after the minister said": counted from the other event.

    told: the day of that event. "Days" are two to six, "weeks" two to four (less than the next
    longer unit).
    """
    words = (
        doc.char_span(source[0].start, source[0].end, alignment_mode="expand") if source else None
    )
    if words is None:
        return None
    first = words[0].i
    before = doc[max(words[0].sent.start, first - _LEADING) : first].text_with_ws
    match = _BESIDE.search(before)
    if match is None:
        return None
    number, unit = (match["number"] or "").casefold().strip(), match["unit"].casefold()
    length = _DAYS[unit.removesuffix("s")]
    known = value_of(number) if number and number not in ("the", "several", "a few") else None
    low = known if known is not None else 1 if number == "the" else 2
    high = low if known is not None or number == "the" else _AT_MOST[unit.removesuffix("s")]
    sign = -1 if match["side"].casefold() == "after" else 1
    days = sorted(shifted(told, "day", sign * each * length) for each in (low, high))
    exact: Literal[1, 2] = 1 if days[0] == days[1] and length == 1 else 2
    how = f"'{match[0].strip()}', counted from the day of publication"
    return Interval(days[0], days[1], exact, how)
