"""Which format a file is in: by what it holds, by its name only where that leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from claimmap.reading.decoding import BOMS
from claimmap.reading.formats.zips import open_zip
from claimmap.reading.limits import ReadingError

Kind = Literal[
    "text", "markdown", "page", "pdf", "docx", "mail", "lines", "csv", "xlsx", "zip", "geojson"
]

_BY_NAME: dict[str, Kind] = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "docx", ".docm": "docx",
    ".eml": "mail",
    ".jsonl": "lines", ".ndjson": "lines",
    ".csv": "csv", ".tsv": "csv",
    ".xlsx": "xlsx", ".xlsm": "xlsx",
    ".zip": "zip",
    ".geojson": "geojson",
}  # fmt: skip
SUFFIXES = tuple(_BY_NAME)
"""The endings of files that are looked for in a folder."""

_READ = ".txt, .md, .html, .pdf, .docx, .eml, .jsonl, .csv, .xlsx, .geojson and .zip"
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, or one with a password."
     " Save it as .docx or .xlsx, without a password"),
    (b"{\\rtf", "rich text (RTF). Save it as .docx, or as plain text"),
    (b"\x1f\x8b", "packed with gzip. Unpack it first, or pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7-Zip. Unpack it first, or pack it as .zip"),
    (b"Rar!", "packed with RAR. Unpack it first, or pack it as .zip"),
    (b"\x89PNG", "a picture. Read its words with a text recognition (OCR) first, and save them"),
    (b"\xff\xd8\xff", "a picture. Read its words with a text recognition (OCR) first, and save"
     " them"),
)  # fmt: skip
_HEAD = 4096
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_COLLECTION = re.compile(rb'\{[^{}]{0,200}"type"\s*:\s*"FeatureCollection"')
_TAG = re.compile(rb"<(?:p|div|article|br|h[1-6]|title|meta)\b", re.IGNORECASE)
_HEADER = re.compile(
    rb"^(from|to|date|subject|received|message-id|mime-version|return-path|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_SURELY_MAIL = {b"message-id", b"mime-version", b"received", b"return-path"}


def by_name(name: str) -> Kind | None:
    """The format that a file's name speaks of."""
    return _BY_NAME.get(PurePath(name).suffix.lower())


def find_kind(raw: bytes, name: str) -> Kind:
    """The format of a file. Raises ReadingError on one that is not read."""
    head = raw[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(raw)
    for magic, words in _REFUSED:
        if raw.startswith(magic):
            raise ReadingError(f"this is {words}.")
    return _of_text(head, by_name(name))


def is_plain(raw: bytes, name: str) -> bool:
    """Whether a file is plain text, or has at least its name and none of another's marks."""
    named = by_name(name)
    plain = named in ("text", "markdown") and not raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    return plain and (raw.startswith(BOMS) or find_kind(raw, name) == named)


def _of_text(head: bytes, named: Kind | None) -> Kind:
    """The format of what is no container, by its first bytes and its name."""
    wide = head.replace(b"\x00", b"") if head.startswith(BOMS) else head
    if _COLLECTION.match(wide.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")):
        return "geojson"
    if named in ("lines", "csv", "geojson"):
        return named
    if _PAGE.search(wide) and wide.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return "page"
    if named == "page" and _TAG.search(wide):
        return "page"
    if _is_mail(wide, named == "mail"):
        return "mail"
    if named is None:
        raise ReadingError(
            f"only {_READ} files can be read. Save the report as one of these, or paste it on the"
            " Reports page."
        )
    if named in ("pdf", "docx", "xlsx", "zip") and b"\x00" in wide:
        raise ReadingError(
            f"this is no {named.upper()} file, or a damaged one. Save the report again, or as"
            " plain text."
        )
    return "markdown" if named == "markdown" else "text"


def _is_mail(head: bytes, named: bool) -> bool:
    """Whether a message's header opens the file."""
    top = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    if not re.match(rb"[A-Za-z][A-Za-z0-9-]*:|From ", top):
        return False
    fields = {found.lower() for found in _HEADER.findall(top)}
    return len(fields) >= (1 if named else 3) and (named or bool(fields & _SURELY_MAIL))


def _zipped(raw: bytes) -> Kind:
    """What a ZIP file is: a document, a table, or a folder of reports."""
    try:
        names = set(open_zip(raw).namelist())
    except ReadingError:
        return "zip"
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if names & {"[Content_Types].xml", "mimetype"}:
        raise ReadingError(
            "this is an Office file that is neither a text nor a table that is read. Save it as"
            " .docx, .xlsx or .pdf."
        )
    return "zip"
