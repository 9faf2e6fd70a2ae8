"""A file or a pasted text -> a document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Unpack

from claimmap.model import Document
from claimmap.reading.decoding import decode, judge_text
from claimmap.reading.formats.kinds import find_kind
from claimmap.reading.formats.markdown import split_front
from claimmap.reading.known import Given, Known, Told, add, make_document, shorten, tell
from claimmap.reading.limits import MAX_BYTES, ReadingError
from claimmap.reading.sidecars import find_sidecar

_TITLE_LENGTH = 80
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*?)[ \t#]*$", re.MULTILINE)


def read_report(
    raw: bytes, *, name: str, known: Known | None = None, **given: Unpack[Given]
) -> Document:
    """The bytes of a plain text or Markdown file as a document (others: ``read_files``).

    name: the file's. given: what a person says of the report; it goes before ``known``, which a
    sidecar said.
    """
    kind = find_kind(raw, name)
    if kind not in ("text", "markdown"):
        raise ReadingError("this is no plain text. Give it as a file.")
    if len(raw) > MAX_BYTES:
        raise ReadingError(
            f"the file has {len(raw):,} bytes, more than the {MAX_BYTES:,} that are read."
            " Split it into several reports."
        )
    text, own = split_front(decode(raw)) if kind == "markdown" else (decode(raw), Known())
    return read_text(text, known=(known or Known()).over(own), **given)


def read_text(
    text: str,
    *,
    known: Known | None = None,
    made: date | None = None,
    **given: Unpack[Given],
) -> Document:
    r"""A pasted text as a document: its line ends become "\n", nothing else in it is changed.

    A report without a title gets its heading (Markdown), or else its first words, as one; one
    without a day or an outlet what its first lines tell of them. made: the day on which its file
    was made.
    """
    # Its patterns take time to compile, which a dashboard that reads nothing is spared.
    from claimmap.reading.evidence import infer

    clean = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    judge_text(clean)
    about = infer(add(known or Known(), given), clean, made)
    if not about.title:
        about = _with_title(about, clean)
    return make_document(clean, about)


def amend(document: Document, **given: Unpack[Given]) -> Document:
    """A document with what a person says of it later; another outlet makes it another document."""
    known = Known(
        document.outlet,
        document.title,
        document.author,
        document.url,
        document.published,
        document.language,
        document.provenance,
    )
    return make_document(document.text, add(known, given))


def read_path(path: Path, **given: Unpack[Given]) -> Document:
    """A file as a document, with what its sidecar (the same name, ``.toml``) says of it.

    given: where a person says otherwise than the sidecar.
    """
    raw = read_bytes(path, MAX_BYTES)
    return read_report(raw, name=path.name, known=find_sidecar(path), **given)


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file that has no more than ``most``."""
    try:
        if path.stat().st_size > most:
            raise ReadingError(
                f"the file has more than the {most:,} bytes that are read. Split it into several"
                " reports."
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"{path} cannot be opened ({error.strerror})."
            " Check the name, and your right to read it."
        ) from error


def _with_title(known: Known, text: str) -> Known:
    heading = _HEADING.match(text.lstrip())
    title = shorten(heading[1] if heading else text, _TITLE_LENGTH)
    if heading:
        return known.over(tell([Told("title", title, "stated", "the report's heading")]))
    why = "no title was given: these are the first words"
    return known.over(tell([Told("title", title, "inferred", why)]))
