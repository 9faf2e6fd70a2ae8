"""When what was found and what was annotated are the same; claims.py's docstring says it in words.

A likeness is a number: 0 where the two are not the same, else the greater the more they share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from geopy.distance import great_circle

from claimmap.model import DRAWN_ROLES, Quantity, Span, Timex, Toponym

One = TypeVar("One")
Other = TypeVar("Other")
Words = frozenset[int]

NEAR_KM = 161.0
WORD = re.compile(r"\w+")
_TITLE = re.compile(r"\b(?:the|an?|dr|mr|ms|mrs)\.? ")
# Values agree to one part in a thousand.
_CLOSE = 1e-3


def pair(
    ones: Sequence[One], others: Sequence[Other], likeness: Callable[[One, Other], float]
) -> Iterator[tuple[int, int]]:
    """Positions one to one, the most alike first; a likeness of 0 makes no pair."""
    ranked = sorted(
        (-alike, i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if (alike := likeness(one, other)) > 0
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def words_at(text: str, spans: Iterable[Span]) -> Words:
    """The words that begin in the spans, each as the place of its first character."""
    return frozenset(
        span.start + match.start() for span in spans for match in WORD.finditer(span.of(text))
    )


def same_words(one: Words, other: Words) -> float:
    """At least half of the words of each are shared."""
    shared = len(one & other)
    return shared / len(one | other) if shared and 2 * shared >= max(len(one), len(other)) else 0.0


def same_time(one: Timex, other: Timex) -> float:
    """The spans meet, and the values are equal."""
    return _overlap(one.span, other.span) if one.value == other.value else 0.0


def same_place(one: Toponym, other: Toponym) -> float:
    """The names meet, both or neither are drawn, and they are placed near each other."""
    if (one.role in DRAWN_ROLES) != (other.role in DRAWN_ROLES) or not (one.place and other.place):
        return 0.0
    here, there = one.place, other.place
    country = here.kind == there.kind == "country" and here.country == there.country
    apart = great_circle((here.latitude, here.longitude), (there.latitude, there.longitude))
    return _overlap(one.span, other.span) if country or apart.km <= NEAR_KM else 0.0


def same_quantity(one: Quantity, other: Quantity) -> float:
    """The values are equal, and so are the units or half of the words of what is counted."""
    if one.value is None or other.value is None:
        return 0.0
    close = abs(one.value - other.value) <= _CLOSE * abs(one.value)
    counted, found = _things(one), _things(other)
    same = 2 * len(counted & found) >= max(1, min(len(counted), len(found)))
    return float(close and (same or _base(one.unit) == _base(other.unit)))


def plain_name(name: str) -> str:
    """A name without letter case, articles and title."""
    return _TITLE.sub("", " ".join(name.replace("’", "'").casefold().split()))


def _things(quantity: Quantity) -> set[str]:
    """The words of what is counted, or of the unit where nothing is."""
    return {_base(word) for word in WORD.findall(quantity.counted or quantity.unit)}


def _base(word: str) -> str:
    """Without letter case and the s of a plural."""
    return word.casefold().removesuffix("s")


def _overlap(one: Span, other: Span) -> float:
    return float(max(0, min(one.end, other.end) - max(one.start, other.start)))
