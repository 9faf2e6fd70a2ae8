"""Measure place names, found and placed, on corpora placed by hand, beside others.

    python -m tests.bench.places CORPUS.jsonl [CORPUS.jsonl ...] [--limit N]

corpus.py says what a corpus looks like. Printed for each, in the field's terms (scores.py):
  recognition   precision, recall, F1 of spans, exact and overlapping; and end to end: placed
                within 161 km. Where the corpus has kinds, also of each kind alone.
  names given   how far off the ranking is when the spans are given: with the shipped
                coefficients, and with such as were fitted on the other half of the corpus, or on
                the other corpora (held_out.py); beside the most populous place of each name.
  confidence    against the share that is right, shipped and held out, and the calibration error.
  roles         drawn against literal, where the corpus has the kinds literal and associative.
  cost          time beside the parser's on the same documents, memory, look-ups a second.
The peers (peers.py) read the same documents in the same run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimmap.extract.parsing import load_parser
from claimmap.geocode.gazetteer import Gazetteer
from tests.bench.places import tables
from tests.bench.places.calibration import Bin, outcomes, reliability
from tests.bench.places.corpus import Named, named, read_corpus, spans_of
from tests.bench.places.costs import annotate_megabytes, look_ups
from tests.bench.places.held_out import on_others, two_folds
from tests.bench.places.ours import Reading, count_roles, read_entry
from tests.bench.places.peers import finders, most_populous
from tests.bench.places.scores import Score, score


def main() -> None:
    """Print the figures of each corpus, then those of the gazetteer."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("corpora", nargs="+", type=Path)
    arguments.add_argument("--limit", type=int, help="only the first N documents of each")
    options = arguments.parse_args()
    parser, gazetteer = load_parser(), Gazetteer.open()
    corpora = [read_corpus(path, options.limit) for path in options.corpora]
    for number, (path, entries) in enumerate(zip(options.corpora, corpora, strict=True)):
        readings = [read_entry(entry, parser, gazetteer) for entry in entries]
        held_out = {
            "two-fold": two_folds(entries, readings, gazetteer),
            "fitted on the others": list(on_others(corpora, number, readings, gazetteer)),
        }
        ours = {"shipped": readings} | {name: some for name, some in held_out.items() if some}
        print(f"\n{path.stem}: {_size(readings)}\n")
        for line in _report(ours, gazetteer):
            print(line)
        parsing = sum(one.parsing for one in readings)
        placing = sum(one.placing for one in readings)
        print(*tables.cost_lines(parsing, placing, annotate_megabytes(path)), sep="\n")
    speeds = look_ups(gazetteer)
    print("\nlook-ups:", ", ".join(f"{name} {n:,.0f} a second" for name, n in speeds.items()))


def _size(readings: Sequence[Reading]) -> str:
    given = [one for reading in readings for one in reading.gold]
    points = sum(one.point is not None for one in given)
    return f"{len(readings):,} documents, {len(given):,} toponyms, {points:,} of them with a point"


def _report(ours: dict[str, list[Reading]], gazetteer: Gazetteer) -> Iterator[str]:
    readings = ours["shipped"]
    yield from tables.recognition_table(_recognition(ours, gazetteer))
    kinds = sorted({one.kind for reading in readings for one in reading.gold if one.kind})
    if len(kinds) > 1:
        yield ""
        yield from tables.recognition_table(
            {f"only {kind}": score(_found(readings), kind) for kind in kinds}
        )
    yield ""
    yield from tables.resolution_table(_resolution(ours, gazetteer))
    yield ""
    yield from tables.reliability_table({name: _bins(some) for name, some in ours.items()})
    yield ""
    if (roles := count_roles(readings)).given:
        yield tables.tally_line("roles, drawn against literal", roles)


def _recognition(ours: dict[str, list[Reading]], gazetteer: Gazetteer) -> dict[str, Score]:
    """Everybody's names found, and placed."""
    readings = ours["shipped"]
    rows = {f"Claim Map, {name}": score(_found(some)) for name, some in ours.items()}
    spans = {
        "Claim Map's names": lambda one: [toponym.span for toponym in one.found],
        "the parser's labels": lambda one: one.labels,
    }
    for name, find in finders().items():
        spans[name] = lambda one, find=find: list(find(one.document.text))
    for name, spans_in in spans.items():
        rows[f"{name}, most populous"] = score(
            (one.gold, most_populous(one.document.text, spans_in(one), gazetteer))
            for one in readings
        )
    return rows


def _resolution(ours: dict[str, list[Reading]], gazetteer: Gazetteer) -> dict[str, Score]:
    """The names given, placed."""
    rows = {
        f"Claim Map, {name}": score((one.gold, named(one.given)) for one in some)
        for name, some in ours.items()
    }
    rows["most populous"] = score(
        (one.gold, most_populous(one.document.text, spans_of(one.gold), gazetteer))
        for one in ours["shipped"]
    )
    return rows


def _found(readings: Iterable[Reading]) -> Iterator[tuple[Sequence[Named], Sequence[Named]]]:
    return ((one.gold, named(one.found)) for one in readings)


def _bins(readings: Iterable[Reading]) -> list[Bin]:
    return reliability(pair for one in readings for pair in outcomes(one.gold, one.given))


if __name__ == "__main__":
    main()
