"""JSON Lines -> documents whose text is left as it is, so that offsets hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

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


def split_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1.

    One that is longer than ``MAX_LINE`` is cut where ``read_line`` sees that it is, so that a line
    without end is never held.
    """
    number = 0
    while raw := stream.readline(MAX_LINE + 1):
        number += 1
        rest = raw
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE)
        if raw.strip():
            yield number, raw


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
    for span in given.toponyms:
        if not 0 <= span.start < span.end <= len(given.text):
            raise ReadingError(
                f"the toponym {span.start} to {span.end} is not in the text, which has"
                f" {len(given.text)} characters. Count in Unicode code points, from 0."
            )
    said = {"outlet": given.outlet, "title": given.title, "published": given.published}
    return Line(given.id, make_document(given.text, add(Known(), said)), given.toponyms)


class _GivenLine(msgspec.Struct):
    id: str | int
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    toponyms: tuple[Span, ...] = ()
