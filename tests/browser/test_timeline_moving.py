"""The timeline in motion: it moves the map without the server, and tells the server once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE_MS, OpenPage
from tests.browser.serving import Server
from tests.browser.timeline import Sent, Timeline, ready

PHONE = {"width": 390, "height": 844}
STEPS = 20

Begin = Callable[..., tuple[Timeline, Sent]]


@pytest.fixture
def begin(server: Server, open_page: OpenPage) -> Begin:
    """Opens the map, and counts what its page sends from then on."""

    def begun(query: str = "", **of_the_context: Any) -> tuple[Timeline, Sent]:
        page = open_page(f"{server.url}/claimmap/health", **of_the_context)
        sent = Sent()
        sent.listen(page)
        page.goto(f"{server.url}/{query}")
        return ready(page), sent

    return begun


def drag(timeline: Timeline, x: float, y: float, by: float) -> list[int]:
    """Move the pressed mouse by so many pixels; gives how many claims the map showed on the way."""
    shown = []
    for step in range(1, STEPS + 1):
        timeline.page.mouse.move(x + by * step / STEPS, y)
        shown.append(timeline.screen.state()["shown"])
    return shown


def test_a_drag_moves_the_map_and_tells_the_server_once(begin: Begin) -> None:
    timeline, sent = begin()
    before = sent.requests
    x, y = timeline.grasp("From")
    shown = drag(timeline, x, y, timeline.width() * 0.93)
    assert timeline.number("From") > timeline.number("From", "min")
    first = timeline.day("From")
    timeline.screen.map().wait_for_function(
        "first => window.claimmap.state.first === first", arg=first
    )
    assert len(set(shown)) > 2
    assert sent.requests == before
    assert "from=" not in timeline.page.url
    timeline.page.mouse.up()
    timeline.wait_for_link(from_=first)
    timeline.must_agree()
    assert sent.requests == before + 1


def test_a_drag_there_and_back_leaves_no_trace(begin: Begin) -> None:
    timeline, _ = begin()
    x, y = timeline.grasp("To")
    drag(timeline, x, y, -200)
    drag(timeline, x - 200, y, 260)
    timeline.page.mouse.up()
    timeline.must_agree()
    assert "to=" not in timeline.page.url


def test_the_window_is_dragged_as_a_whole(begin: Begin) -> None:
    timeline, _ = begin()
    days = timeline.number("To") - timeline.number("From")
    timeline.thumb("From").focus()
    for _ in range(days // 3):
        timeline.page.keyboard.press("ArrowRight")
    timeline.must_agree()
    first, last = timeline.number("From"), timeline.number("To")
    window = timeline.root.locator(".window").bounding_box()
    assert window is not None
    x, y = window["x"] + window["width"] / 2, window["y"] + 10
    timeline.page.mouse.move(x, y)
    timeline.page.mouse.down()
    drag(timeline, x, y, -timeline.width() / 6)
    timeline.page.mouse.up()
    moved = timeline.number("From") - first
    assert moved < 0
    assert timeline.number("To") - last == moved
    timeline.must_agree()


def test_a_drag_over_the_bars_marks_a_new_range(begin: Begin) -> None:
    timeline, _ = begin()
    plot = timeline.root.locator(".plot").bounding_box()
    assert plot is not None
    x, y = plot["x"] + plot["width"] * 0.3, plot["y"] + 12
    timeline.page.mouse.move(x, y)
    timeline.page.mouse.down()
    drag(timeline, x, y, plot["width"] * 0.4)
    timeline.page.mouse.up()
    all_days = timeline.number("To", "max") - timeline.number("From", "min")
    assert abs((timeline.number("To") - timeline.number("From")) / all_days - 0.4) < 0.05
    timeline.must_agree()


@pytest.mark.parametrize("mode", ["Window", "Cumulative", "Single step"])
def test_playing_shows_other_claims_and_a_pause_writes_the_link(begin: Begin, mode: str) -> None:
    timeline, sent = begin()
    timeline.root.get_by_text(mode, exact=True).click()
    before = sent.requests
    timeline.button("Play").click()
    shown = set()
    for _ in range(200):
        shown.add(timeline.screen.state()["shown"])
        if len(shown) > 2:
            break
        timeline.page.wait_for_timeout(50)
    assert len(shown) > 1
    assert sent.requests == before
    timeline.button("Pause").click()
    timeline.must_agree()
    assert sent.requests == before + 1
    assert "from=" in timeline.page.url or "to=" in timeline.page.url


def test_cumulative_playing_only_adds_claims_up_to_all(begin: Begin) -> None:
    timeline, _ = begin()
    everything = timeline.screen.counts().shown
    timeline.root.get_by_text("Cumulative", exact=True).click()
    timeline.root.get_by_label("Speed").select_option("20")
    timeline.button("Play").click()
    shown = [timeline.screen.state()["shown"]]
    while shown[-1] < everything:
        shown.append(timeline.screen.state()["shown"])
    assert shown == sorted(shown)
    expect(timeline.button("Play")).to_be_visible(timeout=PATIENCE_MS)
    timeline.must_agree()
    assert timeline.screen.counts().shown == everything


def test_space_plays_and_pauses_and_the_counts_are_heard(begin: Begin) -> None:
    timeline, _ = begin()
    timeline.thumb("To").focus()
    heard = timeline.root.get_by_role("status").inner_text()
    timeline.page.keyboard.press("Space")
    expect(timeline.button("Pause")).to_be_visible()
    expect(timeline.root.get_by_role("status")).not_to_have_text(heard)
    timeline.page.keyboard.press("Space")
    expect(timeline.button("Play")).to_be_visible()
    timeline.must_agree()


def test_a_loop_goes_on_from_the_start(begin: Begin) -> None:
    timeline, _ = begin()
    timeline.root.get_by_label("Loop").check()
    timeline.root.get_by_label("Speed").select_option("20")
    timeline.root.get_by_label("Step", exact=True).select_option("month")
    timeline.button("Play").click()
    timeline.page.wait_for_function(
        """() => {
          const day = Number(document.querySelector("[role=slider][aria-label=From]")
            .getAttribute("aria-valuenow"));
          const went = window.claimmapLast > day;
          window.claimmapLast = day;
          return went;
        }""",
        polling=20,
    )
    timeline.button("Pause").click()
    timeline.must_agree()


def test_less_motion_means_slow_steps(begin: Begin) -> None:
    timeline, _ = begin(reduced_motion="reduce")
    timeline.root.get_by_label("Speed").select_option("20")
    timeline.root.get_by_label("Step", exact=True).select_option("week")
    timeline.button("Play").click()
    begun = timeline.number("From")
    expect(timeline.thumb("From")).not_to_have_attribute("aria-valuenow", str(begun))
    assert (timeline.number("From") - begun) % 7 == 0
    timeline.button("Pause").click()
    timeline.must_agree()


def test_two_tabs_of_one_browser_move_apart(begin: Begin, server: Server) -> None:
    timeline, _ = begin()
    other = timeline.page.context.new_page()
    other.goto(server.url)
    elsewhere = ready(other)
    before = elsewhere.screen.state()
    timeline.page.bring_to_front()
    x, y = timeline.grasp("From")
    drag(timeline, x, y, timeline.width() * 0.6)
    timeline.page.mouse.up()
    timeline.must_agree()
    other.bring_to_front()
    assert elsewhere.screen.state() == before
    elsewhere.must_agree()


def test_what_is_pressed_right_after_a_key_goes_ahead_and_the_range_too(begin: Begin) -> None:
    timeline, _ = begin()
    timeline.thumb("From").press("PageUp")
    wanted = timeline.day("From")
    timeline.screen.time_shown("Statement").click()
    timeline.wait_for_link(basis="statement", from_=wanted)
    timeline.must_agree()


def test_a_finger_moves_an_end(begin: Begin) -> None:
    timeline, sent = begin(viewport=PHONE, has_touch=True, is_mobile=True)
    x, y = timeline.middle("From")
    before = sent.requests
    session = timeline.page.context.new_cdp_session(timeline.page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, STEPS + 1):
        touch("touchMove", {"x": x + step * 5, "y": y + step})
    expect(timeline.thumb("From")).not_to_have_attribute(
        "aria-valuenow", str(timeline.number("From", "min"))
    )
    assert sent.requests == before
    touch("touchEnd")
    timeline.must_agree()
    assert f"from={timeline.day('From')}" in timeline.page.url
