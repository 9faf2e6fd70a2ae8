"""What a site sends -> the bytes of the page, no more of them than may be."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from claimmap.reading.decoding import BOMS
from claimmap.reading.fetching.addresses import FetchError
from claimmap.reading.formats.kinds import by_name

_GZIP = 31  # zlib's word for a gzip header and trailer (zlib.h, inflateInit2)
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/zip": ".zip",
}
_IN_LETTERS = (".html", ".txt", ".md", ".csv", ".tsv")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE | re.ASCII)
_LONGEST_TYPE = 200
# Python has others, which no page is written in and of which some take minutes (punycode).
_OF_TEXTS = re.compile(
    r"ascii|(?:cp|iso8859-|utf-|iso2022|koi8|mac|gb|big5|euc|shift|johab|tis|kz|ptcp|hz|hp).*"
)
_ESCAPES = b"\x1b$"  # ISO-2022, whose bytes are all ASCII


def read_body(chunks: Iterable[bytes], coding: str, most: int, *, cut: bool = False) -> bytes:
    """The bytes, unpacked where they come packed with gzip.

    most: how many there may be; beyond it the rest is left out (cut) or FetchError raised.
    """
    coding = coding.strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError("the site packs its pages in a way that it was not asked for. Save the"
                         " page as a file, and give that.")  # fmt: skip
    body = bytearray()
    for part in _unpack(chunks, most) if coding.endswith("gzip") else chunks:
        body += part
        if len(body) > most:
            if cut:
                return bytes(body[:most])
            raise FetchError(
                f"it is larger than the {most:,} bytes that are fetched. Save it as a file, and"
                " give that."
            )
    return bytes(body)


def find_suffix(headers: Mapping[str, str], address: str) -> str:
    """The ending of a file's name that fits a page: what the site says of it, then its address.

    It is a hint: what the bytes are is told by the bytes.
    """
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media in _TYPES and media != "text/plain":
        return _TYPES[media]
    ending = PurePosixPath(urlsplit(address).path).suffix.lower()
    return ending if by_name(f"a{ending}") else _TYPES.get(media, "")


def decode_by_header(raw: bytes, headers: Mapping[str, str], suffix: str) -> bytes:
    """A text as UTF-8, where the site says what it is written in and its bytes do not."""
    found = _CHARSET.search(headers.get("content-type", "")[:_LONGEST_TYPE])
    if found is None or suffix not in _IN_LETTERS or raw.startswith((*BOMS, b"%PDF", b"PK")):
        return raw
    if _ESCAPES not in raw:
        with suppress(UnicodeDecodeError):
            raw.decode("utf-8")
            return raw
    with suppress(LookupError, ValueError):
        name = codecs.lookup(found[1]).name
        if _OF_TEXTS.fullmatch(name):
            # Browsers take both for Windows' own (https://encoding.spec.whatwg.org/).
            name = "cp1252" if name in ("ascii", "iso8859-1") else name
            return raw.decode(name, "replace").encode()
    return raw


def _unpack(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The parts of a gzip stream as they come, none of which is longer than ``most`` and a byte."""
    machine, begun = zlib.decompressobj(_GZIP), False
    try:
        for chunk in chunks:
            begun = begun or bool(chunk)
            while chunk:
                yield machine.decompress(chunk, most + 1)
                if machine.eof and machine.unused_data:
                    chunk, machine = machine.unused_data, zlib.decompressobj(_GZIP)
                else:
                    chunk = machine.unconsumed_tail
    except zlib.error as error:
        raise FetchError("what the site sent is damaged. Try again.") from error
    if begun and not machine.eof:
        raise FetchError("what the site sent broke off. Try again.")
