"""What comes of holding claims against each other, made once for all sessions."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.model import ClaimMapError, Filter
from claimmap.store import Store
from claimmap.ui.resources import open_store
from claimmap.view.columns import Flags
from claimmap.view.contested import Shelves, make_shelves
from claimmap.view.figure_charts import load_charts
from claimmap.view.series import Figures, read_figures
from claimmap.view.snapshots import Snapshot
from claimmap.view.standing import Standing, find_standing

if TYPE_CHECKING:  # which asks this file how its claims stand
    from claimmap.ui.screen import Screen

_FILTERS = 16
"""For how many filters the order is kept."""

_EVERYTHING = Filter()

_PATIENCE = 0.1
"""So many seconds a page or popup waits for badges, which would be nice to have."""

_SMALL = 20_000
_ENOUGH = 5.0
"""A page waits for them where the store has at most ``_SMALL`` claims: less than a second."""


def _done() -> threading.Event:
    done = threading.Event()
    done.set()
    return done


@dataclass(slots=True)
class _Held:
    """What was last made, of which snapshot; one session makes it, and the others wait for it.

    made: set while no thread is at it.
    """

    snapshot: Snapshot | None = None
    figures: Figures | None = None
    shelves: dict[Filter, Shelves] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    compared: tuple[Snapshot, Standing] | None = None
    comparing: threading.Lock = field(default_factory=threading.Lock)
    made: threading.Event = field(default_factory=_done)


@st.cache_resource(show_spinner=False)
def _held(database: str) -> _Held:
    return _Held()


def find_shelves(screen: Screen) -> tuple[Figures, Shelves]:
    """The figures, and those that pass the screen's filter on their shelves."""
    held, shown = _held(screen.settings.database), screen.shown
    return _shelves(held, screen.store, screen.snapshot, screen.filter, shown)


def find_all_shelves(screen: Screen) -> tuple[Figures, Shelves]:
    """The figures, and all of them on their shelves, whatever the filter."""
    return _shelves(_held(screen.settings.database), screen.store, screen.snapshot)


def compare_all(database: str, snapshot: Snapshot) -> Standing:
    """How all claims of the snapshot stand beside each other."""
    return _compare(_held(database), open_store(database), snapshot)


def compare_soon(database: str, snapshot: Snapshot) -> Standing | None:
    """The same where it is known or comes at once; else None, and it is made beside the page."""
    held, store = _held(database), open_store(database)
    patience = _ENOUGH if len(snapshot.columns) <= _SMALL else _PATIENCE
    for _ in range(2):  # what is being made may be of the snapshot before
        known = _compared(held, snapshot)
        if known or not _begin(held, store, snapshot).wait(patience):
            return known
    return _compared(held, snapshot)


def _begin(held: _Held, store: Store, snapshot: Snapshot) -> threading.Event:
    """Have it made in a thread, unless one is at it; out: what is set when that is done."""
    if held.made.is_set():
        held.made = threading.Event()
        work = threading.Thread(
            target=_compare_quietly,
            args=(held, store, snapshot, held.made),
            name="comparing",
            daemon=True,
        )
        work.start()
    return held.made


def _shelves(
    held: _Held,
    store: Store,
    snapshot: Snapshot,
    wanted: Filter = _EVERYTHING,
    shown: Flags | None = None,
) -> tuple[Figures, Shelves]:
    with held.lock:
        figures = _figures(held, store, snapshot)
        if wanted not in held.shelves:
            if len(held.shelves) >= _FILTERS:
                held.shelves.pop(next(iter(held.shelves)))
            held.shelves[wanted] = make_shelves(figures, shown)
        return figures, held.shelves[wanted]


def _figures(held: _Held, store: Store, snapshot: Snapshot) -> Figures:
    """The figures of a snapshot's claims; only those of new claims are read."""
    if held.figures is None or held.snapshot is not snapshot:
        held.figures = read_figures(
            store.figures, snapshot.columns, snapshot.names, held.figures, snapshot.copies
        )
        held.snapshot = snapshot
        held.shelves.clear()
    return held.figures


def _compared(held: _Held, snapshot: Snapshot) -> Standing | None:
    known = held.compared
    return known[1] if known and known[0] is snapshot else None


def _compare(held: _Held, store: Store, snapshot: Snapshot) -> Standing:
    with held.comparing:
        known = _compared(held, snapshot)
        if known is None:
            figures, shelves = _shelves(held, store, snapshot)
            known = find_standing(figures, shelves, store.claims, snapshot.names)
            held.compared = snapshot, known
        return known


def _compare_quietly(held: _Held, store: Store, snapshot: Snapshot, made: threading.Event) -> None:
    """For a thread of its own, in which nobody would read an error: the next who asks meets it."""
    try:
        with suppress(ClaimMapError):
            _compare(held, store, snapshot)
    finally:
        made.set()
    load_charts()  # which takes most of a second: the page of figures need not wait for it
