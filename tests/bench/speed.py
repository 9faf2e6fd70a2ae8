"""Measure what ``annotate`` costs beside spaCy's own parse of the same texts.

    python -m tests.bench.speed [CORPUS.jsonl] [--articles 40] [--rounds 5]

One core. The texts of the corpus ({"text": ...} a line; without one, our own gold articles) are put
together or cut to articles of about 500 words. In turns, so that a busy machine slows both alike,
each round takes the processor time of spaCy's pipeline as its publisher ships it, and of all that
``annotate`` does: reading the line, parsing, extracting, resolving, relations, plain values, JSON.
Printed are the medians; the most memory is that of a process of its own that annotates them.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

import msgspec
import spacy

from claimmap.extract.parsing import MODEL, load_parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor
from claimmap.reading import read_line
from claimmap.view.annotations import annotation
from tests.bench.places.costs import annotate_megabytes
from tests.gold.loading import read_gold

Given = TypeVar("Given")

WORDS = 500
RATIO = 1.6
"""The most that all of ``annotate`` may take, in times spaCy's parse."""

RATE = 8.0
"""The fewest articles of 500 words in a second of one core."""


def main() -> None:
    """Prints the figures beside their bounds."""
    arguments = _arguments()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    lines = [_line(text) for text in articles(read_texts(arguments.corpus), arguments.articles)]
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    plain, extractor = spacy.load(MODEL), Extractor(load_parser(), Gazetteer.open())
    texts = [json.loads(line)["text"] for line in lines]
    parse_times, annotate_times = [], []
    for done in range(arguments.rounds + 1):
        parsed = seconds(plain, texts)
        annotated = seconds(lambda line: annotate(line, extractor), lines)
        if done:  # the first round warms up what both remember of words
            parse_times.append(parsed)
            annotate_times.append(annotated)
    parse, whole = median(parse_times), median(annotate_times)
    print(f"{len(lines)} articles of {words / len(lines):.0f} words, median of {arguments.rounds}")
    print(f"spaCy's own parse        {parse:8.2f} s")
    print(f"annotate, all of it      {whole:8.2f} s")
    print(f"ratio                    {whole / parse:8.2f}   (at most {RATIO})")
    print(f"articles of 500 words/s  {words / WORDS / whole:8.1f}   (at least {RATE:.0f})")
    print(f"most memory              {_megabytes(lines):8.0f} MB")


def read_texts(corpus: Path | None) -> Iterator[str]:
    """The texts of a corpus, or of our own articles."""
    if corpus is None:
        yield from (gold.document.text for gold in read_gold())
        return
    with corpus.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def articles(texts: Iterable[str], most: int) -> Iterator[str]:
    """At most so many articles of about ``WORDS`` words, made of whole paragraphs."""
    held: list[str] = []
    length = made = 0
    for text in texts:
        for paragraph in text.split("\n"):
            held.append(paragraph)
            length += len(paragraph.split())
            if length >= WORDS:
                yield "\n".join(held)
                held, length, made = [], 0, made + 1
            if made == most:
                return
        held.append("")


def annotate(line: bytes, extractor: Extractor) -> bytes:
    """A line answered as the command does it."""
    read = read_line(line)
    return msgspec.json.encode(annotation(read.id, extractor.extract(read.document)))


def seconds(work: Callable[[Given], object], given: Sequence[Given]) -> float:
    """The processor time of working on each."""
    start = time.process_time()
    for one in given:
        work(one)
    return time.process_time() - start


def _line(text: str) -> bytes:
    about = {"id": "a", "text": text, "outlet": "The Daily", "published": "2024-10-18"}
    return json.dumps(about).encode()


def _megabytes(lines: Sequence[bytes]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "articles.jsonl"
        corpus.write_bytes(b"\n".join(lines))
        return annotate_megabytes(corpus)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
