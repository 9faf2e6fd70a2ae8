"""XLSX: the rows of a workbook's sheets, as they were last calculated; no macro and no link is run.

openpyxl reads row by row, and through defusedxml, which refuses entities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from claimmap.reading.formats.pieces import Piece
from claimmap.reading.formats.tables import Cell, Columns, Table, look_at, read_rows
from claimmap.reading.formats.zips import open_zip
from claimmap.reading.limits import MAX_COLUMNS, MAX_ROWS, ReadingError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NO_SHEET = "the workbook has no sheet that is shown. Give another."


def read_xlsx(raw: bytes, columns: Columns | None = None) -> Iterator[Piece]:
    """A piece for each row of each sheet that holds reports."""
    reasons: list[str] = []
    with _open(raw) as book:
        sheets = _sheets(book)
        for sheet in sheets:
            part = "row" if len(sheets) == 1 else f"sheet {sheet.title}, row"
            try:
                yield from read_rows(_rows(sheet), columns, part, _progress(sheet.max_row))
            except ReadingError as error:
                reasons.append(str(error))
    if len(reasons) == len(sheets):
        raise ReadingError(reasons[0] if reasons else _NO_SHEET)


def _progress(rows: int | None) -> Callable[[int], float]:
    """From a row's number to how much of so many rows is behind it."""
    about = min(rows or MAX_ROWS, MAX_ROWS)
    return lambda number: number / about


def look_at_xlsx(raw: bytes) -> Table | None:
    """Columns and first rows of the first sheet that has any."""
    with _open(raw) as book:
        found = [look_at(_rows(sheet)) for sheet in _sheets(book)]
    if not found:
        raise ReadingError(_NO_SHEET)
    tables = [table for table in found if table]
    return next((table for table in tables if "text" in table.guess), (*tables, None)[0])


@contextmanager
def _open(raw: bytes) -> Iterator[Workbook]:
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile

    from defusedxml import DefusedXmlException
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    open_zip(raw).close()
    try:
        yield load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    except DefusedXmlException as error:
        raise ReadingError(
            "its XML declares entities, which no workbook needs and which can be made to fill the"
            " memory, so it was left alone. Save the table as CSV."
        ) from error
    except (
        *(InvalidFileException, ParseError, BadZipFile),
        *(KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError, OSError),
    ) as error:
        raise ReadingError(
            f"the workbook is damaged ({error}). Save it again, or save the table as CSV."
        ) from error


def _sheets(book: Workbook) -> Sequence[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _rows(sheet: Worksheet) -> Iterator[list[Cell]]:
    if hasattr(sheet, "reset_dimensions"):  # of a book that is open to be read only
        # What a sheet says of its own size is often wrong, and may be made to be.
        sheet.reset_dimensions()
    for row in sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True):
        cells = [_plain(value) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        yield cells


def _plain(value: object) -> Cell:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value)
