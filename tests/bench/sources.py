"""Measure what the Sources page costs on a store of many claims.

    nice python -m tests.bench.sources [--claims 100000] [--database sqlite:///sources.db]

The store is made as ``tests.bench.figures`` makes it; a database that holds something already is
taken as it is, and gets two edits more. Printed are seconds of processor time of one process, and
each as a ratio to a plain pandas group-by in the same run (each source's claims, stances, outlets
and days), so that the ratio holds on a busy machine too.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from claimmap.model import SourceEdit
from claimmap.store import Store
from claimmap.view.accord import find_accord
from claimmap.view.columns import Columns
from claimmap.view.contested import make_shelves
from claimmap.view.series import read_figures, told_days
from claimmap.view.snapshots import Reading, read_snapshot
from claimmap.view.sources import list_sources, source_rows
from tests.bench.figures import SHELL, fill, seconds

PAGE = 20
OPENED = 10
SOURCES = "../../pages/sources.py"


def main() -> None:
    """Make or open the store, and print what each step takes."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(arguments.database or f"sqlite:///{Path(folder) / 'sources.db'}")
        if not store.count_documents():
            fill(store, arguments.claims)
        report(store)
        store.close()


def report(store: Store) -> None:
    """Print what each step takes, and its ratio to the plain group-by."""
    held = read_snapshot(store)
    columns, directory = held.snapshot.columns, held.snapshot.directory
    every = np.ones(len(columns), dtype=bool)
    figures = read_figures(store.figures, columns, held.snapshot.names)
    shelves = make_shelves(figures, every)
    listed = list_sources(columns, directory, every)
    codes = listed[:PAGE].tolist()
    word = columns.sources[codes[-1]].split()[0]

    def opened() -> None:
        for code in codes[:OPENED]:
            find_accord(figures, shelves, code, store.claims, held.snapshot.names)

    plain, _ = seconds(_grouped(columns))
    steps: list[tuple[str, float, int]] = [("pandas group-by of the sources", plain, 1)]

    def measure(words: str, work: Callable[[], object], times: int = 1) -> None:
        steps.append((words, seconds(work)[0] / times, times))

    measure("all sources in order", lambda: list_sources(columns, directory, every))
    measure("found by a word", lambda: list_sources(columns, directory, every, word))
    measure(f"a page of {PAGE}", lambda: source_rows(figures, directory, every, codes))
    measure("whom one contradicts and corroborates", opened, OPENED)
    steps.append(("all followed after an edit", after_an_edit(store, held), 1))
    most = columns.sources[codes[0]]
    ways = ("list, at another filter", "a source opened", "the same, at another filter")
    for words, took in zip(ways, pages(store, most), strict=True):
        steps.append((f"the whole page: {words}", took, 1))
    print(f"{len(columns):,} claims of {len(listed):,} sources")
    print(f"the one opened on the page has {int((columns.source == codes[0]).sum()):,} claims")
    for words, took, _ in steps:
        print(f"{words:40} {took:10.3f} s {took / plain:10.1f} x")


def after_an_edit(store: Store, held: Reading) -> float:
    """What it takes until the claims have followed a merge of two sources."""
    names = held.snapshot.columns.sources[:2]
    store.edit_source(SourceEdit("merge", datetime.now(UTC), names, value=names[0]))
    took, now = seconds(lambda: read_snapshot(store, held))
    assert now.snapshot.names[names[1]] == names[0]
    number = store.source_edits()[-1].number
    store.edit_source(SourceEdit("undo", datetime.now(UTC), of=number))
    return took


def pages(store: Store, name: str) -> tuple[float, float, float]:
    """What Streamlit takes to run the list, and a source that is opened and then filtered."""
    app = AppTest.from_file(SHELL, default_timeout=300)
    app.secrets["claimmap"] = {"database": f"sqlite:///{store.path}", "seeds": "", "base_path": ""}
    app.run().switch_page(SOURCES).run()
    listed = _slowest(app)
    app.query_params["name"] = name
    began = time.process_time()
    app.run()
    return listed, time.process_time() - began, _slowest(app)


def _slowest(app: AppTest) -> float:
    found = []
    for stance in ("asserted", "alleged", "planned"):
        app.multiselect(key="stance").set_value([stance])
        began = time.process_time()
        app.run()
        found.append(time.process_time() - began)
        assert not app.exception
    return max(found)


def _grouped(columns: Columns) -> Callable[[], object]:
    frame = pd.DataFrame(
        {
            "source": columns.source,
            "stance": columns.stance,
            "outlet": columns.outlet,
            "day": told_days(columns),
        }
    )

    def group() -> object:
        by_source = frame.groupby("source")
        whole = by_source.agg(
            claims=("day", "size"),
            first=("day", "min"),
            last=("day", "max"),
            outlets=("outlet", "nunique"),
        )
        return whole, frame.groupby(["source", "stance"]).size()

    return group


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sources")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--database", default="", help="sqlite:///path/to/file.db, kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
