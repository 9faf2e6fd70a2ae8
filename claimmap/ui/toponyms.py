"""The place names of an opened report, each with all that it may mean."""

from __future__ import annotations

import streamlit as st

from claimmap.model import Extraction
from claimmap.ui.components import show_names
from claimmap.ui.widgets import choose_page
from claimmap.view.toponyms import (
    GROUPS,
    Group,
    Name,
    find_mention,
    find_names,
    name_rows,
    names_of,
)

PAGE = 25

_ASKED, _OPENED = "asked_name", "opened_name"
_GROUP, _PAGED = "group_of_names", "page_of_names "

_WORDS: dict[Group, str] = {
    "all": "All",
    "drawn": "On the map",
    "not drawn": "Not on the map",
    "doubtful": "Doubtful",
}


def ask_about(document: str, start: int) -> None:
    """Have the next run show the name that begins at ``start`` in the document."""
    st.session_state[_ASKED] = (document, start)


def is_asked(document: str) -> bool:
    """Whether a name of the document is to be shown."""
    return bool(st.session_state.get(_ASKED, ("", 0))[0] == document)


def show_toponyms(extraction: Extraction) -> None:
    """The names, a page at a time: only what is shown is sent."""
    document = extraction.document
    names = find_names(extraction)
    if not names:
        st.caption("No place name was found in this report.")
        return
    if is_asked(document.id):
        _turn_to(names, document.id)
    chosen = names_of(_choose_group(names), names)
    if not chosen:
        st.caption("No place name of this report is among these.")
        return
    start = choose_page(_PAGED + document.id, len(chosen), PAGE)
    rows = name_rows(chosen[start : start + PAGE], document.text)
    opened = st.session_state.get(_OPENED, ("", None))
    show_names("names", list(rows), opened[1] if opened[0] == document.id else None)


def _turn_to(names: list[Name], document: str) -> None:
    """Turn to the page of the name asked about, and have it open."""
    index = find_mention(names, st.session_state.pop(_ASKED)[1])
    st.session_state[_OPENED] = (document, names[index].spans[0].start)
    st.session_state[_GROUP] = "all"
    st.session_state[_PAGED + document] = index // PAGE + 1


def _choose_group(names: list[Name]) -> Group:
    counts = {group: len(names_of(group, names)) for group in GROUPS}
    group: Group = st.segmented_control(
        "Place names",
        GROUPS,
        default="all",
        required=True,
        format_func=lambda group: f"{_WORDS[group]}: {counts[group]:,}",
        key=_GROUP,
        help="Choose a name below to see what else it may mean. “Doubtful”: more likely wrong than"
        " right.",
    )
    return group
