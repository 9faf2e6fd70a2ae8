"""The dashboard as a person meets it: its counts, its map, its pins and popups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Frame, Locator, Page, expect

_FRAME = "iframe[title*='streamlit_folium']"
_SHOWN = re.compile(r"([\d,]+) of ([\d,]+) claims? shown")
_UNPLACED = re.compile(r"([\d,]+) without a place")
_HIDDEN = re.compile(r"([\d,]+) hidden \(([\d,]+) by the filter, ([\d,]+) without a date\)")


@dataclass(frozen=True, slots=True)
class Line:
    """What the line of counts says."""

    shown: int
    total: int
    unplaced: int
    hidden: int
    undated: int


class Screen:
    """One browser tab of the dashboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def settle(self) -> None:
        """Wait until Streamlit has run the page to its end."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")

    def counts(self) -> Line:
        """The line of counts, read off the screen."""
        told = self.page.locator(".claimmap-counts").inner_text()
        shown, total = _numbers(_SHOWN, told)
        (unplaced,) = _numbers(_UNPLACED, told)
        hidden, undated = _numbers(_HIDDEN, told)[1:] if "hidden" in told else (0, 0)
        return Line(shown, total, unplaced, hidden, undated)

    def map(self) -> Frame:
        """The map's frame, once it has drawn claims."""
        handle = self.page.wait_for_selector(_FRAME)
        frame = handle.content_frame() if handle else None
        assert frame is not None
        drawn = "performance.getEntriesByName('claimmap:drawn').length > 0"
        frame.wait_for_function(f"() => {drawn} && window.claimmap.state.first !== undefined")
        return frame

    def state(self) -> dict[str, Any]:
        """What the map says it shows."""
        state: dict[str, Any] = self.map().evaluate("window.claimmap.state")
        return state

    def wait_for_shown(self, shown: int) -> None:
        """Wait until the map shows so many claims."""
        self.map().wait_for_function("n => window.claimmap.state.shown === n", arg=shown)

    def pins(self) -> Locator:
        """The marks on the map that a keyboard reaches, one for each place or group in view."""
        pins = self.map().locator("button.claimmap-pin")
        expect(pins.first).to_be_attached()
        return pins

    def open_popup(self, name: str = "") -> Locator:
        """Open the popup of the first single place of that name; wait for its claims, and rest."""
        starts = f'[aria-label^="{name}"]' if name else ""
        pin = self.map().locator(f'button.claimmap-pin{starts}:not([aria-label*=" +"])').first
        expect(pin).to_be_attached()
        pin.press("Enter")
        popup = self.popup()
        expect(popup.locator("article").first).to_be_visible()
        self.wait_for_rest()
        return popup

    def open_mark(self, name: str) -> Locator:
        """Open a heading of the list under the map, and wait for its claims."""
        mark = self.page.locator("li.mark").filter(has=self.page.get_by_text(name)).first
        mark.locator("summary").first.click()
        expect(mark.locator("li.claim").first).to_be_visible()
        return mark

    def wait_for_rest(self) -> None:
        """Wait until the map has stopped moving."""
        self.map().wait_for_function(
            """async () => {
                const box = () => document.querySelector(".claimmap-popup").getBoundingClientRect();
                const before = box();
                await new Promise((done) => setTimeout(done, 300));
                return box().top === before.top && box().left === before.left;
            }"""
        )

    def popup(self) -> Locator:
        """The map's popup."""
        return self.map().locator(".claimmap-popup")

    def ends(self) -> list[Locator]:
        """The two ends of the timeline under the map, "From" and "To"."""
        sliders = self.page.get_by_role("slider")
        expect(sliders).to_have_count(2)
        return [self.page.get_by_role("slider", name=name, exact=True) for name in ("From", "To")]

    def time_shown(self, name: str) -> Locator:
        """A choice of the switch of times, in the timeline."""
        return self.timeline().get_by_role("group", name="Time shown").get_by_text(name)

    def timeline(self) -> Locator:
        """The timeline under the map."""
        return self.page.get_by_role("region", name="Timeline")

    def slide(self, key: str, times: int = 1) -> None:
        """Move the range's first end by the keyboard, and wait for page and link to follow."""
        first, _ = self.ends()
        first.focus()
        for _ in range(times):
            self.page.keyboard.press(key)
        expect(self.page.locator(".claimmap-timeline.moving")).to_have_count(0)
        at_edge = first.get_attribute("aria-valuenow") == first.get_attribute("aria-valuemin")
        day = first.get_attribute("aria-valuetext") or ""
        self._wait_for_link("from", [] if at_edge else [day])

    def search(self, words: str) -> None:
        """Filter by words, and wait for page and link to follow."""
        self.page.get_by_label("Words in the sentence").fill(words)
        self.page.keyboard.press("Enter")
        self._wait_for_link("text", [words])
        expect(self.chip(f"Text: {words}")).to_be_visible()
        self.settle()

    def chip(self, words: str) -> Locator:
        """The button that takes a filter's value out."""
        return self.page.get_by_role("button", name=words)

    def go_to(self, name: str) -> None:
        """Follow the navigation to another page."""
        self.page.get_by_role("link", name=name, exact=True).first.click()
        path = "/" if name == "Map" else f"/{name.lower()}"
        self.page.wait_for_url(lambda url: urlsplit(url).path == path)
        self.settle()

    def _wait_for_link(self, key: str, values: list[str]) -> None:
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get(key, []) == values)
        self.settle()


def _numbers(pattern: re.Pattern[str], text: str) -> list[int]:
    found = pattern.search(text)
    assert found, f"{pattern.pattern!r} is not in {text!r}"
    return [int(number.replace(",", "")) for number in found.groups()]
