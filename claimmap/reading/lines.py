"""A line of JSON Lines -> a document whose text is left as it is, so that offsets hold."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from claimmap.model import Document, Span
from claimmap.reading.known import Known, add, make_document
from claimmap.reading.limits import MAX_LINE, ReadingError, judge_length


@dataclass(frozen=True, slots=True)
class Line:
    """A line of JSON read: the id to answer with, the text as it was, the places asked about."""

    id: str | int
    document: Document
    toponyms: tuple[Span, ...] = ()


def read_line(raw: bytes) -> Line:
    """A line of JSON Lines as a document whose text is left as it is, so that offsets hold.

    {"id", "text", "title"?, "outlet"?, "published"?, "toponyms"?: [{"start", "end"}, ...]}
    """
    if len(raw) > MAX_LINE:
        raise ReadingError(f"the line is longer than {MAX_LINE:,} bytes. Give a shorter text.")
    try:
        given = msgspec.json.decode(raw, type=_GivenLine)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReadingError(
            f"not a line that can be read ({error}). Write one JSON object a line, with an"
            ' "id" and a "text".'
        ) from error
    judge_length(given.text)
    toponyms = tuple(Span(one.start, one.end) for one in given.toponyms)
    for span in toponyms:
        if not 0 <= span.start < span.end <= len(given.text):
            raise ReadingError(
                f"the toponym {span.start} to {span.end} is not in the text, which has"
                f" {len(given.text)} characters. Count in Unicode code points, from 0."
            )
    about = add(Known(), outlet=given.outlet, title=given.title, published=given.published)
    return Line(given.id, make_document(given.text, about), toponyms)


class _GivenSpan(msgspec.Struct):
    start: int
    end: int


class _GivenLine(msgspec.Struct):
    id: str | int
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    toponyms: tuple[_GivenSpan, ...] = ()
