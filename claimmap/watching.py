"""The command ``watch``: reports into the store as they come into a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from time import monotonic, sleep
from typing import TYPE_CHECKING

from claimmap.importing import MISUSED, given_by, read_in

if TYPE_CHECKING:
    from claimmap.ingest import Extractor, Outcome
    from claimmap.reading import File
    from claimmap.store import Store

_AT_ONCE = 300  # files, after which there is a look at what came meanwhile, which goes first
_SHARE = 5  # for one second of looking so many of rest: a look at a vast folder takes seconds


def watch_folder(
    arguments: Namespace,
    open_reader: Callable[[], tuple[Extractor, Store]],
    say: Callable[[str], None],
) -> int:
    """Read what lies in the folder, then what comes into it or changes there, until Ctrl-C.

    open_reader: opens what it takes to read, once the call is known to make sense. say: tells a
    person of trouble. Out: the exit status.
    """
    from claimmap.reading import Folder, ReadingError, read_files

    folder = Folder(arguments.folder, arguments.every)
    try:
        folder.look(monotonic())
        read_files([], given_by(arguments)).close()
    except ReadingError as error:
        say(str(error))
        return MISUSED
    reader = open_reader()
    say(
        f"watching {arguments.folder}. Ctrl-C ends it. A file that is removed there stays in the"
        " store."
    )
    waiting: list[File] = []
    there = True
    try:
        while True:
            began = monotonic()
            try:
                waiting = folder.look(began) + waiting
                there = _say_once(there, True, f"{arguments.folder} is there again.", say)
            except ReadingError as error:
                there = _say_once(there, False, f"{error} Waiting for it.", say)
            rest = max(arguments.every, _SHARE * (monotonic() - began))
            if waiting and _read(waiting[:_AT_ONCE], arguments, *reader, say):
                waiting = waiting[_AT_ONCE:]
            else:
                sleep(rest)
    except KeyboardInterrupt:
        say(f"stopped watching {arguments.folder}.")
        return 0


def _read(
    files: list[File],
    arguments: Namespace,
    extractor: Extractor,
    store: Store,
    say: Callable[[str], None],
) -> bool:
    """Read some files, as ``ingest`` does. Out: whether there was anyone to find their claims."""
    from claimmap.reading import read_files

    outcomes: list[Outcome] = []
    columns = dict(arguments.column) or None
    items = read_files(files, given_by(arguments), columns=columns)
    try:
        return read_in(items, extractor, store, arguments, outcomes, say)
    finally:
        items.close()


def _say_once(was: bool, now: bool, words: str, say: Callable[[str], None]) -> bool:
    """Say so where something has changed. Out: how it is now."""
    if was != now:
        say(words)
    return now
