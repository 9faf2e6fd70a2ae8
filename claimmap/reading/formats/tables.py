"""Rows of named columns -> pieces: which column holds the text, and what the others tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice

from claimmap.reading.days import Order, find_order, read_day
from claimmap.reading.formats.claims.tables import holds_claims, read_claim_rows
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.known import FIELDS, Told, tell
from claimmap.reading.limits import MAX_ROWS, ReadingError

Cell = str | date | None
Columns = Mapping[str, str]
"""Field ("text", "title", ...) -> the name of the column that holds it."""

TABLE_FIELDS = ("text", *FIELDS)
SAMPLE = 200
"""How many rows are looked at to tell which column holds what."""

_NAMES = {
    "text": "text body content article fulltext articletext articlebody maintext story message"
    " description",
    "title": "title headline heading subject name",
    "outlet": "outlet publisher source newspaper media publication sitename site medium",
    "author": "author authors byline writer journalist creator",
    "published": "published date publishedat publicationdate publishdate datepublished pubdate"
    " published_time day created createdat time timestamp",
    "url": "url link address weburl webaddress uri permalink href",
    "language": "language lang locale",
}
_SHORTEST_TEXT = 40  # characters on average: below it a column holds no reports
_MOST = 0.8
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns, the first of its rows, and which column seems to hold what."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: dict[str, str]


def split_header(rows: Iterable[Sequence[Cell]]) -> tuple[list[str], Iterator[Sequence[Cell]]]:
    """The names of the columns, and the rows below them.

    The first row holds names where at least one of them is a usual one, or where it is unlike the
    row below; else columns are numbered.
    """
    waiting = iter(rows)
    first = next(waiting, [])
    second = list(islice(waiting, 1))
    waiting = chain(second, waiting)
    names = [str(cell or "").strip() for cell in first]
    usual = any(_plain(name) in known.split() for name in names for known in _NAMES.values())
    if usual or (all(map(_is_name, names)) and not all(_is_name(cell) for cell in chain(*second))):
        return _distinct(names), waiting
    return [f"column {number + 1}" for number in range(len(names))], chain([first], waiting)


def look_at(rows: Iterable[Sequence[Cell]], most: int = 3) -> Table | None:
    """What a reader is shown to say which column holds what; None of a table of claims."""
    names, rest = split_header(rows)
    if holds_claims(names):
        return None
    sample = list(islice(rest, SAMPLE))
    shown = tuple(tuple(str(cell or "")[:200] for cell in row) for row in sample[:most])
    return Table(tuple(names), shown, guess_columns(names, sample))


def guess_columns(names: Sequence[str], sample: Sequence[Sequence[Cell]]) -> dict[str, str]:
    """Which column holds which field: by its name, and for the text by how long its cells are."""
    found: dict[str, str] = {}
    for field, known in _NAMES.items():
        usual = known.split()
        fits = [name for name in names if _plain(name) in usual and name not in found.values()]
        if fits:
            found[field] = min(fits, key=lambda name: usual.index(_plain(name)))
    for field, fits_in in (("published", _is_day), ("url", _is_address)):
        if field not in found:
            some = (name for index, name in enumerate(names) if _mostly(sample, index, fits_in))
            if name := next((name for name in some if name not in found.values()), ""):
                found[field] = name
    lengths = {name: _mean_length(sample, index) for index, name in enumerate(names)}
    longest = max(lengths, key=lambda name: lengths[name], default="")
    named = found.get("text")
    if longest and (named is None or lengths[longest] > 4 * max(lengths[named], 10)):
        found = {field: name for field, name in found.items() if name != longest}
        found.pop("text", None)
        if lengths[longest] >= _SHORTEST_TEXT:
            found["text"] = longest
    return found


def read_rows(
    rows: Iterable[Sequence[Cell]],
    columns: Columns | None,
    part: str = "row",
    far: Callable[[int], float] = lambda _: 0.0,
) -> Iterator[Piece]:
    """A piece for each row; of a table of claims (``claims``) for each of its reports.

    columns: which holds what; None leaves it to ``guess_columns``. far: from the number of a row to
    how much of the table is behind it, 0 to 1.
    """
    names, rest = split_header(rows)
    below = 2 if names[:1] != ["column 1"] else 1
    if columns is None and holds_claims(names):
        yield from read_claim_rows(names, enumerate(rest, start=below), part)
        return
    sample = list(islice(rest, SAMPLE))
    chosen = columns if columns is not None else guess_columns(names, sample)
    if chosen.get("text") not in names:
        raise ReadingError(
            f"no column of it holds the text of a report (there are: {', '.join(names[:20])})."
            " Name that column “text”, or say which it is when you read it."
        )
    places = {field: names.index(name) for field, name in chosen.items() if name in names}
    order = find_order(_cell(row, places.get("published")) for row in sample)
    for number, row in enumerate(chain(sample, rest), start=below):
        if number > MAX_ROWS:
            yield Piece(part=f"{part} {number}", error=_TOO_MANY)
            return
        if any(cell not in (None, "") for cell in row):
            cells = {field: _cell(row, index) for field, index in places.items()}
            piece = read_cells(cells, chosen, order, f"{part} {number}")
            yield replace(piece, progress=min(far(number), 1.0))


_TOO_MANY = f"only the first {MAX_ROWS:,} rows of a table are read. Split it into several files."


def read_cells(
    cells: Mapping[str, Cell], columns: Columns, order: Order | None, part: str
) -> Piece:
    """The piece of a row. cells: field -> what the row holds of it. columns: where that stands."""
    text = str(cells.get("text") or "")
    if not text.strip():
        return Piece(part=part, error="its text is empty. Fill it in, or leave the row out.")
    told, notice = [], ""
    for field, value in cells.items():
        if field == "published" and value is not None:
            day = read_day(value, order)
            if day is None and str(value).strip():
                notice = f"the date “{str(value)[:40]}” can be read in two ways, or in none"
            value = day
        if field != "text" and value:
            told.append(Told(field, value, "stated", f"the column “{columns[field]}”"))
    return Piece(text, tell(told), part=part, notice=notice)


def _cell(row: Sequence[Cell], index: int | None) -> Cell:
    return row[index] if index is not None and index < len(row) else None


def _mostly(sample: Sequence[Sequence[Cell]], index: int, fits: Callable[[Cell], bool]) -> bool:
    """Whether most of what a column holds is of a kind."""
    filled = [cell for row in sample if (cell := _cell(row, index)) not in (None, "")]
    return bool(filled) and sum(map(fits, filled)) >= _MOST * len(filled)


def _is_name(cell: Cell) -> bool:
    """Whether a cell could be the name of a column."""
    text = str(cell or "")
    plain = not (_is_day(cell) or _is_address(cell) or text.isdigit())
    return plain and 0 < len(text) < _SHORTEST_TEXT


def _is_day(cell: Cell) -> bool:
    text = str(cell or "")
    return isinstance(cell, date) or (
        not text.isdigit() and read_day(text, "day first") is not None
    )


def _is_address(cell: Cell) -> bool:
    return str(cell).startswith(("https://", "http://"))


def _mean_length(sample: Sequence[Sequence[Cell]], index: int) -> float:
    lengths = [len(str(_cell(row, index) or "")) for row in sample]
    return sum(lengths) / max(len(lengths), 1)


def _plain(name: str) -> str:
    return _SIGNS.sub("", name).casefold()


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, each once; those without one are numbered."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        name = name or f"column {number}"
        found.append(f"{name} ({number})" if name in found else name)
    return found
