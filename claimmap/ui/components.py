"""Our own components: lists of claims and reports, and a report's marked-up text.

They are the door through which outside text enters a page as more than a cell or an option: it
goes as JSON data, and static/dom.js puts it on the screen as textContent, never as markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from claimmap.view.rows import EvidenceRow
from claimmap.view.toponyms import NameRow

STATIC = Path(__file__).parent / "static"


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


def _mount(name: str, key: str, data: Mapping[str, object], *triggers: str) -> list[Any]:
    """Show a component; out: what each of its triggers says of just now, or None."""
    callbacks: dict[str, Any] = {f"on_{trigger}_change": _nothing for trigger in triggers}
    result = _component(name)(key=key, data=data, **callbacks)
    return [getattr(result, trigger, None) for trigger in triggers]


@cache
def _component(name: str) -> ComponentRenderer:
    return st.components.v2.component(
        f"claimmap_{name}",
        js=_read("dom.js") + _read(f"{name}.js"),
        css=_read(f"{name}.css"),
    )


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _nothing() -> None:
    """Streamlit reports a trigger only where a callback is given."""
