"""Measure what the Figures page costs on a store of many claims.

    nice python -m tests.bench.figures [--claims 100000] [--database sqlite:///figures.db]

The store is made by ``tests.bench.generate``, with figures that can meet: a thing, and for most an
actor. A database that holds something already is taken as it is. Printed are seconds of processor
time of one process, and each as a ratio to a plain pandas group-by of the same figures in the same
run, so that the ratio holds on a busy machine too; beside them what comparing all pairs of the
figures would take, from a sample.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Claim, Extraction
from claimmap.relate.counts import relate_counts
from claimmap.store import Store
from claimmap.ui.script import SHELL
from claimmap.view.changes import find_changes
from claimmap.view.contested import Shelves, make_shelves
from claimmap.view.figures import series_on
from claimmap.view.rows import ChangeRow
from claimmap.view.series import Figures, read_figures
from claimmap.view.snapshots import Snapshot, read_snapshot
from claimmap.view.standing import find_standing
from claimmap.view.story import tell_story
from tests.bench.made_up.reports import make_reports
from tests.bench.made_up.world import make_world

Result = TypeVar("Result")

PAGE = 8
STORY = 20
ACTORS = 150
SHARE_WITH_ACTOR = 0.7
SAMPLE = 300


def main() -> None:
    """Make or open the store, and print the figures."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(arguments.database or f"sqlite:///{Path(folder) / 'figures.db'}")
        if not store.count_documents():
            fill(store, arguments.claims)
        report(store)
        store.close()


def fill(store: Store, claims: int) -> None:
    """Put so many claims into the store, each with a figure."""
    rng = random.Random(2)
    for made in make_reports(rng, make_world(rng, Gazetteer.open()), claims):
        store.save(_with_actors(rng, made))


def report(store: Store) -> None:
    """Print what each step takes."""
    snapshot = read_snapshot(store).snapshot
    everything = np.ones(len(snapshot.columns), dtype=bool)
    cold, figures = seconds(lambda: read_figures(store.figures, snapshot.columns, snapshot.names))
    again, _ = seconds(
        lambda: read_figures(store.figures, snapshot.columns, snapshot.names, figures)
    )
    frame = pd.DataFrame({"key": figures.key, "scope": figures.scope, "value": figures.value})
    plain, _ = seconds(lambda: frame.groupby(["key", "scope"])["value"].agg(["min", "max", "size"]))
    shelve, shelves = seconds(lambda: make_shelves(figures, everything))
    page, _ = seconds(
        lambda: list(series_on(figures, shelves, range(PAGE), store.claims, snapshot.names))
    )
    standing, _ = seconds(
        lambda: find_standing(figures, make_shelves(figures), store.claims, snapshot.names)
    )
    story, _ = seconds(lambda: story_page(store, snapshot, figures, shelves))
    pairs = _all_pairs(store, figures)
    whole = page_seconds(store)
    print(f"{len(figures):,} figures on {len(shelves):,} shelves")
    for words, took in (
        ("pandas group-by of key and scope", plain),
        ("read once, after a start", cold),
        ("read again, nothing new", again),
        ("shelves under a filter, in order", shelve),
        (f"the {PAGE} series of a page, compared", page),
        ("the whole page, at another filter", whole),
        ("which claims are in conflict, once", standing),
        ("a page of the story, its changes", story),
        ("all pairs, from a sample", pairs),
    ):
        print(f"{words:36} {took:12.3f} s {took / plain:12.1f} x")


def story_page(
    store: Store, snapshot: Snapshot, figures: Figures, shelves: Shelves
) -> dict[int, list[ChangeRow]]:
    """The changes of a page in the middle of the story of all claims."""
    columns = snapshot.columns
    told = tell_story(columns, np.ones(len(columns), dtype=bool))
    days = told.page(len(columns) // 2, STORY)
    claims = np.concatenate([day.claims for day in days])
    return find_changes(figures, shelves, claims, store.claims, snapshot.names)


def seconds(work: Callable[[], Result]) -> tuple[float, Result]:
    """The least processor time of three, and what came of it."""
    took = []
    for _ in range(3):
        began = time.process_time()
        result = work()
        took.append(time.process_time() - began)
    return min(took), result


def page_seconds(store: Store) -> float:
    """What Streamlit takes to run the page when the filter changes."""
    app = AppTest.from_file(SHELL, default_timeout=300)
    app.secrets["claimmap"] = {"database": f"sqlite:///{store.path}", "seeds": "", "base_path": ""}
    app.run().switch_page("../../pages/figures.py").run()
    took = []
    for stance in ("asserted", "alleged", "planned"):
        app.multiselect(key="stance").set_value([stance])
        began = time.process_time()
        app.run()
        took.append(time.process_time() - began)
    return max(took)


def _all_pairs(store: Store, figures: Figures) -> float:
    numbers = figures.columns.number[figures.claim[:SAMPLE]].tolist()
    claims = [found.claim for found in store.claims(numbers).values()]
    took, _ = seconds(
        lambda: sum(1 for one, other in combinations(claims, 2) if relate_counts(one, other))
    )
    return took * (len(figures) / max(len(claims), 1)) ** 2


def _with_actors(rng: random.Random, made: Extraction) -> Extraction:
    return replace(made, claims=tuple(_with_actor(rng, claim) for claim in made.claims))


def _with_actor(rng: random.Random, claim: Claim) -> Claim:
    def named() -> Iterator[str]:
        for _ in claim.quantities:
            known = rng.random() < SHARE_WITH_ACTOR
            yield f"Actor {rng.randrange(ACTORS)}" if known else ""

    quantities = zip(claim.quantities, named(), strict=True)
    return replace(
        claim,
        quantities=tuple(replace(one, thing=one.unit, actor=actor) for one, actor in quantities),
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.figures")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--database", default="", help="sqlite:///path/to/file.db, kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
