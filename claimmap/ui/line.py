"""The line: the filter and what it leaves, told to the page in one message at each change.

Counts, chips, timeline and map are drawn from it in the browser (static/line.js). So where a page
is made of nothing else, a change of the filter runs one field of it and sends one line.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from claimmap.ui.channel import last_turn
from claimmap.ui.filters import remove_value
from claimmap.ui.parted import LineData, TitledLine, draw_line, tell_line
from claimmap.ui.screen import Screen
from claimmap.view.filters import filter_query

_KEY = "line"
_TOLD_AT = "line_told_at"


def show_line(screen: Screen, title: str) -> None:
    """Draw the counts and, for each value that filters, a button which takes it out.

    title: the page's, a heading for those who hear the page.
    """
    root = f"{screen.settings.base_path}/claimmap/"
    data: TitledLine = {**_line(screen), "title": title, "root": root}
    draw_line(_KEY, data, partial(_take_out, _KEY))


def tell_field(keys: str, screen: Screen) -> None:
    """Below a field that runs alone: tell the line, and from then on hear what is taken out of it.

    keys: the field's in the link, parted by spaces.
    """
    key = f"told {keys}"
    tell_line(key, {**_line(screen), "keys": keys}, partial(_take_out, key))


def _line(screen: Screen) -> LineData:
    wanted, counts, labels = screen.filter, screen.counts, screen.choices.places
    return {
        "at": _now(),
        "query": filter_query(wanted),
        "counts": (counts.total, counts.shown, counts.unplaced, counts.undated),
        "places": {place: labels[place] for place in wanted.places if place in labels},
        "digest": screen.snapshot.digest,
        "turn": last_turn(),
    }


def _now() -> int:
    """Milliseconds; later than all that were told before, so that the page knows the latest."""
    told: int = st.session_state.get(_TOLD_AT, 0)
    now = max(time.time_ns() // 1_000_000, told + 1)
    st.session_state[_TOLD_AT] = now
    return now


def _take_out(key: str) -> None:
    """Take out what the reader pressed; what filters nothing changes nothing."""
    told: Any = st.session_state[key].get("remove")
    if isinstance(told, Mapping):
        remove_value(str(told.get("key")), str(told.get("value")))
