"""A folder that reports come into: which of its files are new, and no longer being written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from claimmap.reading.files import File, file_at, reports_below
from claimmap.reading.limits import ReadingError


class _Stamp(NamedTuple):
    """What changes with a file. modified: nanoseconds; beside: the same of its sidecar."""

    modified: int
    size: int
    beside: tuple[int, int]


class Folder:
    """The files of a folder, each to be handed out once, and again when it has changed.

    Nothing is asked of the system but what lies there, so that it works alike on local disks,
    network drives and in containers. A file counts as written when it has been the same for
    ``quiet`` seconds of looking.
    """

    def __init__(self, path: Path, quiet: float) -> None:
        self._path = path
        self._quiet = quiet
        self._seen: dict[Path, tuple[_Stamp, float]] = {}  # how it is, and since when
        self._given: dict[Path, _Stamp] = {}

    def look(self, now: float) -> list[File]:
        """The files that are new or changed since they were handed out, the newest first.

        now: in seconds, of a clock that never goes back. Raises ReadingError where the folder
        cannot be looked into.
        """
        before, found = self._seen, self._stamps()
        self._seen = {
            path: before[path] if path in before and before[path][0] == stamp else (stamp, now)
            for path, stamp in found.items()
        }
        # What is gone is new when it comes again.
        self._given = {path: one for path, one in self._given.items() if path in found}
        ready = [
            path
            for path, (stamp, since) in self._seen.items()
            if now - since >= self._quiet and stamp != self._given.get(path)
        ]
        ready.sort(key=lambda path: found[path].modified, reverse=True)
        self._given |= {path: found[path] for path in ready}
        return [file_at(path, str(path.relative_to(self._path))) for path in ready]

    def _stamps(self) -> dict[Path, _Stamp]:
        try:
            os.scandir(self._path).close()
        except OSError as error:
            raise ReadingError(
                f"the folder {self._path} cannot be looked into ({error.strerror})."
            ) from error
        found = ((path, _stamp(path)) for path in reports_below(self._path))
        return {path: stamp for path, stamp in found if stamp}


def _stamp(path: Path) -> _Stamp | None:
    """The stamp of a file, None of what is none any more."""
    try:
        told = path.stat()
    except OSError:
        return None
    try:
        beside = path.with_suffix(".toml").stat()
    except OSError:
        return _Stamp(told.st_mtime_ns, told.st_size, (0, 0))
    return _Stamp(told.st_mtime_ns, told.st_size, (beside.st_mtime_ns, beside.st_size))
