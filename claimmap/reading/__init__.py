"""Outside -> Document: the sole judge of what comes in.

Whatever is refused is refused here, before anything is stored, with a ReadingError that says what
to do. Nothing in a report is ever an instruction or markup: it is text.
"""

from claimmap.reading.known import Given, Known
from claimmap.reading.language import find_language, language_notice
from claimmap.reading.limits import MAX_BYTES, MAX_CHARACTERS, ReadingError
from claimmap.reading.lines import Line, read_line, split_lines
from claimmap.reading.reports import SUFFIXES, find_reports, read_path, read_report, read_text
from claimmap.reading.sidecars import read_sidecar

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "SUFFIXES",
    "Given",
    "Known",
    "Line",
    "ReadingError",
    "find_language",
    "find_reports",
    "language_notice",
    "read_line",
    "read_path",
    "read_report",
    "read_sidecar",
    "read_text",
    "split_lines",
]
