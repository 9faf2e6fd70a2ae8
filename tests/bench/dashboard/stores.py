"""Stores of generated claims, and the same as the few arrays that the plain apps read."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimmap.store import Store
from claimmap.view.columns import NO_DAY
from claimmap.view.snapshots import read_snapshot
from tests.bench.dashboard.serving import ROOT
from tests.bench.made_up.reports import DAYS
from tests.bench.made_up.world import PLACES


@dataclass(frozen=True, slots=True)
class Made:
    """A store, its claims as arrays for the plain apps, and how much there is in it.

    places: of which at least one claim tells. days: on which a report may have come out. varied:
    of other places or days than usual.
    """

    database: str
    arrays: Path
    claims: int
    places: int
    days: int
    varied: bool


def make_store(folder: Path, claims: int, places: int = PLACES, days: int = DAYS) -> Made:
    """A store of so many generated claims, kept in the folder for the next time."""
    name = "-".join(
        [str(claims)] + [f"places{places}"] * (places != PLACES) + [f"days{days}"] * (days != DAYS)
    )
    path = (folder / f"{name}.db").absolute()
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        subprocess.run(
            [
                *(sys.executable, "-m", "tests.bench.generate"),
                *("--claims", str(claims), "--database", f"sqlite:///{making}"),
                *("--places", str(places), "--days", str(days)),
            ],
            cwd=ROOT,
            check=True,
            stdout=sys.stderr,
        )
        making.rename(path)
    database = f"sqlite:///{path}"
    arrays = path.with_suffix(".npz")
    if not arrays.exists():
        _write_arrays(database, arrays)
    with np.load(arrays) as held:
        told = len(np.unique(held["latitude"] + 1j * held["longitude"]))
    return Made(database, arrays, claims, told, days, name != str(claims))


def _write_arrays(database: str, path: Path) -> None:
    """A day, latitude and longitude for each place of each claim.

    A claim of many days counts on its first, one of no day not at all: the apps know no better.
    """
    store = Store(database)
    columns = read_snapshot(store).snapshot.columns
    store.close()
    days = columns.event_first[columns.link_claim]
    keep = columns.link_leads & (days != NO_DAY)
    places = columns.link_place[keep]
    np.savez(
        path,
        day=days[keep],
        latitude=np.array([place.latitude for place in columns.places])[places],
        longitude=np.array([place.longitude for place in columns.places])[places],
    )
