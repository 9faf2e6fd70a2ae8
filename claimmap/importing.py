"""The command ``ingest``: files into the store, what became of each told and written down."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimmap.ingest import Extractor, Outcome
    from claimmap.reading import Given
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
    from claimmap.ingest import ingest, write_report
    from claimmap.reading import ReadingError, find_files, read_files

    report = arguments.report
    try:
        columns = dict(arguments.column) or None
        items = read_files(find_files(arguments.paths), _given(arguments), columns=columns)
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
    began = monotonic()
    try:
        for outcome in ingest(items, extractor, store, again=arguments.again):
            outcomes.append(outcome)
            _tell(outcome, say)
            _show_pace(outcomes, monotonic() - began)
    finally:
        items.close()
        if report:
            write_report(report, outcomes)
    return int(any(one.status == "skipped" for one in outcomes))


def _given(arguments: Namespace) -> Given:
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
    words = f"{outcome.status} {outcome.name}: {outcome.claims} claims\n"
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
