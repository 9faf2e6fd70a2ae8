"""Reports into the store from the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.model import DRAWN_ROLES
from claimmap.reading import SUFFIXES, File, Given
from claimmap.store import Store
from claimmap.ui.columns import answer_columns, ask_columns, is_asking
from claimmap.ui.fetching import show_fetching
from claimmap.ui.imports import (
    Import,
    current_import,
    forget_import,
    show_import_report,
    start_import,
    wait_for_import,
)
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import escape_markdown, plural

if TYPE_CHECKING:
    from claimmap.ingest import Outcome

_HERE, _WEB = "Text or files", "From the web"
_STAYS = 30.0  # seconds
_FEW = 3  # reports, of which each is told in a sentence of its own


def show_form(screen: Screen) -> None:
    """Paste or upload reports. A skipped one leaves the form as it was filled in."""
    turn = st.session_state.setdefault("form_turn", 0)
    running = current_import()
    if running:
        wait_for_import(running)
        if running.told is None:
            _end_turn(running, turn)
        _show_outcomes(running, screen.store)
    if is_asking():
        answered = answer_columns()
        if answered:
            _start(screen, *answered)
        return
    st.header("Read a report", anchor=False)
    if screen.settings.contact:
        _say_what_is_sent()
    here, web = st.tabs([_HERE, _WEB], default=st.session_state.get("read_from"))
    with here:
        _ask_reports(screen, turn)
    with web:
        show_fetching(turn, lambda files: _start(screen, files, {}, _WEB))


def show_skipped(outcomes: Sequence[Outcome]) -> None:
    """Why reports were skipped, and what to do."""
    for outcome in outcomes:
        if outcome.status == "skipped":
            st.error(escape_markdown(f"{outcome.name}: {outcome.reason}"))


def _ask_reports(screen: Screen, turn: int) -> None:
    with st.form(f"read_{turn}"):
        files = _ask_files(turn)
        given = _ask_known(turn)
        if not st.form_submit_button("Read", type="primary"):
            return
    if ask_columns(files, given):
        st.rerun()
    _start(screen, files, given)


def _start(screen: Screen, files: Sequence[File], given: Given, tab: str = _HERE) -> None:
    st.session_state["read_from"] = tab  # which is open when the form is back
    start_import(screen.settings, files, given)
    st.rerun()


def _end_turn(running: Import, turn: int) -> None:
    """After an import: the list anew, and the form empty if nothing was skipped."""
    running.told = monotonic()
    done = all(outcome.status != "skipped" for outcome in running.outcomes)
    if done and not running.stopped.is_set() and not running.again:
        st.session_state["form_turn"] = turn + 1
    st.rerun()


def _say_what_is_sent() -> None:
    from claimmap.geocode.nominatim import ATTRIBUTION, WHAT_IS_SENT

    st.caption(f"{WHAT_IS_SENT} Places found so: {ATTRIBUTION}.")


def _show_outcomes(running: Import, store: Store) -> None:
    """What became of the reports read last: of a few for a while, of many kept as a table.

    The page is drawn anew whenever the store has changed, and what is told outlives that.
    """
    outcomes = running.outcomes
    if len(outcomes) > _FEW or running.stopped.is_set():
        show_import_report(running)
        return
    if running.told and monotonic() - running.told > _STAYS:
        forget_import()
        return
    show_skipped(outcomes)
    for outcome in outcomes:
        name = escape_markdown(outcome.name)
        if outcome.status == "unchanged":
            st.info(f"{name} was read before; nothing has changed.")
        elif outcome.status == "near-duplicate":
            st.info(
                f"{name} is read: {_describe_found(outcome, store)}."
                f" It is {escape_markdown(outcome.reason)}."
            )
        elif outcome.status in ("read", "updated"):
            st.success(
                f"{name} is {escape_markdown(outcome.status)}: {_describe_found(outcome, store)}."
            )
        if outcome.notice:
            st.warning(escape_markdown(f"{outcome.name}: {outcome.notice}"))


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


def _ask_files(turn: int) -> list[File]:
    pasted = st.text_area(
        "Text of the report", key=f"text_{turn}", height=160, placeholder="Paste it here"
    )
    uploads = st.file_uploader(
        "or files: text, web pages, PDF, Word, e-mails, tables, exported claims, or a folder packed"
        " as .zip",
        type=[suffix.removeprefix(".") for suffix in SUFFIXES],
        accept_multiple_files=True,
        key=f"files_{turn}",
    )
    files = [File(one.name, partial(_as_it_is, one.getvalue())) for one in uploads]
    if pasted.strip() or not files:
        files.insert(0, File("The text", partial(_as_it_is, pasted)))
    return files


def _ask_known(turn: int) -> Given:
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
        "author": left.text_input("Author", key=f"author_{turn}", placeholder="Who wrote it"),
    }


def _as_it_is(raw: bytes | str) -> bytes | str:
    return raw
