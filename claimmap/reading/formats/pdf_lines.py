"""Lines as they lie on pages -> paragraphs.

A PDF knows signs at points and no paragraph. What shows one: a wider gap, an indent, another size
of letters, a short line that ends a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*")
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")
_SOFT = "\u00ad\x02\ufffe"
_REPEATS = 3  # pages, from which on a line at their edge is no part of the text

_WIDER = 1.4  # times the usual distance of two lines
_TALLER = 1.15  # times the height of the line before
_INDENT = 0.8  # times the height of a line
_SHORT = 0.8  # of the usual width


class Line(NamedTuple):
    """A line's words; where it begins and ends, its foot and its height, in points."""

    text: str
    left: float
    right: float
    foot: float
    height: float


def drop_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without their numbers and the running lines at their head and foot."""
    edges = Counter(
        key for lines in pages for key in {_key(line) for line in (*lines[:2], *lines[-2:])}
    )
    often = {key for key, times in edges.items() if times >= max(_REPEATS, len(pages) // 3)}
    return [list(_kept(lines, often)) for lines in pages]


def _kept(lines: Sequence[Line], often: Collection[tuple[str, int]]) -> Iterator[Line]:
    for number, line in enumerate(lines):
        at_edge = number < 2 or number >= len(lines) - 2
        number_alone = _PAGE_NUMBER.fullmatch(line.text.strip())
        if not (at_edge and (number_alone or _key(line) in often)):
            yield line


def join_lines(pages: Sequence[Sequence[Line]]) -> str:
    """The text of the pages, a blank line between two paragraphs."""
    width = max((line.right - line.left for lines in pages for line in lines), default=0.0)
    paragraphs: list[list[str]] = []
    before: Line | None = None
    page_before = _Page()
    for lines in pages:
        page = _look_at(lines)
        for number, line in enumerate(lines):
            if before is None or _begins(line, before, page if number else page_before, width):
                paragraphs.append([])
            paragraphs[-1].append(line.text.strip(" \t\r\n"))
            before = line
            page_before = page
    return "\n\n".join(_glue(lines) for lines in paragraphs)


class _Page(NamedTuple):
    """The usual distance of two lines, and where most of them begin."""

    pitch: float = 0.0
    left: float = 0.0


def _look_at(lines: Sequence[Line]) -> _Page:
    gaps = [a.foot - b.foot for a, b in pairwise(lines) if a.foot > b.foot]
    lefts = Counter(round(line.left) for line in lines)
    return _Page(
        median(gaps) if gaps else 0.0,
        float(lefts.most_common(1)[0][0]) if lefts else 0.0,
    )


def _begins(line: Line, before: Line, page: _Page, width: float) -> bool:
    """Whether the line begins a paragraph.

    page: the one that the line before stands on. width: of the widest line of all.
    """
    words = before.text.rstrip()
    if _is_broken(words):
        return False
    if max(line.height, before.height) > _TALLER * max(min(line.height, before.height), 0.1):
        return True
    if _ENDS.search(words) and before.right - before.left < _SHORT * width:
        return True
    if line.foot >= before.foot:  # on another page, or in another column
        return False
    if page.pitch and before.foot - line.foot > _WIDER * page.pitch:
        return True
    indented = _INDENT * line.height < line.left - page.left < 6 * line.height
    return indented and before.left - page.left <= _INDENT * line.height


def _glue(lines: Sequence[str]) -> str:
    """Lines as one, a word that was parted at the end of a line whole again."""
    parts: list[str] = []
    for line in lines:
        if parts and _is_broken(parts[-1]) and line[:1].islower():
            parts[-1] = parts[-1][:-1]
        elif parts:
            parts.append(" ")
        parts.append(line)
    return "".join(parts).translate({ord(sign): None for sign in _SOFT})


def _is_broken(line: str) -> bool:
    """Whether a line ends in the middle of a word."""
    return line[-1:] in ("-", *_SOFT) and line[-2:-1].isalpha()


def _key(line: Line) -> tuple[str, int]:
    """What is the same for a running line on every page; the title of the first is larger."""
    return _NUMBER.sub("#", line.text.strip()).casefold(), round(line.height)
