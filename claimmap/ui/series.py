"""One series of figures: its words, its chart, its table, its files, and the claims behind it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from claimmap.ui.components import show_claims, show_paths, show_picture_buttons
from claimmap.ui.echo import set_values
from claimmap.ui.screen import MAP_PAGE, Screen, open_linked
from claimmap.ui.widgets import escape_markdown, plural
from claimmap.view.columns import Array
from claimmap.view.contested import Shelves
from claimmap.view.exports import safe_cell
from claimmap.view.figure_charts import DARK, LIGHT, PICK, figures_chart
from claimmap.view.figure_rows import MOST_ROWS, chart_groups
from claimmap.view.figures import Compared, PointRow, SeriesRow, series_paths, series_row
from claimmap.view.lists import place_totals
from claimmap.view.series import Figures

_MOST_PLACES = 20
_MOST_OPENED = 20
_OPENED = "figure_opened"
COLUMNS: Mapping[str, str] = {
    "shown": "Figure",
    "role": "Role",
    "why": "Why",
    "who": "Who",
    "when": "When",
    "said": "Said",
    "stance": "Stance",
}
"""The columns of a series' table."""

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


def show_series(screen: Screen, figures: Figures, shelves: Shelves, compared: Compared) -> None:
    """A series in a box of its own."""
    row = series_row(compared, screen.filter.basis)
    key = f"{compared.shelf} {row['points'][0]['claim']} {row['points'][0]['shown']}"
    with st.container(border=True, key=f"series {key}"):
        st.header(escape_markdown(row["counted"]), anchor=False)
        st.markdown(escape_markdown(row["words"]))
        st.caption(escape_markdown(_describe(row)))
        _show_chart(row, key)
        _show_table(row, key)
        paths = series_paths(compared)
        with st.expander(f"Paths from root to outlet: {escape_markdown(paths['words'])}"):
            show_paths(f"paths {key}", paths)
        with st.container(horizontal=True):
            values = _map_filter(screen, figures, shelves, compared)
            if st.button("Show on map", key=f"map {key}", on_click=set_values, args=(values,)):
                # Without a query it would try to clear the filter's fields, which it may not.
                st.switch_page(MAP_PAGE, query_params={"place": list(map(str, values["places"]))})
            _show_files(row, key)
        _show_opened(screen, figures, shelves, compared, key)


def _show_chart(row: SeriesRow, key: str) -> None:
    look = DARK if st.context.theme.type == "dark" else LIGHT
    chart = f"chart {key}"
    st.vega_lite_chart(
        figures_chart(row["points"], look),
        on_select=_opener(chart, key, row["points"], _picked),
        selection_mode=[PICK],
        key=chart,
        alt=row["words"],
    )
    if len(chart_groups(row["points"])) > MOST_ROWS:
        st.caption(f"The chart holds {plural(MOST_ROWS, 'figure')}; the table has all.")


def _show_files(row: SeriesRow, key: str) -> None:
    name = re.sub(r"\W+", "-", f"figures {row['counted']}").strip("-").lower()[:60]
    st.download_button(
        "Download CSV", write_csv(row), f"{name}.csv", "text/csv", f"csv {key}", on_click="ignore"
    )
    title = row["counted"][:1].upper() + row["counted"][1:]
    show_picture_buttons(f"picture {key}", name, title, row["words"])


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
        frame = pd.DataFrame(row["points"])[list(COLUMNS)]
        st.dataframe(
            frame.rename(columns=dict(COLUMNS)),
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
        st.session_state[_OPENED] = (key, _told_alike(points, found[0])) if found else None

    return open_claim


def _told_alike(points: Sequence[PointRow], at: int) -> list[str]:
    """The claims that give one witness's figure, as a row of the chart holds them."""
    group = next(group for group in chart_groups(points).values() if at in group)
    return [points[one]["claim"] for one in group]


def _picked(selection: Any) -> list[int]:
    return [int(one["at"]) for one in selection.get(PICK, []) if "at" in one]


def _chosen(selection: Any) -> list[int]:
    return list(selection["rows"])


def _show_opened(
    screen: Screen, figures: Figures, shelves: Shelves, compared: Compared, key: str
) -> None:
    """The claims of the mark that was chosen in this series, whole."""
    opened = st.session_state.get(_OPENED)
    if not opened or opened[0] != key:
        st.caption("Choose a mark, or a row of the table, to read its sentence.")
        return
    every = opened[1]
    claims = _claims(screen, figures, shelves, compared, set(every[:_MOST_OPENED]))
    found = list(screen.evidence(claims).values())
    if len(every) > _MOST_OPENED:
        st.caption(f"{plural(_MOST_OPENED, 'claim')} of {plural(len(every), 'claim')}:")
    told = show_claims(f"opened {key}", [{"heading": "", "note": "", "claims": found}])
    if told:
        open_linked(told)


def _claims(
    screen: Screen, figures: Figures, shelves: Shelves, compared: Compared, ids: set[str]
) -> Array:
    """The positions of those of the series' claims that have one of these ids."""
    claims = np.unique(figures.claim[shelves.members(compared.shelf)])
    stored = screen.store.claims(screen.columns.number[claims].tolist())
    there = {number for number, one in stored.items() if one.claim.id in ids}
    found: Array = claims[np.isin(screen.columns.number[claims], list(there))]
    return found


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
