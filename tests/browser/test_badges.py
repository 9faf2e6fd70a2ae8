"""Figures in conflict and independent sources, where claims are met: on map and in story."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server

OTHERS = "3 other figures"


def test_a_place_with_a_conflict_says_so_and_leads_to_the_figures(
    server: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(f"{server.url}/?text=troops"))
    marked = screen.map().locator('button.claimmap-pin[aria-label*="figures in conflict"]')
    expect(marked.first).to_be_attached()
    name = (marked.first.get_attribute("aria-label") or "").split(",")[0]
    popup = screen.open_popup(name)
    expect(popup.locator(".claimmap-head")).to_contain_text(re.compile(r"\d independent source"))
    expect(popup.locator(".claimmap-head")).to_contain_text("Figures in conflict in")
    badge = popup.get_by_role("link", name=OTHERS).first
    with screen.page.context.expect_page() as opening:
        badge.click()
    figures = opening.value
    figures.get_by_role("heading", name="North Korean soldiers").wait_for()
    # The filter leaves out one of the figures; here are those that contradict it as well.
    expect(figures.get_by_text("Here is the whole series", exact=False)).to_be_visible()
    assert parse_qs(urlsplit(figures.url).query)["text"] == ["troops"]


def test_the_story_marks_a_change_and_leads_to_the_figures(
    server: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(f"{server.url}/story"))
    change = screen.page.locator(".change").first
    expect(change).to_contain_text("10,000 → to 1,500 troops")
    expect(change).to_contain_text(
        "Told before: 10,000 by Volodymyr Zelensky, citing intelligence reports"
    )
    badge = screen.page.get_by_role("link", name=OTHERS).first
    badge.focus()
    screen.page.keyboard.press("Enter")
    screen.page.get_by_role("heading", name="North Korean soldiers").wait_for()
    screen.page.get_by_text("Paths from root to outlet", exact=False).first.click()
    paths = screen.page.locator(".claimmap-paths").first
    expect(
        paths.get_by_role("listitem").filter(has_text="unidentified sources").first
    ).to_contain_text("South Korean media")
    screen.page.get_by_role("button", name="All figures").click()
    expect(screen.page.get_by_role("heading", name="cargo containers")).to_be_visible()
