"""How much is read, and the error for what is not."""

from __future__ import annotations

import re

from claimmap.model import ClaimMapError

MAX_CHARACTERS = 5_000_000
"""The longest report: it is read within 1 GB of memory, and takes some minutes."""

MAX_BYTES = 25_000_000
"""The largest file, refused before it is decoded; no encoding needs more for MAX_CHARACTERS."""

MAX_LINE = 100_000_000
"""The longest line of JSON, in bytes: the longest report, all escaped, and its toponyms."""

MAX_FIELD = 500
"""The longest outlet, title or address of a report, in characters."""

_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


class ReadingError(ClaimMapError):
    """A report that cannot be read. Its text says what to do."""


def judge_length(text: str) -> None:
    """Raise ReadingError on a text that is too long, or that no encoding can hold."""
    if len(text) > MAX_CHARACTERS:
        raise ReadingError(
            f"the report has {len(text):,} characters, more than the {MAX_CHARACTERS:,} that are"
            " read. Split it into several reports."
        )
    if _HALF_CHARACTER.search(text):
        raise ReadingError("the text holds half characters. Save it as UTF-8 and try again.")
