"""Measure how fast reports are read in, beside spaCy's own pipe over the same texts.

    python -m tests.bench.ingest [--reports 10000] [--articles 400] [--workers 2]

``--reports`` short ones are read into an empty store on one core, for the share of the time that
the store takes. So many ``--articles`` of about 500 words are read on one core, in turns with
spaCy's pipeline as its publisher ships it (``nlp.pipe``), so that a busy machine slows both alike;
then by as many workers as asked for, and by as many processes of spaCy's. Rates are by the clock,
and in a second of the processors' time, as ratios are: that says more where others work meanwhile.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence

import spacy

from claimmap.extract.parsing import MODEL, load_parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor
from claimmap.ingest.workers import ALONE, Workers
from tests.bench.ingest.runs import Run, one_core, pipe, read_in
from tests.bench.ingest.texts import Writer

TURNS = 5
_MOST_SHARE = 15
_LEAST_GAIN = 1.8  # on two cores
_MOST_MEMORY = 700


def main() -> None:
    """Prints the figures beside their bounds, as Markdown."""
    arguments = _arguments()
    extractor, spacys = Extractor(load_parser(), Gazetteer.open()), spacy.load(MODEL)
    for line in measure(arguments, extractor, spacys):
        print(line, flush=True)


def measure(
    arguments: argparse.Namespace, extractor: Extractor, spacys: spacy.language.Language
) -> Iterator[str]:
    """The lines of the report, each as soon as it is known."""
    writer = Writer(extractor.gazetteer)
    articles = list(writer.articles(arguments.articles))
    words = sum(len(text.split()) for text in articles) / len(articles)
    workers = arguments.workers
    yield f"{len(articles):,} articles of {words:.0f} words; {os.cpu_count()} cores"
    head = (
        "reports a second",
        "a second of cores' time",
        "ratio to spaCy's pipe",
        "MB, largest worker",
    )
    yield from ("", f"| | {' | '.join(head)} |", "|---|---|---|---|---|")
    ours, theirs = in_turns(articles, extractor, spacys)
    yield _line("spaCy's pipe, one core", theirs)
    yield _line("read in, one core", ours, theirs)
    many = read_in(articles, extractor, Workers(workers))
    piped = pipe(articles, spacys, workers)
    yield _line(f"spaCy's pipe, {workers} processes", piped)
    yield _line(f"read in, {workers} workers", many, piped)
    steady = f"{many.steady:.1f} | {many.steady_cpu:.1f}"
    yield f"| the same, once all are at work | {steady} | | |"
    short = list(writer.short(arguments.reports))
    words = sum(len(text.split()) for text in short) / len(short)
    with one_core():
        kept = read_in(short, extractor, ALONE)
    yield ""
    yield (
        f"{len(short):,} reports of {words:.0f} words ({kept.claims:,} claims) into an empty store:"
        f" {kept.rate:.1f} a second on one core, {kept.in_store:.1f} of {kept.seconds:.1f} s in the"
        " store"
    )
    yield from bounds(ours, many, kept, workers)


def in_turns(
    texts: Sequence[str], extractor: Extractor, spacys: spacy.language.Language
) -> tuple[Run, Run]:
    """Our runs and spaCy's over the same texts on one core, a part of them at a time."""
    ours, theirs = Run(0), Run(0)
    with one_core():
        warm = texts[: max(1, len(texts) // (4 * TURNS))]
        read_in(warm, extractor, ALONE)
        pipe(warm, spacys, 1)
        for turn in range(TURNS):
            part = texts[turn::TURNS]
            if part:
                _add(ours, read_in(part, extractor, ALONE))
                _add(theirs, pipe(part, spacys, 1))
    return ours, theirs


def _add(whole: Run, part: Run) -> None:
    whole.reports += part.reports
    whole.seconds += part.seconds
    whole.cpu += part.cpu
    whole.in_store += part.in_store
    whole.claims += part.claims


def _line(what: str, run: Run, beside: Run | None = None) -> str:
    ratio = f"{run.rate_of_a_core / beside.rate_of_a_core:.2f}" if beside else ""
    memory = f"{run.memory / 1e6:.0f}" if run.memory else ""
    return f"| {what} | {run.rate:.1f} | {run.rate_of_a_core:.1f} | {ratio} | {memory} |"


def bounds(ours: Run, many: Run, kept: Run, workers: int) -> Iterator[str]:
    """What was asked for beside what was measured: on one core, by many, and into the store."""
    least = _LEAST_GAIN * workers / 2
    gain = many.steady / ours.rate
    alone = workers * many.steady_cpu / ours.rate_of_a_core
    memory = many.memory / 1e6
    share = 100 * kept.in_store / kept.seconds
    yield from ("", "| | at least or most | measured | held |", "|---|---|---|---|")
    yield _bound(f"{workers} workers, times one core's rate", least, gain, gain >= least)
    yield f"| the same by the processors' time, which others do not slow | | {alone:.2f} | |"
    yield _bound("MB of a worker", _MOST_MEMORY, memory, memory <= _MOST_MEMORY)
    yield _bound("% of the time in the store", _MOST_SHARE, share, share <= _MOST_SHARE)


def _bound(what: str, bound: float, measured: float, held: bool) -> str:
    return f"| {what} | {bound:g} | {measured:.2f} | {'yes' if held else 'no'} |"


def _arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.ingest",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    return parser.parse_args(given)


if __name__ == "__main__":
    main()
