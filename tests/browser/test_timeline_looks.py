"""What a link makes the timeline show, and how it looks: widths, themes, ticks."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.serving import Server
from tests.browser.timeline import ready

NAMES: tuple[Literal["all", "passing"], ...] = ("all", "passing")
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("from=2024-10-01&to=2024-10-10", "2024-10-01", "2024-10-10"),
        ("from=2023-05-01", "2023-05-01", None),
        ("from=0001-01-01&to=9999-12-31", "0001-01-01", "9999-12-31"),
        ("from=yesterday&to=2024-13-45", None, None),
        ("from=2030-01-01&to=2031-01-01", "2030-01-01", "2031-01-01"),
    ],
)
def test_a_link_sets_the_thumbs(
    server: Server, open_page: OpenPage, query: str, first: str | None, last: str | None
) -> None:
    timeline = ready(open_page(f"{server.url}/?{query}"))
    for end, day, edge in (("From", first, "min"), ("To", last, "max")):
        thumb = timeline.page.get_by_role("slider", name=end, exact=True)
        if day:
            expect(thumb).to_have_attribute("aria-valuetext", day)
        else:
            expect(thumb).to_have_attribute(
                "aria-valuenow", thumb.get_attribute(f"aria-value{edge}") or ""
            )
    timeline.must_agree()


def test_an_earlier_last_day_than_the_first_is_said(server: Server, open_page: OpenPage) -> None:
    timeline = ready(open_page(f"{server.url}/?from=2024-10-10&to=2024-10-01"))
    expect(timeline.root.get_by_role("alert")).to_contain_text("later than “To”")
    assert (timeline.day("From"), timeline.day("To")) == ("2024-10-10", "2024-10-01")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1440, "height": 900}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_its_controls_are_large_enough(
    server: Server, open_page: OpenPage, viewport: dict[str, int], scheme: Any
) -> None:
    timeline = ready(open_page(server.url, viewport=viewport, color_scheme=scheme))
    assert timeline.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    for end in ("From", "To"):
        box = timeline.page.get_by_role("slider", name=end, exact=True).bounding_box()
        assert box is not None
        assert box["width"] >= 24
        assert box["height"] >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= viewport["width"]


def test_colours_of_the_readers_own_leave_it_readable(server: Server, open_page: OpenPage) -> None:
    timeline = ready(open_page(server.url, forced_colors="active"))
    colour = "element => getComputedStyle(element).backgroundColor"
    shades = {timeline.bars(name).evaluate(colour) for name in NAMES}
    assert len({*shades, timeline.root.evaluate(colour)}) == 3


def test_ticks_go_from_hours_to_millennia(server: Server, open_page: OpenPage) -> None:
    timeline = ready(open_page(f"{server.url}/?from=0001-01-01&to=9999-12-31"))
    ticks = timeline.root.locator(".ticks")
    expect(ticks).to_contain_text("9000")
    timeline.root.get_by_text("All", exact=True).click()
    expect(ticks).not_to_contain_text("9000")
    nearer = timeline.button("Show fewer days")
    while nearer.is_enabled():
        nearer.click()
    expect(ticks).to_contain_text("12:00")
    timeline.must_agree()
