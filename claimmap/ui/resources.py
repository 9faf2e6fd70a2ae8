"""What is opened once and shared by all sessions: the store and the claims in it.

The same openers serve the pages and the HTTP routes, so
both always see one snapshot of the claims.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.model import Place
from claimmap.relate.sources import join_sources
from claimmap.store import DEFAULT_URL, Store
from claimmap.ui.filters import Choices
from claimmap.ui.settings import Settings
from claimmap.view.columns import Snapshot, take_snapshot
from claimmap.view.days import data_extent
from claimmap.view.frames import claims_frame

# Reading loads the English parser, which a page that only shows claims need not wait for: so
# whatever needs it is imported where it is used.
if TYPE_CHECKING:
    from claimmap.ingest import Extractor


@st.cache_resource(show_spinner=False)
def open_store(database: str) -> Store:
    """The store of this URL ("": the one in data/), opened once in the process."""
    return Store(database or DEFAULT_URL)


@cache
def _snapshot_lock() -> threading.Lock:
    return threading.Lock()


def current_snapshot(database: str) -> Snapshot:
    """The claims as they are in the store now; read anew only when its version has changed."""
    version = open_store(database).version()
    with _snapshot_lock():
        return _snapshot(database, version)


@st.cache_resource(show_spinner=False, max_entries=2)
def _snapshot(database: str, version: str) -> Snapshot:
    store = open_store(database)
    names = join_sources(store.sources())
    return take_snapshot(claims_frame(store.rows(), names), names)


@st.cache_resource(show_spinner=False)
def open_extractor(settings: Settings) -> Extractor:
    """What it takes to read reports: a parser, the gazetteer, and Nominatim if switched on.

    Raises ClaimMapError, of a gazetteer that is damaged or a contact that is no e-mail address.
    """
    from claimmap.extract.parsing import load_parser
    from claimmap.geocode.gazetteer import Gazetteer
    from claimmap.geocode.nominatim import open_nominatim
    from claimmap.ingest import Extractor

    service = open_nominatim(settings.contact, open_store(settings.database))
    return Extractor(load_parser(), Gazetteer.open(), service)


@st.cache_resource(show_spinner=False, max_entries=2)
def read_choices(database: str, digest: str) -> Choices:
    """What the filter offers for the claims named by ``digest``, the most frequent first."""
    frame = current_snapshot(database).frame
    leads = frame[frame["lead"]]
    return Choices(
        sources=tuple(map(str, leads["source"].value_counts().index)),
        outlets=tuple(map(str, leads["outlet"].value_counts().index)),
        places=_place_labels(open_store(database).places()),
        extent=data_extent(frame),
    )


def _place_labels(places: Iterable[Place]) -> dict[int, str]:
    labels: dict[int, str] = {}
    told: set[str] = set()
    for place in places:
        label = ", ".join(filter(None, (place.name, place.address)))
        labels[place.id] = f"{label} ({place.id})" if label in told else label
        told.add(label)
    return labels
