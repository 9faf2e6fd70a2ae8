"""What a file is taken apart into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from claimmap.reading.known import Known
from claimmap.reading.ready import Ready

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\n]+\n")
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One report of a file.

    text: as it stands in the file. known: what the file tells of it. made: the day on which the
    file was made. part: which part of the file ("row 3"), "" for all. notice: what to mind.
    error: why there is none, and what to do; "" where there is one. progress: how much of the file
    is behind it, from 0 to 1, as far as that can be told. ready: claims in place of a text.
    """

    text: str = ""
    known: Known = field(default_factory=Known)
    made: date | None = None
    part: str = ""
    notice: str = ""
    error: str = ""
    progress: float = 1.0
    ready: Ready | None = None


def tidy(text: str) -> str:
    """Text taken out of a layout: no control characters, no more than one blank line."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n"))
    return _BLANK.sub("\n\n", _SPACES.sub("\n", text)).strip() + "\n"
