"""What a change of the filter costs on the wire, and that all of the page follows it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server, run_claimmap, run_dashboard, store_in

MOST = 2_000  # bytes
NAMED = re.compile(r"(.+), [^,:]+: (\d+ claims?)")  # a mark's spoken name
UNDATED = "Officials said that a depot burned in Kharkiv."


class Wire:
    """Counts the bytes that a page gets, over WebSocket and HTTP, but for what it asks at rest."""

    def __init__(self, page: Page) -> None:
        self.got = 0
        self.at_rest: set[str] = set()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._frame)
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._loaded)

    def _frame(self, event: dict[str, Any]) -> None:
        self.got += len(base64.b64decode(event["response"]["payloadData"]))

    def _asked(self, event: dict[str, Any]) -> None:
        if "/claimmap/health?" in event["request"]["url"]:
            self.at_rest.add(event["requestId"])

    def _loaded(self, event: dict[str, Any]) -> None:
        if event["requestId"] not in self.at_rest:
            self.got += int(event["encodedDataLength"])


def choose_source(screen: Screen, number: int) -> str:
    """Choose the source at a place of the sidebar's list; gives its name."""
    screen.page.get_by_role("combobox", name="Source", exact=True).click()
    option = screen.page.get_by_role("option").nth(number)  # the first of them chooses all
    name = option.inner_text()
    option.click()
    screen.page.keyboard.press("Escape")  # an open list hides all else from who looks by role
    expect(screen.chip(f"Source: {name}")).to_be_visible()
    return name


def test_a_source_is_chosen_in_few_bytes_and_all_of_the_page_follows(page: Page) -> None:
    screen = Screen(page)
    screen.map().evaluate("window.isStillTheSame = true")
    screen.settle()
    everything = screen.counts()
    screen.wait_for_shown(everything.shown)
    page.wait_for_timeout(1000)  # what comes after the first drawing
    wire = Wire(page)
    source = choose_source(screen, 1)
    screen.settle()
    assert 0 < wire.got <= MOST
    counts = screen.counts()
    assert 0 < counts.shown < everything.shown
    assert counts.total == counts.shown + counts.hidden + counts.undated
    screen.wait_for_shown(counts.shown)
    expect(screen.timeline()).to_contain_text(f"{counts.shown} of {counts.total} claims")
    assert screen.map().evaluate("window.isStillTheSame")
    screen.chip(f"Source: {source}").click()
    expect(screen.chip("Source:")).to_have_count(0)
    screen.wait_for_shown(everything.shown)
    assert screen.counts() == everything
    assert "source=" not in page.url


def test_the_list_under_the_map_tells_the_sums_that_are_drawn(page: Page) -> None:
    screen = Screen(page)
    marks = page.locator("li.mark summary")
    expect(marks.first).to_be_visible()
    told = marks.all_inner_texts()
    pins = screen.pins().evaluate_all("all => all.map(one => one.ariaLabel)")
    drawn = [(found[1], found[2]) for pin in pins if (found := NAMED.match(pin))]
    assert len(drawn) > 3
    for name, claims in drawn[:10]:
        assert any(text.startswith(f"{name} {claims}") for text in told), f"{name} {claims}: {told}"
    mark = screen.open_mark(drawn[0][0])
    link = mark.get_by_role("link", name="Open in report").first
    link.click()
    page.wait_for_url("**/reports?**")


@pytest.fixture
def undated_server(tmp_path: Path) -> Iterator[Server]:
    """A dashboard over one report without a date."""
    report = tmp_path / "report.txt"
    report.write_text(UNDATED)
    run_claimmap(store_in(tmp_path), "ingest", report, "--outlet", "The Daily")
    with run_dashboard(tmp_path) as running:
        yield running


def test_a_store_without_any_date_has_a_map_and_a_timeline_that_says_so(
    undated_server: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(undated_server.url))
    assert screen.state()["shown"] == screen.counts().shown > 0
    expect(screen.timeline()).to_contain_text("No claim has a date yet.")
    expect(screen.page.get_by_text("1 mark on the map")).to_be_visible()


def test_the_columns_come_once_and_before_there_is_a_map(page: Page) -> None:
    screen = Screen(page)
    screen.wait_for_shown(screen.counts().shown)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    screen.wait_for_shown(screen.counts().shown)
    screen.settle()
    page.wait_for_timeout(1000)
    columns = [at for at, url in enumerate(asked) if "/claimmap/columns/" in url]
    frames = [at for at, url in enumerate(asked) if "st_folium/index.html" in url]
    assert len(columns) == 1
    assert columns[0] < min(frames)
