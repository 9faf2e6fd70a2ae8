"""Every page as axe-core judges it (roles, names, contrast, order), in light and in dark."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server

LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
]
# What is Streamlit's and folium's own, and does not reach a reader: the field for files has a
# role that its name overrules, a frame's viewport says nothing (the page's own allows to zoom), and
# all fields to leaf through have one name, each below the heading of its own list.
NOT_OURS = {
    ("presentation-role-conflict", "stFileUploaderDropzone"),
    ("meta-viewport", "<meta"),
    ("landmark-unique", 'aria-label="Pagination"'),
}


def faults(screen: Screen, shown: Page | Frame | None = None) -> list[str]:
    """What axe finds wrong on the page, or in a frame of it: rule, element and why, one a line."""
    # Axe only asks a page to run JavaScript, which a frame does as well.
    found = Axe().run(shown or screen.page).response["violations"]
    return [
        f"{rule['id']}: {node['html']}\n{node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == one and sign in node["html"] for one, sign in NOT_OURS)
    ]


@pytest.fixture(params=LOOKS, ids=["wide light", "phone dark"])
def screen(request: pytest.FixtureRequest, server: Server, open_page: OpenPage) -> Screen:
    """The map page over the seeds, settled."""
    screen = Screen(open_page(server.url, **request.param))
    screen.map()
    screen.settle()
    return screen


def go_to(screen: Screen, path: str) -> None:
    """Open another page by its address; narrow screens fold the navigation away."""
    screen.page.goto(urljoin(screen.page.url, f"/{path}"))
    screen.settle()


def test_axe_sees_what_is_wrong(screen: Screen) -> None:
    screen.page.evaluate(
        "document.querySelector('.claimmap-counts').style.color = 'rgb(128, 128, 128, 0.4)'"
    )
    assert any(fault.startswith("color-contrast") for fault in faults(screen))


def test_the_map_page_is_clean(screen: Screen) -> None:
    assert faults(screen) == []


def test_the_maps_popup_is_clean(screen: Screen) -> None:
    popup = screen.open_popup()
    popup.locator(".claimmap-ways summary").click()
    popup.locator(".claimmap-key summary").click()
    assert faults(screen, screen.map()) == []


def test_the_claims_are_clean_as_a_table_and_as_cards(screen: Screen) -> None:
    go_to(screen, "claims")
    screen.page.locator("[data-testid=stDataFrame]").wait_for()
    assert faults(screen) == []
    screen.page.get_by_text("Cards", exact=True).click()
    screen.page.locator(".claimmap-key summary").click()
    screen.page.locator(".claimmap-when").first.focus()
    assert faults(screen) == []


def test_the_story_is_clean_with_its_changes(screen: Screen) -> None:
    go_to(screen, "story")
    screen.page.locator(".change").first.wait_for()
    screen.page.get_by_role("link", name="other figures").first.focus()
    assert faults(screen) == []


def test_the_list_of_reports_is_clean(screen: Screen) -> None:
    go_to(screen, "reports")
    screen.page.locator("a.title").wait_for()
    assert faults(screen) == []


def test_the_sources_are_clean_as_a_list_and_one_of_them_opened(screen: Screen) -> None:
    go_to(screen, "sources")
    screen.page.locator("a.name").first.wait_for()
    assert faults(screen) == []
    screen.page.locator("a.name").first.click()
    screen.page.locator(".accord").first.wait_for()
    screen.page.locator(".claimmap-sentence").first.wait_for()
    screen.settle()
    assert faults(screen) == []


def test_an_open_report_is_clean_with_a_claim_and_with_its_places(screen: Screen) -> None:
    go_to(screen, "reports")
    screen.page.locator("a.title").click()
    screen.page.locator(".run.claim").first.click()
    screen.settle()
    assert faults(screen) == []
    screen.page.get_by_text("Places", exact=True).click()
    screen.page.locator("details.name summary").first.click()
    assert faults(screen) == []
