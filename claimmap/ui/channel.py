"""The wire between the timeline and the map: both are in one page, and talk without the server.

They meet on a BroadcastChannel, which every tab of one origin hears: its name is a token that no
other session has. What the reader does on the timeline has a turn, a number that counts up; a line
that Python sent at an earlier turn can then not undo what was done since.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import streamlit as st

_TOKEN = "channel_token"  # noqa: S105 - a name, not a secret
_TURN = "channel_turn"


def channel_token() -> str:
    """The session's own part of the channel's name: 32 hexadecimal digits, kept over runs."""
    token: str = st.session_state.setdefault(_TOKEN, uuid4().hex)
    return token


def last_turn() -> int:
    """The last turn of the timeline that has reached the server; 0 before any has."""
    turn: int = st.session_state.get(_TURN, 0)
    return turn


def take_turn(told: Any) -> None:
    """Keep the turn that came with a range; what is no number, or earlier, changes nothing."""
    if isinstance(told, int) and told > last_turn():
        st.session_state[_TURN] = told
