"""Reports into the store from the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from claimmap.model import DRAWN_ROLES, Document
from claimmap.reading import read_report, read_text
from claimmap.store import Store
from claimmap.ui.resources import open_extractor
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import escape_markdown, plural

if TYPE_CHECKING:
    from claimmap.ingest import Outcome

_FIELDS = ("outlet", "title", "url", "published")


def show_form(screen: Screen) -> None:
    """Paste or upload reports. A refused one leaves the form as it was filled in."""
    turn = st.session_state.setdefault("form_turn", 0)
    _show_outcomes(screen.store)
    st.header("Read a report", anchor=False)
    if screen.settings.contact:
        _say_what_is_sent()
    with st.form(f"read_{turn}"):
        texts = _ask_texts(turn)
        known = _ask_known(turn)
        if not st.form_submit_button("Read", type="primary"):
            return
    reports = [(name or "The text", partial(_read_one, name, text, known)) for name, text in texts]
    outcomes = _read_all(reports, screen)
    st.session_state["outcomes"] = outcomes
    if all(outcome.status != "refused" for outcome in outcomes):
        st.session_state["form_turn"] = turn + 1
    st.rerun()


def _say_what_is_sent() -> None:
    from claimmap.geocode.nominatim import ATTRIBUTION, WHAT_IS_SENT

    st.caption(f"{WHAT_IS_SENT} Places found so: {ATTRIBUTION}.")


def _show_outcomes(store: Store) -> None:
    """What became of the reports read last, said once."""
    outcomes: list[Outcome] = st.session_state.pop("outcomes", [])
    show_refused(outcomes)
    for outcome in outcomes:
        name = escape_markdown(outcome.name)
        if outcome.status == "unchanged":
            st.info(f"{name} was read before; nothing has changed.")
        elif outcome.status == "read":
            st.success(f"{name} is read: {_describe_found(outcome, store)}.")
        if outcome.notice:
            st.warning(escape_markdown(f"{outcome.name}: {outcome.notice}"))


def show_refused(outcomes: Sequence[Outcome]) -> None:
    """Why reports were refused, and what to do."""
    for outcome in outcomes:
        if outcome.status == "refused":
            st.error(escape_markdown(f"{outcome.name}: {outcome.reason}"))


def _describe_found(outcome: Outcome, store: Store) -> str:
    extraction = store.extraction(outcome.document)
    claims = extraction.claims if extraction else ()
    places = {
        found.place.id
        for claim in claims
        for found in claim.toponyms
        if found.place and found.role in DRAWN_ROLES
    }
    return f"{plural(outcome.claims, 'claim')} found, at {plural(len(places), 'place')} on the map"


def _ask_texts(turn: int) -> list[tuple[str, bytes | str]]:
    pasted = st.text_area(
        "Text of the report", key=f"text_{turn}", height=160, placeholder="Paste it here"
    )
    files = st.file_uploader(
        "or files (.txt or .md)",
        type=["txt", "md"],
        accept_multiple_files=True,
        key=f"files_{turn}",
    )
    texts: list[tuple[str, bytes | str]] = [(one.name, one.getvalue()) for one in files]
    return [("", pasted), *texts] if pasted.strip() or not texts else texts


def _ask_known(turn: int) -> dict[str, Any]:
    """What the reader knows of the report; all of it may be left empty."""
    left, right = st.columns(2)
    return {
        "outlet": left.text_input("Outlet", key=f"outlet_{turn}", placeholder="Who published it"),
        "title": right.text_input("Title", key=f"title_{turn}"),
        "url": left.text_input("Web address", key=f"url_{turn}", placeholder="https://…"),
        "published": right.date_input(
            "Published",
            None,
            key=f"published_{turn}",
            format="YYYY-MM-DD",
            help="“On Friday” and “last week” are counted back from this day.",
        ),
    }


def _read_all(
    reports: Sequence[tuple[str, Callable[[], Document]]], screen: Screen
) -> list[Outcome]:
    """Read one after the other, showing how far it is; a refused one does not stop the rest."""
    from claimmap.ingest import ingest

    total = plural(len(reports), "report")
    bar = st.progress(0.0, f"0 of {total}")
    outcomes = []
    for outcome in ingest(reports, open_extractor(screen.settings), screen.store):
        outcomes.append(outcome)
        bar.progress(len(outcomes) / len(reports), f"{len(outcomes)} of {total}")
    bar.empty()
    return outcomes


def _read_one(file: str, text: bytes | str, known: dict[str, Any]) -> Document:
    given = {name: known[name] or None for name in _FIELDS}
    if isinstance(text, str):
        return read_text(text, **given)
    return read_report(text, name=file, **given)
