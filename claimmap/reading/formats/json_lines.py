"""JSON Lines: a report a line, its fields under their usual names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain, islice
from typing import Any

import msgspec

from claimmap.reading.decoding import BOMS, decode
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.formats.tables import (
    SAMPLE,
    Columns,
    Table,
    guess_columns,
    look_at,
    read_cells,
)
from claimmap.reading.limits import MAX_ROWS, ReadingError
from claimmap.reading.lines import split_lines

Line = dict[str, Any]


def read_json_lines(raw: bytes, columns: Columns | None = None) -> Iterator[Piece]:
    """A piece for each line."""
    lines = _lines(raw)
    sample = list(islice(lines, SAMPLE))
    chosen = columns if columns is not None else _guess([line for _, line in sample])
    if "text" not in chosen:
        raise ReadingError(
            "no field of it holds the text of a report. Name that field “text”, or say which it is"
            " when you read it."
        )
    about = raw.count(b"\n") + 1
    for number, line in chain(sample, lines):
        part = f"line {number}"
        if number > MAX_ROWS:
            yield Piece(part=part, error=f"only {MAX_ROWS:,} lines are read. Split the file.")
            return
        if line is None:
            yield Piece(part=part, error="it is no JSON object. Write one a line, with a text.")
        else:
            cells = {field: _cell(line.get(name)) for field, name in chosen.items()}
            yield replace(read_cells(cells, chosen, None, part), progress=min(number / about, 1.0))


def look_at_json_lines(raw: bytes) -> Table | None:
    """Its fields and first lines."""
    sample = [line for _, line in islice(_lines(raw), SAMPLE) if line]
    names = _names(sample)
    return look_at([names, *([_cell(line.get(name)) for name in names] for line in sample)])


def _lines(raw: bytes) -> Iterator[tuple[int, Line | None]]:
    """The lines that are not blank with their numbers; None for one that is no object."""
    if raw.startswith(BOMS):
        raw = decode(raw).encode()
    for number, line in split_lines(BytesIO(raw)):
        try:
            data = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            data = None
        yield number, data if isinstance(data, dict) else None


def _guess(sample: list[Line | None]) -> dict[str, str]:
    lines = [line for line in sample if line]
    names = _names(lines)
    return guess_columns(names, [[_cell(line.get(name)) for name in names] for line in lines])


def _names(lines: list[Line]) -> list[str]:
    return list(dict.fromkeys(name for line in lines for name in line))


def _cell(value: object) -> str:
    """What a field holds as text; of a list of names the names, of what is deeper nothing."""
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return "" if value is None or isinstance(value, dict | bool) else str(value)
