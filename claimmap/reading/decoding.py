"""Bytes -> text, or a word on why they are none."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from claimmap.reading.limits import ReadingError, judge_length

_MARKED = (
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BOMS = tuple(mark for mark, _ in _MARKED)
"""The byte order marks that a text may begin with."""

# What browsers take a text without a label for (https://encoding.spec.whatwg.org/, "windows-1252"),
# and so right for English, where only quotation marks, dashes and names leave ASCII. A language
# that is written in other letters leaves it far more often than in one sign of ten.
_WESTERN = "cp1252"
_WESTERN_SHARE = 0.1
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")


def decode(raw: bytes) -> str:
    """The text, by its byte order mark, else as UTF-8, else as what fits its bytes best."""
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            return _decode_as(raw, encoding)
    with suppress(UnicodeDecodeError):
        return raw.decode("utf-8")
    if _is_mostly_ascii(raw):
        with suppress(UnicodeDecodeError):
            return raw.decode(_WESTERN)
    best = None if b"\x00" in raw else from_bytes(raw).best()
    if best is None:
        raise ReadingError(
            "this is no text, or its encoding cannot be told. Save it as UTF-8 and try again."
        )
    return _decode_as(raw, best.encoding)


def judge_text(text: str) -> None:
    """Raise ReadingError on what is no text that a person would read."""
    judge_length(text)
    if not text.strip():
        raise ReadingError("the report is empty. Give its text.")
    if _CONTROL.search(text):
        raise ReadingError(
            "this holds control characters, so it is no plain text. Save it as plain text (UTF-8)"
            " and try again."
        )


def _is_mostly_ascii(raw: bytes) -> bool:
    beyond = len(raw) - len(raw.translate(None, delete=_BEYOND_ASCII))
    return beyond < _WESTERN_SHARE * len(raw)


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"this is damaged text ({encoding}, byte {error.start})."
            " Save it as UTF-8 and try again."
        ) from error
