"""How many: numbers with their bounds, their unit, and the noun phrase they count.

``numbers`` finds the numbers, ``measures`` knows units and currencies, ``bounds`` reads "up to" and
"at least", ``counted`` finds the noun phrase. The definitions of value, unit and bound follow CQE
(Almasian et al., EMNLP 2023): a range has its first end as value; "hundreds" counts as 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimmap.extract.how_many.bare import find_unsaid
from claimmap.extract.how_many.bounds import limit_of, possible
from claimmap.extract.how_many.counted import find_counted
from claimmap.extract.how_many.measures import money_before, rate_after, unit_after
from claimmap.extract.how_many.names import is_age, is_label
from claimmap.extract.how_many.numbers import Number, find_numbers
from claimmap.extract.how_many.reads import Read
from claimmap.extract.parsing import text_of
from claimmap.model import Quantity, Span, Timex

_DASH = re.compile(r"\s?[-–—~]\s?")
_TO = re.compile(r"\s(?:to|or)\s")
_FROM = re.compile(r"(?i)\bfrom\s(?:about\s)?$")
_BETWEEN = re.compile(r"(?i)\bbetween\s(?:about\s)?$")
_FAR_TO = re.compile(r"(?:[^.,;]|[.,]\d){0,50}\bto\s(?:just\s|about\s|around\s)?")
_NO_RANGE = re.compile(
    r"(?i)\b(?:by|rose|fell|up|down|gained|added|climbed|lost|dropped|jumped)\s$"
)
_CLIMBING = frozenset(
    {"go", "come", "move", "edge", "tick", "creep", "inch", "finish", "end", "close"}
)
_COUNTRY = re.compile(r"\s(?:US|U\.S\.)(?!\w)")


def find_quantities(doc: Doc, timexes: Sequence[Timex]) -> Iterator[Quantity]:
    """The quantities of a parsed document, in text order.

    timexes: its time expressions; numbers in a date, a time of day or a rate are no quantities,
    those of a length of time are. Numbers in names ("G7", "Channel 5"), list numbers and scores
    are left out.
    """
    text = text_of(doc)
    starts = {token.idx: token.i for token in doc}
    reads = [_read(number, doc, text, starts) for number in _undated(find_numbers(text), timexes)]
    told = list(find_unsaid(reads, doc, starts))
    yield from (_quantity(read, text) for read in _ranged(told, text) if not read.label)


def _undated(numbers: Iterable[Number], timexes: Sequence[Timex]) -> Iterator[Number]:
    """The numbers outside of dates and times of day; both come in text order."""
    taken = [each.span for each in timexes if each.type in ("DATE", "TIME")]
    at = 0
    for number in numbers:
        while at < len(taken) and taken[at].end <= number.start:
            at += 1
        if at == len(taken) or number.end <= taken[at].start:
            yield number


def _read(number: Number, doc: Doc, text: str, starts: dict[int, int]) -> Read:
    number, start, end, unit = _measured(number, text)
    counted = None
    following = _token_after(doc, starts, end)
    if following is not None and (not unit or doc[following].lower_ == "of"):
        counted = find_counted(doc, following)
    changes = bool(unit) or counted is None or not _is_particle(doc, starts, start)
    limit = limit_of(text, start, end, changes)
    if not unit and is_age(text, number.start, number.end):
        unit, counted = "year of age", None
    label = not unit and is_label(doc, text, starts, number, counted, limit.bound)
    return Read(number, start, end, unit, counted, limit, label)


def _is_particle(doc: Doc, starts: dict[int, int], start: int) -> bool:
    """Whether "up" or "down" before the number belongs to its verb: "picked up 22 people"."""
    at = starts.get(start)
    before = doc[at - 1] if at else None
    return before is not None and before.dep_ == "prt" and before.head.lemma_ not in _CLIMBING


def _measured(number: Number, text: str) -> tuple[Number, int, int, str]:
    """The number with its unit of money or measure, and the whole's extent."""
    start, end = number.start, number.end
    money = money_before(text, start)
    if money:
        unit, start = money
        country = _COUNTRY.match(text, end)
        rate = rate_after(text, country.end() if country else end)
        return number, start, rate[1] if rate else end, f"{unit} per {rate[0]}" if rate else unit
    if (
        number.short == "m"
        and number.value is not None
        and not text[end : end + 2].strip().isalpha()
    ):
        metres = number.value / 1e6
        return replace(number, value=metres, lower=metres, upper=metres), start, end, "metre"
    named = unit_after(text, end)
    if named is None:
        return number, start, end, ""
    unit, end = named
    if unit == "barrel" and text[end : end + 7] == " of oil":
        unit, end = "barrel of oil", end + 7
    rate = rate_after(text, end)
    return number, start, rate[1] if rate else end, f"{unit} per {rate[0]}" if rate else unit


def _token_after(doc: Doc, starts: dict[int, int], end: int) -> int | None:
    """The token that begins at ``end`` or after the blank or hyphen there."""
    for offset in (end, end + 1, end + 2):
        if offset in starts and not doc[starts[offset]].is_space:
            token = doc[starts[offset]]
            if token.text in ("-", "–"):
                continue
            return token.i
    return None


def _ranged(reads: Sequence[Read], text: str) -> Iterator[Read]:
    """Bring the two ends of a range together; a range is one quantity, not two."""
    held: Read | None = None
    for read in reads:
        joined = _joined(held, read, text) if held else None
        if held and not joined:
            yield held
        held = joined or read
    if held:
        yield held


def _joined(first: Read, last: Read, text: str) -> Read | None:
    between = text[first.end : last.start]
    if first.counted and first.counted.span.end < last.start:
        between = text[max(first.end, first.counted.span.end) : last.start]
    before = text[max(0, first.start - 12) : first.start]
    low, high = first.number.value, last.number.value
    if first.alone or last.alone or low is None or high is None or first.number.lower is None:
        return None
    if first.unit and last.unit and not last.unit.startswith(first.unit.split(" per ")[0]):
        return None
    near = _DASH.fullmatch(between) or (
        _TO.fullmatch(between)
        and not ((first.unit or first.number.fraction) and _NO_RANGE.search(before))
    )
    pair = between.strip() == "and" and _BETWEEN.search(before)
    single = first.number.lower == first.number.upper
    far = single and _FROM.search(before) and _FAR_TO.fullmatch(between)
    if not (near or pair or far) or (first.label and last.label and not pair):
        return None
    return _spanning(first, last, low, high)


def _spanning(first: Read, last: Read, low: float, high: float) -> Read:
    # "1 to 2 thousand": the scale said once belongs to both ends.
    scale = last.number.scale
    if scale > first.number.scale == 1 and low <= high / scale:
        low *= scale
    number = replace(first.number, value=low, lower=min(low, high), upper=max(low, high))
    unit = max(first.unit, last.unit, key=len)
    counted = last.counted or first.counted
    return Read(number, first.start, last.end, unit, counted, first.limit)


def _quantity(read: Read, text: str) -> Quantity:
    number, limit, counted = read.number, read.limit, read.counted
    lower, upper = number.lower, number.upper
    if number.value is not None:
        lower, upper = possible(limit.bound, number.value, lower, upper)
    unit = read.unit or (counted.unit if counted else "")
    return Quantity(
        span=Span(read.start, read.end),
        value=number.value,
        lower=lower,
        upper=upper,
        approximate=limit.approximate or number.vague,
        bound=limit.bound,
        unit=f"share of {unit}".removesuffix(" of ") if number.fraction else unit,
        counted=" ".join(counted.span.of(text).split()) if counted else "",
        counted_span=counted.span if counted else None,
    )
