"""The map's twin for keyboards and screen readers: its claims by place, and those without one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import streamlit as st

from claimmap.ui.components import ClaimGroup, show_claims
from claimmap.ui.screen import Screen, open_report
from claimmap.ui.widgets import choose_page, plural
from claimmap.view.columns import Array
from claimmap.view.lists import PlaceGroup, place_groups, place_totals, unplaced_claims
from claimmap.view.places import newest_first
from claimmap.view.rows import EvidenceRow

PAGE = 10


def show_claims_by_place(screen: Screen) -> None:
    """The claims on the map as a list, a heading for each place."""
    st.header("Claims by place", anchor=False)
    totals = place_totals(screen.columns, screen.shown)
    if not totals.any():
        st.caption("None of the claims shown has a place.")
        return
    page = (choose_page("page_of_places", int(totals.sum()), PAGE), PAGE)
    basis = screen.filter.basis
    groups = list(place_groups(screen.columns, screen.shown, totals, basis, page))
    found = screen.evidence(np.unique(np.concatenate([group.claims for group in groups])))
    _show("claims_by_place", [_group(group, found) for group in groups])


def show_unplaced(screen: Screen) -> None:
    """The tray: claims that the map cannot show, because no place was found for them."""
    if not screen.counts.unplaced:
        return
    st.header("Claims without a place", anchor=False)
    st.caption("They are not on the map: their words name no place that they are about.")
    claims = unplaced_claims(screen.columns, screen.shown, screen.filter.basis)
    _show_page(screen, "claims_unplaced", claims, "page_of_unplaced")


def show_cards(screen: Screen) -> None:
    """All claims shown, newest first, each with all that is known of it; the table's twin."""
    claims = newest_first(screen.columns, screen.selection.claims(), screen.filter.basis)
    _show_page(screen, "claims_as_cards", claims, "page_of_cards")


def _show_page(screen: Screen, key: str, claims: Array, pager: str) -> None:
    start = choose_page(pager, len(claims), PAGE)
    found = screen.evidence(claims[start : start + PAGE])
    _show(key, [{"heading": "", "note": "", "claims": list(found.values())}])


def _show(key: str, groups: list[ClaimGroup]) -> None:
    opened = show_claims(key, groups)
    if opened:
        open_report(opened["document"], opened["claim"])


def _group(group: PlaceGroup, found: Mapping[int, EvidenceRow]) -> ClaimGroup:
    claims = [found[claim] for claim in group.claims.tolist() if claim in found]
    where = group.place.address or group.place.country
    note = ", ".join(filter(None, (where, plural(group.total, "claim"))))
    return {
        "heading": group.place.name,
        "note": note if group.begins else f"{note}, continued",
        "claims": claims,
    }
