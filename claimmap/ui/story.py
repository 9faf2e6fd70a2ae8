"""The Story page: claims day by day as they were said, and where a figure changed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import streamlit as st

from claimmap.ui.comparing import find_shelves
from claimmap.ui.components import ClaimGroup, show_claims
from claimmap.ui.screen import Screen, open_linked
from claimmap.ui.widgets import choose_page, escape_markdown, plural
from claimmap.view.changes import find_changes
from claimmap.view.columns import Array
from claimmap.view.dates import show_days
from claimmap.view.rows import ChangeRow, EvidenceRow
from claimmap.view.story import Story, StoryDay, tell_story

PAGE = 20
_PAGER = "story_page"
_ONLY = "changes"
_MOST_SOUGHT = 1_000
"""Among more figures than these, finding every change would hold up the page."""
_DAY = "story_day"


def show_story(screen: Screen) -> None:
    """A page of the story, and the way to any day of it."""
    story = tell_story(screen.columns, screen.shown)
    st.header("What was said, day by day", anchor=False)
    st.caption(
        "Claims in the order of their statements. A figure that differs from the one told before "
        "is marked; which of them is right, nobody says here."
    )
    if not len(story.claims):
        st.caption("No claim passes the filter.")
        return
    st.caption(escape_markdown(_describe(screen, story)))
    story = _choose_part(screen, story)
    if not len(story.claims):
        st.caption("No figure changes among the claims shown.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _choose_day(story)
        start = choose_page(_PAGER, len(story.claims), PAGE, in_link=True)
    days = list(story.page(start, PAGE))
    found = _evidence(screen, days)
    opened = show_claims("story", [_group(day, found) for day in days])
    if opened:
        open_linked(opened)


def _choose_part(screen: Screen, story: Story) -> Story:
    """The whole story, or what of it changes a figure: the reader's choice, and in the link."""
    _, shelves = find_shelves(screen)
    if not 0 < len(shelves.figure) <= _MOST_SOUGHT:
        return story
    if not st.toggle("Only where a figure changes", key=_ONLY, bind="query-params"):
        return story
    changed = np.zeros(len(screen.columns), dtype=bool)
    changed[list(_changes(screen, story.claims))] = True
    return tell_story(screen.columns, changed)


def _describe(screen: Screen, story: Story) -> str:
    """From when to when, and how much of it."""
    ends = story.ends()
    parts = [show_days(*ends)] if ends else []
    parts.append(plural(len(story.claims), "claim"))
    if standing := screen.standing():
        parts.append(plural(standing.witnesses(story.claims), "independent source"))
    if undated := len(story.claims) - story.dated:
        parts.append(f"{undated:,} without a day, at the end")
    return " · ".join(parts)


def _choose_day(story: Story) -> None:
    """A field that leads to the page on which a day begins."""
    ends = story.ends()
    if ends is None or len(story.claims) <= PAGE:
        return

    def turn() -> None:
        if day := st.session_state[_DAY]:
            at = min(story.start_of(day), len(story.claims) - 1)
            st.session_state[_PAGER] = at // PAGE + 1

    first, last = ends
    if not first <= (st.session_state.get(_DAY) or first) <= last:
        st.session_state[_DAY] = None
    st.date_input(
        "Go to day",
        None,
        first,
        last,
        key=_DAY,
        format="YYYY-MM-DD",
        on_change=turn,
        width=180,
    )


def _evidence(screen: Screen, days: list[StoryDay]) -> Mapping[int, EvidenceRow]:
    """The claims of the page, with the figures that change with them."""
    claims = np.concatenate([day.claims for day in days])
    found = screen.evidence(claims)
    for claim, rows in _changes(screen, claims).items():
        if claim in found:
            found[claim]["changes"] = rows
    return found


def _changes(screen: Screen, claims: Array) -> dict[int, list[ChangeRow]]:
    figures, shelves = find_shelves(screen)
    return find_changes(figures, shelves, claims, screen.store.claims, screen.snapshot.names)


def _group(day: StoryDay, found: Mapping[int, EvidenceRow]) -> ClaimGroup:
    note = plural(day.total, "claim")
    return {
        "heading": day.heading or "Without a day",
        "note": note if day.begins else f"{note}, continued",
        "claims": [found[claim] for claim in day.claims.tolist() if claim in found],
    }
