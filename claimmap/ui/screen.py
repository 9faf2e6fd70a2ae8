"""What the shell hands to the page it runs: the claims, the filter, and what the filter leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from claimmap.model import Claim, Filter
from claimmap.store import Store
from claimmap.ui.choices import Choices
from claimmap.ui.comparing import compare_soon
from claimmap.ui.resources import open_store, select_claims
from claimmap.ui.settings import Settings
from claimmap.view.columns import Array, Columns, Flags
from claimmap.view.evidence import Report, claim_row
from claimmap.view.filters import Counts, Selection, filter_query
from claimmap.view.records import file_rows
from claimmap.view.rows import EvidenceRow
from claimmap.view.snapshots import Snapshot
from claimmap.view.standing import Standing, told_standing

MAP_PAGE = "../../pages/map.py"
REPORTS_PAGE = "../../pages/reports.py"
FIGURES_PAGE = "../../pages/figures.py"
SOURCES_PAGE = "../../pages/sources.py"
_KEY = "screen"


@dataclass(frozen=True, slots=True)
class Screen:
    """One run's view of the store. It copies nothing: its arrays are those of all sessions.

    selection: what the filter leaves of the snapshot. settings: what dashboard.py decided.
    """

    settings: Settings
    store: Store
    snapshot: Snapshot
    choices: Choices
    filter: Filter
    selection: Selection

    @property
    def columns(self) -> Columns:
        """All claims."""
        return self.snapshot.columns

    @property
    def shown(self) -> Flags:
        """One flag for each of them: whether it passes the filter."""
        return self.selection.shown

    @property
    def counts(self) -> Counts:
        """How many claims the filter leaves."""
        return self.selection.counts

    def evidence(self, claims: Array) -> dict[int, EvidenceRow]:
        """The claims at these positions as plain values, by position and in this order.

        Their links carry the filter along. A claim that the store has lost by now is left out.
        """
        stored = self.store.claims(self.columns.number[claims].tolist())
        at = dict(zip(self.columns.number[claims].tolist(), claims.tolist(), strict=True))
        found = [at[number] for number in stored]
        told = told_standing((self.tell(*one) for one in stored.values()), found, self.standing())
        return dict(zip(found, map(self._linked, told), strict=True))

    def standing(self) -> Standing | None:
        """How all claims stand beside each other; None where working it out still takes a while."""
        return compare_soon(self.settings.database, self.snapshot)

    def each_evidence(self) -> Iterator[EvidenceRow]:
        """All claims shown, read as they are asked for."""
        numbers = self.columns.number[self.shown]
        found = self.store.each_claim(map(int, numbers))
        rows = file_rows(found, self.snapshot.names, self.columns.grades)
        return (row | {"link": self._address(row["link"])} for row in rows)

    def tell(self, claim: Claim, report: Report, sentence: str) -> EvidenceRow:
        """A claim as plain values, its link carrying the filter along."""
        row = claim_row(claim, report, sentence, self.snapshot.names, self.columns.grades)
        row["link"] = self._address(row["link"])
        return row

    def _linked(self, row: EvidenceRow) -> EvidenceRow:
        if conflict := row.get("conflict"):
            row["conflict"] = {**conflict, "link": self._address(conflict["link"])}
        return row

    def _address(self, path: str) -> str:
        query = filter_query(self.filter)
        return f"{self.settings.base_path}/{path}" + (query and f"&{query}")


def open_screen(settings: Settings, snapshot: Snapshot, choices: Choices, wanted: Filter) -> Screen:
    """Apply the filter; the page that runs next finds the result by ``current_screen``."""
    store = open_store(settings.database)
    selection = select_claims(settings.database, snapshot, wanted)
    screen = Screen(settings, store, snapshot, choices, wanted, selection)
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


def open_linked(chosen: Mapping[str, Any]) -> None:
    """Go where a link leads: to a claim's report, to the figures in conflict with it, to a source.

    chosen: its document and claim, or a series (``ConflictRow``), or the name of a source.
    """
    if "source" in chosen:
        st.switch_page(SOURCES_PAGE, query_params={"name": str(chosen["source"])})
    if "series" in chosen:
        st.switch_page(FIGURES_PAGE, query_params={"series": str(chosen["series"])})
    open_report(chosen["document"], chosen["claim"])
