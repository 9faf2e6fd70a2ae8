"""DOCX: the words of a Word document in reading order (ECMA-376, Part 1, WordprocessingML).

Only XML parts are read, by a parser that refuses entities; macros, pictures and links are never
looked at. What was deleted with changes tracked is left out, what was inserted is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from claimmap.reading.days import read_day
from claimmap.reading.formats.pieces import Piece, tidy
from claimmap.reading.formats.zips import open_zip, read_member
from claimmap.reading.known import Told, tell
from claimmap.reading.limits import MAX_FILE, ReadingError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = "{http://purl.org/dc/terms/}created"
_DAMAGED = "Save it again as .docx, or as plain text."
# What the words in them are is no part of the text: deleted, codes of fields, comments' marks.
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(raw: bytes) -> Iterator[Piece]:
    """The text of a document, a blank line between two paragraphs, a row of a table a line."""
    opened = open_zip(raw)
    body = _part(opened, "word/document.xml").find(f"{_W}body")
    if body is None:
        raise ReadingError(f"the Word document has no body. {_DAMAGED}")
    blocks = list(_blocks(body))
    titles = [text for style, text in blocks if style == "title"]
    told = [Told("title", text, "stated", "the line in the style Title") for text in titles[:1]]
    made = None
    if "docProps/core.xml" in opened.namelist():
        core = _part(opened, "docProps/core.xml")
        told += _properties(core)
        made = read_day(core.findtext(_CREATED))
    yield Piece(tidy("\n\n".join(text for _, text in blocks)), tell(told), made)


def _part(opened: ZipFile, name: str) -> Element:
    """A part of the package, parsed; entities, and what lies outside, are refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(read_member(opened, opened.getinfo(name), MAX_FILE))
    except DefusedXmlException as error:
        raise ReadingError(
            "its XML declares entities, which no Word document needs and which can be made to fill"
            " the memory, so it was left alone. Save it as plain text."
        ) from error
    except (ParseError, KeyError, ValueError, LookupError) as error:
        raise ReadingError(f"the Word document is damaged ({error}). {_DAMAGED}") from error
    return root


def _blocks(element: Element) -> Iterator[tuple[str, str]]:
    """Paragraphs and rows of tables in order, each with its style's name."""
    waiting = [element]
    while waiting:
        block = waiting.pop()
        if block.tag == f"{_W}p":
            yield _style(block), "".join(_words(block))
        elif block.tag == f"{_W}tr":
            cells = ("".join(_cell(cell)) for cell in block.iter(f"{_W}tc"))
            yield "", " | ".join(cells)
        elif block.tag not in _SKIPPED:
            waiting.extend(reversed(block))


def _cell(cell: Element) -> Iterator[str]:
    yield " ".join("".join(_words(one)).strip() for one in cell.iter(f"{_W}p"))


def _words(paragraph: Element) -> Iterator[str]:
    """The text of a paragraph, without what was deleted, in document order."""
    waiting = [paragraph]
    while waiting:
        one = waiting.pop()
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag in _SIGNS:
            yield _SIGNS[one.tag]
        elif one.tag not in _SKIPPED:
            waiting.extend(reversed(one))


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "").casefold()


def _properties(core: Element) -> Iterator[Told]:
    why = "the document's own properties"
    yield Told("title", core.findtext(f"{_DC}title"), "stated", why)
    yield Told("author", core.findtext(f"{_DC}creator"), "stated", why)
    yield Told("outlet", core.findtext(f"{_DC}publisher"), "stated", why)
    yield Told("language", core.findtext(f"{_DC}language"), "stated", why)
