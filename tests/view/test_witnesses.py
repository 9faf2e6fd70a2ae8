"""Reports that copy one another are one witness: from the texts to the counts, and back again."""

from __future__ import annotations

from datetime import date

import numpy as np

from claimmap.ingest import Extractor
from claimmap.model import Document
from claimmap.relate.roots import root_key
from claimmap.store import Store
from claimmap.view.contested import make_shelves
from claimmap.view.evidence import claim_rows
from claimmap.view.figures import held_claims, series_on, series_paths
from claimmap.view.series import Figures, read_figures
from claimmap.view.snapshots import Snapshot, read_snapshot
from claimmap.view.standing import find_standing, told_standing
from tests.store.alike import FLOOD

AGENCY, PAPER = "Northern Press", "Morning Paper"
COUNT = "In all, 2,400 soldiers of Ruthenia were sent to the valley."
ADDED = "Boats of the fire brigade lay at the bridge in the evening."


def report(outlet: str, text: str, day: int = 18) -> Document:
    return Document(f"of {outlet}", outlet, "Dam bursts", "", date(2024, 10, day), text)


def compare(store: Store) -> tuple[Snapshot, Figures]:
    snapshot = read_snapshot(store).snapshot
    return snapshot, read_figures(
        store.figures, snapshot.columns, snapshot.names, copies=snapshot.copies
    )


def own_words(store: Store, figures: Figures) -> int:
    """How many witnesses are behind what the outlets say in their own words."""
    return figures.witnesses(np.flatnonzero(figures.steps == 1))


def residents(store: Store, figures: Figures, snapshot: Snapshot) -> int:
    code = snapshot.columns.sources.index("Residents")
    return figures.witnesses(np.flatnonzero(snapshot.columns.source == code))


def test_copies_count_as_one_witness_while_they_are_there(
    extractor: Extractor, store: Store
) -> None:
    text = FLOOD + " Residents said that the road was cut. " + COUNT
    agency, paper = report(AGENCY, text), report(PAPER, "Flood!\n\n" + text, 19)
    store.save_all([extractor.extract(paper), extractor.extract(agency)])
    snapshot, figures = compare(store)
    assert own_words(store, figures) == 1
    assert residents(store, figures, snapshot) == 1
    [compared] = [
        one
        for one in series_on(figures, make_shelves(figures), range(len(make_shelves(figures))),
                             store.claims, snapshot.names)
        if one.series.thing == "soldier" and len(one.series.points) == 2
    ]  # fmt: skip
    assert compared.series.witnesses == 1
    paths = series_paths(compared)
    assert paths["words"] == "1 independent source → 2 outlets"
    [root] = paths["roots"]
    assert root["name"] == AGENCY  # which published it first
    assert [one["name"] for one in root["next"]] == [PAPER]

    store.delete(agency.id)
    snapshot, figures = compare(store)
    assert snapshot.copies == ()
    other = report(AGENCY, "Residents said that the road was cut. " + COUNT)
    store.save(extractor.extract(other))
    snapshot, figures = compare(store)
    assert own_words(store, figures) == 2
    assert residents(store, figures, snapshot) == 2


def test_rows_beside_each_other_tell_one_witness_and_the_way_to_the_copy(
    extractor: Extractor, store: Store
) -> None:
    for outlet, day in ((PAPER, 19), (AGENCY, 18)):
        store.save(extractor.extract(report(outlet, FLOOD, day)))
    snapshot, figures = compare(store)
    standing = find_standing(figures, make_shelves(figures), store.claims, snapshot.names)
    own = np.flatnonzero(figures.steps == 1)
    stored = store.claims(snapshot.columns.number[own].tolist())
    rows = list(told_standing(claim_rows(stored.values(), snapshot.names), own.tolist(), standing))
    assert standing.witnesses(own) == len({row["witness"] for row in rows}) == 1
    ways = {row["outlet"]: [link["name"] for link in row.get("way", ())] for row in rows}
    assert ways == {AGENCY: [], PAPER: [AGENCY, PAPER]}
    assert {len(row["path"]) for row in rows} == {1}


def test_what_a_copy_adds_in_its_own_words_is_its_own(extractor: Extractor, store: Store) -> None:
    store.save(extractor.extract(report(AGENCY, FLOOD)))
    store.save(extractor.extract(report(PAPER, FLOOD + " " + ADDED, 19)))
    _, figures = compare(store)
    assert own_words(store, figures) == 2
    added = store.search("fire brigade")
    assert figures.copied.keys().isdisjoint(np.flatnonzero(np.isin(figures.columns.number, added)))


def test_the_arrays_tell_witnesses_as_the_claims_do(extractor: Extractor, store: Store) -> None:
    text = FLOOD + " Residents said that the road was cut. " + COUNT
    for nth, outlet in enumerate((AGENCY, PAPER, "Evening Paper")):
        store.save(extractor.extract(report(outlet, text + f" Printed {nth}.", 18 + nth)))
    snapshot, figures = compare(store)
    stored = store.claims(snapshot.columns.number.tolist())
    keys = [root_key(one) for one in held_claims(figures, stored, snapshot.names).values()]
    assert len(figures.copied) > 10
    for one in range(len(keys)):
        for other in range(one):
            assert (keys[one] == keys[other]) == (figures.root[one] == figures.root[other])
