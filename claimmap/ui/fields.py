"""The filter's widgets in the sidebar. They hold it; Streamlit binds them to the link's query."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import count
from typing import Any

import streamlit as st

from claimmap.model import GRADES, STANCES, TIME_BASES, Filter
from claimmap.ui.choices import OFFERED, Choices, offered_names, offered_places
from claimmap.ui.echo import drop_echoes, follow, is_echo, set_values, settle_turn
from claimmap.ui.filters import clear_filter, current_filter
from claimmap.ui.widgets import escape_markdown
from claimmap.view.filters import read_filter
from claimmap.view.signs import grade_words

# The calendar of Python's dates and of ISO 8601; a store may hold any of them.
_DAYS: Mapping[str, Any] = {"min_value": date.min, "max_value": date.max, "format": "YYYY-MM-DD"}
_BOUND: Mapping[str, Any] = {"bind": "query-params", "persist_state": "session"}


def choose_filter(choices: Choices, tell: Callable[[str], None] | None = None) -> Filter:
    """Draw the sidebar's widgets; what they hold is the filter.

    tell: then a change of a field runs that field and nothing else of the page. It is called below
    it then, with the field's keys in the link, parted by spaces.
    """
    drop_echoes()
    with st.sidebar:
        for keys, draw in _FIELDS.items():
            if tell:
                _draw_alone(keys, partial(draw, choices), tell)
            else:
                draw(choices)
        st.button("Clear filters", on_click=clear_filter, width="stretch")
    return current_filter()


def _draw_alone(keys: str, draw: Callable[[], None], tell: Callable[[str], None]) -> None:
    """Draw a field as a part of the page that is run alone when the reader changes it."""
    runs = count()

    @st.fragment
    def field() -> None:
        alone = next(runs) > 0
        if alone:
            drop_echoes()
        draw()
        if alone:
            tell(keys)
            settle_turn()

    field()


def _choose_words(_: Choices) -> None:
    st.text_input("Words in the sentence", key="text", type="search", **_BOUND)


def _choose_days(_: Choices) -> None:
    first = st.date_input("From", None, key="from", **_DAYS, **_BOUND)
    last = st.date_input("To", None, key="to", **_DAYS, **_BOUND)
    if first and last and first > last:
        st.warning("“From” is later than “To”. Change one of them to see claims again.")


def _choose_basis(_: Choices) -> None:
    st.selectbox("Time shown", TIME_BASES, key="basis", help=_basis_help(), **_BOUND)


def _choose_source(choices: Choices) -> None:
    _follow_names(choices.names)
    _choose_names("Source", choices.sources, key="source")


def _choose_outlet(choices: Choices) -> None:
    _choose_names("Outlet", choices.outlets, key="outlet")


def _choose_stance(_: Choices) -> None:
    st.multiselect("Stance", STANCES, key="stance", placeholder="All", **_BOUND)


def _follow_names(names: Mapping[str, str]) -> None:
    """A source that goes by another name since it was chosen, or since its link was made."""
    held = st.session_state.get("source", st.query_params.get_all("source"))
    called = list(dict.fromkeys(names.get(name, name) for name in held))
    if called != list(held):
        set_values({"source": called})


def _choose_grades(_: Choices) -> None:
    """Grades have words on the screen and letters in the link, as places have names and ids."""
    state = st.session_state
    if "grades" not in state:
        asked = [("grade", grade) for grade in st.query_params.get_all("grade")]
        state["grades"] = list(read_filter(asked).grades)
    follow("grade", state["grades"])
    st.multiselect(
        "Reliability",
        GRADES,
        format_func=grade_words,
        key="grade",
        placeholder="All",
        help="Of the source, as people grade it on the Sources page. The program grades nobody.",
        on_change=_take_grades,
    )
    if st.query_params.get_all("grade") != state["grades"]:
        st.query_params["grade"] = state["grades"]


def _take_grades() -> None:
    if not is_echo("grade"):
        st.session_state["grades"] = sorted(st.session_state["grade"])


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


def _places_help(labels: Mapping[int, str]) -> str | None:
    if len(labels) <= OFFERED:
        return None
    return f"The {OFFERED} places with most claims are listed. Type the name of any other."


def _basis_help() -> str:
    return (
        "A claim has three times. **event**: when it happened. **statement**: when it was said. "
        "**published**: when the report came out."
    )


_FIELDS: Mapping[str, Callable[[Choices], None]] = {
    "text": _choose_words,
    "from to": _choose_days,
    "basis": _choose_basis,
    "source": _choose_source,
    "outlet": _choose_outlet,
    "place": _choose_places,
    "stance": _choose_stance,
    "grade": _choose_grades,
}
"""The fields in the sidebar's order, by their keys in the link."""
