"""The ranking with coefficients that never saw what they are measured on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimmap.geocode.gazetteer import Gazetteer
from tests.bench.fit_places import fit_passes, ranked_documents
from tests.bench.places.corpus import Entry
from tests.bench.places.ours import Reading, Tables, placed_by


def two_folds(
    entries: Sequence[Entry], readings: Sequence[Reading], gazetteer: Gazetteer
) -> list[Reading]:
    """The readings of each half, every second document, placed by what the other half taught.

    Empty where there is no second document.
    """
    if len(entries) < 2:
        return []
    placed = []
    for half in (0, 1):
        taught = _fit(entries[1 - half :: 2], gazetteer)
        placed += placed_by(taught, readings[half::2], gazetteer)
    return placed


def on_others(
    corpora: Sequence[Sequence[Entry]],
    number: int,
    readings: Sequence[Reading],
    gazetteer: Gazetteer,
) -> Iterator[Reading]:
    """The readings of one corpus, placed by what the others taught; none where it is alone."""
    others = [entry for i, corpus in enumerate(corpora) if i != number for entry in corpus]
    if others:
        yield from placed_by(_fit(others, gazetteer), readings, gazetteer)


def _fit(entries: Sequence[Entry], gazetteer: Gazetteer) -> Tables:
    return fit_passes(ranked_documents(entries, gazetteer), gazetteer)
