"""Outside -> Document: the sole judge of what comes in.

Whatever is refused is refused here, before anything is stored, with a ReadingError that says what
to do. Nothing in a report is ever an instruction or markup: it is text.
"""

from claimmap.reading.files import File, Item, find_files, look_at_file, read_files
from claimmap.reading.folders import Folder
from claimmap.reading.formats.kinds import SUFFIXES
from claimmap.reading.formats.tables import TABLE_FIELDS, Columns, Table
from claimmap.reading.known import Given, Known
from claimmap.reading.language import find_language, language_notice
from claimmap.reading.limits import MAX_BYTES, MAX_CHARACTERS, ReadingError
from claimmap.reading.lines import Line, read_line, split_lines
from claimmap.reading.ready import GivenPlace, Ready
from claimmap.reading.reports import amend, read_path, read_report, read_text
from claimmap.reading.sidecars import read_sidecar

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "SUFFIXES",
    "TABLE_FIELDS",
    "Columns",
    "File",
    "Folder",
    "Given",
    "GivenPlace",
    "Item",
    "Known",
    "Line",
    "ReadingError",
    "Ready",
    "Table",
    "amend",
    "find_files",
    "find_language",
    "language_notice",
    "look_at_file",
    "read_files",
    "read_line",
    "read_path",
    "read_report",
    "read_sidecar",
    "read_text",
    "split_lines",
]
