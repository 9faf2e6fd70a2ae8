"""Stores of generated claims, and the same as the few arrays that the plain apps read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np

from claimmap.store import Store
from claimmap.view.columns import NO_DAY
from claimmap.view.snapshots import read_snapshot
from tests.bench.dashboard.serving import ROOT


def make_store(folder: Path, size: int) -> str:
    """The URL of a store of ``size`` generated claims, made unless it is there already."""
    path = (folder / f"{size}.db").resolve()
    url = f"sqlite:///{path}"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        subprocess.run(
            [
                *(sys.executable, "-m", "tests.bench.generate"),
                *("--claims", str(size), "--database", f"sqlite:///{making}"),
            ],
            cwd=ROOT,
            check=True,
        )
        making.rename(path)
    return url


def write_arrays(folder: Path, database: str, size: int) -> Path:
    """The same claims for the plain apps: a day, latitude and longitude for each place of each.

    A claim of many days counts on its first, one of no day not at all: the apps know no better.
    """
    store = Store(database)
    columns = read_snapshot(store).snapshot.columns
    store.close()
    days = columns.event_first[columns.link_claim]
    keep = columns.link_leads & (days != NO_DAY)
    places = columns.link_place[keep]
    path = folder / f"{size}.npz"
    np.savez(
        path,
        day=days[keep],
        latitude=np.array([place.latitude for place in columns.places])[places],
        longitude=np.array([place.longitude for place in columns.places])[places],
    )
    return path.resolve()
