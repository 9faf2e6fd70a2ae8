"""Our own components: lists of claims and reports, and a report's marked-up text.

They are the door through which outside text enters a page as more than a cell or an option: it
goes as JSON data, and static/dom.js puts it on the screen as textContent, never as markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from claimmap.view.evidence import Row

STATIC = Path(__file__).parent / "static"


def show_claims(key: str, groups: Sequence[Row]) -> Mapping[str, str] | None:
    """Claims under headings; gives the claim that was opened in its report just now, or None.

    groups: ``{"heading", "note", "claims"}`` with rows of ``evidence.claim_row``; "" for none.
    """
    opened: Mapping[str, str] | None = _mount("claims", key, {"groups": list(groups)}, "open")
    return opened


def show_reports(key: str, reports: Sequence[Row]) -> Mapping[str, str] | None:
    """Reports as links; gives the one that was opened just now. Rows: id, title, note, link."""
    opened: Mapping[str, str] | None = _mount("reports", key, {"reports": list(reports)}, "open")
    return opened


def show_report(key: str, data: Row) -> str | None:
    """A report's marked text; gives the id of the claim that was chosen in it just now.

    data: report {id, title, facts: [label, words, how known, link]}, runs (``runs_data``), claims
    (id -> row of ``evidence.claim_row``), chosen (a claim's id or "").
    """
    chosen: str | None = _mount("report", key, data, "chosen")
    return chosen


def _mount(name: str, key: str, data: Row, trigger: str) -> Any:
    callbacks: dict[str, Any] = {f"on_{trigger}_change": _nothing}
    result = _component(name)(key=key, data=data, **callbacks)
    return getattr(result, trigger, None)


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
