"""PDF: the text layer, its lines put together to paragraphs again, by PDFium through pypdfium2.

Nothing in the file is run: no script, no form, no link. Pages that are pictures of text are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimmap.reading.days import read_day
from claimmap.reading.formats.pdf_lines import Line, drop_margins, join_lines
from claimmap.reading.formats.pieces import Piece, tidy
from claimmap.reading.known import Told, tell
from claimmap.reading.limits import MAX_CHARACTERS, MAX_PAGES, ReadingError

_JUNK = re.compile(
    r"(?i)(microsoft word - .*|untitled.*|document\d*|print|.*\.(docx?|pdf|indd|qxd|txt|html?|rtf))"
)
_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(raw: bytes) -> Iterator[Piece]:
    """The text of the pages in order, without the lines that every page repeats."""
    document = _open(raw)
    try:
        count = len(document)
        pages = [_page_lines(document, number) for number in range(min(count, MAX_PAGES))]
        facts = document.get_metadata_dict()
    finally:
        document.close()
    text = tidy(join_lines(drop_margins(pages)))
    if not _LETTER.search(text):
        raise ReadingError(
            "its pages are pictures (scanned), without a text that can be read. Have a text"
            " recognition (OCR) write the text into it, then give it again."
        )
    made = read_day(facts.get("CreationDate", ""))
    yield Piece(text, tell(_properties(facts)), made, notice=_notice(pages, count))


def _open(raw: bytes) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(raw)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        raise ReadingError(
            "the PDF has a password. Save it without one, and give that."
            if locked
            else f"the PDF is damaged ({error}). Save or print it to PDF again."
        ) from error


def _page_lines(document: Any, number: int) -> list[Line]:
    """The lines of a page; none of one that cannot be read."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        words = page.get_textpage()
        text = words.get_text_range(errors="ignore")
    except PdfiumError:
        return []
    lines = []
    start = 0
    for part in text[:MAX_CHARACTERS].split("\r\n"):
        ink = [i for i, sign in enumerate(part) if not sign.isspace()]
        if ink:
            lines.append(_line(words, part, start + ink[0], start + ink[-1]))
        start += len(part) + 2
    return lines


def _line(words: Any, text: str, first: int, last: int) -> Line:
    """A line with where it begins and ends on the page, in points; all 0 where that is not told."""
    from pypdfium2 import PdfiumError

    try:
        left, bottom, _, top = words.get_charbox(first, loose=True)
        _, _, right, _ = words.get_charbox(last, loose=True)
    except (PdfiumError, ValueError, IndexError):
        return Line(text, 0.0, 0.0, 0.0, 0.0)
    return Line(text, left, right, bottom, top - bottom)


def _properties(facts: dict[str, str]) -> Iterator[Told]:
    why = "the PDF's own properties"
    title = facts.get("Title", "").strip()
    if not _JUNK.fullmatch(title):
        yield Told("title", title, "stated", why)
    yield Told("author", facts.get("Author", ""), "stated", why)


def _notice(pages: Sequence[Sequence[Line]], count: int) -> str:
    words = []
    bare = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if bare:
        some = ", ".join(bare[:10]) + (" …" if len(bare) > 10 else "")
        words.append(
            f"{len(bare)} of {count} pages have no text that can be read, such as scanned ones"
            f" (page {some})"
        )
    if count > MAX_PAGES:
        words.append(f"only the first {MAX_PAGES:,} of {count:,} pages were read")
    return "; ".join(words)
