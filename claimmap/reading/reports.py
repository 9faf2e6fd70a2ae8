"""A file or a pasted text -> a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

from claimmap.model import Document, Provenance
from claimmap.reading.decoding import decode, judge_text
from claimmap.reading.known import Given, Known, add, make_document
from claimmap.reading.limits import MAX_BYTES, ReadingError
from claimmap.reading.sidecars import read_sidecar

SUFFIXES = (".txt", ".md")

_TITLE_LENGTH = 80
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*?)[ \t#]*$", re.MULTILINE)


def read_report(
    raw: bytes, *, name: str, known: Known | None = None, **given: Unpack[Given]
) -> Document:
    """A file's bytes as a document.

    name: the file's, whose suffix says whether we read such files. given: what a person says of
    the report; it goes before ``known``, which a sidecar said.
    """
    if Path(name).suffix.lower() not in SUFFIXES:
        raise ReadingError(
            f"only {' and '.join(SUFFIXES)} files can be read."
            " Save the report as plain text, or paste it on the Reports page."
        )
    if len(raw) > MAX_BYTES:
        raise ReadingError(
            f"the file has {len(raw):,} bytes, more than the {MAX_BYTES:,} that are read."
            " Split it into several reports."
        )
    return read_text(decode(raw), known=known, **given)


def read_text(text: str, *, known: Known | None = None, **given: Unpack[Given]) -> Document:
    r"""A pasted text as a document: its line ends become "\n", nothing else in it is changed.

    A report without a title gets its heading (Markdown), or else its first words, as one.
    """
    clean = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    judge_text(clean)
    about = add(known or Known(), given)
    if not about.title:
        about = _with_title(about, clean)
    return make_document(clean, about)


def read_path(path: Path, **given: Unpack[Given]) -> Document:
    """A file as a document, with what its sidecar (the same name, ``.toml``) says of it.

    given: where a person says otherwise than the sidecar.
    """
    sidecar = path.with_suffix(".toml")
    known = read_sidecar(sidecar) if sidecar.is_file() else None
    return read_report(_read_bytes(path), name=path.name, known=known, **given)


def find_reports(path: Path) -> Iterator[Path]:
    """The files to read at a path: the path itself, or the reports in a folder, by name."""
    if path.is_dir():
        yield from sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES)
    else:
        yield path


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadingError(
                f"the file has more than the {MAX_BYTES:,} bytes that are read."
                " Split it into several reports."
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"{path} cannot be opened ({error.strerror})."
            " Check the name, and your right to read it."
        ) from error


def _with_title(known: Known, text: str) -> Known:
    heading = _HEADING.match(text.lstrip())
    title = _shorten(heading[1] if heading else text)
    origin = (
        Provenance("title", "stated", "the report's heading")
        if heading
        else Provenance("title", "inferred", "no title was given: these are the first words")
    )
    rest = (one for one in known.provenance if one.field != "title")
    return Known(known.outlet, title, known.url, known.published, (*rest, origin))


def _shorten(text: str) -> str:
    words = " ".join(text[: 4 * _TITLE_LENGTH].split())
    if len(words) <= _TITLE_LENGTH:
        return words
    return words[: words.rfind(" ", 1, _TITLE_LENGTH) if " " in words else _TITLE_LENGTH] + "…"
