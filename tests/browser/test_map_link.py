"""The view and the open place, through filters, pages, reloads and links."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen

VIEW = "(() => { const c = map.getCenter(); return [c.lat, c.lng, map.getZoom()]; })()"
STILL = """async () => {
  const look = () => JSON.stringify([map.getCenter(), map.getZoom()]);
  const before = look();
  await new Promise((done) => setTimeout(done, 600));
  return look() === before && !map._animatingZoom && !(map._panAnim && map._panAnim._inProgress);
}"""
# Degrees that a view may be off: the link tells it to four decimals, the map by whole pixels.
NEARLY = 0.01


@pytest.fixture
def screen(page: Page) -> Screen:
    """The map page, settled."""
    screen = Screen(page)
    screen.map()
    screen.settle()
    return screen


def view_of(screen: Screen) -> list[float]:
    screen.map().wait_for_function(STILL)
    view: list[float] = screen.map().evaluate(VIEW)
    return view


def in_link(screen: Screen, key: str) -> list[str]:
    return parse_qs(urlsplit(screen.page.url).query).get(key, [])


def look_closely(screen: Screen) -> tuple[list[float], str]:
    """Open a place and zoom in on it; the view and the place's name, once the link has both."""
    popup = screen.open_popup()
    screen.map().get_by_role("button", name="Zoom in").click()
    screen.wait_for_rest()
    view = view_of(screen)
    kept = ",".join(f"{number:.4f}" for number in view[:2])
    screen.page.wait_for_url(
        lambda url: (
            kept in parse_qs(urlsplit(url).query).get("view", [""])[0]
            and "open" in parse_qs(urlsplit(url).query)
        )
    )
    return view, popup.get_by_role("heading").first.inner_text()


def expect_same(screen: Screen, seen: tuple[list[float], str]) -> None:
    expect(screen.popup().get_by_role("heading").first).to_have_text(seen[1])
    expect(screen.popup().locator("article").first).to_be_visible()
    assert view_of(screen) == pytest.approx(seen[0], abs=NEARLY)


def test_view_and_place_come_back_after_another_page_and_back(screen: Screen) -> None:
    seen = look_closely(screen)
    screen.go_to("Claims")
    assert in_link(screen, "view") == in_link(screen, "open") == []
    screen.go_to("Map")
    expect_same(screen, seen)


def test_view_and_place_come_back_after_a_reload(screen: Screen) -> None:
    seen = look_closely(screen)
    screen.page.reload()
    expect_same(screen, seen)


def test_view_place_and_filter_come_back_by_the_link_in_another_browser(
    screen: Screen, open_page: OpenPage
) -> None:
    screen.search("soldiers")
    seen = look_closely(screen)
    elsewhere = Screen(open_page(screen.page.url))
    expect_same(elsewhere, seen)
    assert elsewhere.state() == screen.state()


def test_the_way_back_leads_to_the_page_before_not_to_an_older_view(screen: Screen) -> None:
    screen.go_to("Claims")
    screen.go_to("Map")
    look_closely(screen)
    screen.page.go_back()
    screen.page.wait_for_url("**/claims**")


def take_out(screen: Screen, chip: str) -> None:
    screen.chip(chip).click()
    expect(screen.chip(chip)).to_have_count(0)


def test_nothing_jumps_over_any_filter(screen: Screen) -> None:
    frame = screen.map()
    frame.evaluate("window.isStillTheSame = true")
    seen = look_closely(screen)
    before = screen.counts()
    changes: list[Any] = [
        lambda: screen.search("soldiers"),
        lambda: screen.search("zzzz"),
        lambda: take_out(screen, "Text: zzzz"),
        lambda: screen.slide("ArrowRight", 2),
        lambda: screen.slide("Home"),
    ]
    for change in changes:
        change()
        screen.settle()
        screen.wait_for_shown(screen.counts().shown)
        assert frame.evaluate("window.isStillTheSame")
        assert view_of(screen) == pytest.approx(seen[0], abs=NEARLY)
        expect(screen.popup().get_by_role("heading").first).to_have_text(seen[1])
    assert screen.counts() == before
    expect_same(screen, seen)
    assert in_link(screen, "open")


@pytest.mark.parametrize("view", ["moon", "1,2", "91,0,3", "1e9,0,3", "nan,nan,nan"])
def test_a_view_that_is_none_is_dropped(server: Any, open_page: OpenPage, view: str) -> None:
    screen = Screen(open_page(f"{server.url}/?view={view}&open=x"))
    screen.pins()
    expect(screen.popup()).to_have_count(0)
