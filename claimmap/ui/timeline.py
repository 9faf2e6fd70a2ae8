"""At the foot of the map: the timeline, whose range and times are the filter's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from claimmap.model import TIME_BASES
from claimmap.ui.channel import channel_token, take_turn
from claimmap.ui.filters import set_basis, set_range
from claimmap.ui.parted import TimelineData, draw_timeline
from claimmap.ui.screen import Screen

_KEY = "time_line"


def show_timeline(screen: Screen) -> None:
    """Draw the timeline over the days of the data; the filter's range it has from the line.

    While it is moved it speaks to the map alone; its range comes here when it has come to rest.
    """
    with st.container(key="timeline", gap=None):
        draw_timeline(_KEY, _told(screen), _take)


def _told(screen: Screen) -> TimelineData:
    extent = screen.choices.extent
    return {
        "extent": (extent[0].isoformat(), extent[1].isoformat()) if extent else None,
        "token": channel_token(),
    }


def _take() -> None:
    """Write what the timeline says into the filter; what is no range changes nothing."""
    told = st.session_state[_KEY].get("range")
    if not isinstance(told, Mapping):
        return
    take_turn(told.get("turn"))
    try:
        set_range(_day(told.get("first")), _day(told.get("last")))
    except ValueError:
        return
    if told.get("basis") in TIME_BASES:
        set_basis(told["basis"])


def _day(told: Any) -> date | None:
    """A day of ISO 8601, None for none. Raises ValueError for anything else."""
    return date.fromisoformat(str(told)) if told is not None else None
