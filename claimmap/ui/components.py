"""Our own components: lists of claims and reports, and a report's marked-up text.

They are the door through which outside text enters a page as more than a cell or an option: it
goes as JSON data, and static/dom.js and view/static/evidence.js, which the map's popups share, put
it on the screen as textContent, never as markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from claimmap.view.rows import EvidenceRow, PathsRow
from claimmap.view.scripts import STATIC as VIEW
from claimmap.view.signs import signs_script
from claimmap.view.toponyms import NameRow

STATIC = Path(__file__).parent / "static"
_MORE: Mapping[str, Sequence[Path]] = {
    "paths": (VIEW / "paths.js",),
    "claims": (STATIC / "claim.js", STATIC / "claim.css"),
    "twin": (STATIC / "claim.js", STATIC / "claim.css"),
}
"""What a component shares with others, beside how evidence looks."""


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


class CopyRow(TypedDict):
    """A report of much the same words as another, for which it is told. document: its id."""

    document: str
    words: str
    link: str


class ReportHead(TypedDict):
    """What is known of a report; facts: label, words, how known, link of each.

    more: in words how many copies there are beside those told, "" for none.
    """

    id: str
    title: str
    facts: list[list[str]]
    copies: list[CopyRow]
    more: str


class OpenReport(TypedDict):
    """A report's marked text: ``runs_data``, its claims by id, and the chosen one's id or ""."""

    report: ReportHead
    runs: list[list[object]]
    claims: dict[str, EvidenceRow]
    chosen: str


class TwinData(TypedDict):
    """Where the list of the map's marks asks: our routes, the app's root, the channel's name."""

    root: str
    base: str
    token: str


def show_claims(key: str, groups: Sequence[ClaimGroup]) -> Mapping[str, Any] | None:
    """Claims under headings; gives what was opened just now (``screen.open_linked``), or None."""
    (opened,) = _mount("claims", key, {"groups": list(groups)}, "open")
    return cast(Mapping[str, Any] | None, opened)


def show_twin(key: str, data: TwinData) -> Mapping[str, Any] | None:
    """The list of the map's marks; gives what was opened just now, as ``show_claims``."""
    (opened,) = _mount("twin", key, data, "open")
    return cast(Mapping[str, Any] | None, opened)


def show_reports(key: str, reports: Sequence[ReportLink]) -> Mapping[str, str] | None:
    """Reports as links; gives the one that was opened just now."""
    (opened,) = _mount("reports", key, {"reports": list(reports)}, "open")
    return cast(Mapping[str, str] | None, opened)


def show_sources(key: str, data: Mapping[str, object]) -> Mapping[str, Any] | None:
    """The list of sources or a part of an opened one, as ``source_words`` tells it.

    Gives what was opened just now (``screen.open_linked``), or None.
    """
    (opened,) = _mount("sources", key, data, "open")
    return cast(Mapping[str, Any] | None, opened)


def show_paths(key: str, paths: PathsRow) -> None:
    """The ways of claims from their roots to the outlets."""
    _mount("paths", key, {"paths": paths})


def show_picture_buttons(key: str, name: str, title: str, words: str) -> None:
    """Buttons that save the chart in the same ``st-key-series...`` container as SVG and PNG.

    name: of the file, without its ending. title, words: what is above the chart, and all it says.
    """
    _mount("picture", key, {"name": name, "title": title, "words": words})


def show_report(key: str, data: OpenReport) -> tuple[str | None, int | None, str | None]:
    """A report's marked text; gives what was chosen in it just now.

    Out: a claim's id, where in the text the place name begins that is asked about, and the id of
    another report that is to be opened.
    """
    chosen, name, other = _mount("report", key, data, "chosen", "name", "open")
    return chosen, name, other


def show_names(key: str, names: Sequence[NameRow], opened: int | None) -> None:
    """Place names, each of which opens on what it may mean. opened: the start of one, or None."""
    _mount("names", key, {"names": list(names), "opened": opened})


def _mount(name: str, key: str, data: Mapping[str, object], *triggers: str) -> list[Any]:
    """Show a component; out: what each of its triggers says of just now, or None."""
    callbacks: dict[str, Any] = {f"on_{trigger}_change": _nothing for trigger in triggers}
    result = _component(name)(key=key, data=data, **callbacks)
    return [getattr(result, trigger, None) for trigger in triggers]


@cache
def _component(name: str) -> ComponentRenderer:
    more = _MORE.get(name, ())
    scripts = [
        VIEW / "evidence.js",
        VIEW / "tip.js",
        *more,
        STATIC / "dom.js",
        STATIC / f"{name}.js",
    ]
    styles = [VIEW / "evidence.css", STATIC / "evidence.css", *more, STATIC / f"{name}.css"]
    return st.components.v2.component(
        f"claimmap_{name}",
        js=signs_script() + _joined(scripts, ".js"),
        css=_joined(styles, ".css"),
    )


def _joined(files: Sequence[Path], kind: str) -> str:
    return "".join(_read(file) for file in files if file.suffix == kind)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _nothing() -> None:
    """Streamlit reports a trigger only where a callback is given."""
