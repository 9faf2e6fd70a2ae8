"""How sure a place is and what else it may mean, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server, run_claimmap, run_dashboard, store_in

TEXT = (
    "A depot burned in Springfield on Monday, witnesses said.\n\n"
    "A tanker sank in the Black Sea, the coast guard said.\n\n"
    "Beijing told reporters that talks with Paris would go on."
)
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard over a report with a town that may be many, a sea, and governments."""
    folder = tmp_path_factory.mktemp("doubtful")
    report = folder / "report.txt"
    report.write_text(TEXT)
    run_claimmap(store_in(folder), "ingest", report, "--published", "2024-10-20", "--title", "It")
    with run_dashboard(folder) as running:
        yield running


def open_names(screen: Screen) -> Locator:
    """The place names of the report, from the page of the reports on."""
    screen.page.get_by_role("link", name="It", exact=True).click()
    screen.page.get_by_text("Places", exact=True).click()
    names = screen.page.locator("details.name")
    expect(names.first).to_be_visible()
    return names


def test_a_doubtful_town_says_so_to_eye_and_ear(doubtful: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(doubtful.url))
    screen.map()
    labels = [pin.get_attribute("aria-label") or "" for pin in screen.pins().all()]
    assert [label for label in labels if label.endswith(", placed in doubt")] == [
        "Springfield, town: 1 claim, placed in doubt"
    ]
    popup = screen.open_popup("Springfield")
    expect(popup).to_contain_text("Placed in doubt: more likely wrong than right.")
    expect(popup).to_contain_text("doubtful (")
    expect(popup).to_contain_text("the town itself")


def test_a_sea_says_how_it_is_drawn(doubtful: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(doubtful.url))
    screen.map()
    popup = screen.open_popup("Black Sea")
    expect(popup.locator(".claimmap-head")).to_contain_text("sea · 1 claim")
    expect(popup.locator(".claimmap-head")).to_contain_text("roughly as far as is drawn")


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE])
def test_the_keyboard_opens_what_a_name_may_mean(
    doubtful: Server, open_page: OpenPage, viewport: dict[str, int]
) -> None:
    screen = Screen(open_page(f"{doubtful.url}/reports", viewport=viewport))
    screen.settle()
    names = open_names(screen)
    springfield = names.filter(has_text="Springfield").first
    springfield.locator("summary").focus()
    screen.page.keyboard.press("Enter")
    candidates = springfield.locator(".candidate")
    expect(candidates.nth(3)).to_be_visible()  # they are made when it opens
    expect(springfield.locator(".candidate.chosen")).to_have_count(1)
    expect(candidates.first).to_contain_text("✓ chosen")
    expect(springfield.locator(".quote mark")).to_have_text("Springfield")
    wide = screen.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0


def test_what_is_not_drawn_says_why(doubtful: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(f"{doubtful.url}/reports"))
    screen.settle()
    beijing = open_names(screen).filter(has_text="Beijing").first
    expect(beijing).to_contain_text("not on the map: stands for a government")


def test_the_claims_card_leads_to_what_its_place_may_mean(
    doubtful: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(f"{doubtful.url}/reports"))
    screen.settle()
    screen.page.get_by_role("link", name="It", exact=True).click()
    screen.page.locator(".run.claim").filter(has_text="Springfield").first.click()
    screen.page.get_by_role("button", name="What Springfield may mean").click()
    opened = screen.page.locator("details.name[open]")
    expect(opened).to_have_count(1)
    expect(opened.locator("summary")).to_contain_text("Springfield")
    expect(opened.locator(".candidate").first).to_be_visible()
