"""Below the map: claims over time, the range slider, and which of a claim's times they mean."""

from __future__ import annotations

from datetime import date

import streamlit as st

from claimmap.model import TIME_BASES, Filter
from claimmap.ui.echo import follow, is_echo
from claimmap.ui.filters import BASIS_WORDS, set_basis, set_range
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import show_style
from claimmap.view.charts import timeline_chart
from claimmap.view.dates import show_days
from claimmap.view.days import bin_days, histogram_counts

# Half the width of Streamlit's slider thumb: at its end the thumb's middle stands this far inside.
_THUMB = 6

Days = tuple[date, date]


def show_timeline(screen: Screen) -> None:
    """The histogram, and right below it the slider over the same days; then the switch of times."""
    extent = screen.choices.extent
    if extent is None:
        st.caption("No claim has a date yet.")
        return
    extent = _widen(extent, screen.filter)
    chosen = _chosen(extent, screen.filter)
    counts = histogram_counts(screen.undated(), screen.filter.basis, extent, chosen)
    _, words = bin_days(*extent)
    with st.container(key="timeline", gap=None):
        st.vega_lite_chart(
            timeline_chart(counts, words),
            width="stretch",
            alt=f"Claims a {words}, from {extent[0]} to {extent[1]}",
        )
        _show_range(extent, chosen)
    _show_basis(screen.filter)


def _show_range(extent: Days, chosen: Days) -> None:
    if extent[0] == extent[1]:
        st.text(f"All dates are {show_days(*extent)}.")
        return
    days = (extent[1] - extent[0]).days + 1
    show_style(f".st-key-range {{ padding: 0 max(0px, calc({50 / days:.4f}% - {_THUMB}px)) }}")
    follow("range", chosen)
    with st.container(key="range_frame"):
        st.slider(
            "Range of days",
            *extent,
            key="range",
            format="D MMM YYYY",
            label_visibility="collapsed",
            on_change=_take_range,
            args=(extent,),
        )


def _show_basis(wanted: Filter) -> None:
    """Draw the switch of times; the sidebar's field of the same name is its other face."""
    follow("basis_below", wanted.basis)
    st.segmented_control(
        "Time shown",
        TIME_BASES,
        key="basis_below",
        format_func=BASIS_WORDS.__getitem__,
        required=True,
        on_change=_take_basis,
    )


def _take_range(extent: Days) -> None:
    """Write what the slider says; an end that stands at the extent's edge leaves that end open."""
    if is_echo("range"):
        return
    first, last = st.session_state["range"]
    set_range(first if first > extent[0] else None, last if last < extent[1] else None)


def _take_basis() -> None:
    if not is_echo("basis_below"):
        set_basis(st.session_state["basis_below"])


def _widen(extent: Days, wanted: Filter) -> Days:
    """The extent with the filter's own days in it, so that the slider can always show them."""
    days = [*extent, *(day for day in (wanted.first, wanted.last) if day)]
    return min(days), max(days)


def _chosen(extent: Days, wanted: Filter) -> Days:
    first, last = wanted.first or extent[0], wanted.last or extent[1]
    return min(first, last), max(first, last)
