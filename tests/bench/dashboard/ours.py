"""What Claim Map itself takes, driven in Chromium as a reader drives it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from playwright.sync_api import Browser

from tests.bench.dashboard.browsing import Tab
from tests.bench.dashboard.peers import Cost
from tests.bench.dashboard.serving import ROOT, App, run_app

_FRAME = "document.querySelector('iframe[title*=folium]')?.contentWindow"
_DRAWN = f"{_FRAME}?.performance.getEntriesByName('claimmap:drawn').at(-1)?.startTime"
_SHOWN = f"{_FRAME}?.claimmap?.state?.places > 0 && {_DRAWN}"
_IDLE = "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
_POPUP = f"{_FRAME}.document.querySelector('.claimmap-popup article')"
# Frames of the page and marks of the map on one clock, that of the page.
_WATCH = f"""() => {{
  const map = {_FRAME};
  const log = window.drag = {{frames: [], moves: [], drawn: []}};
  const apart = map.performance.timeOrigin - performance.timeOrigin;
  addEventListener('pointermove', () => log.moves.push(performance.now()), true);
  new map.PerformanceObserver(list => list.getEntriesByName('claimmap:drawn').forEach(
    mark => log.drawn.push(mark.startTime + apart))).observe({{entryTypes: ['mark']}});
  const frame = now => {{ log.frames.push(now); requestAnimationFrame(frame); }};
  requestAnimationFrame(frame);
}}"""
_STEPS = 90


@dataclass(frozen=True, slots=True)
class Own:
    """What only our timeline and filter have; times in milliseconds.

    drags: from each move of the hand to the map redrawn. frames: between two frames while
    dragging. messages: from the page to the server while dragging. sources: from the choice of a
    source to map and counts redrawn. searches: the same for words. filter_bytes: over the wire at
    each of them. popups: from the click to the claims. columns: bytes of the first map. session:
    MB of the server for a further session.
    """

    cost: Cost
    drags: tuple[float, ...]
    frames: tuple[float, ...]
    messages: int
    sources: tuple[float, ...]
    searches: tuple[float, ...]
    filter_bytes: float
    popups: tuple[float, ...]
    columns: float
    session: float


def measure(browser: Browser, database: str, changes: int) -> Own:
    """Start the dashboard over a store, open it twice, and do all that a reader does."""
    with run_app(ROOT / "dashboard.py", {"CLAIMMAP_DATABASE": database}) as app:
        warm = Tab(browser)
        warm.open(app.url, _SHOWN)
        before = app.memory()
        tab = Tab(browser)
        first = tab.open(app.url, f"{_SHOWN} && {_IDLE}")
        session = app.memory() - before
        warm.close()
        columns = float(tab.got)
        _settle(tab)
        frames, drags, messages = _drag(tab)
        got, cpu = tab.got, app.cpu()
        steps = tuple(_timed(tab, partial(_step, tab)) for _ in range(changes))
        cost = Cost(
            first=first,
            changes=steps,
            got=(tab.got - got) / changes,
            heap=tab.heap(),
            cpu=(app.cpu() - cpu) * 1000 / changes,
            memory=app.memory(),
        )
        got = tab.got
        sources = _choose_sources(tab, changes)
        filter_bytes = (tab.got - got) / max(1, len(sources))
        searches = _search(tab)
        popups = _open_popups(app, browser)
        tab.close()
    return Own(
        cost, drags, frames, messages, sources, searches, filter_bytes, popups, columns, session
    )


def percentile(values: tuple[float, ...], share: float) -> float:
    """A percentile, share from 0 to 100; NaN of none."""
    return float(np.percentile(values, share)) if values else float("nan")


def _settle(tab: Tab) -> None:
    tab.wait(_IDLE)
    tab.page.wait_for_timeout(500)


def _timed(tab: Tab, act: Callable[[], Any], also: str = "true") -> float:
    """Milliseconds from an act to the map redrawn after it, and a condition that holds then."""
    before = tab.page.evaluate(f"() => {_DRAWN}")
    start = time.perf_counter()
    act()
    tab.wait(f"({_DRAWN}) > {before} && {also}")
    took = (time.perf_counter() - start) * 1000
    _settle(tab)
    return took


def _step(tab: Tab) -> None:
    """A bigger step of the first thumb."""
    tab.page.get_by_role("slider", name="From").press("PageUp")


def _drag(tab: Tab) -> tuple[tuple[float, ...], tuple[float, ...], int]:
    """Drag the first thumb across the middle of the axis: frames, delays, messages sent."""
    page = tab.page
    thumb = page.get_by_role("slider", name="From")
    thumb.scroll_into_view_if_needed()
    box, end = thumb.bounding_box(), page.get_by_role("slider", name="To").bounding_box()
    assert box is not None
    assert end is not None
    y, x = box["y"] + box["height"] / 2, box["x"] + box["width"] / 2
    width = (end["x"] - box["x"]) * 0.7
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 5, y)
    page.wait_for_timeout(300)
    sent = tab.sent
    page.evaluate(_WATCH)
    for step in range(_STEPS):
        page.mouse.move(x + 5 + width * (step + 1) / _STEPS, y)
        page.wait_for_timeout(16)
    messages = tab.sent - sent
    log = page.evaluate("() => window.drag")
    page.mouse.up()
    _settle(tab)
    page.get_by_role("slider", name="From").press("Home")
    _settle(tab)
    frames = tuple(np.diff([f for f in log["frames"] if f <= log["moves"][-1]]).tolist())
    drawn = np.array(log["drawn"])
    delays = [drawn[drawn >= move].min() - move for move in log["moves"] if (drawn >= move).any()]
    return frames, tuple(map(float, delays)), messages


def _choose_sources(tab: Tab, changes: int) -> tuple[float, ...]:
    """Choose and take out a source, again and again, until the page rests with map and counts."""
    field = tab.page.get_by_role("combobox", name="Source")
    times = []
    for turn in range(changes):
        if turn % 2:
            chip = tab.page.get_by_role("button", name="Source:").first
            times.append(_timed(tab, chip.click, _IDLE))
            continue
        field.click()
        option = tab.page.get_by_role("option").nth(1 + turn // 2)  # the first chooses all
        option.wait_for()
        times.append(_timed(tab, option.click, _IDLE))
        tab.page.keyboard.press("Escape")  # an open list hides all else from who looks by role
    return tuple(times)


def _search(tab: Tab) -> tuple[float, ...]:
    field = tab.page.get_by_label("Words in the sentence")
    times = []
    for words in ("north", "report officials", "said", ""):
        field.fill(words)
        times.append(_timed(tab, partial(field.press, "Enter"), _IDLE))
    return tuple(times[:-1])


def _open_popups(app: App, browser: Browser) -> tuple[float, ...]:
    """Open the places with the most claims by their buttons."""
    tab = Tab(browser)
    tab.open(app.url, f"{_SHOWN} && {_IDLE}")
    _settle(tab)
    frame = tab.page.frame_locator("iframe[title*=folium]")
    times = []
    for number in range(3):
        pin = frame.locator(".claimmap-pin").nth(number)
        start = time.perf_counter()
        pin.press("Enter")
        tab.wait(f"{_POPUP} || {_FRAME}.document.querySelector('.claimmap-popup .choice')")
        times.append((time.perf_counter() - start) * 1000)
        tab.page.keyboard.press("Escape")
        tab.wait(f"!{_FRAME}.document.querySelector('.claimmap-popup')")
    tab.close()
    return tuple(times)
