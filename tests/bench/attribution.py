"""How well attribution is found: python -m tests.bench.attribution CORPUS.jsonl

Each line of the corpus: {"id", "text", "attributions": [{"source", "cue", "content"}]}, spans as
[[start, end], ...] in characters. Spans are compared as sets of words, so marks at their edges
do not matter. Printed: F1 over the words of content and source, F1 of exactly equal spans, F1 of
whole attributions (contents agree by half and sources meet), and articles read in a second.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimmap.extract.parsing import load_parser, parse
from claimmap.extract.who import find_attributions
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Span

WORD = re.compile(r"\w+")
Words = frozenset[int]


def main(corpus: Path) -> None:
    """Print the scores over one corpus."""
    parser, gazetteer = load_parser(), Gazetteer.open()
    gold, found = [], []
    parsing = finding = 0.0
    for report in read_corpus(corpus):
        begin = time.perf_counter()
        doc = parse(report["text"], parser)
        parsed = time.perf_counter()
        attributions = list(find_attributions(doc, "", gazetteer))
        finding += time.perf_counter() - parsed
        parsing += parsed - begin
        words = [match.span() for match in WORD.finditer(report["text"])]
        gold.append(
            [
                (words_in(words, a["content"]), words_in(words, a["source"]))
                for a in report["attributions"]
            ]
        )
        found.append(
            [(words_at(words, a.content), words_at(words, a.source.spans)) for a in attributions]
        )
    for name, part in (("content", 0), ("source", 1)):
        print(f"{name:8} words F1 {word_f1(gold, found, part):.3f}", end="  ")
        print(f"exact F1 {exact_f1(gold, found, part):.3f}")
    print(f"pair     F1 {pair_f1(gold, found):.3f}")
    print(f"{len(gold)} articles: parsed in {parsing:.1f} s, attributed in {finding:.1f} s")


def read_corpus(path: Path) -> Iterator[dict[str, Any]]:
    """The reports of a corpus, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def words_in(words: Sequence[tuple[int, int]], spans: Sequence[Any] | None) -> Words:
    """Numbers of the words that lie in spans given as pairs of numbers."""
    return words_at(words, [Span(start, end) for start, end in spans or ()])


def words_at(words: Sequence[tuple[int, int]], spans: Sequence[Span]) -> Words:
    """Numbers of the words that lie in spans."""
    return frozenset(
        i
        for i, (start, end) in enumerate(words)
        if any(Span(start, end).overlaps(s) for s in spans)
    )


def f1(hits: float, found: int, gold: int) -> float:
    """The harmonic mean of hits/found and hits/gold."""
    return 2 * hits / (found + gold) if found + gold else 0.0


def word_f1(gold: list[Any], found: list[Any], part: int) -> float:
    """F1 over the words of all contents (part 0) or sources (part 1)."""
    hits = n_found = n_gold = 0
    for ours, theirs in zip(found, gold, strict=True):
        us, them = ({i for a in side for i in a[part]} for side in (ours, theirs))
        hits, n_found, n_gold = hits + len(us & them), n_found + len(us), n_gold + len(them)
    return f1(hits, n_found, n_gold)


def exact_f1(gold: list[Any], found: list[Any], part: int) -> float:
    """F1 of spans whose words are all the same."""
    hits = n_found = n_gold = 0
    for ours, theirs in zip(found, gold, strict=True):
        us, them = ({a[part] for a in side if a[part]} for side in (ours, theirs))
        hits, n_found, n_gold = hits + len(us & them), n_found + len(us), n_gold + len(them)
    return f1(hits, n_found, n_gold)


def pair_f1(gold: list[Any], found: list[Any]) -> float:
    """F1 of attributions whose contents agree by half and whose sources meet."""
    hits = 0
    for ours, theirs in zip(found, gold, strict=True):
        left = [a for a in theirs if a[0]]
        for content, source in ours:
            best = max(left, key=lambda a: len(a[0] & content) / len(a[0] | content), default=None)
            if best is None or 2 * len(best[0] & content) < len(best[0] | content):
                continue
            left.remove(best)
            hits += bool(best[1] & source) or not (best[1] or source)
    return f1(hits, sum(map(len, found)), sum(map(len, gold)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
