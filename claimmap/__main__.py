"""The command line: ``python -m claimmap annotate | ingest | export | ...``.

Exit status: 0 all done, 1 done but for what stderr names, 2 used wrongly. Each command imports what
it needs when it runs, for the parser and the tables take a second each to import.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from claimmap.arguments import read_arguments
from claimmap.model import ClaimMapError, Filter, Place

if TYPE_CHECKING:
    from claimmap.geocode.missing import Geocoder
    from claimmap.ingest import Extractor
    from claimmap.store import Store
    from claimmap.view.filters import Selection
    from claimmap.view.snapshots import Snapshot


class UsageError(ClaimMapError):
    """A value on the command line that names nothing."""


def main(given: Sequence[str] | None = None) -> int:
    """Run the command that ``given`` (or the process's arguments) names; out: the exit status."""
    known = (annotate, ingest, watch, export, figures, sources, backup, restore)
    commands = {one.__name__: one for one in known}
    arguments = read_arguments(given, commands)
    try:
        status = int(arguments.command(arguments))
        sys.stdout.flush()
    except ClaimMapError as error:
        _say(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read our output has closed it; nothing may be written on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def annotate(arguments: Namespace) -> int:
    """JSON Lines from stdin to stdout, each document's findings in place of its text."""
    from claimmap.reading import split_lines

    extractor = _extractor()
    status = 0
    for number, raw in split_lines(sys.stdin.buffer):
        try:
            values = _annotated(number, raw, extractor, arguments.resolve_only)
        except ClaimMapError as error:
            _say(f"line {number}: {error}")
            status = 1
        else:
            sys.stdout.buffer.write(msgspec.json.encode(values) + b"\n")
            sys.stdout.buffer.flush()
    return status


def ingest(arguments: Namespace) -> int:
    """Read reports into the store, and tell of each what became of it."""
    from claimmap.importing import import_reports

    return import_reports(arguments, _reader, _say)


def watch(arguments: Namespace) -> int:
    """Read the reports in a folder, and new ones as they come, until Ctrl-C."""
    from claimmap.watching import watch_folder

    return watch_folder(arguments, _reader, _say)


def export(arguments: Namespace) -> int:
    """Print the claims that the screen would show under the same filter."""
    from claimmap.view.exports import export as write
    from claimmap.view.records import file_rows

    store, snapshot, wanted, selection = _selected(arguments)
    numbers = map(int, snapshot.columns.number[selection.shown])
    rows = file_rows(store.each_claim(numbers), snapshot.names, snapshot.columns.grades)
    return _print(write(arguments.format, rows, wanted, selection.counts))


def figures(arguments: Namespace) -> int:
    """Print the figures that can be compared, series by series, the most contested first."""
    from claimmap.view.contested import make_shelves
    from claimmap.view.figures import print_series, series_on
    from claimmap.view.series import read_figures

    store, snapshot, _, selection = _selected(arguments)
    found = read_figures(store.figures, snapshot.columns, snapshot.names, copies=snapshot.copies)
    shelves = make_shelves(found, selection.shown)
    series = series_on(found, shelves, range(len(shelves)), store.claims, snapshot.names)
    return _print(print_series(series, arguments.basis))


def sources(arguments: Namespace) -> int:
    """Print who is quoted, how much, who carries it, and whom each source contradicts."""
    import numpy as np

    from claimmap.view.contested import make_shelves
    from claimmap.view.series import read_figures
    from claimmap.view.source_files import print_sources

    store, snapshot, _, selection = _selected(arguments)
    found = read_figures(store.figures, snapshot.columns, snapshot.names, copies=snapshot.copies)
    shelves = make_shelves(found, np.ones_like(selection.shown))
    return _print(print_sources(found, shelves, snapshot.directory, selection.shown, store.claims))


def _print(pieces: Iterable[str]) -> int:
    """Print text piece by piece; out: the exit status."""
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()
    return 0


def backup(arguments: Namespace) -> int:
    """Put the whole store into one file, while others read and write it."""
    if not arguments.file.parent.is_dir():
        return _misused(f"There is no folder {arguments.file.parent}. Name another file.")
    print(f"backed up {_store().backup(arguments.file):,} reports to {arguments.file}")
    return 0


def restore(arguments: Namespace) -> int:
    """Put what a backup holds in place of all that is in the store."""
    if not arguments.file.is_file():
        return _misused(f"There is no file {arguments.file}. Name a backup.")
    print(f"restored {_store().restore(arguments.file):,} reports from {arguments.file}")
    return 0


def _annotated(number: int, raw: bytes, extractor: Extractor, resolve_only: bool) -> object:
    from claimmap.reading import language_notice, read_line
    from claimmap.view.annotations import annotate_toponyms, annotation

    line = read_line(raw)
    if notice := language_notice(line.document.language):
        _say(f"line {number} (id {line.id!r}): {notice}")
    if not resolve_only:
        return annotation(line.id, extractor.extract(line.document))
    placed = extractor.resolve(line.document, line.toponyms)
    return {"id": line.id, "toponyms": annotate_toponyms(line.document.text, placed)}


def _selected(arguments: Namespace) -> tuple[Store, Snapshot, Filter, Selection]:
    """The store, its claims, the filter that the options make, and what it leaves of them."""
    from claimmap.view.filters import apply_filter, name_filter
    from claimmap.view.snapshots import read_snapshot

    store = _store()
    snapshot = read_snapshot(store).snapshot
    wanted = name_filter(_filter(arguments, store.places()), snapshot.names)
    matches = snapshot.match(store.search(wanted.text)) if wanted.text else None
    return store, snapshot, wanted, apply_filter(snapshot.columns, wanted, matches)


def _filter(arguments: Namespace, places: Iterable[Place]) -> Filter:
    return Filter(
        first=arguments.first,
        last=arguments.last,
        basis=arguments.basis,
        sources=tuple(arguments.source),
        outlets=tuple(arguments.outlet),
        places=tuple(sorted({id_ for name in arguments.place for id_ in _ids(name, places)})),
        stances=tuple(arguments.stance),
        text=arguments.text.strip(),
        grades=tuple(arguments.grade),
    )


def _ids(wanted: str, places: Iterable[Place]) -> list[int]:
    """The ids that a place's id or name stands for."""
    if re.fullmatch(r"-?\d+", wanted):
        return [int(wanted)]
    found = [place.id for place in places if place.name.casefold() == wanted.strip().casefold()]
    if not found:
        raise UsageError(
            f"No claim is drawn at a place called {wanted!r}. Give a name as the map shows it,"
            " or a GeoNames id."
        )
    return found


def _extractor(geocoder: Geocoder | None = None) -> Extractor:
    from claimmap.extract.parsing import load_parser
    from claimmap.geocode.gazetteer import Gazetteer
    from claimmap.ingest import Extractor

    return Extractor(load_parser(), Gazetteer.open(), geocoder)


def _reader() -> tuple[Extractor, Store]:
    """What it takes to read reports into the store."""
    from claimmap.geocode.nominatim import open_nominatim

    store = _store()
    service = open_nominatim(os.environ.get("CLAIMMAP_NOMINATIM", ""), store)
    return _extractor(service), store


def _store() -> Store:
    from claimmap.store import DEFAULT_URL, Store

    return Store(os.environ.get("CLAIMMAP_DATABASE") or DEFAULT_URL)


def _say(words: str) -> None:
    print(f"claimmap: {words}", file=sys.stderr, flush=True)


def _misused(words: str) -> int:
    _say(words)
    return 2


if __name__ == "__main__":
    sys.exit(main())
