"""What is not known of a report is asked for on its own page, and never guessed."""

from __future__ import annotations

import streamlit as st

from claimmap.model import ClaimMapError, Document
from claimmap.reading import Given, amend
from claimmap.ui.resources import open_extractor
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import escape_markdown


def ask_missing(screen: Screen, document: Document) -> None:
    """A form for the outlet and the day where they are not known; what is given is kept at once."""
    missing = [name for name in ("outlet", "published") if not getattr(document, name)]
    if not missing:
        return
    words = {"outlet": "the outlet", "published": "the day"}
    named = " and ".join(words[name] for name in missing)
    with st.expander(f"Not known: {escape_markdown(named)}. Say so if you know"):
        with st.form(f"particulars {document.id}", border=False):
            given: Given = {}
            if "outlet" in missing:
                given["outlet"] = st.text_input(
                    "Outlet of this report", placeholder="Who published it"
                )
            if "published" in missing:
                given["published"] = st.date_input(
                    "Day of this report",
                    None,
                    format="YYYY-MM-DD",
                    help="“On Friday” and “last week” are counted back from this day.",
                )
            kept = st.form_submit_button("Keep")
        if kept and any(given.values()):
            _keep(screen, document, given)


def _keep(screen: Screen, document: Document, given: Given) -> None:
    """Find the report's claims anew with what was given, in place of the old ones."""
    try:
        known = amend(document, **given)
        with st.spinner("Finding its claims anew"):
            screen.store.save(open_extractor(screen.settings).extract(known))
        if known.id != document.id:
            screen.store.delete(document.id)
    except ClaimMapError as error:
        st.error(escape_markdown(str(error)))
        return
    st.query_params["document"] = known.id
    st.query_params.pop("claim", None)
    st.rerun()
