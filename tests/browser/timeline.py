"""The timeline as a hand meets it, and what the page sends to the server meanwhile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.conftest import PATIENCE_MS
from tests.browser.screen import Screen

End = Literal["From", "To"]


class Timeline:
    """The timeline of one tab."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page: Page = screen.page
        self.root = screen.timeline()

    def thumb(self, end: End) -> Locator:
        """One end of the range."""
        return self.page.get_by_role("slider", name=end, exact=True)

    def day(self, end: End) -> str:
        """The day at which an end stands, ISO 8601."""
        return self.thumb(end).get_attribute("aria-valuetext") or ""

    def number(self, end: End, name: str = "now") -> int:
        """aria-valuenow, -min or -max of an end, in days."""
        return int(self.thumb(end).get_attribute(f"aria-value{name}") or "")

    def wait_for_bars(self) -> None:
        """Wait until the map has told how many claims each day has."""
        expect(self.bars("all")).to_have_css("clip-path", re.compile("V"), timeout=PATIENCE_MS)

    def bars(self, name: Literal["all", "passing"]) -> Locator:
        """What is cut to the bars of all claims, or of those that pass the other filters."""
        return self.root.locator(f".bars.{name}")

    def button(self, name: str) -> Locator:
        """One of its buttons."""
        return self.root.get_by_role("button", name=name, exact=True)

    def field(self, name: str) -> Locator:
        """A field for a typed day, "First day" or "Last day"."""
        return self.root.get_by_label(name, exact=True)

    def grasp(self, end: End) -> tuple[float, float]:
        """Press the mouse on an end; gives where that is."""
        x, y = self.middle(end)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        return x, y

    def middle(self, end: End) -> tuple[float, float]:
        """The middle of an end on the screen."""
        self.thumb(end).scroll_into_view_if_needed()
        box = self.thumb(end).bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def width(self) -> float:
        """Of the plot, in pixels."""
        box = self.root.locator(".plot").bounding_box()
        assert box is not None
        return box["width"]

    def rest(self) -> None:
        """Wait until the range has come to rest, and link and counts have followed."""
        expect(self.root.locator("xpath=self::*[not(contains(@class, 'moving'))]")).to_be_attached(
            timeout=PATIENCE_MS
        )
        self.page.wait_for_selector("html:not([data-claimmap-moving])", state="attached")
        self.screen.settle()

    def wait_for_link(self, **values: str | None) -> None:
        """Wait until the link holds these values; None for a key that is not there."""
        wanted = {key.strip("_"): [value] if value else [] for key, value in values.items()}
        self.page.wait_for_url(
            lambda url: all(
                parse_qs(urlsplit(url).query).get(key, []) == value for key, value in wanted.items()
            )
        )

    def must_agree(self) -> None:
        """Fails where thumbs, fields, counts, map and heard words tell different things."""
        self.rest()
        link = parse_qs(urlsplit(self.page.url).query)
        # Streamlit writes the link when it sends the change; all else follows the answer.
        for label, key in (("From", "from"), ("To", "to")):
            thumb = self.page.get_by_role("slider", name=label, exact=True)
            for day in link.get(key, []):
                expect(thumb).to_have_attribute("aria-valuetext", day, timeout=PATIENCE_MS)
        line = self.screen.counts()
        self.screen.wait_for_shown(line.shown)
        told = f"{line.shown:,} of {line.total:,} claim{'' if line.total == 1 else 's'}"
        expect(self.root.locator("p.shown")).to_have_text(told, timeout=PATIENCE_MS)
        expect(self.root.get_by_role("status")).to_have_text(told, timeout=PATIENCE_MS)
        expect(self.field("First day")).to_have_value(self.day("From"))
        expect(self.field("Last day")).to_have_value(self.day("To"))
        for end, key, edge in (("From", "from", "min"), ("To", "to", "max")):
            name: End = "From" if end == "From" else "To"
            asked = link.get(key)
            if asked:
                assert asked == [self.day(name)]
            else:
                assert self.number(name) == self.number(name, edge)


def ready(page: Page) -> Timeline:
    """The timeline of a page, once the map has drawn and told how many claims each day has."""
    screen = Screen(page)
    screen.map()
    screen.settle()
    timeline = Timeline(screen)
    timeline.wait_for_bars()
    return timeline


@dataclass
class Sent:
    """Counts the requests of a page to the server, less those that watch the store."""

    requests: int = 0

    def listen(self, page: Page) -> None:
        """Count from the page's next connection on."""
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framesent", self._count)

    def _count(self, payload: Any) -> None:
        if isinstance(payload, bytes):
            message = BackMsg.FromString(payload)
            watching = message.rerun_script.fragment_id
            self.requests += message.WhichOneof("type") == "rerun_script" and not watching
