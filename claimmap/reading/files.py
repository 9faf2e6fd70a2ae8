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
from claimmap.reading.messages import Found, FoundClaims, Refused
from claimmap.reading.ready import Ready
from claimmap.reading.reports import read_bytes, read_report, read_text
from claimmap.reading.sidecars import find_sidecar

# What the process stands on takes time to load, which a dashboard that reads nothing is spared.
if TYPE_CHECKING:
    from claimmap.reading.process import Worker

_CLAIMS_FROM_AFAR = (
    "these are claims, not reports, and no site may put such in. Save the file if you trust it, and"
    " give that."
)
_FOR_ONE_PROCESS = 500
"""After so many files another process takes over, whatever memory the first has lost."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at an address.

    suffix: the ending that a file of its format has, "" where nobody says. known: what the way here
    tells for sure. beneath: what it tells that the report's own statements go before. notice: what
    to mind.
    """

    raw: bytes
    suffix: str
    known: Known
    beneath: Known
    notice: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read.

    read: gives its bytes, the words that a person pasted, or what it was fetched as. beside: gives
    what its sidecar says. columns: of a table, which column holds what; None to find out.
    """

    name: str
    read: Callable[[], bytes | str | Fetched]
    beside: Callable[[], Known] = Known
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What came of one report in a file: a document or ready claims, or why there is nothing.

    name: of the file, and in it. notice: what to mind. progress: how much of all files is behind
    it, from 0 to 1. ready: claims that the file brings, in place of a document to find them in.
    """

    name: str
    document: Document | None = None
    reason: str = ""
    notice: str = ""
    progress: float = 0.0
    ready: Ready | None = None


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
    known = add(Known(), given or {})  # judged before anything is fetched
    return _read(list(files), known, columns, seconds)


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
            yield Item(file.name, read_text(raw, known=given.over(beside)), progress=1.0)
        elif isinstance(raw, Fetched):
            yield from _read_fetched(raw, file, given, worker)
        elif is_plain(raw, file.name):
            document = read_report(raw, name=file.name, known=given.over(beside))
            yield Item(file.name, document, progress=1.0)
        else:
            chosen = columns if file.columns is None else file.columns
            for found in worker.read(raw, file.name, given, beside, chosen):
                yield _item(found)
    except ReadingError as error:
        yield Item(file.name, reason=str(error), progress=1.0)


def _read_fetched(found: Fetched, file: File, given: Known, worker: Worker) -> Iterator[Item]:
    """The reports of a page, under its address and not under the name that its format wants."""
    called = f"page{found.suffix}"
    for one in worker.read(found.raw, called, given, found.known, file.columns, found.beneath):
        name = file.name + one.name.removeprefix(called)
        item = _item(one)
        if item.ready:
            # Of reports a site tells its own; ready claims could be put into anyone's mouth.
            item = Item(item.name, reason=_CLAIMS_FROM_AFAR, progress=item.progress)
        told = "" if item.reason else found.notice
        yield replace(item, name=name, notice="; ".join(filter(None, (told, item.notice))))


def _item(found: Found | FoundClaims | Refused) -> Item:
    match found:
        case Found():
            return Item(found.name, found.document, "", found.notice, found.progress)
        case FoundClaims():
            return Item(found.name, None, "", found.notice, found.progress, found.ready)
        case Refused():
            return Item(found.name, None, found.reason, "", found.progress)


def _at(path: Path) -> Iterator[File]:
    if path.is_dir():
        found = [file_at(one, str(one.relative_to(path))) for one in reports_below(path)]
        yield from found or [_nothing(path, f"it holds no {', '.join(SUFFIXES)} file")]
    elif not path.exists() and glob.has_magic(str(path)):
        fitting = [Path(one) for one in _fitting(str(path))]
        found = [file_at(one, str(one)) for one in fitting if one.is_file()]
        yield from found or [_nothing(path, "no file fits this pattern")]
    else:
        yield file_at(path, path.name)


def _fitting(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - of any folder, not of one


def reports_below(folder: Path) -> Iterator[Path]:
    """The reports in a folder and the folders in it, by name; links to folders are not followed."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [one for one in folders if not one.startswith(".")]
        for name in sorted(names):
            if by_name(name) and not name.startswith("."):
                yield Path(place, name)


def file_at(path: Path, name: str) -> File:
    """The file at a path, called ``name``, with its sidecar."""
    return File(name, partial(read_bytes, path, MAX_FILE), partial(find_sidecar, path))


def _nothing(path: Path, why: str) -> File:
    def refuse() -> bytes:
        raise ReadingError(f"{why}. Name a folder that does, or a file.")

    return File(str(path), refuse)
