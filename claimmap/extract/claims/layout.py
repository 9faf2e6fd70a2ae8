"""Lines that claim nothing since they name what follows: titles, bylines, subheadings.

Told by layout alone: a short line apart from others, open at its end, in a text of which nearly
all stands in paragraphs that close with punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimmap.extract.parsing import is_wrapped
from claimmap.model import Span

_MOST_WORDS = 18
# How much prose there must be, in words and in its share of all words, before an open line is seen
# as a heading: a post may have two lines, a log has nothing but open ones.
_LEAST_PROSE = 20
_PROSE_SHARE = 0.6
# So many open lines in a row, below the head of the text, are a list without bullets.
_LIST = 3

_BLOCK = re.compile(r"[^\s].*?(?=\n[^\S\n]*\n|\Z)", re.DOTALL)
_LINE = re.compile(r"[^\n]+")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_INNER_STOP = re.compile(r"[a-z)\d][.!?…]+[\"'”’)]*\s+[\"'“‘(]*[A-Z]")
_ITEM = re.compile(r"(?:[-*•·–—▪◦‣●○►✓>]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line or paragraph; open: short and without closing punctuation; item: of a list."""

    span: Span
    words: int
    open: bool
    item: bool


def find_headings(text: str) -> Iterator[Span]:
    """The headings of a text, in its order, without the white space around them.

    None where most words stand in open lines, where hardly any prose is, and at the text's end,
    where an open line may be one cut off.
    """
    lines = list(_lines(text))
    if not _is_prose(lines):
        return
    place = 0
    for is_open, group in groupby(lines, key=lambda line: line.open):
        run = list(group)
        first, place = place, place + len(run)
        listed = first > 0 and len(run) >= _LIST
        if is_open and place < len(lines) and not listed:
            yield from (line.span for line in run)


def lies_in(headings: Sequence[Span], position: int) -> bool:
    """Whether one of the headings, which come in text order, holds the position."""
    at = bisect_right(headings, position, key=lambda heading: heading.start)
    return at > 0 and position < headings[at - 1].end


def _is_prose(lines: Sequence[_Line]) -> bool:
    closed = sum(line.words for line in lines if not line.open and not line.item)
    loose = sum(line.words for line in lines if line.open)
    return closed >= _LEAST_PROSE and closed >= _PROSE_SHARE * (closed + loose)


def _lines(text: str) -> Iterator[_Line]:
    """The lines with something on them; of a text wrapped at a fixed width, the paragraphs."""
    for match in (_BLOCK if is_wrapped(text) else _LINE).finditer(text):
        said = match.group().strip()
        if not said:
            continue
        start = match.start() + match.group().index(said)
        words = len(said.split())
        item = _ITEM.match(said) is not None
        closed = _CLOSED.search(said) or _INNER_STOP.search(said)
        is_open = not item and not closed and words <= _MOST_WORDS
        yield _Line(Span(start, start + len(said)), words, is_open, item)
