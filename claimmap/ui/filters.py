"""The filter: its widgets in the sidebar, its chips, and how it is kept in the link.

One state: the sidebar's widgets own it and Streamlit binds them to the link's query. The timeline
and the switch of times below the map are other faces of it, set from it on each run; what is done
to them is written back by a callback.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from claimmap.model import STANCES, TIME_BASES, Filter, TimeBasis
from claimmap.ui.choices import OFFERED, Choices, offered_names, offered_places
from claimmap.ui.echo import drop_echoes, follow, is_echo, set_values
from claimmap.ui.widgets import escape_markdown
from claimmap.view.filters import read_filter

BASIS_WORDS: Mapping[TimeBasis, str] = {
    "event": "Event",
    "statement": "Statement",
    "published": "Publication",
}
_EMPTY: Mapping[str, Any] = {
    "from": None,
    "to": None,
    "source": [],
    "outlet": [],
    "places": [],
    "stance": [],
    "text": "",
}
_CHIPS = {
    "from": "From",
    "to": "To",
    "source": "Source",
    "outlet": "Outlet",
    "places": "Place",
    "stance": "Stance",
    "text": "Text",
}
# The calendar of Python's dates and of ISO 8601; a store may hold any of them.
_DAYS: Mapping[str, Any] = {"min_value": date.min, "max_value": date.max, "format": "YYYY-MM-DD"}
_BOUND: Mapping[str, Any] = {"bind": "query-params", "persist_state": "session"}


def choose_filter(choices: Choices) -> Filter:
    """Draw the sidebar's widgets; what they hold is the filter."""
    drop_echoes()
    with st.sidebar:
        st.text_input("Words in the sentence", key="text", type="search", **_BOUND)
        st.date_input("From", None, key="from", **_DAYS, **_BOUND)
        st.date_input("To", None, key="to", **_DAYS, **_BOUND)
        st.selectbox("Time shown", TIME_BASES, key="basis", help=_basis_help(), **_BOUND)
        _choose_names("Source", choices.sources, key="source")
        _choose_names("Outlet", choices.outlets, key="outlet")
        _choose_places(choices)
        st.multiselect("Stance", STANCES, key="stance", placeholder="All", **_BOUND)
        st.button("Clear filters", on_click=clear_filter, width="stretch", disabled=not _active())
    wanted = current_filter()
    if wanted.first and wanted.last and wanted.first > wanted.last:
        st.sidebar.warning("“From” is later than “To”. Change one of them to see claims again.")
    return wanted


def current_filter() -> Filter:
    """The filter that the widgets hold."""
    state = st.session_state
    return Filter(
        first=state.get("from"),
        last=state.get("to"),
        basis=state.get("basis") or "event",
        sources=tuple(sorted(state.get("source", []))),
        outlets=tuple(sorted(state.get("outlet", []))),
        places=tuple(sorted(state.get("places", []))),
        stances=tuple(sorted(state.get("stance", []))),
        text=(state.get("text") or "").strip(),
    )


def clear_filter() -> None:
    """Empty every field; which time the dates mean stays."""
    set_values(_EMPTY)


def set_range(first: date | None, last: date | None) -> None:
    """Write the range; for callbacks of its other faces."""
    set_values({"from": first, "to": last})


def set_basis(basis: TimeBasis) -> None:
    """Write which time the dates mean; for callbacks of its other face."""
    set_values({"basis": basis})


def show_chips(choices: Choices) -> None:
    """A button for each value that filters, which takes it out."""
    chips = [(key, value) for key in _CHIPS for value in _values(key)]
    if not chips:
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for key, value in chips:
            words = choices.places.get(value, value) if key == "places" else value
            st.button(
                f"{_CHIPS[key]}: {escape_markdown(str(words))}  ✕",
                key=f"chip {key} {value}",
                help="Remove this filter",
                on_click=_remove,
                args=(key, value),
            )


def _choose_names(label: str, names: Sequence[str], key: str) -> None:
    asked = [*st.query_params.get_all(key), *st.session_state.get(key, [])]
    st.multiselect(label, offered_names(names, asked), key=key, placeholder="All", **_BOUND)


def _choose_places(choices: Choices) -> None:
    """Places have names on the screen and ids in the link, which Streamlit's binding cannot do.

    A name that is not among those offered can be typed.
    """
    state, labels = st.session_state, choices.places
    if "places" not in state:
        asked = [("place", place) for place in st.query_params.get_all("place")]
        state["places"] = list(read_filter(asked).places)
    state["places"] = [place for place in state["places"] if place in labels]
    follow("place", state["places"])
    st.multiselect(
        "Place",
        offered_places(choices, state["places"]),
        format_func=lambda place: labels.get(place, str(place)),
        key="place",
        placeholder="All",
        accept_new_options=len(labels) > OFFERED,
        # Not "fuzzy": Enter would take a place that is listed for one that is typed.
        filter_mode="contains",
        help=_places_help(labels),
        on_change=_take_places,
        args=(choices,),
    )
    ids = [str(place) for place in state["places"]]
    if st.query_params.get_all("place") != ids:
        st.query_params["place"] = ids


def _take_places(choices: Choices) -> None:
    if is_echo("place"):
        return
    chosen: list[int] = []
    for value in st.session_state["place"]:
        found = choices.find_places(value) if isinstance(value, str) else [value]
        if not found:
            st.toast(f"No claim is drawn at a place called “{escape_markdown(value)}”.")
        chosen += found
    st.session_state["places"] = list(dict.fromkeys(chosen))


def _values(key: str) -> list[Any]:
    held = st.session_state.get(key)
    if isinstance(held, list):
        return list(held)
    return [held] if held else []


def _active() -> bool:
    return any(_values(key) for key in _EMPTY)


def _remove(key: str, value: Any) -> None:
    held = st.session_state.get(key)
    if isinstance(held, list):
        set_values({key: [item for item in held if item != value]})
    else:
        set_values({key: _EMPTY[key]})


def _places_help(labels: Mapping[int, str]) -> str | None:
    if len(labels) <= OFFERED:
        return None
    return f"The {OFFERED} places with most claims are listed. Type the name of any other."


def _basis_help() -> str:
    return (
        "A claim has three times. **event**: when it happened. **statement**: when it was said. "
        "**published**: when the report came out."
    )
