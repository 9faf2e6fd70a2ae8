"""What each of many processes writes at once: reports that others write too, and in other words."""

from __future__ import annotations

import multiprocessing
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.pool import Pool
from multiprocessing.synchronize import Barrier
from types import ModuleType
from unittest.mock import patch

from claimmap.model import Extraction
from claimmap.store import Store
from tests.store.conftest import make_extraction

WRITERS = 8
REPORTS = 200
_SHIFT = 100
_start: Barrier


def written_by(writer: int) -> list[Extraction]:
    """A writer shares half of its reports with the one before it, half with the one after.

    The first and second of two writers tell the same of a report, the third something else.
    """
    told = f"The mayor said Rivertown flooded {writer // 2} times."
    names = range(writer * _SHIFT, writer * _SHIFT + REPORTS)
    return [make_extraction(f"d{name}", (told, "It rained.")) for name in names]


@contextmanager
def writers() -> Iterator[Pool]:
    """Processes of their own, which begin to write together."""
    new = multiprocessing.get_context("forkserver")
    # What each of them needs is imported once for all, in a process that has opened nothing.
    new.set_forkserver_preload([__name__])
    # A new process runs anew what is __main__ here, where a test of a page may have left that page.
    bare = patch.dict(sys.modules, {"__main__": ModuleType("__main__")})
    with bare, new.Pool(WRITERS, _keep, (new.Barrier(WRITERS),)) as pool:
        yield pool


def write(asked: tuple[str, int]) -> int:
    """Save what a writer writes, one report at a time. Out: how often that changed anything."""
    url, writer = asked
    store = Store(url)
    reports = written_by(writer)
    random.Random(writer).shuffle(reports)
    _start.wait()
    changed = sum(store.save(report) for report in reports)
    store.close()
    return changed


def _keep(start: Barrier) -> None:
    global _start
    _start = start
