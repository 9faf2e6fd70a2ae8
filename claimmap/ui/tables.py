"""The filtered claims as a table and as files, with the same columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from claimmap.ui.components import show_claims
from claimmap.ui.lists import show_cards
from claimmap.ui.screen import Screen, open_linked
from claimmap.ui.widgets import choose_page, escape_markdown, plural
from claimmap.view.chains import show_path
from claimmap.view.exports import COLUMNS, MEDIA_TYPES, Cells, Format, export, place_rows
from claimmap.view.filters import filter_query
from claimmap.view.lists import Order, TableRows, row_keys, sorted_rows, table_rows
from claimmap.view.rows import EvidenceRow
from claimmap.view.signs import STANCE_SIGNS, UNEQUAL

PAGE = 50
_IN_MEMORY = 20_000  # claims
_HEIGHT = 560
_ROW = 35  # pixels of a row of Streamlit's table

# What the whole list can be sorted by, as the reader calls it.
_SORTS: Mapping[str, Order] = {
    "Event, first day": "event_first",
    "Statement, first day": "statement_first",
    "Published": "published",
    "Source": "source",
    "Stance": "stance",
    "Place": "place",
    "Outlet": "outlet",
}
# What a reader asks first; the other columns of the files follow.
_FIRST = ("source", "stance", "conflict", "hedges", "content", "chain", "place", "certainty")
_SHOWN = (*_FIRST, *(name for name in COLUMNS if name not in _FIRST))
_DATES = [name for name in COLUMNS if name.endswith(("_first", "_last"))] + ["published"]
_WIDTHS = {  # pixels
    "source": 190,
    "stance": 105,
    "conflict": 140,
    "hedges": 110,
    "content": 340,
    "chain": 300,
    "place": 130,
    "address": 170,
    "event_known": 260,
    "statement_known": 260,
    "sentence": 400,
}
_STANCES = ". ".join(f"{sign.shape} {name}: {sign.means}" for name, sign in STANCE_SIGNS.items())
_HELP = {
    "stance": f"How the words put the claim forward, not whether it is true. {_STANCES}.",
    "conflict": "What others give for the same; it and this figure cannot all hold.",
    "hedges": "The words that make the stance.",
    "chain": "Who told whom, from the claim’s root to the outlet read.",
    "event_known": "How the days of the event are known.",
    "statement_known": "How the days of the statement are known.",
}
_FILES: dict[Format, str] = {"csv": "Download CSV", "geojson": "Download GeoJSON"}


def show_all(screen: Screen) -> None:
    """The claims in the way the reader chooses: as a table, or each whole below the other."""
    if not screen.counts.shown:
        st.caption("No claim passes the filter.")
        return
    look = st.segmented_control(
        "Show as", ["Table", "Cards"], default="Table", required=True, key="claims_look"
    )
    if standing := screen.standing():
        claims, witnesses = screen.counts.shown, standing.witnesses(screen.shown)
        told = f"{plural(claims, 'claim')} of {plural(witnesses, 'independent source')}"
        st.caption(escape_markdown(f"{told}: claims with one root count once."))
    if look == "Cards":
        show_cards(screen)
    else:
        show_table(screen)


def show_table(screen: Screen) -> None:
    """One row a claim and place; a page at a time, sorted over all pages."""
    rows = table_rows(screen.columns, screen.shown)
    if len(rows) > PAGE:
        rows = _choose_order(screen, rows)
    start = choose_page("page_of_table", len(rows), PAGE)
    page = rows.page(start, PAGE)
    table = _table(screen, page)
    told = plural(len(rows), "row")
    where = f"rows {start + 1:,} to {start + len(page):,} of {told}" if len(rows) > PAGE else told
    st.caption(
        f"{where[0].upper()}{where[1:]}, one for each claim and place. Click a heading to sort; "
        "choose a row to see its claim whole."
    )
    chosen = st.dataframe(
        table,
        hide_index=True,
        height=min(_HEIGHT, (len(table) + 1) * _ROW + 2),
        column_config=_column_names(),
        column_order=_SHOWN,
        on_select="rerun",
        selection_mode="single-row",
        key="table",
        placeholder="",
    )
    if chosen["selection"]["rows"]:
        _show_chosen(screen, int(table.index[chosen["selection"]["rows"][0]]))


def show_downloads(screen: Screen) -> None:
    """A button for each kind of file; a file is written when it is asked for.

    A large one is a link to the route of the same name, which holds no more than a few claims of it
    at a time: a button's file would lie in memory whole.
    """
    with st.container(horizontal=True):
        for form, words in _FILES.items():
            if screen.counts.shown > _IN_MEMORY:
                path = f"claimmap/export.{form}?{filter_query(screen.filter)}"
                st.link_button(_FILES[form], f"{screen.settings.base_path}/{path}")
                continue
            st.download_button(
                words,
                data=partial(write_file, screen, form),
                file_name=f"claims-{date.today():%Y-%m-%d}.{form}",
                mime=MEDIA_TYPES[form],
                key=f"download {form}",
                on_click="ignore",
                disabled=not screen.counts.shown,
            )


def _choose_order(screen: Screen, rows: TableRows) -> TableRows:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.selectbox("Sort all rows by", list(_SORTS), key="sort_by", width=240)
        order = st.segmented_control(
            "Order", ["Descending", "Ascending"], default="Descending", required=True, key="order"
        )
    return sorted_rows(screen.columns, rows, _SORTS[words], ascending=order == "Ascending")


def _table(screen: Screen, page: TableRows) -> pd.DataFrame:
    """The page's rows with all columns of an export; its index is the claims' positions."""
    evidence = screen.evidence(np.unique(page.claim))
    told = {
        (claim, row["place_id"], row["role"]): _cells(row, found)
        for claim, found in evidence.items()
        for row in place_rows(found)
    }
    keys = [key for key in row_keys(screen.columns, page) if key in told]
    rows = [told[key] for key in keys]
    index = [claim for claim, _, _ in keys]
    table = pd.DataFrame(rows, columns=[*COLUMNS, "conflict", "hedges"], index=index)
    for name in _DATES:
        table[name] = pd.to_datetime(table[name]).astype("datetime64[s]")
    return table


def _cells(row: Cells, claim: EvidenceRow) -> Cells:
    """A file's row as a table shows it: the stance with its shape, the chain as crumbs."""
    conflict = claim.get("conflict")
    return row | {
        "stance": f"{STANCE_SIGNS[claim['stance']].shape} {claim['stance']}",
        "chain": show_path(claim["path"]),
        "conflict": f"{UNEQUAL} {conflict['words']}" if conflict else "",
        "hedges": ", ".join(claim["hedges"]),
    }


def _column_names() -> dict[str, Any]:
    names: dict[str, Any] = {name: name.replace("_", " ").capitalize() for name in _SHOWN}
    for name in _DATES:
        names[name] = st.column_config.DateColumn(str(names[name]), format="YYYY-MM-DD")
    for name, width in _WIDTHS.items():
        names[name] = st.column_config.TextColumn(
            str(names[name]), width=width, help=_HELP.get(name)
        )
    return names


def _show_chosen(screen: Screen, claim: int) -> None:
    """The claim of a row with all that a cell cannot show: marks, notes, links."""
    claims = list(screen.evidence(np.array([claim])).values())
    opened = show_claims("chosen_claim", [{"heading": "", "note": "", "claims": claims}])
    if opened:
        open_linked(opened)


def write_file(screen: Screen, form: Format) -> bytes:
    """The filtered claims as a file of that form."""
    pieces = export(form, screen.each_evidence(), screen.filter, screen.counts)
    return "".join(pieces).encode()
