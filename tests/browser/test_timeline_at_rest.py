"""The timeline at rest: keys, typed days, quick ranges; and that it tells one range only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.timeline import Timeline, ready


@pytest.fixture
def timeline(page: Page) -> Timeline:
    return ready(page)


def bars(timeline: Timeline, name: Literal["all", "passing"]) -> str:
    path: str = timeline.bars(name).evaluate("element => getComputedStyle(element).clipPath")
    return path


def after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def test_it_begins_with_all_days_and_all_agree(timeline: Timeline) -> None:
    for end, edge in (("From", "min"), ("To", "max")):
        thumb = timeline.page.get_by_role("slider", name=end, exact=True)
        assert thumb.get_attribute("aria-valuenow") == thumb.get_attribute(f"aria-value{edge}")
    timeline.must_agree()


def test_the_keyboard_walks_from_thumb_to_thumb(timeline: Timeline) -> None:
    timeline.thumb("From").focus()
    timeline.page.keyboard.press("Tab")
    expect(timeline.thumb("To")).to_be_focused()


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        (["ArrowRight"], 1),
        (["ArrowUp", "ArrowUp", "ArrowDown"], 1),
        (["PageUp"], 7),
        (["PageUp", "PageUp", "PageDown", "ArrowLeft"], 6),
        (["PageUp", "Home"], 0),
        (["ArrowRight"] * 12, 12),
    ],
)
def test_keys_move_an_end_and_none_is_lost(timeline: Timeline, keys: list[str], days: int) -> None:
    first = timeline.day("From")
    timeline.thumb("From").focus()
    for key in keys:
        timeline.page.keyboard.press(key)
    assert timeline.day("From") == after(first, days)
    timeline.wait_for_link(from_=after(first, days) if days else None)
    timeline.must_agree()
    assert timeline.day("From") == after(first, days)


def test_keys_during_the_servers_answer_are_not_lost(timeline: Timeline) -> None:
    first = timeline.day("From")
    timeline.thumb("From").focus()
    for _ in range(10):
        timeline.page.keyboard.press("ArrowRight")
        timeline.page.wait_for_timeout(130)
    timeline.page.wait_for_timeout(320)
    for _ in range(3):
        timeline.page.keyboard.press("ArrowRight")
        timeline.page.wait_for_timeout(310)
    timeline.wait_for_link(from_=after(first, 13))
    timeline.must_agree()


def test_an_end_stops_at_the_other(timeline: Timeline) -> None:
    last = timeline.day("To")
    timeline.thumb("From").press("End")
    assert timeline.day("From") == last
    timeline.thumb("From").press("ArrowRight")
    assert timeline.day("From") == last
    timeline.wait_for_link(from_=last)
    timeline.must_agree()


def test_the_window_moves_as_a_whole_by_shift_and_arrows(timeline: Timeline) -> None:
    first = timeline.day("From")
    timeline.thumb("To").press("Home")
    timeline.thumb("To").press("ArrowRight")
    timeline.thumb("To").press("Shift+PageUp")
    assert (timeline.day("From"), timeline.day("To")) == (after(first, 7), after(first, 8))
    timeline.must_agree()


def test_typed_days_move_the_thumbs(timeline: Timeline) -> None:
    wanted = after(timeline.day("From"), 20)
    timeline.field("First day").fill(wanted)
    timeline.wait_for_link(from_=wanted)
    assert timeline.day("From") == wanted
    timeline.must_agree()
    timeline.field("First day").fill("")
    timeline.wait_for_link(from_=None)
    timeline.must_agree()


def test_a_day_typed_key_by_key_counts_once_it_is_whole(timeline: Timeline) -> None:
    field = timeline.field("First day")
    field.focus()
    timeline.page.keyboard.type("09102024")
    assert "from=" not in timeline.page.url
    timeline.page.keyboard.press("Enter")
    timeline.wait_for_link(from_=field.input_value())
    assert field.input_value() in ("2024-10-09", "2024-09-10")
    timeline.must_agree()


def test_the_sidebars_days_move_the_thumbs(timeline: Timeline) -> None:
    wanted = after(timeline.day("From"), 15)
    timeline.page.locator(".stSidebar .st-key-from [data-type=year]").click()
    timeline.page.keyboard.type(wanted.replace("-", ""))
    timeline.page.keyboard.press("Escape")
    timeline.wait_for_link(from_=wanted)
    timeline.must_agree()
    assert timeline.day("From") == wanted
    timeline.screen.chip(f"From: {wanted}").click()
    timeline.wait_for_link(from_=None)
    timeline.must_agree()


@pytest.mark.parametrize(("name", "days"), [("7 days", 7), ("30 days", 30)])
def test_quick_ranges_are_the_datas_last_days(timeline: Timeline, name: str, days: int) -> None:
    timeline.root.get_by_text(name, exact=True).click()
    expect(timeline.root.get_by_text(name, exact=True)).to_have_attribute("aria-pressed", "true")
    timeline.rest()
    assert timeline.number("To") == timeline.number("To", "max")
    assert timeline.number("To") - timeline.number("From") + 1 >= days
    timeline.must_agree()
    timeline.root.get_by_text("All", exact=True).click()
    timeline.wait_for_link(from_=None, to=None)
    timeline.must_agree()


def test_another_time_shown_is_in_the_link_and_redraws_the_bars(timeline: Timeline) -> None:
    before = bars(timeline, "all")
    timeline.screen.time_shown("Publication").click()
    timeline.wait_for_link(basis="published")
    expect(timeline.bars("all")).not_to_have_css("clip-path", before)
    timeline.must_agree()


def test_another_filter_redraws_what_passes_and_keeps_all(timeline: Timeline) -> None:
    every, passing = bars(timeline, "all"), bars(timeline, "passing")
    timeline.screen.search("soldiers")
    expect(timeline.bars("passing")).not_to_have_css("clip-path", passing)
    expect(timeline.bars("all")).to_have_css("clip-path", every)
    expect(timeline.root.locator(".key")).to_contain_text("pass the other filters")


def test_the_range_is_kept_over_a_change_of_page(timeline: Timeline) -> None:
    wanted = after(timeline.day("From"), 5)
    timeline.thumb("From").focus()
    for _ in range(5):
        timeline.page.keyboard.press("ArrowRight")
    timeline.screen.go_to("Claims")
    timeline.screen.go_to("Map")
    again = ready(timeline.page)
    expect(again.thumb("From")).to_have_attribute("aria-valuetext", wanted)
    again.thumb("From").press("ArrowRight")
    again.wait_for_link(from_=after(wanted, 1))
    again.must_agree()
