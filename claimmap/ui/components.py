"""Our own components: lists of claims and reports, and a report's marked-up text.

They are the door through which outside text enters a page as more than a cell or an option: it
goes as JSON data, and static/dom.js and view/static/evidence.js, which the map's popups share, put
it on the screen as textContent, never as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from claimmap.view.maps import STATIC as VIEW
from claimmap.view.rows import EvidenceRow
from claimmap.view.signs import signs_script
from claimmap.view.toponyms import NameRow

STATIC = Path(__file__).parent / "static"
_TIMELINE = (
    *("_days", "_axis", "_bars", "_channel", "_playing", "_thumbs", "_controls"),
    *("_screen", "_leaving", ""),
    "_code",
)
"""static/timeline*.js in the order they build on each other."""


class ClaimGroup(TypedDict):
    """Claims under a heading; heading and note "" for none."""

    heading: str
    note: str
    claims: list[EvidenceRow]


class ReportLink(TypedDict):
    """A report in the list."""

    id: str
    title: str
    note: str
    link: str


class ReportHead(TypedDict):
    """What is known of a report; facts: label, words, how known, link of each."""

    id: str
    title: str
    facts: list[list[str]]


class OpenReport(TypedDict):
    """A report's marked text: ``runs_data``, its claims by id, and the chosen one's id or ""."""

    report: ReportHead
    runs: list[list[object]]
    claims: dict[str, EvidenceRow]
    chosen: str


class TimelineData(TypedDict):
    """What the timeline is told; days as ISO 8601, None for an open end.

    extent: first and last day of the data, None where no claim has one. token, turn: ui/channel.py.
    """

    extent: tuple[str, str] | None
    first: str | None
    last: str | None
    basis: str
    shown: int
    total: int
    token: str
    turn: int


def show_claims(key: str, groups: Sequence[ClaimGroup]) -> Mapping[str, str] | None:
    """Claims under headings; gives the claim that was opened in its report just now, or None."""
    (opened,) = _mount("claims", key, {"groups": list(groups)}, "open")
    return cast(Mapping[str, str] | None, opened)


def show_reports(key: str, reports: Sequence[ReportLink]) -> Mapping[str, str] | None:
    """Reports as links; gives the one that was opened just now."""
    (opened,) = _mount("reports", key, {"reports": list(reports)}, "open")
    return cast(Mapping[str, str] | None, opened)


def show_report(key: str, data: OpenReport) -> tuple[str | None, int | None]:
    """A report's marked text; gives what was chosen in it just now.

    Out: a claim's id, and where in the text the place name begins that is asked about.
    """
    chosen, name = _mount("report", key, data, "chosen", "name")
    return chosen, name


def show_names(key: str, names: Sequence[NameRow], opened: int | None) -> None:
    """Place names, each of which opens on what it may mean. opened: the start of one, or None."""
    _mount("names", key, {"names": list(names), "opened": opened})


def draw_timeline(key: str, data: TimelineData, on_range: Callable[[], None]) -> None:
    """The timeline; ``on_range`` is called when a range has come to rest, one that is then state.

    ``session_state[key]["range"]``: {first, last, basis, turn}, as in ``data``. In the page's own
    tree, not behind a shadow root, so that its names are found as those of Streamlit's widgets are.
    """
    code, face = _timeline()
    code(key=f"{key}_code")
    face(key=key, data=data, on_range_change=on_range)


@cache
def _timeline() -> tuple[ComponentRenderer, ComponentRenderer]:
    """What draws the timeline, sent once, and the few lines that are sent at each change."""
    parts = "".join(_read(STATIC / f"timeline{name}.js") for name in _TIMELINE)
    code = st.components.v2.component(
        "claimmap_timeline_code",
        js=_read(STATIC / "dom.js") + parts,
        css=_read(STATIC / "timeline.css") + _read(STATIC / "timeline_controls.css"),
        isolate_styles=False,
    )
    face = st.components.v2.component(
        "claimmap_timeline", js=_read(STATIC / "timeline_face.js"), isolate_styles=False
    )
    return code, face


def _mount(name: str, key: str, data: Mapping[str, object], *triggers: str) -> list[Any]:
    """Show a component; out: what each of its triggers says of just now, or None."""
    callbacks: dict[str, Any] = {f"on_{trigger}_change": _nothing for trigger in triggers}
    result = _component(name)(key=key, data=data, **callbacks)
    return [getattr(result, trigger, None) for trigger in triggers]


@cache
def _component(name: str) -> ComponentRenderer:
    scripts = [VIEW / "evidence.js", VIEW / "tip.js", STATIC / "dom.js", STATIC / f"{name}.js"]
    styles = [VIEW / "evidence.css", STATIC / "evidence.css", STATIC / f"{name}.css"]
    return st.components.v2.component(
        f"claimmap_{name}",
        js=signs_script() + "".join(map(_read, scripts)),
        css="".join(map(_read, styles)),
    )


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _nothing() -> None:
    """Streamlit reports a trigger only where a callback is given."""
