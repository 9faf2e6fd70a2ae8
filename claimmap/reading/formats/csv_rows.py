"""CSV and its kin: the rows of a table in plain text (RFC 4180)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from claimmap.reading.decoding import decode
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.formats.tables import Columns, Table, look_at, read_rows
from claimmap.reading.limits import MAX_CHARACTERS, MAX_COLUMNS, ReadingError

_SAMPLE = 64_000
_SEPARATORS = ",;\t|"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def read_csv(raw: bytes, columns: Columns | None = None) -> Iterator[Piece]:
    """A piece for each row."""
    rows = _Rows(raw)
    yield from read_rows(rows, columns, far=rows.progress)


def look_at_csv(raw: bytes) -> Table | None:
    """Its columns and first rows."""
    return look_at(_Rows(raw))


class _Rows:
    """The rows of a file, and how many of its lines are behind them."""

    def __init__(self, raw: bytes) -> None:
        text = decode(raw)
        csv.field_size_limit(MAX_CHARACTERS + 1)
        separator = _separator(text[:_SAMPLE])
        # One line at a time: a StringIO of the whole takes four times the memory of the text.
        lines = (found.group() for found in _LINE.finditer(text))
        self._rows = csv.reader(lines, delimiter=separator)
        self._lines = text.count("\n") + 1

    def __iter__(self) -> Iterator[list[str]]:
        try:
            for row in self._rows:
                yield row[:MAX_COLUMNS]
        except csv.Error as error:
            raise ReadingError(
                f"line {self._rows.line_num} cannot be read as CSV ({error}). Save the table again"
                " as CSV, or as .xlsx."
            ) from error

    def progress(self, _: int) -> float:
        """How much of the file is behind, from 0 to 1."""
        return self._rows.line_num / self._lines


def _separator(sample: str) -> str:
    """The sign between two cells: the one that parts the first line most often."""
    line = next((line for line in sample.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=line.count)
