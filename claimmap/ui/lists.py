"""The map's twin for keyboards and screen readers: its claims by place, and those without one."""

from __future__ import annotations

import streamlit as st

from claimmap.ui.components import ClaimGroup, show_claims
from claimmap.ui.screen import Screen, open_report
from claimmap.ui.widgets import choose_page, plural
from claimmap.view.lists import PlaceGroup, place_groups, placed_rows, unplaced_claims
from claimmap.view.rows import EvidenceRow

PAGE = 20


def show_claims_by_place(screen: Screen) -> None:
    """The claims on the map as a list, a heading for each place."""
    st.subheader("Claims by place", anchor=False)
    placed = placed_rows(screen.shown)
    if placed.empty:
        st.caption("None of the claims shown has a place.")
        return
    start = choose_page("page_of_places", len(placed), PAGE)
    groups = list(place_groups(placed, screen.filter.basis, start, PAGE))
    rows = screen.evidence(list(dict.fromkeys(claim for one in groups for claim in one.claims)))
    found = {row["id"]: row for row in rows}
    _show("claims_by_place", [_group(group, found) for group in groups])


def show_unplaced(screen: Screen) -> None:
    """The tray: claims that the map cannot show, because no place was found for them."""
    if not screen.counts.unplaced:
        return
    st.subheader("Claims without a place", anchor=False)
    st.caption("They are not on the map: their words name no place that they are about.")
    claims = unplaced_claims(screen.shown, screen.filter.basis)
    start = choose_page("page_of_unplaced", len(claims), PAGE)
    rows = screen.evidence(claims[start : start + PAGE])
    _show("claims_unplaced", [{"heading": "", "note": "", "claims": rows}])


def _show(key: str, groups: list[ClaimGroup]) -> None:
    opened = show_claims(key, groups)
    if opened:
        open_report(opened["document"], opened["claim"])


def _group(group: PlaceGroup, found: dict[str, EvidenceRow]) -> ClaimGroup:
    claims = [found[claim] for claim in group.claims if claim in found]
    address = next(
        (
            place["address"]
            for row in claims
            for place in row["places"]
            if place["id"] == group.place
        ),
        group.country,
    )
    note = ", ".join(filter(None, (address, plural(group.total, "claim"))))
    return {
        "heading": group.name,
        "note": note if group.begins else f"{note}, continued",
        "claims": claims,
    }
