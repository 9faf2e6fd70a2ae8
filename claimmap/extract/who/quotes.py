"""Which stretches of a text stand between quotation marks.

Survives marks of either style, quotations over several paragraphs (each opened anew, only the
last closed), and marks that are missing or doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from claimmap.model import Span

_OPENERS = "“«„‟"
_CLOSERS = "”»"
_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”«»„‟\"]|''|``")
_SINGLE = re.compile(r"(?:(?<=\s)|^)[‘'](?=\w)(?!\d0s)")
_SINGLE_END = re.compile(r"(?<=[.,!?…])['’](?=[\s)\]—–,.;:]|$)|(?<=\w)['’](?=[\s.,;:!?)]|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its span with the marks; goes_on: left open, and taken up in the next one."""

    span: Span
    goes_on: bool = False


def find_quotes(text: str) -> Iterator[Quote]:
    """The quotations of ``text`` in order; they do not overlap, and none crosses a paragraph."""
    goes_on = False
    for paragraph in _PARAGRAPH.finditer(text):
        start = len(paragraph.group()) - len(paragraph.group().lstrip())
        found = list(_find_double(paragraph.group(), start, goes_on))
        if not found:
            found = [Quote(span) for span in _find_single(paragraph.group())]
        for quote in found:
            span = Span(quote.span.start + paragraph.start(), quote.span.end + paragraph.start())
            yield Quote(span, quote.goes_on)
        goes_on = bool(found) and found[-1].goes_on


def words_of(doc: Doc, quotes: Iterable[Quote]) -> frozenset[int]:
    """Numbers of the tokens that stand between the quotations' marks."""
    found: set[int] = set()
    for quote in quotes:
        span = doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
        found.update(token.i for token in span or ())
    return frozenset(found)


def _find_double(line: str, start: int, goes_on: bool) -> Iterator[Quote]:
    """Double quotations of one paragraph. goes_on: the last paragraph left its quotation open."""
    opened: int | None = None
    done = start
    for mark in _MARK.finditer(line):
        opens = _opens(line, mark, opened is not None)
        if opens and opened is None:
            opened = mark.start()
        elif not opens and opened is not None:
            yield Quote(Span(opened, mark.end()))
            opened, done = None, mark.end()
        elif (
            not opens
            and opened is None
            and (goes_on or line[mark.start() - 1 : mark.start()] in tuple(".,!?"))
        ):
            begin = start if goes_on and done == start else _sentence_start(line, done, mark)
            yield Quote(Span(begin, mark.end()))
            done = mark.end()
    if opened is not None:
        yield Quote(Span(opened, len(line.rstrip())), goes_on=True)


def _opens(line: str, mark: re.Match[str], inside: bool) -> bool:
    """Whether a mark opens; for marks that look the same on both sides, their neighbours say."""
    if mark.group() in _OPENERS:
        return True
    if mark.group() in _CLOSERS:
        return False
    before = line[mark.start() - 1 : mark.start()]
    after = line[mark.end() : mark.end() + 1]
    open_left = not before or before.isspace() or before in "([—–-"
    open_right = not after or after.isspace() or after in ".,;:!?)]—–"
    if open_left != open_right:
        return open_left
    return not inside


def _sentence_start(line: str, done: int, mark: re.Match[str]) -> int:
    """Where a quotation without an opening mark begins: at its sentence."""
    stop = max(line.rfind(end, done, mark.start() - 1) for end in (". ", "? ", "! "))
    begin = stop + 2 if stop >= 0 else done
    return begin + len(line[begin:]) - len(line[begin:].lstrip())


def _find_single(line: str) -> Iterator[Span]:
    """Quotations between single marks, as British papers set them."""
    at = 0
    while opener := _SINGLE.search(line, at):
        closers = list(_SINGLE_END.finditer(line, opener.end()))
        after = _SINGLE.search(line, opener.end())
        limit = after.start() if after else len(line)
        inside = [end for end in closers if end.start() < limit]
        strong = [end for end in inside if line[end.start() - 1] in ".,!?…"]
        if not inside:
            at = opener.end()
            continue
        chosen = (strong or inside[-1:])[0]
        yield Span(opener.start(), chosen.end())
        at = chosen.end()
