"""The Sources page in Chromium: open one, grade it, put it with another, and see it on the map."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import WIDE, OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server

NAME = "National Intelligence Service"
GRADE = "B: usually reliable"
OTHER = "BBC"
TOGETHER = f"{OTHER}\u2069 · 1 report"  # a name stands in a direction of its own


def choose(page: Page, label: str, option: str) -> None:
    """Choose in one of Streamlit's lists of options, by typing."""
    field = page.get_by_test_id("stMain").get_by_role("combobox", name=label)
    field.click()
    field.press_sequentially(option)
    page.get_by_role("option", name=option, exact=True).click()


def test_what_people_say_of_a_source_is_shown_filtered_by_and_undone(
    new_server: Server, open_page: OpenPage
) -> None:
    page = open_page(f"{new_server.url}/sources", viewport=WIDE)
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    expect(page.get_by_text("not graded", exact=True).first).to_be_visible()
    choose(page, "Grade", GRADE)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("header .claimmap-grade")).to_have_text("B usually reliable")

    # Another session, which was open before, is told and filters by it.
    other = open_page(f"{new_server.url}/?grade=B")
    screen = Screen(other)
    graded = screen.counts().shown
    assert 0 < graded < screen.counts().total
    screen.wait_for_shown(graded)
    popup = screen.open_popup()
    expect(popup.locator(".claimmap-grade").first).to_have_text("B usually reliable")
    with other.expect_popup() as opening:
        popup.get_by_role("link", name=NAME, exact=True).first.click()
    expect(opening.value.get_by_role("heading", name=NAME)).to_be_visible()
    assert "grade=B" in opening.value.url
    opening.value.close()

    choose(page, "The same source under other names", OTHER)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Put together").click()
    expect(page.get_by_text(TOGETHER)).to_be_visible()
    screen.wait_for_shown(graded + own_words(page))
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text(TOGETHER)).to_have_count(0)
    screen.wait_for_shown(graded)


def own_words(page: Page) -> int:
    """How many claims of the opened source are an outlet's own words."""
    row = page.locator(".counted li").filter(has_text="own words")
    return int(row.locator(".times").inner_text())
