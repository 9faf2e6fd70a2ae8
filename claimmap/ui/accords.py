"""How opened sources stand to others, worked out once for all sessions: no filter changes it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import streamlit as st

from claimmap.ui.comparing import find_all_shelves
from claimmap.ui.screen import Screen
from claimmap.view.accord import AccordRow, find_accord
from claimmap.view.snapshots import Snapshot

_SOURCES = 64
"""For how many sources it is kept."""


@dataclass(slots=True)
class _Held:
    """What was found, of which snapshot."""

    snapshot: Snapshot | None = None
    found: dict[int, list[AccordRow]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


@st.cache_resource(show_spinner=False)
def _held(database: str) -> _Held:
    return _Held()


def accord_of(screen: Screen, code: int) -> list[AccordRow]:
    """``find_accord`` of the source at a position in the screen's columns."""
    held = _held(screen.settings.database)
    figures, shelves = find_all_shelves(screen)
    with held.lock:
        if held.snapshot is not screen.snapshot:
            held.snapshot, held.found = screen.snapshot, {}
        if code not in held.found:
            if len(held.found) >= _SOURCES:
                held.found.pop(next(iter(held.found)))
            names = screen.snapshot.names
            held.found[code] = find_accord(figures, shelves, code, screen.store.claims, names)
        return held.found[code]
