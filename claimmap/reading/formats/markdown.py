"""Plain text and Markdown: the text as it is, and the front matter that it may begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimmap.reading.decoding import decode
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.known import Known, Told, tell

_FRONT = re.compile(r"\ufeff?---[ \t]*\n((?:[\w-]+[ \t]*:[^\n]*\n|[ \t#-][^\n]*\n)+)---[ \t]*\n")
_LINE = re.compile(r"([\w-]+)[ \t]*:[ \t]*(\S[^\n]*)")
_FIELDS = {
    "title": "title", "author": "author", "authors": "author", "date": "published",
    "published": "published", "outlet": "outlet", "publisher": "outlet", "source": "outlet",
    "url": "url", "link": "url", "canonical_url": "url", "lang": "language",
    "language": "language",
}  # fmt: skip


def read_plain(raw: bytes) -> Iterator[Piece]:
    """The text of a file."""
    yield Piece(decode(raw))


def read_markdown(raw: bytes) -> Iterator[Piece]:
    """The text of a Markdown file behind its front matter."""
    yield Piece(*split_front(decode(raw)))


def split_front(text: str) -> tuple[str, Known]:
    """The text behind its front matter (``---``, lines of ``title: ...``), and what that tells."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FRONT.match(text)
    if found is None:
        return text, Known()
    lines = (_LINE.fullmatch(line.rstrip()) for line in found[1].splitlines())
    told = [
        Told(_FIELDS[line[1].lower()], line[2].strip("\"'[]"), "stated", "the file's front matter")
        for line in lines
        if line and line[1].lower() in _FIELDS
    ]
    return text[found.end() :], tell(told)
