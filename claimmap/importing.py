"""The command ``ingest``: files into the store, what became of each told and written down."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimmap.ingest import Extractor, Outcome
    from claimmap.reading import File, Given, Item
    from claimmap.store import Store

MISUSED = 2
"""The exit status of a call that makes no sense."""

_CLEAR_LINE = "\r\x1b[K"


def import_reports(
    arguments: Namespace,
    open_reader: Callable[[], tuple[Extractor, Store]],
    say: Callable[[str], None],
) -> int:
    """Read the reports that the arguments name. Out: the exit status.

    open_reader: opens what it takes to read them, once the call is known to make sense. say: tells
    a person of trouble.
    """
    from claimmap.ingest import write_report
    from claimmap.reading import ReadingError, read_files

    report = arguments.report
    if not (arguments.paths or arguments.feed):
        say("Nothing is named to read. Name a file, a folder, a web address or a --feed.")
        return MISUSED
    try:
        columns = dict(arguments.column) or None
        items = read_files(_files(arguments, say), given_by(arguments), columns=columns)
        if report:
            write_report(report, [])
    except ReadingError as error:
        say(str(error))
        return MISUSED
    except OSError as error:
        say(f"{report} cannot be written ({error.strerror}). Name another file.")
        return MISUSED
    extractor, store = open_reader()
    outcomes: list[Outcome] = []
    try:
        usable = read_in(items, extractor, store, arguments, outcomes, say)
    finally:
        items.close()
        if report:
            write_report(report, outcomes)
    if not usable and not outcomes:
        return MISUSED
    return int(not usable or any(one.status == "skipped" for one in outcomes))


def read_in(
    items: Iterable[Item],
    extractor: Extractor,
    store: Store,
    arguments: Namespace,
    outcomes: list[Outcome],
    say: Callable[[str], None],
) -> bool:
    """Read the reports, tell what becomes of each, and add it to ``outcomes``.

    Out: whether whoever should find their claims could, to the end.
    """
    from claimmap.ingest import FinderError, Workers, ingest

    workers = Workers(arguments.workers, arguments.scheduler or "")
    began = monotonic()
    found = ingest(items, extractor, store, again=arguments.again, workers=workers)
    try:
        with closing(found):
            for outcome in found:
                outcomes.append(outcome)
                _tell(outcome, say)
                _show_pace(outcomes, monotonic() - began)
    except FinderError as error:
        say(str(error))
        return False
    return True


def _files(arguments: Namespace, say: Callable[[str], None]) -> Iterator[File]:
    """The files at the paths, and those that stand at the addresses and in the feeds."""
    from claimmap.reading import find_files

    if not (arguments.feed or any(isinstance(one, str) for one in arguments.paths)):
        yield from find_files(arguments.paths)
        return
    from claimmap.reading.fetching import WHAT_IS_SENT
    from claimmap.reading.fetching.fetcher import Fetcher
    from claimmap.reading.fetching.pages import address_file, feed_files

    say(WHAT_IS_SENT)
    fetcher = Fetcher()
    for one in arguments.paths:
        yield from [address_file(one, fetcher)] if isinstance(one, str) else find_files([one])
    for feed in arguments.feed:
        yield from feed_files(feed, fetcher, arguments.newest)


def given_by(arguments: Namespace) -> Given:
    """What the arguments say of all reports."""
    return {
        "outlet": arguments.outlet,
        "title": arguments.title,
        "author": arguments.author,
        "url": arguments.url,
        "published": arguments.published,
    }


def _tell(outcome: Outcome, say: Callable[[str], None]) -> None:
    """Say what became of a report."""
    if sys.stderr.isatty():
        print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
    if outcome.status == "skipped":
        say(f"skipped {outcome.name}: {outcome.reason}")
        return
    words = f"{outcome.status} {outcome.name}: {outcome.claims} claims"
    words += f", {outcome.reason}\n" if outcome.reason else "\n"
    # A file's name may be bytes that are no text.
    sys.stdout.buffer.write(words.encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()
    if outcome.notice:
        say(f"{outcome.name}: {outcome.notice}")


def _show_pace(outcomes: list[Outcome], seconds: float) -> None:
    """Show a person at a terminal how fast it goes, on a line that the next one replaces."""
    if sys.stderr.isatty():
        from claimmap.ingest import describe_pace

        progress = outcomes[-1].progress
        pace = describe_pace(len(outcomes), progress, seconds)
        print(f"{progress:.0%}: {pace}", end="", file=sys.stderr, flush=True)
