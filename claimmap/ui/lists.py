"""The claims as lists: the map's twin for keyboards and screen readers, and the table's."""

from __future__ import annotations

from claimmap.ui.channel import channel_token
from claimmap.ui.components import TwinData, show_claims, show_twin
from claimmap.ui.screen import Screen, open_linked
from claimmap.ui.widgets import choose_page
from claimmap.view.places import newest_first

PAGE = 10


def show_marks(screen: Screen) -> None:
    """The map's twin: a heading for each of its marks, and the claims that it cannot show.

    What is under them the browser asks of our routes, when it is opened.
    """
    base = screen.settings.base_path
    data: TwinData = {"root": f"{base}/claimmap/", "base": base, "token": channel_token()}
    opened = show_twin("marks", data)
    if opened:
        open_linked(opened)


def show_cards(screen: Screen) -> None:
    """All claims shown, newest first, each with all that is known of it; the table's twin."""
    claims = newest_first(screen.columns, screen.selection.claims(), screen.filter.basis)
    start = choose_page("page_of_cards", len(claims), PAGE)
    found = screen.evidence(claims[start : start + PAGE])
    opened = show_claims(
        "claims_as_cards", [{"heading": "", "note": "", "claims": list(found.values())}]
    )
    if opened:
        open_linked(opened)
