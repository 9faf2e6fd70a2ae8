"""What Claim Map finds in a corpus, and how long each part takes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from claimmap.extract.parsing import Parser, parse
from claimmap.extract.where import find_toponyms, toponyms_at
from claimmap.geocode import weights
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.resolve import resolve
from claimmap.model import DRAWN_ROLES, Document, Span, Toponym
from tests.bench.places.corpus import Entry, Named, document_of, gold_of, spans_of
from tests.bench.places.peers import label_names
from tests.bench.places.scores import Tally

Tables = tuple[dict[str, float], ...]
"""The coefficients of the ranking, one table a pass (claimmap/geocode/weights.py)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document read: what the corpus gives, what we find, and what we say of the given spans.

    labels: the parser's own. parsing, placing: processor seconds of the parser, and of finding and
    placing the toponyms found.
    """

    document: Document
    gold: tuple[Named, ...]
    found: tuple[Toponym, ...]
    given: tuple[Toponym, ...]
    labels: tuple[Span, ...]
    parsing: float
    placing: float


def read_entry(entry: Entry, parser: Parser, gazetteer: Gazetteer) -> Reading:
    """Read one document of a corpus."""
    document, gold = document_of(entry), gold_of(entry)
    begin = time.process_time()
    doc = parse(document.text, parser)
    parsed = time.process_time()
    found = resolve(tuple(find_toponyms(doc, gazetteer)), document, gazetteer)
    placed = time.process_time()
    given = resolve(tuple(toponyms_at(doc, spans_of(gold), gazetteer)), document, gazetteer)
    labels = tuple(label_names(doc))
    return Reading(document, gold, found, given, labels, parsed - begin, placed - parsed)


def placed_by(
    tables: Tables, readings: Iterable[Reading], gazetteer: Gazetteer
) -> Iterator[Reading]:
    """The readings as they would be with other coefficients."""
    with _coefficients(tables):
        for one in readings:
            yield replace(
                one,
                found=resolve(_unplaced(one.found), one.document, gazetteer),
                given=resolve(_unplaced(one.given), one.document, gazetteer),
            )


def count_roles(readings: Iterable[Reading]) -> Tally:
    """Drawn against literal, of the spans given as literal or associative (Gritta et al. 2020)."""
    tally = Tally()
    for reading in readings:
        for one, toponym in zip(reading.gold, reading.given, strict=True):
            if one.kind in ("literal", "associative"):
                literal, drawn = one.kind == "literal", toponym.role in DRAWN_ROLES
                tally.given += literal
                tally.found += drawn
                tally.right += literal and drawn
    return tally


def _unplaced(toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    return tuple(replace(one, place=None, candidates=(), confidence=0.0) for one in toponyms)


@contextmanager
def _coefficients(tables: Tables) -> Iterator[None]:
    shipped, weights.PASSES = weights.PASSES, tables
    try:
        yield
    finally:
        weights.PASSES = shipped
