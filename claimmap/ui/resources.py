"""What is opened once and shared by all sessions: the store and the claims in it.

The same openers serve the pages and the HTTP routes, so
both always see one snapshot of the claims.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.model import Filter
from claimmap.store import DEFAULT_URL, Store
from claimmap.ui.choices import Choices, make_choices
from claimmap.ui.settings import Settings
from claimmap.view.filters import Selection, apply_filter, name_filter
from claimmap.view.snapshots import Reading, Snapshot, read_snapshot

# Reading loads the English parser, which a page that only shows claims need not wait for: so
# whatever needs it is imported where it is used.
if TYPE_CHECKING:
    from claimmap.ingest import Extractor


@dataclass(slots=True)
class _Shelf:
    """A store and what was last read of it; one session reads, and the others wait for it."""

    store: Store
    reading: Reading | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


@st.cache_resource(show_spinner=False)
def _shelf(database: str) -> _Shelf:
    return _Shelf(Store(database or DEFAULT_URL))


def open_store(database: str) -> Store:
    """The store of this URL ("": the one in data/), opened once in the process."""
    return _shelf(database).store


def current_snapshot(database: str) -> Snapshot:
    """The claims as they are in the store now; only what is new in it is read."""
    shelf = _shelf(database)
    with shelf.lock:
        if shelf.reading is None or shelf.reading.version != shelf.store.version():
            shelf.reading = read_snapshot(shelf.store, shelf.reading)
        return shelf.reading.snapshot


def select_claims(database: str, snapshot: Snapshot, wanted: Filter) -> Selection:
    """What the filter leaves, worked out once for all sessions and routes that ask for the same."""
    return _selection(database, snapshot.digest, name_filter(wanted, snapshot.names), snapshot)


# A byte a claim is what one of them takes.
@st.cache_resource(show_spinner=False, max_entries=16)
def _selection(database: str, digest: str, wanted: Filter, _snapshot: Snapshot) -> Selection:
    matches = None
    if wanted.text:
        alone = Filter(text=wanted.text)
        if wanted == alone:
            matches = _snapshot.match(open_store(database).search(wanted.text))
        else:
            matches = select_claims(database, _snapshot, alone).shown
    return apply_filter(_snapshot.columns, wanted, matches)


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
def read_choices(digest: str, _snapshot: Snapshot) -> Choices:
    """What the filter offers for the claims named by ``digest``, the most frequent first."""
    return make_choices(_snapshot.columns, _snapshot.names)
