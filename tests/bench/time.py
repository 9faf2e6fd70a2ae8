"""Score the time expressions against a hand-annotated corpus.

    python -m tests.bench.time CORPUS.jsonl [--errors N]

Each line of the corpus is {"id", "text", "published", "timexes": [{"start", "end", "type",
"value"}]}. Printed as precision, recall and F1 over all documents together, after TempEval-3
(UzZaman et al. 2013): strict (equal spans), relaxed (overlapping spans, each used once), type and
value (relaxed, and the types or the values are equal).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from claimmap.extract.parsing import load_parser, parse
from claimmap.extract.when import find_timexes
from claimmap.model import Span, Timex

Pair = tuple[dict[str, Any] | None, Timex | None]


def paired(gold: Sequence[dict[str, Any]], found: Sequence[Timex]) -> Iterator[Pair]:
    """Gold and found expressions one to one, equal spans first; None for one left alone."""
    overlaps = sorted(
        ((g["start"], g["end"]) != (f.span.start, f.span.end), -shared, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (shared := min(g["end"], f.span.end) - max(g["start"], f.span.start)) > 0
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, _, i, j in overlaps:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]
    yield from ((g, None) for i, g in enumerate(gold) if i not in used_gold)
    yield from ((None, f) for j, f in enumerate(found) if j not in used_found)


def agreements(gold: dict[str, Any], found: Timex) -> Iterator[str]:
    """The measures by which the two agree."""
    yield "relaxed"
    if Span(gold["start"], gold["end"]) == found.span:
        yield "strict"
    if gold["type"] == found.type:
        yield "type"
    if gold["value"] and gold["value"] == found.value:
        yield "value"


def main() -> None:
    """Read the corpus, find, compare, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--errors", type=int, default=0)
    options = arguments.parse_args()
    parser = load_parser()
    hits: Counter[str] = Counter()
    errors: list[str] = []
    for line in options.corpus.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = entry["text"]
        published = date.fromisoformat(entry["published"]) if entry.get("published") else None
        found = list(find_timexes(parse(text, parser), published))
        for one, other in paired(entry["timexes"], found):
            hits["gold"] += one is not None
            hits["found"] += other is not None
            if one and other:
                hits.update(agreements(one, other))
            if not (one and other and one["value"] == other.value):
                said = f"{text[one['start'] : one['end']]!r} {one['value']}" if one else "-"
                read = f"{other.span.of(text)!r} {other.value}" if other else "-"
                errors.append(f"  {entry['id']}  gold {said}  found {read}")
    for measure in ("strict", "relaxed", "type", "value"):
        precision = hits[measure] / max(1, hits["found"])
        recall = hits[measure] / max(1, hits["gold"])
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        print(f"  {measure:8} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")
    for error in errors[: options.errors]:
        print(error)


if __name__ == "__main__":
    main()
