"""The first start: the samples are read into an empty store, once, beside the pages."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.model import ClaimMapError
from claimmap.ui.reading import show_skipped
from claimmap.ui.resources import open_extractor, open_store
from claimmap.ui.settings import Settings
from claimmap.ui.widgets import plural

if TYPE_CHECKING:
    from claimmap.ingest import Outcome

_LOOK = 0.1  # seconds between two looks at how far the reading is


@dataclass(slots=True)
class Samples:
    """How far the reading of the samples is; its thread writes, the pages read."""

    settings: Settings
    total: int = 0
    outcomes: list[Outcome] = field(default_factory=list)
    thread: threading.Thread | None = None

    def read(self) -> None:
        """Read every report of the folder into the store."""
        from claimmap.ingest import Outcome, ingest
        from claimmap.reading import find_files, read_files

        files = find_files([Path(self.settings.seeds)])
        self.total = len(files)
        store = open_store(self.settings.database)
        try:
            for outcome in ingest(read_files(files), open_extractor(self.settings), store):
                self.outcomes.append(outcome)
        except ClaimMapError as error:
            self.outcomes.append(Outcome("The samples", "skipped", reason=str(error)))


@st.cache_resource(show_spinner=False)
def start_samples(settings: Settings) -> Samples:
    """Begin to read the samples in a thread of their own, if the store is empty.

    Two tabs of one process get the same reading, and it goes on when a tab is closed.
    """
    samples = Samples(settings)
    if not open_store(settings.database).documents():
        samples.thread = threading.Thread(target=samples.read, name="samples", daemon=True)
        samples.thread.start()
    return samples


def wait_for_samples(settings: Settings) -> None:
    """Show how far the reading of the samples is, until it is done."""
    samples = start_samples(settings)
    if samples.thread and samples.thread.is_alive():
        place = st.empty()
        told = "Reading the sample reports: who claims what, where and when"
        with place.container(), st.status(told, expanded=True):
            bar = st.progress(0.0, "Opening the parser and the gazetteer")
            while samples.thread.is_alive():
                done = len(samples.outcomes)
                if samples.total:
                    words = f"{done} of {plural(samples.total, 'report')}"
                    bar.progress(done / samples.total, words)
                samples.thread.join(_LOOK)
        place.empty()
    show_skipped([one for one in samples.outcomes if one.status == "skipped"])
