"""The Figures page: every series of comparable figures under the filter, most contested first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
import streamlit as st

from claimmap.ui.comparing import find_all_shelves, find_shelves
from claimmap.ui.screen import Screen
from claimmap.ui.series import COLUMNS, show_series
from claimmap.ui.widgets import choose_page, plural
from claimmap.view.contested import Shelves
from claimmap.view.figures import Compared, series_on, series_row
from claimmap.view.series import Figures

PAGE = 8
_ASKED = "series"


def show_figures(screen: Screen) -> None:
    """The series of the page that the reader is on, or the one that a link asks for."""
    asked = st.query_params.get(_ASKED, "")
    if asked.isdecimal():
        _show_asked(screen, int(asked))
        return
    figures, shelves = find_shelves(screen)
    st.caption(
        "Figures that count the same thing of the same actor, as the reports give them. Which of "
        "them is right, nobody says here."
    )
    if not len(shelves):
        st.caption("None of the claims shown has a figure that could be compared.")
        return
    start = choose_page("page_of_figures", len(shelves), PAGE)
    wanted = range(start, min(start + PAGE, len(shelves)))
    found = _compare(screen, figures, shelves, wanted)
    parted = {shelf for shelf, times in Counter(one.shelf for one in found).items() if times > 1}
    alone: list[Compared] = []
    for compared in found:
        if compared.shelf in parted and len(compared.series.points) == 1:
            alone.append(compared)
            continue
        show_series(screen, figures, shelves, compared)
    _show_alone(screen, alone)


def _show_asked(screen: Screen, number: int) -> None:
    """The series of a claim: whole, so that no filter hides what contradicts it."""
    st.button("All figures", icon=":material/arrow_back:", on_click=_forget_asked)
    figures, shelves = find_all_shelves(screen)
    at = np.flatnonzero(screen.columns.number[figures.claim[shelves.figure]] == number)
    wanted = np.unique(np.searchsorted(shelves.start, at, side="right") - 1).tolist()
    found = _compare(screen, figures, shelves, wanted)
    ids = {one.claim.id for one in screen.store.claims([number]).values()}
    mine = [
        compared
        for compared in found
        if any(point.figure.claim.id in ids for point in compared.series.points)
    ]
    if not found:
        st.caption("That claim has no figure that could be compared.")
    for compared in mine or found:
        claims = np.unique(figures.claim[shelves.members(compared.shelf)])
        if left := int(np.count_nonzero(~screen.shown[claims])):
            st.caption(
                f"Here is the whole series, also what the filter hides: {plural(left, 'claim')}."
            )
        show_series(screen, figures, shelves, compared)


def _forget_asked() -> None:
    st.query_params.pop(_ASKED, None)


def _compare(
    screen: Screen, figures: Figures, shelves: Shelves, wanted: Iterable[int]
) -> list[Compared]:
    names = screen.snapshot.names
    return list(series_on(figures, shelves, wanted, screen.store.claims, names))


def _show_alone(screen: Screen, alone: Sequence[Compared]) -> None:
    """Figures of the same things that nothing ties to those above, in one table."""
    if not alone:
        return
    rows = [series_row(one, screen.filter.basis) for one in alone]
    points = [row["points"][0] for row in rows]
    with st.expander(f"{plural(len(alone), 'figure')} more that nothing ties to these"):
        table = pd.DataFrame(points)[[name for name in COLUMNS if name not in ("role", "why")]]
        table.insert(0, "counted", [row["counted"] for row in rows])
        st.dataframe(table.rename(columns={**COLUMNS, "counted": "Counted"}), hide_index=True)
