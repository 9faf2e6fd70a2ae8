"""The dashboard over the seeds, driven as a person drives it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from claimmap.model import Claim, Document, Span
from claimmap.store import Store
from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import ROOT, Server

PHONE = {"width": 390, "height": 844}
PAGES = ["Map", "Claims", "Reports"]


@pytest.fixture
def screen(page: Page) -> Screen:
    """The map page, settled."""
    screen = Screen(page)
    screen.map()
    screen.settle()
    return screen


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    """The store that the dashboard reads."""
    store = Store(server.store)
    yield store
    store.close()


def claims_of(store: Store) -> list[tuple[Claim, Document]]:
    extractions = [store.extraction(row.id) for row in store.documents()]
    return [(claim, found.document) for found in extractions if found for claim in found.claims]


def inside(span: Span, other: Span) -> Span:
    """The part of a span that lies in another; an empty span where none does."""
    start = max(span.start, other.start)
    return Span(start, max(start, min(span.end, other.end)))


def zoom_of(screen: Screen) -> float:
    zoom: float = screen.map().evaluate("window.map.getZoom()")
    return zoom


def test_the_seeds_claims_are_on_the_map_without_a_click(screen: Screen) -> None:
    state = screen.state()
    assert state["shown"] > 0
    assert state["places"] > 0
    assert screen.pins().count() > 0


def test_the_map_shows_as_many_claims_as_the_counts_say(screen: Screen, store: Store) -> None:
    line = screen.counts()
    assert screen.state()["shown"] == line.shown
    assert line.total == line.shown + line.hidden + line.undated
    assert line.total == len(claims_of(store))
    assert screen.state()["places"] == len(store.places())


def test_counts_and_map_agree_at_each_step_of_the_timeline(screen: Screen) -> None:
    for _ in range(3):
        screen.slide("ArrowRight")
        line = screen.counts()
        screen.wait_for_shown(line.shown)
        assert line.total == line.shown + line.hidden + line.undated


def test_a_popup_shows_the_words_of_the_report(screen: Screen, store: Store) -> None:
    told = [
        (
            claim.sentence.of(document.text),
            "".join(inside(part, claim.sentence).of(document.text) for part in claim.content),
        )
        for claim, document in claims_of(store)
    ]
    popup = screen.open_popup()
    for article in popup.locator("article").all():
        quote = article.locator("blockquote")
        marked = "".join(quote.locator("mark").all_text_contents())
        assert (quote.text_content(), marked) in told


def test_the_popups_link_opens_the_report_at_the_claim(screen: Screen) -> None:
    article = screen.open_popup().locator("article").first
    marked = "".join(article.locator("mark").all_text_contents())
    with screen.page.context.expect_page() as opened:
        article.get_by_role("link").last.click()
    report = Screen(opened.value)
    report.settle()
    chosen = opened.value.locator(".chosen")
    expect(chosen.first).to_be_in_viewport()
    assert "".join(chosen.all_text_contents()).startswith(marked[:20])


def test_popup_zoom_and_frame_survive_the_timeline(screen: Screen) -> None:
    frame = screen.map()
    frame.evaluate("window.isStillTheSame = true")
    frame.get_by_role("button", name="Zoom in").click()
    popup = screen.open_popup()
    title = popup.get_by_role("heading").inner_text()
    zoom = zoom_of(screen)
    before = screen.counts()
    screen.slide("ArrowRight", 2)
    screen.slide("ArrowLeft", 1)
    screen.slide("Home")
    screen.wait_for_shown(before.shown)
    assert frame.evaluate("window.isStillTheSame")
    assert zoom_of(screen) == zoom
    expect(popup.get_by_role("heading")).to_have_text(title)
    expect(popup.locator("article").first).to_be_visible()


def test_the_filter_is_kept_on_every_page_and_in_the_link(
    screen: Screen, open_page: OpenPage
) -> None:
    everything = screen.counts()
    screen.search("soldiers")
    filtered = screen.counts()
    assert 0 < filtered.shown < everything.shown
    screen.wait_for_shown(filtered.shown)
    for name in ("Claims", "Reports", "Map"):
        screen.go_to(name)
        expect(screen.chip("Text: soldiers")).to_be_visible()
        assert screen.counts() == filtered
        assert parse_qs(urlsplit(screen.page.url).query)["text"] == ["soldiers"]
    elsewhere = Screen(open_page(screen.page.url))
    elsewhere.wait_for_shown(filtered.shown)
    elsewhere.settle()
    assert elsewhere.counts() == filtered


def test_a_filter_is_removed_by_its_chip(screen: Screen) -> None:
    everything = screen.counts()
    screen.search("soldiers")
    screen.chip("Text: soldiers").click()
    expect(screen.chip("Text: soldiers")).to_have_count(0)
    screen.settle()
    assert screen.counts() == everything
    screen.wait_for_shown(everything.shown)
    assert "text" not in parse_qs(urlsplit(screen.page.url).query)


def test_garbage_in_the_link_is_dropped(server: Server, open_page: OpenPage) -> None:
    garbage = "?from=yesterday&to=2024-13-45&basis=moon&stance=loud&place=x&source=Nobody&page=9"
    screen = Screen(open_page(server.url + "/" + garbage))
    state = screen.state()
    screen.settle()
    assert state["shown"] == screen.counts().shown == screen.counts().total


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_asks_nobody_else(screen: Screen, name: str) -> None:
    screen.go_to(name)
    expect(screen.page.locator(".claimmap-counts")).to_be_visible()
    expect(screen.page.locator("[data-testid=stException]")).to_have_count(0)


def test_a_report_shows_its_whole_text_with_what_was_found_marked(
    screen: Screen, store: Store
) -> None:
    (row,) = store.documents()
    extraction = store.extraction(row.id)
    assert extraction is not None
    screen.go_to("Reports")
    screen.page.get_by_role("link", name=row.title).click()
    text = screen.page.locator(".claimmap-root .text")
    expect(text).to_be_visible()
    assert text.text_content() == extraction.document.text
    for kind in ("claim", "source", "place", "date", "number"):
        assert text.locator(f".run.{kind}").count() > 0


def test_the_keyboard_alone_reaches_a_claim_on_the_map(screen: Screen) -> None:
    pins = screen.pins()
    pins.first.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.popup()).to_be_visible()
    screen.page.keyboard.press("Escape")
    expect(screen.popup()).to_have_count(0)
    in_focus = screen.map().evaluate("document.activeElement.className")
    assert "claimmap-pin" in in_focus


def test_the_keyboard_alone_reaches_a_claim_in_the_list(screen: Screen) -> None:
    marks = screen.page.locator("li.mark")
    for wanted in (marks.locator("summary").first, marks.locator("a.open").first):
        expect(wanted).to_be_attached()
        for _ in range(200):
            screen.page.keyboard.press("Tab")
            if wanted.evaluate("one => one.getRootNode().activeElement === one"):
                break
        screen.page.keyboard.press("Enter")
    expect(screen.page.locator(".text .chosen").first).to_be_in_viewport()


def test_a_phone_shows_the_timeline_on_its_first_screen(
    server: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(server.url, viewport=PHONE))
    screen.map()
    screen.settle()
    wide = screen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    box = screen.page.locator(".claimmap-timeline .plot").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert box["y"] + box["height"] <= PHONE["height"]


def test_a_phone_shows_the_pages_and_goes_to_them(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport=PHONE)
    screen = Screen(page)
    screen.map()
    screen.settle()
    page.get_by_test_id("stMain").get_by_role("link", name="Reports", exact=True).click()
    page.wait_for_url("**/reports**")
    expect(page.get_by_text("Text of the report")).to_be_attached()


def test_the_map_page_has_one_switch_of_times_and_other_pages_keep_it(screen: Screen) -> None:
    switches = screen.page.get_by_text("Time shown").filter(visible=True)
    expect(switches).to_have_count(1)
    screen.time_shown("Statement").click()
    screen.page.wait_for_url("**basis=statement**")
    screen.settle()
    screen.go_to("Claims")
    expect(switches).to_have_count(1)
    expect(screen.page.get_by_role("combobox", name="Time shown")).to_have_value("statement")


def test_timeline_and_switch_in_one_breath_are_both_kept(screen: Screen) -> None:
    first, _ = screen.ends()
    first.focus()
    screen.page.keyboard.press("ArrowRight")
    screen.time_shown("Statement").click()
    screen.page.wait_for_url(lambda url: {"from", "basis"} <= set(parse_qs(urlsplit(url).query)))
    screen.settle()
    kept = parse_qs(urlsplit(screen.page.url).query)
    assert kept["basis"] == ["statement"]
    assert len(kept["from"]) == 1


def test_a_new_report_shows_without_a_restart(
    new_server: Server, open_page: OpenPage, tmp_path: Path
) -> None:
    screen = Screen(open_page(new_server.url))
    screen.map()
    screen.settle()
    before = screen.counts()
    report = tmp_path / "report.txt"
    report.write_text("Officials said on 11 October 2024 that a depot burned in Kharkiv.\n")
    new_server.ingest(report, "--outlet", "Morning Paper", "--published", "2024-10-12")
    expect(screen.page.locator(".claimmap-counts")).not_to_contain_text(f"of {before.total} claim")
    screen.settle()
    assert screen.counts().total > before.total
    screen.wait_for_shown(screen.counts().shown)


def test_the_readmes_screenshot_is_taken(screen: Screen, tmp_path: Path) -> None:
    wanted = os.environ.get("CLAIMMAP_SCREENSHOT")
    path = ROOT / "docs" / "screenshot.png" if wanted else tmp_path / "screenshot.png"
    screen.open_popup("Khabarovsk")
    screen.wait_for_rest()
    screen.page.screenshot(path=path)
    assert path.stat().st_size > 20_000
