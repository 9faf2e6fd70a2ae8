"""The Figures page: every series of comparable figures under the filter, most contested first."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from claimmap.ui.comparing import find_shelves
from claimmap.ui.components import show_claims
from claimmap.ui.echo import set_values
from claimmap.ui.screen import MAP_PAGE, Screen, open_report
from claimmap.ui.widgets import choose_page, escape_markdown, plural
from claimmap.view.contested import Shelves
from claimmap.view.exports import safe_cell
from claimmap.view.figure_charts import DARK, LIGHT, PICK, figures_chart
from claimmap.view.figure_rows import MOST_ROWS
from claimmap.view.figures import Compared, PointRow, SeriesRow, series_on, series_row
from claimmap.view.lists import place_totals
from claimmap.view.series import Figures

PAGE = 8
_MOST_PLACES = 20
_OPENED = "figure_opened"
_COLUMNS: Mapping[str, str] = {
    "shown": "Figure",
    "role": "Role",
    "why": "Why",
    "who": "Who",
    "when": "When",
    "said": "Said",
    "stance": "Stance",
}
_FILE = (
    "counted",
    "actor",
    "role",
    "why",
    "value",
    "lower",
    "upper",
    "approximate",
    "bound",
    "source",
    "chain",
    "stance",
    "first",
    "last",
    "said",
    "claim",
)


def show_figures(screen: Screen) -> None:
    """The series of the page that the reader is on, or the one that a link asks for."""
    figures, shelves = find_shelves(screen)
    wanted = _asked(screen, figures, shelves)
    st.caption(
        "Figures that count the same thing of the same actor, as the reports give them. Which of "
        "them is right, nobody says here."
    )
    if wanted is None:
        if not len(shelves):
            st.caption("None of the claims shown has a figure that could be compared.")
            return
        start = choose_page("page_of_figures", len(shelves), PAGE)
        wanted = range(start, min(start + PAGE, len(shelves)))
    claims_of, names = screen.store.claims, screen.snapshot.names
    found = list(series_on(figures, shelves, wanted, claims_of, names))
    parted = {shelf for shelf, times in Counter(one.shelf for one in found).items() if times > 1}
    alone: list[Compared] = []
    for compared in found:
        if compared.shelf in parted and len(compared.series.points) == 1:
            alone.append(compared)
            continue
        with st.container(border=True):
            _show_series(screen, figures, shelves, compared)
    _show_alone(screen, alone)


def _asked(screen: Screen, figures: Figures, shelves: Shelves) -> Sequence[int] | None:
    """The shelves of the claim whose number stands in the link; None where none is asked for."""
    number = st.query_params.get("series", "")
    if not number.isdecimal():
        return None
    st.button("All figures", icon=":material/arrow_back:", on_click=_forget_asked)
    at = np.flatnonzero(screen.columns.number[figures.claim[shelves.figure]] == int(number))
    found = np.unique(np.searchsorted(shelves.start, at, side="right") - 1).tolist()
    if not found:
        st.caption("No figure of that claim passes the filter.")
    return [int(shelf) for shelf in found]


def _forget_asked() -> None:
    st.query_params.pop("series", None)


def _show_series(screen: Screen, figures: Figures, shelves: Shelves, compared: Compared) -> None:
    row = series_row(compared, screen.filter.basis)
    key = f"{compared.shelf} {row['points'][0]['claim']} {row['points'][0]['shown']}"
    st.header(escape_markdown(row["counted"]), anchor=False)
    st.markdown(escape_markdown(row["words"]))
    st.caption(escape_markdown(_describe(row)))
    look = DARK if st.context.theme.type == "dark" else LIGHT
    chart = f"chart {key}"
    st.vega_lite_chart(
        figures_chart(row["points"], look),
        on_select=_opener(chart, key, row["points"], _picked),
        selection_mode=[PICK],
        key=chart,
        alt=row["words"],
    )
    if len(row["points"]) > MOST_ROWS:
        st.caption(f"The chart holds {plural(MOST_ROWS, 'figure')}; the table has all.")
    _show_table(row, key)
    with st.container(horizontal=True):
        st.download_button(
            "Download CSV",
            write_csv(row),
            "figures.csv",
            "text/csv",
            f"csv {key}",
            on_click="ignore",
        )
        values = _map_filter(screen, figures, shelves, compared)
        if st.button("Show on map", key=f"map {key}", on_click=set_values, args=(values,)):
            # Without a query it would try to clear the fields of the filter, which it may not.
            st.switch_page(MAP_PAGE, query_params={"place": list(map(str, values["places"]))})
    _show_opened(screen, figures, shelves, compared, key)


def _show_alone(screen: Screen, alone: Sequence[Compared]) -> None:
    """Figures of the same things that nothing ties to those above, in one table."""
    if not alone:
        return
    rows = [series_row(one, screen.filter.basis) for one in alone]
    points = [row["points"][0] for row in rows]
    with st.expander(f"{plural(len(alone), 'figure')} more that nothing ties to these"):
        table = pd.DataFrame(points)[[name for name in _COLUMNS if name not in ("role", "why")]]
        table.insert(0, "counted", [row["counted"] for row in rows])
        st.dataframe(table.rename(columns={**_COLUMNS, "counted": "Counted"}), hide_index=True)


def _describe(row: SeriesRow) -> str:
    """How much is in conflict, and how many stand behind it."""
    claims = len({point["claim"] for point in row["points"]})
    parts = [
        f"{row['conflict']} figures that cannot all hold"
        if row["conflict"] > 1
        else "No figures in conflict",
        plural(claims, "claim"),
        plural(row["witnesses"], "independent source"),
    ]
    if row["left_out"]:
        parts.append(f"{row['left_out']:,} earlier figures not compared")
    return " · ".join(parts)


def _show_table(row: SeriesRow, key: str) -> None:
    """The chart's twin."""
    with st.expander("As a table"):
        table = f"table {key}"
        frame = pd.DataFrame(row["points"])[list(_COLUMNS)]
        st.dataframe(
            frame.rename(columns=dict(_COLUMNS)),
            hide_index=True,
            on_select=_opener(table, key, row["points"], _chosen),
            selection_mode="single-row",
            key=table,
        )


def _opener(
    widget: str, key: str, points: Sequence[PointRow], chosen: Callable[[Any], list[int]]
) -> Callable[[], None]:
    """A callback that opens the claim of the mark or row chosen just now."""

    def open_claim() -> None:
        state = st.session_state.get(widget)
        found = [at for at in chosen(state["selection"]) if 0 <= at < len(points)] if state else []
        st.session_state[_OPENED] = (key, points[found[0]]["claim"]) if found else None

    return open_claim


def _picked(selection: Any) -> list[int]:
    return [int(one["at"]) for one in selection.get(PICK, []) if "at" in one]


def _chosen(selection: Any) -> list[int]:
    return list(selection["rows"])


def _show_opened(
    screen: Screen, figures: Figures, shelves: Shelves, compared: Compared, key: str
) -> None:
    """The claim of the mark that was chosen in this series, whole."""
    opened = st.session_state.get(_OPENED)
    if not opened or opened[0] != key:
        st.caption("Choose a mark, or a row of the table, to read its sentence.")
        return
    claims = _claims(screen, figures, shelves, compared)
    found = [row for row in screen.evidence(claims).values() if row["id"] == opened[1]]
    told = show_claims(f"opened {key}", [{"heading": "", "note": "", "claims": found}])
    if told:
        open_report(told["document"], told["claim"])


def _claims(screen: Screen, figures: Figures, shelves: Shelves, compared: Compared) -> Any:
    """The positions of the series' claims."""
    ids = {point.figure.claim.id for point in compared.series.points}
    claims = np.unique(figures.claim[shelves.members(compared.shelf)])
    stored = screen.store.claims(screen.columns.number[claims].tolist())
    there = {number for number, one in stored.items() if one.claim.id in ids}
    return claims[np.isin(screen.columns.number[claims], list(there))]


def _map_filter(
    screen: Screen, figures: Figures, shelves: Shelves, compared: Compared
) -> dict[str, Any]:
    """The filter's fields that lead to the series' claims on the map: the places they have."""
    flags = np.zeros(len(screen.columns), dtype=bool)
    flags[figures.claim[shelves.members(compared.shelf)]] = True
    totals = place_totals(screen.columns, flags)
    codes = np.argsort(-totals, kind="stable")[: min(_MOST_PLACES, int((totals > 0).sum()))]
    places = [screen.columns.places[code].id for code in codes.tolist()]
    kept = [place for place in places if place in screen.filter.places]
    return {"places": sorted(kept or places)}


def write_csv(row: SeriesRow) -> str:
    """The series as CSV (RFC 4180), a row a figure."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_FILE)
    for point in row["points"]:
        values: dict[str, Any] = {**row, **point, "chain": " > ".join(point["chain"])}
        writer.writerow([safe_cell(values[name]) for name in _FILE])
    return buffer.getvalue()
