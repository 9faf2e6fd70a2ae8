"""The filtered claims as a table and as files, with the same columns."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from claimmap.ui.screen import Screen, open_report
from claimmap.ui.widgets import choose_page, plural
from claimmap.view.exports import COLUMNS, MEDIA_TYPES, Format, export, place_rows
from claimmap.view.lists import sorted_rows

PAGE = 500
_HEIGHT = 560
_ROW = 35  # pixels of a row of Streamlit's table

# Columns of the frame that the whole list can be sorted by, as the reader calls them.
_SORTS = {
    "Event, first day": "event_first",
    "Statement, first day": "statement_first",
    "Published": "published",
    "Source": "source",
    "Stance": "stance",
    "Place": "place_name",
    "Outlet": "outlet",
}
_DATES = [name for name in COLUMNS if name.endswith(("_first", "_last"))] + ["published"]
_WIDTHS = {"content": 400, "sentence": 400, "source": 190, "place": 130, "address": 170}  # pixels
_FILES: dict[Format, str] = {"csv": "Download CSV", "geojson": "Download GeoJSON"}


def show_table(screen: Screen) -> None:
    """One row a claim and place; a page at a time, sorted over all pages."""
    rows = screen.shown
    if rows.empty:
        st.caption("No claim passes the filter.")
        return
    if len(rows) > PAGE:
        rows = _choose_order(rows)
    start = choose_page("page_of_table", len(rows), PAGE)
    page = rows.iloc[start : start + PAGE]
    table = _table(screen, page)
    told = plural(len(rows), "row")
    where = f"rows {start + 1:,} to {start + len(page):,} of {told}" if len(rows) > PAGE else told
    st.caption(
        f"{where[0].upper()}{where[1:]}, one for each claim and place. Click a heading to sort; "
        "choose a row to open its report."
    )
    chosen = st.dataframe(
        table,
        hide_index=True,
        height=min(_HEIGHT, (len(table) + 1) * _ROW + 2),
        column_config=_column_names(),
        on_select="rerun",
        selection_mode="single-row",
        key="table",
        placeholder="",
    )
    _offer_report(table, chosen["selection"]["rows"])


def show_downloads(screen: Screen) -> None:
    """A button for each kind of file; a file is written when it is asked for."""
    with st.container(horizontal=True):
        for form, words in _FILES.items():
            st.download_button(
                words,
                data=partial(write_file, screen, form),
                file_name=f"claims-{date.today():%Y-%m-%d}.{form}",
                mime=MEDIA_TYPES[form],
                key=f"download {form}",
                on_click="ignore",
                disabled=screen.shown.empty,
            )


def _choose_order(rows: pd.DataFrame) -> pd.DataFrame:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.selectbox("Sort all rows by", list(_SORTS), key="sort_by", width=240)
        order = st.segmented_control(
            "Order", ["Descending", "Ascending"], default="Descending", required=True, key="order"
        )
    return sorted_rows(rows, _SORTS[words], ascending=order == "Ascending")


def _table(screen: Screen, page: pd.DataFrame) -> pd.DataFrame:
    """The page's rows of the frame with all columns of an export."""
    evidence = {row["id"]: row for row in screen.evidence(list(dict.fromkeys(page["claim"])))}
    told = {
        (row["claim"], row["place_id"], row["role"]): row
        for claim in evidence.values()
        for row in place_rows(claim)
    }
    keys = zip(page["claim"], page["place"], page["role"], strict=True)
    rows = [told.get(_key(*key)) for key in keys]
    table = pd.DataFrame([row for row in rows if row], columns=list(COLUMNS))
    for name in _DATES:
        table[name] = pd.to_datetime(table[name]).astype("datetime64[s]")
    return table


def _key(claim: str, place: Any, role: Any) -> tuple[str, Any, Any]:
    return (claim, None, None) if pd.isna(place) else (claim, place, role)


def _column_names() -> dict[str, Any]:
    names: dict[str, Any] = {name: name.replace("_", " ").capitalize() for name in COLUMNS}
    for name in _DATES:
        names[name] = st.column_config.DateColumn(str(names[name]), format="YYYY-MM-DD")
    for name, width in _WIDTHS.items():
        names[name] = st.column_config.TextColumn(str(names[name]), width=width)
    return names


def _offer_report(table: pd.DataFrame, chosen: list[int]) -> None:
    if chosen and st.button("Open the chosen claim in its report", type="primary"):
        row = table.iloc[chosen[0]]
        open_report(str(row["document"]), str(row["claim"]))


def write_file(screen: Screen, form: Format) -> bytes:
    """The filtered claims as a file of that form."""
    rows = screen.each_evidence(screen.shown.loc[screen.shown["lead"], "claim"])
    return "".join(export(form, rows, screen.filter, screen.counts)).encode()
