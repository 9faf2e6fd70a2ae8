"""The figures of the claims, made once for all sessions, and their order under a filter."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import streamlit as st

from claimmap.model import Filter
from claimmap.store import Store
from claimmap.ui.screen import Screen
from claimmap.view.contested import Shelves, make_shelves
from claimmap.view.series import Figures, read_figures
from claimmap.view.snapshots import Snapshot

_FILTERS = 16
"""For how many filters the order is kept."""


@dataclass(slots=True)
class _Held:
    """What was last read, of which snapshot; one session reads, and the others wait for it."""

    snapshot: Snapshot | None = None
    figures: Figures | None = None
    shelves: dict[Filter, Shelves] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


@st.cache_resource(show_spinner=False)
def _held(database: str) -> _Held:
    return _Held()


def find_shelves(screen: Screen) -> tuple[Figures, Shelves]:
    """The figures, and those that pass the screen's filter on their shelves."""
    held = _held(screen.settings.database)
    with held.lock:
        figures = _figures(held, screen.store, screen.snapshot)
        if screen.filter not in held.shelves:
            if len(held.shelves) >= _FILTERS:
                held.shelves.pop(next(iter(held.shelves)))
            held.shelves[screen.filter] = make_shelves(figures, screen.shown)
        return figures, held.shelves[screen.filter]


def _figures(held: _Held, store: Store, snapshot: Snapshot) -> Figures:
    """The figures of a snapshot's claims; only those of new claims are read."""
    if held.figures is None or held.snapshot is not snapshot:
        held.figures = read_figures(store.figures, snapshot.columns, snapshot.names, held.figures)
        held.snapshot = snapshot
        held.shelves.clear()
    return held.figures
