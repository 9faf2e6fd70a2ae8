"""Files, folders, patterns and archives -> documents, one after the other; a bad one stops none."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimmap.model import Document
from claimmap.reading.formats.kinds import SUFFIXES, by_name, is_plain
from claimmap.reading.formats.tables import Columns, Table
from claimmap.reading.known import Given, Known, add
from claimmap.reading.limits import FILE_SECONDS, MAX_FILE, ReadingError
from claimmap.reading.messages import Found
from claimmap.reading.reports import read_bytes, read_report, read_text
from claimmap.reading.sidecars import find_sidecar

# What the process stands on takes time to load, which a dashboard that reads nothing is spared.
if TYPE_CHECKING:
    from claimmap.reading.process import Worker

_FOR_ONE_PROCESS = 500
"""After so many files another process takes over, whatever memory the first has lost."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read.

    read: gives its bytes, or the words that a person pasted. beside: gives what its sidecar says.
    columns: of a table, which column holds what; None to find out.
    """

    name: str
    read: Callable[[], bytes | str]
    beside: Callable[[], Known] = Known
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What came of one report in a file: a document, or why there is none and what to do.

    name: of the file, and in it. notice: what to mind. progress: how much of all files is behind
    it, from 0 to 1.
    """

    name: str
    document: Document | None = None
    reason: str = ""
    notice: str = ""
    progress: float = 0.0


def find_files(paths: Iterable[Path]) -> list[File]:
    """The files at these paths: of a folder all reports in it and below, of a pattern what fits."""
    return [file for path in paths for file in _at(path)]


def read_files(
    files: Iterable[File],
    given: Given | None = None,
    *,
    columns: Columns | None = None,
    seconds: float = FILE_SECONDS,
) -> Generator[Item, None, None]:
    """The reports in the files, as they are asked for.

    given: what a person says of all of them; raises ReadingError at once where that makes no
    sense. columns: for tables that do not say so themselves. seconds: how long a file
    may take. Plain text is read here, all else by a process of its own, which is ended with the
    iterator.
    """
    return _read(list(files), add(Known(), given or {}), columns, seconds)


def look_at_file(raw: bytes, name: str) -> Table | None:
    """The columns and first rows of a table, and which seems to hold what; None of what is none."""
    if by_name(name) not in ("csv", "xlsx", "lines"):
        return None
    from claimmap.reading.process import Worker

    with Worker() as worker:
        return worker.look(raw, name)


def _read(
    files: list[File], given: Known, columns: Columns | None, seconds: float
) -> Generator[Item, None, None]:
    from claimmap.reading.process import Worker

    with Worker(seconds) as worker:
        for number, file in enumerate(files):
            if number % _FOR_ONE_PROCESS == 0:
                worker.close()
            for item in _read_file(file, given, columns, worker):
                yield replace(item, progress=(number + item.progress) / len(files))


def _read_file(file: File, given: Known, columns: Columns | None, worker: Worker) -> Iterator[Item]:
    try:
        beside = file.beside()
        raw = file.read()
        if isinstance(raw, str):
            yield Item(file.name, read_text(raw, known=given), progress=1.0)
        elif is_plain(raw, file.name):
            document = read_report(raw, name=file.name, known=given.over(beside))
            yield Item(file.name, document, progress=1.0)
        else:
            chosen = columns if file.columns is None else file.columns
            for found in worker.read(raw, file.name, given, beside, chosen):
                if isinstance(found, Found):
                    yield Item(found.name, found.document, "", found.notice, found.progress)
                else:
                    yield Item(found.name, None, found.reason, "", found.progress)
    except ReadingError as error:
        yield Item(file.name, reason=str(error), progress=1.0)


def _at(path: Path) -> Iterator[File]:
    if path.is_dir():
        found = [_file(one, str(one.relative_to(path))) for one in _below(path)]
        yield from found or [_nothing(path, f"it holds no {', '.join(SUFFIXES)} file")]
    elif not path.exists() and glob.has_magic(str(path)):
        fitting = [Path(one) for one in _fitting(str(path))]
        found = [_file(one, str(one)) for one in fitting if one.is_file()]
        yield from found or [_nothing(path, "no file fits this pattern")]
    else:
        yield _file(path, path.name)


def _fitting(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - of any folder, not of one


def _below(folder: Path) -> Iterator[Path]:
    """The reports in a folder and the folders in it, by name; links to folders are not followed."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [one for one in folders if not one.startswith(".")]
        for name in sorted(names):
            if by_name(name) and not name.startswith("."):
                yield Path(place, name)


def _file(path: Path, name: str) -> File:
    return File(name, partial(read_bytes, path, MAX_FILE), partial(find_sidecar, path))


def _nothing(path: Path, why: str) -> File:
    def refuse() -> bytes:
        raise ReadingError(f"{why}. Name a folder that does, or a file.")

    return File(str(path), refuse)
