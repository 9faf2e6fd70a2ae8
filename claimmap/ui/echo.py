"""Values that the server sets in the browser's widgets, kept from being undone by old requests.

With each request a browser sends the value of every widget, also of one that the server has just
set and whose new value is still on its way. Streamlit takes the old value for the reader's wish.
So what is set from here has a turn, and the browser hands the latest turn that reached it back by
a field that nobody sees: in a request of an older turn, a value that was replaced since is an echo.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

import streamlit as st

_KEY = "echoes"
_FIELD = "turn"  # shell.css hides it
SOON = 0.5  # seconds: sooner no hand chooses again what it has just taken out


@dataclass(slots=True)
class _Settings:
    """What was set since the browser last said that it knows all: the values before and after.

    turn: of what was set last. known: the last one that the browser is known to have. settled: when
    that was taken for granted, in seconds of a clock that only goes forward.
    """

    turn: int = 0
    known: int = 0
    settled: float = -inf
    replaced: dict[str, list[Any]] = field(default_factory=dict)
    current: dict[str, Any] = field(default_factory=dict)


def set_values(values: Mapping[str, Any]) -> None:
    """Set widgets by their keys; for callbacks, or before the widgets are drawn."""
    settings = _settings()
    if not _is_behind():
        settings.replaced.clear()
        settings.current.clear()
    settings.turn += 1
    state = st.session_state
    for key, value in values.items():
        before = [part[key] for part in (state, settings.current) if key in part]
        settings.replaced.setdefault(key, []).extend(old for old in before if old != value)
        settings.current[key] = state[key] = value


def follow(key: str, value: object) -> None:
    """Set a widget from the state it is a face of, unless it says so already.

    Setting it again would send the value back to a browser whose hand is still on the widget.
    """
    if key not in st.session_state or st.session_state[key] != value:
        set_values({key: value})


def is_echo(key: str) -> bool:
    """Whether a widget's value is one that was replaced before the browser sent it."""
    return _is_behind() and st.session_state.get(key) in _settings().replaced.get(key, ())


def drop_echoes() -> None:
    """Put back what an old request undid; before the widgets are drawn."""
    settings = _settings()
    if not _is_behind():
        return
    for key, value in settings.current.items():
        if is_echo(key):
            st.session_state[key] = value
        elif key in st.session_state:
            settings.current[key] = st.session_state[key]


def send_turn() -> None:
    """Draw the field that tells the browser's turn: last of all, so that what was set is there."""
    turn = str(_settings().turn)
    if st.session_state.get(_FIELD) != turn:
        st.session_state[_FIELD] = turn
    st.sidebar.text_input("Turn", key=_FIELD, label_visibility="collapsed")


def settle_turn() -> None:
    """Take it for granted that the browser has what was set, where one field runs alone.

    Its answer sets that field and nothing else, and for SOON after it requests count as older.
    """
    settings = _settings()
    if settings.known < settings.turn:
        settings.known, settings.settled = settings.turn, time.monotonic()


def _settings() -> _Settings:
    settings: _Settings = st.session_state.setdefault(_KEY, _Settings())
    return settings


def _is_behind() -> bool:
    """Whether something was set that the browser did not have when it sent this request."""
    settings = _settings()
    settings.known = max(settings.known, int(st.session_state.get(_FIELD, "0")))
    return settings.known < settings.turn or time.monotonic() - settings.settled < SOON
