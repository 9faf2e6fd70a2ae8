"""Stored reports read anew: searched for claims again, as after an update; no file is needed."""

from __future__ import annotations

from time import monotonic

import streamlit as st

from claimmap.model import ClaimMapError, Document
from claimmap.ui.imports import current_import, start_search
from claimmap.ui.resources import open_extractor
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import escape_markdown, plural

_TOLD = "search_told"
_STAYS = 30.0  # seconds


def offer_search(screen: Screen, reports: int) -> None:
    """A button, behind a word on what it does, that searches all stored reports again."""
    running = current_import()
    busy = bool(running and running.thread and running.thread.is_alive())
    with st.popover("Read all anew", disabled=not reports or busy):
        st.write(
            f"Search the stored text of {plural(reports, 'report')} for claims again, as after an"
            " update of the program. What people have said of reports and sources stays. It takes"
            " about as long as reading them did, and goes on while you look at other pages."
        )
        if st.button("Read them anew"):
            start_search(screen.settings)
            st.rerun()


def search_again(screen: Screen, document: Document, claims: int) -> None:
    """A button that searches this report again. claims: how many it has now."""
    if document.whole and st.button(
        "Read anew",
        icon=":material/refresh:",
        help="Search its stored text for claims again. What people have said of it stays.",
    ):
        with st.spinner("Finding its claims anew"):
            st.session_state[_TOLD] = (document.id, monotonic(), *_search(screen, document, claims))
        st.rerun()


def tell_search(document: Document) -> None:
    """What came of the last search, for a while; of a report that cannot be searched, why.

    The page is drawn anew whenever the store has changed, and what is told outlives that.
    """
    searched, at, kind, words = st.session_state.get(_TOLD, ("", 0.0, "", ""))
    if searched == document.id and monotonic() - at < _STAYS:
        show = {"success": st.success, "info": st.info, "error": st.error}[kind]
        show(escape_markdown(words))
    if not document.whole:
        st.info(
            "Of this report only the sentences of its claims are here: they came ready made in a"
            " file. Read the report itself to have all of it."
        )


def _search(screen: Screen, document: Document, before: int) -> tuple[str, str]:
    """Search one report. Out: how to tell what came of it, and the words."""
    from claimmap.ingest import ingest, stored_items

    try:
        items = stored_items(screen.store, [document.id])
        found = list(ingest(items, open_extractor(screen.settings), screen.store, again=True))
    except ClaimMapError as error:
        return "error", str(error)
    if not found:
        return "error", "This report is not in the store any more."
    (outcome,) = found
    if outcome.status == "skipped":
        return "error", outcome.reason
    if outcome.status == "unchanged":
        return "info", f"Read anew: nothing has changed ({plural(before, 'claim')})."
    now = plural(outcome.claims, "claim")
    return "success", f"Read anew: {now} found, {before:,} before."
