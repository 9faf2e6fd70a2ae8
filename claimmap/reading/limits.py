"""How much is read, and the error for what is not."""

from __future__ import annotations

import re

from claimmap.model import ClaimMapError

MAX_CHARACTERS = 5_000_000
"""The longest report: it is read within 1 GB of memory, and takes some minutes."""

MAX_BYTES = 25_000_000
"""The largest file, refused before it is decoded; no encoding needs more for MAX_CHARACTERS."""

MAX_FILE = 200_000_000
"""The largest file of a format that holds more than its text (pictures, many reports), in bytes."""

MAX_EXPANDED = 2_000_000_000
"""How much an archive may hold, unpacked, with all archives in it; in bytes."""

MAX_RATIO = 200
"""How many times its own size a file may become: the densest reports reach 30, bombs 1,000."""

RATIO_FREE = 10_000_000
"""What is smaller than this when unpacked, in bytes, may be of any density."""

MAX_MEMBERS = 100_000
"""How many files one archive may hold."""

MAX_NESTING = 3
"""How many archives may lie in one another."""

MAX_PAGES = 5_000
"""How many pages of a PDF are read."""

MAX_ROWS = 200_000
"""How many rows of a table are read."""

MAX_COLUMNS = 200
"""How many columns of a table are looked at."""

MAX_MEMORY = 2_000_000_000
"""What the process that takes files apart may hold, in bytes."""

FILE_SECONDS = 60.0
"""How long one file may take to be taken apart; the process that does it is killed then."""

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
