"""The Sources page: who is quoted under the filter, and one source with all that is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from claimmap.ui.accords import accord_of
from claimmap.ui.comparing import find_all_shelves
from claimmap.ui.components import show_claims, show_picture_buttons, show_sources
from claimmap.ui.echo import set_values
from claimmap.ui.screen import MAP_PAGE, Screen, open_linked
from claimmap.ui.source_editing import show_editing
from claimmap.ui.source_words import accord_words, count_words, head_words, list_words
from claimmap.ui.widgets import choose_page, plural
from claimmap.view.columns import Array
from claimmap.view.figure_charts import DARK, LIGHT
from claimmap.view.places import newest_first
from claimmap.view.series import Figures, told_days
from claimmap.view.source_files import write_csv
from claimmap.view.source_time import periods, periods_chart, tell_periods
from claimmap.view.sources import (
    SourceOrder,
    code_of,
    list_sources,
    outlets_of,
    places_of,
    source_rows,
)

PAGE = 20
CLAIMS = 5
_MOST = 8  # outlets and places
_ROLES = 3
_ASKED_FOR_ROLES = 100  # claims, the latest
_ORDERS: Mapping[str, SourceOrder] = {
    "Most claims": "claims",
    "Latest heard": "latest",
    "Name": "name",
}


def show_list(screen: Screen) -> None:
    """The sources of the claims shown, a page of them at a time."""
    st.caption(
        "Everyone the reports quote, under one name over all reports. Open one to see what it "
        "says, who carries it, and whom it contradicts."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        asked = st.text_input("Find a source", key="find_source", type="search", width=320)
        order = st.selectbox("Order", list(_ORDERS), key="order_of_sources", width=180)
        figures, _ = find_all_shelves(screen)
        directory = screen.snapshot.directory
        found = list_sources(screen.columns, directory, screen.shown, asked, _ORDERS[order])
        st.download_button(
            "Download CSV",
            data=partial(_file, screen, figures, found),
            file_name=f"sources-{date.today():%Y-%m-%d}.csv",
            mime="text/csv",
            on_click="ignore",
            disabled=not len(found),
        )
    if not len(found):
        st.caption(_nothing(screen, asked))
        return
    st.caption(plural(len(found), "source"))
    start = choose_page("page_of_sources", len(found), PAGE)
    codes = found[start : start + PAGE].tolist()
    rows = source_rows(figures, directory, screen.shown, codes)
    _go(show_sources("sources", list_words(screen, rows)))


def show_opened(screen: Screen, asked: str) -> None:
    """One source. asked: any of its names."""
    st.button("All sources", icon=":material/arrow_back:", on_click=_close)
    name = screen.snapshot.names.get(asked, asked)
    code = code_of(screen.columns, name)
    if code is None:
        st.warning("No claim in the store is by a source of that name. Choose one from the list.")
        return
    if name != asked:
        st.query_params["name"] = name
    figures, _ = find_all_shelves(screen)
    directory, columns = screen.snapshot.directory, screen.columns
    every = np.flatnonzero(columns.source == code)
    claims = newest_first(columns, every[screen.shown[every]], "statement")
    (row,) = source_rows(figures, directory, screen.shown, [code])
    roles = screen.store.roles(columns.number[every[-_ASKED_FOR_ROLES:]].tolist())
    _go(show_sources("source_head", head_words(row, list(roles)[:_ROLES], len(every))))
    _show_ways(name)
    told, said = st.columns([3, 2], gap="large")
    with told:
        if found := accord_of(screen, code):
            _go(show_sources("source_accord", accord_words(screen, found, directory.grades)))
        _show_time(name, told_days(columns)[claims])
        outlets, places = outlets_of(columns, claims, _MOST), places_of(columns, claims, _MOST)
        show_sources("source_counts", count_words(row, outlets, places))
    with said:
        show_editing(screen, name)
    _show_claims(screen, claims)


def _go(chosen: Mapping[str, Any] | None) -> None:
    """Open what the reader chose; another source on this very page."""
    if chosen and "source" in chosen:
        st.query_params["name"] = str(chosen["source"])
        st.rerun()
    if chosen:
        open_linked(chosen)


def _close() -> None:
    st.query_params.pop("name", None)


def _show_ways(name: str) -> None:
    """From the source to its claims elsewhere: the filter is set to it."""
    if st.button(
        "Show on map", key="source_on_map", on_click=set_values, args=({"source": [name]},)
    ):
        # Without a query it would try to clear the fields of the filter, which it may not.
        st.switch_page(MAP_PAGE, query_params={"source": [name]})


def _show_time(source: str, days: Array) -> None:
    rows = periods(days)
    if not rows:
        return
    st.subheader("When it was heard", anchor=False)
    if len(rows) == 1:
        st.caption(f"All on {rows[0]['when']}.")
        return
    look = DARK if st.context.theme.type == "dark" else LIGHT
    words = tell_periods(rows)
    table = pd.DataFrame(rows)[["when", "claims"]].set_axis(["When", "Claims"], axis="columns")
    name = re.sub(r"\W+", "-", f"heard {source}").strip("-").lower()[:60]
    with st.container(key="series_of_source"):
        st.vega_lite_chart(periods_chart(rows, look), key="source_time", alt=words)
        with st.container(horizontal=True):
            st.download_button(
                "Download CSV",
                table.to_csv(index=False),
                f"{name}.csv",
                "text/csv",
                key="csv_source_time",
                on_click="ignore",
            )
            show_picture_buttons("picture_source_time", name, f"{source}: when it was heard", words)
    with st.expander("As a table"):
        st.dataframe(table, hide_index=True)


def _show_claims(screen: Screen, claims: Array) -> None:
    st.header("What it says", anchor=False)
    if not len(claims):
        st.caption("None of its claims passes the filter.")
        return
    start = choose_page("page_of_source_claims", len(claims), CLAIMS)
    found = list(screen.evidence(claims[start : start + CLAIMS]).values())
    _go(show_claims("source_claims", [{"heading": "", "note": "", "claims": found}]))


def _file(screen: Screen, figures: Figures, found: Array) -> bytes:
    directory = screen.snapshot.directory
    return write_csv(source_rows(figures, directory, screen.shown, found.tolist())).encode()


def _nothing(screen: Screen, asked: str) -> str:
    if not len(screen.columns):
        return (
            "No report has been read yet. Read one on the Reports page, and its sources are here."
        )
    return "No source of that name." if asked.strip() else "No claim passes the filter."
