"""Components in two parts: what draws one is sent once, its face with each change.

Streamlit sends a component's code with its data. What draws these is a component of its own, which
shows nothing and never changes, so that Streamlit sends its hash from the second time on. They
stand in the page's own tree, not behind a shadow root, so that their names are found as those of
Streamlit's widgets are. Outside text in them goes the way that components.py tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypedDict

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from claimmap.ui.components import STATIC

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_TIMELINE = (
    *("timeline_days", "timeline_axis", "timeline_bars", "timeline_channel", "timeline_playing"),
    *("timeline_thumbs", "timeline_controls", "timeline_screen", "timeline_leaving", "timeline"),
    "timeline_code",
)
"""Files of static/ in the order they build on each other."""


class LineData(TypedDict):
    """What a page follows at each change of the filter.

    at: counts up with each line. query: the filter as a link has it. counts: of claims in all,
    shown, shown without a place, hidden for want of a date (``view.filters.Counts``). places: the
    names of those in the filter, by id. digest: of the columns. turn: ui/channel.py.
    """

    at: int
    query: str
    counts: tuple[int, int, int, int]
    places: dict[int, str]
    digest: str
    turn: int


class FieldLine(LineData):
    """The line from a field that takes out its values by itself; keys: in the link, with spaces."""

    keys: str


class TitledLine(LineData):
    """The line where it stands; root: of our routes."""

    title: str
    root: str


class TimelineData(TypedDict):
    """What the timeline is told beside the line; it stays the same while the store does.

    extent: first and last day of the data in ISO 8601, None where no claim has one. token:
    ui/channel.py.
    """

    extent: tuple[str, str] | None
    token: str


def draw_timeline(key: str, data: TimelineData, on_range: Callable[[], None]) -> None:
    """The timeline; ``on_range`` is called when a range has come to rest, one that is then state.

    ``session_state[key]["range"]``: {first, last, basis, turn}, days in ISO 8601, None for an open
    end.
    """
    code, face = _parted("timeline", _TIMELINE, ("timeline", "timeline_controls"))
    code(key=f"{key}_code")
    face(key=key, data=data, on_range_change=on_range)


def draw_line(key: str, data: TitledLine, on_remove: Callable[[], None]) -> None:
    """The line of counts, with a button for each value that filters.

    ``on_remove`` is called when one is pressed; ``session_state[key]["remove"]``: {key, value}, as
    they stand in the link. The page runs anew when our routes tell another digest than the line's.
    """
    code, face = _parted("line", ("counts", "line"), ("counts",))
    code(key=f"{key}_code")
    face(key=key, data=data, on_remove_change=on_remove, on_stale_change=_run_anew)


def tell_line(key: str, data: FieldLine, on_remove: Callable[[], None]) -> None:
    """Tell the page what is shown now, from wherever this stands; it shows nothing itself.

    ``on_remove``: as of ``draw_line``, for values of the line's keys.
    """
    _teller()(key=key, data=data, on_remove_change=on_remove)


@cache
def _teller() -> ComponentRenderer:
    return st.components.v2.component("claimmap_told", js=_face("told"), isolate_styles=False)


@cache
def _parted(
    name: str, scripts: Sequence[str], styles: Sequence[str]
) -> tuple[ComponentRenderer, ComponentRenderer]:
    """What draws a component, sent once, and the few lines that are sent at each change."""
    code = st.components.v2.component(
        f"claimmap_{name}_code",
        js="".join(_read(f"{script}.js") for script in ("dom", *scripts)),
        css="".join(_read(f"{style}.css") for style in styles),
        isolate_styles=False,
    )
    few = _face(name)
    face = st.components.v2.component(f"claimmap_{name}", js=few, isolate_styles=False)
    return code, face


def _face(name: str) -> str:
    """What is sent with each change: as short as it can be."""
    return _COMMENT.sub("", _read(f"{name}_face.js"))


def _run_anew() -> None:
    """That the store has changed is said by a trigger; the run that follows reads what is new."""


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
