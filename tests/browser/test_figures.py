"""The Figures page in Chromium: its charts at two widths, marks that open, the way to the map."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server, run_claimmap, run_dashboard, store_in
from tests.browser.test_accessible import faults
from tests.story import write_story

WIDE: Any = {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"}
PHONE: Any = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
SMALLEST_PIXELS = 12


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard over one story as many outlets tell it."""
    folder = tmp_path_factory.mktemp("story")
    reports = write_story(tmp_path_factory.mktemp("reports"))
    run_claimmap(store_in(folder), "ingest", reports)
    with run_dashboard(folder) as running:
        yield running


def chart_of(page: Page, heading: str) -> Locator:
    """The drawing of the series under this heading."""
    page.get_by_role("heading", name=heading).wait_for()
    box = page.locator("[data-testid=stVerticalBlock]").filter(
        has=page.get_by_role("heading", name=heading)
    )
    return box.last.locator("[data-testid=stVegaLiteChart] svg.marks")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_chart_is_legible_and_its_marks_open(
    server: Server, open_page: OpenPage, size: Any
) -> None:
    page = open_page(f"{server.url}/figures", **size)
    chart = chart_of(page, "North Korean soldiers")
    phone = size is PHONE  # where the words take two lines, so that none is cut off
    told = "1,500 · 18 October 2024" if phone else "1,500 · National Intelligence Service"
    chart.get_by_text(told, exact=False).wait_for()
    whole = "Volodymyr Zelensky, citing intelligence reports"
    expect(chart.get_by_text(whole, exact=phone)).to_be_visible()
    for word in ("exactly", "about", "between"):
        expect(chart.get_by_text(word, exact=True)).to_be_visible()
    expect(chart.get_by_text("Parts of it")).to_be_visible()
    sizes = chart.locator("text").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= SMALLEST_PIXELS
    drawn, width = chart.bounding_box(), size["viewport"]["width"]
    assert drawn is not None
    assert drawn["x"] >= 0
    assert drawn["x"] + drawn["width"] <= width
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    chart.get_by_text("about 12,000", exact=False).click(force=True)
    opened = page.locator(".claimmap-sentence")
    opened.wait_for()
    expect(opened).to_contain_text("the actual number may be closer to 12,000 troops")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_page_is_clean(server: Server, open_page: OpenPage, size: Any) -> None:
    page = open_page(f"{server.url}/figures", **size)
    chart = chart_of(page, "North Korean soldiers")
    chart.get_by_text("about 12,000", exact=False).click(force=True)
    page.locator(".claimmap-sentence").wait_for()
    page.get_by_text("Paths from root to outlet", exact=False).first.click()
    page.locator(".claimmap-paths").first.wait_for()
    screen = Screen(page)
    screen.settle()
    assert faults(screen) == []


def test_the_tables_twin_and_the_way_to_the_map(story: Server, open_page: OpenPage) -> None:
    page = open_page(f"{story.url}/figures?text=miners", **WIDE)
    chart = chart_of(page, "Bolivian miners")
    # The chart's own words hold the latter half of these.
    page.get_by_text("4 figures that cannot all hold · 32 claims · 4 independent").wait_for()
    page.get_by_text("As a table").click()
    page.get_by_test_id("stDataFrame").wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    lines = waiting.value.path().read_text().splitlines()
    assert lines[0].startswith("counted,actor,role")
    assert len(lines) == 33
    chart.hover()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as PNG").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download PNG").click()
    assert waiting.value.suggested_filename == "figures-bolivian-miners.png"
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download SVG").click()
    drawn = ElementTree.fromstring(waiting.value.path().read_text())
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    told = "".join(drawn.itertext())
    assert "Bolivian miners" in told
    assert "5,000 · Sierra Gazette, citing Unidentified sources" in told
    page.get_by_role("button", name="Show on map").click()
    page.wait_for_url(re.compile(r"text=miners"))
    Screen(page).map()
