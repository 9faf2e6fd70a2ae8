"""The filter's state, and what changes it beside the reader's hand on a field.

One state: the sidebar's widgets (ui/fields.py) own it and Streamlit binds them to the link's query.
The timeline and the buttons beside the counts are other faces of it: what is done to them is
written back by a callback.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from claimmap.model import Filter, TimeBasis
from claimmap.ui.echo import set_values

_EMPTY: Mapping[str, Any] = {
    "from": None,
    "to": None,
    "source": [],
    "outlet": [],
    "places": [],
    "stance": [],
    "grades": [],
    "text": "",
}


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
        grades=tuple(sorted(state.get("grades", []))),
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


def remove_value(key: str, value: str) -> None:
    """Take a value out of the filter, both as they stand in the link; none that is not in it."""
    state_key = {"place": "places", "grade": "grades"}.get(key, key)
    held = st.session_state.get(state_key)
    if isinstance(held, list):
        set_values({state_key: [item for item in held if str(item) != value]})
    elif state_key in _EMPTY:
        set_values({state_key: _EMPTY[state_key]})
