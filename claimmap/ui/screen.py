"""What the shell hands to the page it runs: the claims, the filter, and what the filter leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from claimmap.model import Filter
from claimmap.store import Store
from claimmap.ui.filters import Choices
from claimmap.ui.resources import current_snapshot, open_store
from claimmap.ui.settings import Settings
from claimmap.view.columns import Snapshot
from claimmap.view.evidence import claim_rows
from claimmap.view.filters import Counts, apply_filter, count_claims, filter_query
from claimmap.view.rows import EvidenceRow

REPORTS_PAGE = "../../pages/reports.py"
_KEY = "screen"


@dataclass(frozen=True, slots=True)
class Screen:
    """One run's view of the store.

    matches: the claims that hold the filter's text, None without one. shown: the frame's rows
    that pass the filter. settings: what dashboard.py decided.
    """

    settings: Settings
    store: Store
    snapshot: Snapshot
    choices: Choices
    filter: Filter
    matches: frozenset[str] | None
    shown: pd.DataFrame
    counts: Counts

    def undated(self) -> pd.DataFrame:
        """The rows that pass the filter when its range is left open."""
        opened = replace(self.filter, first=None, last=None)
        return apply_filter(self.snapshot.frame, opened, self.matches)

    def evidence(self, ids: list[str]) -> list[EvidenceRow]:
        """The claims of these ids as plain values, their links carrying the filter along."""
        return list(self.each_evidence(ids))

    def each_evidence(self, ids: Iterable[str]) -> Iterator[EvidenceRow]:
        """The same for any number of ids, read as they are asked for."""
        query = filter_query(self.filter)
        for row in claim_rows(self.store.each_claim(ids), self.snapshot.names):
            row["link"] = f"{self.settings.base_path}/{row['link']}" + (query and f"&{query}")
            yield row


def open_screen(settings: Settings, snapshot: Snapshot, choices: Choices, wanted: Filter) -> Screen:
    """Apply the filter; the page that runs next finds the result by ``current_screen``."""
    store = open_store(settings.database)
    matches = store.search(wanted.text) if wanted.text else None
    shown = apply_filter(snapshot.frame, wanted, matches)
    counts = count_claims(snapshot.frame, shown, wanted, matches)
    screen = Screen(settings, store, snapshot, choices, wanted, matches, shown, counts)
    st.session_state[_KEY] = screen
    return screen


def current_screen() -> Screen:
    """The screen of this run."""
    screen: Screen = st.session_state[_KEY]
    return screen


def open_report(document: str, claim: str = "") -> None:
    """Go to the Reports page with this report open, at this claim. The filter is kept."""
    params = {"document": document} | ({"claim": claim} if claim else {})
    st.switch_page(REPORTS_PAGE, query_params=params)


@st.fragment(run_every=3)
def watch_store(database: str, digest: str) -> None:
    """Run the page anew soon after another process has changed the store."""
    if current_snapshot(database).digest != digest:
        st.rerun()
