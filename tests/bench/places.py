"""Measure recognition and resolution of place names on a corpus placed by hand.

    python -m tests.bench.places CORPUS.jsonl [--limit N]

A corpus has one document a line: {"id", "title", "text", "toponyms": [{"start", "end", "lat",
"lon", "geonameid"?, "kind"?}]}. Printed, in the field's terms (Gritta et al. 2020):
  recognition   precision, recall, F1 of exact spans;
  end to end    the same where a found toponym overlaps a gold one and lies within 161 km of it
                (those without coordinates on either side are left out);
  resolve only  Accuracy@161 km with the gold spans given, misses counted wrong, beside the most
                populous place of the name; expected calibration error of the confidence;
  roles         F1 of drawn against literal where the corpus has the kinds literal and associative;
  time          of recognition and resolution as a share of the parser's.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimmap.extract.parsing import load_parser, parse
from claimmap.extract.where import find_toponyms, toponyms_at
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.resolve import resolve
from claimmap.model import DRAWN_ROLES, Document, Span, Toponym

NEAR_KM = 161.0
EARTH_KM = 6371.0088
BINS = 10

Entry = dict[str, Any]
Point = tuple[float, float]


@dataclass(slots=True)
class Tally:
    """Right, predicted and gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __str__(self) -> str:
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


@dataclass(slots=True)
class Report:
    """What is counted over a corpus."""

    recognition: Tally = field(default_factory=Tally)
    end_to_end: Tally = field(default_factory=Tally)
    drawn: Tally = field(default_factory=Tally)
    resolved: int = 0
    population: int = 0
    points: int = 0
    bins: list[list[float]] = field(default_factory=lambda: [[0.0, 0.0, 0.0] for _ in range(BINS)])
    parsing: float = 0.0
    placing: float = 0.0


def read_corpus(path: Path, limit: int | None = None) -> list[Entry]:
    """The documents of a corpus."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, limit) if line.strip()]


def great_circle_km(one: Point, other: Point) -> float:
    """Kilometres between two (latitude, longitude) points in degrees, by the haversine formula."""
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def gold_point(gold: Entry) -> Point | None:
    """A gold toponym's point, None where it has none."""
    return None if gold.get("lat") is None else (float(gold["lat"]), float(gold["lon"]))


def place_point(toponym: Toponym) -> Point | None:
    """A placed toponym's point, None where it has none."""
    return toponym.place and (toponym.place.latitude, toponym.place.longitude)


def is_right(gold: Entry, toponym: Toponym) -> bool:
    """Whether a toponym lies within 161 km of a gold one."""
    one, other = gold_point(gold), place_point(toponym)
    return bool(one and other and great_circle_km(one, other) <= NEAR_KM)


def matches(gold: Sequence[Entry], found: Sequence[Toponym]) -> Iterator[tuple[int, int]]:
    """One-to-one pairs of overlapping toponyms: exact spans first, then the longest overlaps."""
    pairs = sorted(
        ((one["start"], one["end"]) != (other.span.start, other.span.end), -shared, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := min(one["end"], other.span.end) - max(one["start"], other.span.start)) > 0
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def measure(entry: Entry, parser: Language, gazetteer: Gazetteer, report: Report) -> None:
    """Add one document to the report."""
    document = Document(entry["id"], "", entry.get("title") or "", "", None, entry["text"])
    begin = time.perf_counter()
    doc = parse(document.text, parser)
    parsed = time.perf_counter()
    found = resolve(list(find_toponyms(doc, gazetteer)), document, gazetteer)
    report.parsing += parsed - begin
    report.placing += time.perf_counter() - parsed
    gold = entry["toponyms"]
    _count_found(gold, found, report)
    _count_given(gold, document, doc, gazetteer, report)


def _count_found(gold: Sequence[Entry], found: Sequence[Toponym], report: Report) -> None:
    spans = {(one["start"], one["end"]) for one in gold}
    report.recognition.right += sum((one.span.start, one.span.end) in spans for one in found)
    report.recognition.predicted += len(found)
    report.recognition.gold += len(gold)
    pairs = list(matches(gold, found))
    pointless = {j for i, j in pairs if gold_point(gold[i]) is None}
    report.end_to_end.right += sum(is_right(gold[i], found[j]) for i, j in pairs)
    report.end_to_end.gold += sum(gold_point(one) is not None for one in gold)
    report.end_to_end.predicted += sum(
        one.place is not None and j not in pointless for j, one in enumerate(found)
    )


def _count_given(
    gold: Sequence[Entry], document: Document, doc: Doc, gazetteer: Gazetteer, report: Report
) -> None:
    spans = [Span(one["start"], one["end"]) for one in gold]
    given = resolve(list(toponyms_at(doc, spans, gazetteer)), document, gazetteer)
    for one, toponym in zip(gold, given, strict=True):
        _count_role(one, toponym, report)
        point = gold_point(one)
        if point is None:
            continue
        report.points += 1
        right = is_right(one, toponym)
        report.resolved += right
        first = gazetteer.places(toponym.span.of(document.text))[:1]
        report.population += any(
            great_circle_km(point, (place.latitude, place.longitude)) <= NEAR_KM for place in first
        )
        if toponym.place is not None:
            row = report.bins[min(int(toponym.confidence * BINS), BINS - 1)]
            row[0] += 1
            row[1] += toponym.confidence
            row[2] += right


def _count_role(gold: Entry, toponym: Toponym, report: Report) -> None:
    if gold.get("kind") not in ("literal", "associative"):
        return
    literal, drawn = gold["kind"] == "literal", toponym.role in DRAWN_ROLES
    report.drawn.gold += literal
    report.drawn.predicted += drawn
    report.drawn.right += literal and drawn


def show(report: Report, name: str) -> None:
    """Print the report as a table."""
    points = max(report.points, 1)
    placed = sum(row[0] for row in report.bins) or 1.0
    error = sum(abs(row[1] - row[2]) for row in report.bins) / placed
    print(f"{name}\n  recognition, exact   {report.recognition}")
    print(f"  end to end @161 km   {report.end_to_end}")
    print(
        f"  resolve only @161 km {report.resolved / points:.3f}"
        f"  (most populous {report.population / points:.3f})"
    )
    print(f"  calibration error    {error:.3f}")
    for low, (count, confidence, right) in enumerate(report.bins):
        if count:
            print(
                f"    {low / BINS:.1f}-{(low + 1) / BINS:.1f}  n {count:5.0f}"
                f"  confidence {confidence / count:.2f}  right {right / count:.2f}"
            )
    if report.drawn.gold:
        print(f"  roles, drawn/literal {report.drawn}")
    print(
        f"  time                 {100 * report.placing / max(report.parsing, 1e-9):.0f}%"
        f" of the parser's {report.parsing:.1f} s"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N documents")
    options = parser.parse_args(argv)
    language, gazetteer = load_parser(), Gazetteer.open()
    for path in options.corpora:
        report = Report()
        for entry in read_corpus(path, options.limit):
            measure(entry, language, gazetteer, report)
        show(report, path.stem)
    return 0


if __name__ == "__main__":
    sys.exit(main())
