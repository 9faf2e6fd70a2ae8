"""A long document in parts, so that memory does not grow with its text.

Each part is parsed, extracted and placed on its own; what is found in it is then moved to where it
stands in the whole text. A name that one part gives in full is not known in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from claimmap.model import (
    Attribution,
    Claim,
    Document,
    Extraction,
    Quantity,
    Span,
    Timex,
    Toponym,
)

# Some fifty thousand words. Their parse and all that is asked of it take some 100 MB.
PART = 300_000
# A break is looked for in the last part of a part, a paragraph's before a sentence's before a
# word's, so that none is short.
_LAST = 50_000
_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?]\s"), re.compile(r"\s"))


def split_parts(text: str) -> Iterator[Span]:
    """The parts of a text, in order and without gaps: one for all but the longest reports."""
    start = 0
    while len(text) - start > PART:
        end = _cut(text, start + PART)
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def join_parts(document: Document, parts: Iterable[tuple[Span, Extraction]]) -> Extraction:
    """What was found in each part of a document as what was found in the whole, in text order.

    An extraction's spans count in its part's text; claims keep their ids, which ``extract_claims``
    makes of where the claim stands in the whole.
    """
    attributions: list[Attribution] = []
    timexes: list[Timex] = []
    quantities: list[Quantity] = []
    toponyms: list[Toponym] = []
    claims: list[Claim] = []
    for part, found in parts:
        mover = _Mover(part.start)
        attributions += mover.move(found.attributions)
        timexes += mover.move(found.timexes)
        quantities += mover.move(found.quantities)
        toponyms += mover.move(found.toponyms)
        claims += mover.move(found.claims)
    return Extraction(
        document,
        tuple(attributions),
        tuple(timexes),
        tuple(quantities),
        tuple(toponyms),
        tuple(claims),
    )


Found = TypeVar("Found")


def moved(found: Found, by: int) -> Found:
    """A noun with every span in it moved by so many characters."""
    result: Found = _Mover(by).move(found)
    return result


def _cut(text: str, limit: int) -> int:
    """Where to cut at or before ``limit``: behind the last break of the best sort that is near."""
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(text, limit - _LAST, limit)]
        if ends:
            return ends[-1]
    return limit


class _Mover:
    """Moves every span within the nouns of one part, which must outlive it.

    What stands in many places, as a source does in its claims, stays one object.
    """

    def __init__(self, by: int) -> None:
        self.by = by
        self.moved: dict[int, Any] = {}

    def move(self, value: Any) -> Any:
        """The same with its spans moved; the very same where it holds none."""
        if not self.by or not (isinstance(value, tuple) or is_dataclass(value)):
            return value
        key = id(value)
        if key not in self.moved:
            self.moved[key] = self._moved(value)
        return self.moved[key]

    def _moved(self, value: Any) -> Any:
        if isinstance(value, Span):
            return Span(value.start + self.by, value.end + self.by)
        if isinstance(value, tuple):
            others = tuple(self.move(one) for one in value)
            return others if any(a is not b for a, b in zip(value, others, strict=True)) else value
        olds = {field.name: getattr(value, field.name) for field in fields(value)}
        news = {name: self.move(old) for name, old in olds.items()}
        changed = {name: new for name, new in news.items() if new is not olds[name]}
        return replace(value, **changed) if changed else value
