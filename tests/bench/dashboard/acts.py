"""What a reader does on the dashboard, each act timed until the screen shows it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from playwright.sync_api import Error, Locator

from tests.bench.dashboard.browsing import IDLE, Tab

_FRAME = "document.querySelector('iframe[title*=folium]')?.contentWindow"
_MARK = f"{_FRAME}?.performance.getEntriesByName('claimmap:drawn').at(-1)"
# By the clock of page and frame, so that a frame made anew is seen to be later.
_DRAWN = f"({_FRAME}?.performance.timeOrigin + {_MARK}?.startTime)"
SHOWN = f"{_FRAME}?.claimmap?.state?.places > 0 && {_DRAWN} > 0 && {IDLE}"
"""Whether map and page are there, in JavaScript."""
_COUNTED = "parseInt(document.querySelector('.claimmap-counts')?.innerText.replace(/,/g, ''))"
# The map is drawn, the page's own counts are there, and the two agree.
_AGREED = f"{IDLE} && {_DRAWN} > window.before && {_COUNTED} === {_FRAME}.claimmap.state.shown"
_CHIPS = """[...document.querySelectorAll('button')].map(e => e.innerText.trim())
  .filter(words => /^(Source|Text): /.test(words)).join()"""
_POPUP = f"{_FRAME}.document.querySelector('.claimmap-popup')"
_SINGLE = "button.claimmap-pin:not([aria-label*=' +'])"
_WATCH = """() => {
  window.posts = [];
  const log = window.drag = { frames: [], moves: [] };
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('pointermove', () => log.moves.push(now()), true);
  const frame = () => { log.frames.push(now()); requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}"""
_STEPS = 90
_KEYS_REST = 400  # a little more than the pause after a key, in ms, at which the page follows
WORDS = ("heavy rain", "said", "hospitals repaired", "earthquake", "minist")
"""Searched for: few and many claims, a beginning of a word."""


class Drag(NamedTuple):
    """frames, drags, messages: as in ``costs.Own``."""

    frames: tuple[float, ...]
    drags: tuple[float, ...]
    messages: int


def step(tab: Tab, turn: int) -> float:
    """A bigger step of the first thumb, there or back: until the map is drawn anew."""
    thumb = tab.page.get_by_role("slider", name="From", exact=True)
    thumb.focus()
    tab.page.evaluate(f"() => {{ window.before = {_DRAWN} }}")
    key = "PageDown" if turn // 5 % 2 else "PageUp"
    took = tab.timed(partial(tab.page.keyboard.press, key), f"{_DRAWN} > window.before")
    tab.page.wait_for_timeout(_KEYS_REST)
    tab.settle()
    return took


def reset_range(tab: Tab) -> None:
    """Back to all days."""
    tab.page.get_by_role("slider", name="From", exact=True).press("Home")
    tab.page.wait_for_timeout(_KEYS_REST)
    tab.settle()


def drag(tab: Tab) -> Drag:
    """Drag the first thumb across the axis, without a pause."""
    page = tab.page
    x, y = _middle(page.get_by_role("slider", name="From", exact=True))
    width = (_middle(page.get_by_role("slider", name="To", exact=True))[0] - x) * 0.7
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_WATCH)
    sent = tab.sent
    for number in range(1, _STEPS + 1):
        page.mouse.move(x + width * number / _STEPS, y)
        page.wait_for_timeout(8)
    page.wait_for_timeout(100)
    messages = tab.sent - sent
    log = page.evaluate("() => ({ ...window.drag, posts: window.posts })")
    page.mouse.up()
    tab.settle()
    reset_range(tab)
    moved = [at for at in log["frames"] if log["moves"][0] <= at <= log["moves"][-1]]
    return Drag(tuple(b - a for a, b in pairwise(moved)), delays(log), messages)


def delays(log: dict[str, Any]) -> tuple[float, ...]:
    """From the first move that a range tells of, to the first drawing that has got as far."""
    ranges = [post for post in log["posts"] if post["kind"] == "range"]
    drawings = [post for post in log["posts"] if post["kind"] == "drawn"]
    found, before = [], 0.0
    for post in ranges:
        moves = [at for at in log["moves"] if before < at <= post["at"]]
        shown = [d["at"] for d in drawings if d["at"] >= post["at"] and d["first"] >= post["first"]]
        if moves and shown:
            found.append(min(shown) - min(moves))
        before = post["at"]
    return tuple(found)


def choose_source(tab: Tab, turn: int) -> float:
    """Choose a source, and at every second turn take it out again."""
    page = tab.page
    if turn % 2:
        return _filtered(tab, chip(tab), f"!({_CHIPS})")
    option = offer_source(tab, turn)
    try:
        return _filtered(tab, option, f"{_CHIPS}.includes('Source')")
    finally:
        page.keyboard.press("Escape")  # an open list hides all else from who looks by role
        page.wait_for_timeout(300)


def chip(tab: Tab) -> Locator:
    """The button that takes the source out."""
    return tab.page.get_by_role("button", name="Source: ").first


def offer_source(tab: Tab, turn: int) -> Locator:
    """Open the list of sources; one of it."""
    tab.page.get_by_role("combobox", name="Source", exact=True).click()
    option = tab.page.get_by_role("option").nth(1 + turn // 2)  # the first chooses all
    option.wait_for()
    tab.page.wait_for_timeout(200)
    note_drawn(tab)
    return option


def note_drawn(tab: Tab) -> None:
    """Remember what is drawn, for ``agreed``."""
    tab.page.evaluate(f"() => {{ window.before = {_DRAWN} }}")


def agreed() -> str:
    """Whether map and counts show what was chosen since ``note_drawn``, in JavaScript."""
    return f"{_CHIPS}.includes('Source') && {_AGREED}"


def search(tab: Tab, words: str) -> float:
    """Search for words; "" takes them out."""
    field = tab.page.get_by_label("Words in the sentence")
    field.fill(words)
    there = f"{_CHIPS}.includes({words!r})" if words else f"!({_CHIPS})"
    tab.page.evaluate(f"() => {{ window.before = {_DRAWN} }}")
    took = tab.timed(partial(field.press, "Enter"), f"{there} && {_AGREED}")
    tab.settle()
    return took


def open_popups(tab: Tab, most: int = 5) -> tuple[float, ...]:
    """Open places by their marks, until their claims are there to read."""
    frame = tab.page.frame_locator("iframe[title*=folium]")
    times = []
    for number in range(most):
        pin = frame.locator(_SINGLE).nth(number)
        try:
            pin.focus(timeout=3_000)
        except Error:  # there are no more in view
            break
        press = partial(tab.page.keyboard.press, "Enter")
        times.append(tab.timed(press, f"{_POPUP}?.querySelector('article')"))
        tab.page.wait_for_timeout(500)
        tab.page.keyboard.press("Escape")
        tab.wait(f"!{_POPUP}")
    return tuple(times)


def _filtered(tab: Tab, target: Locator, there: str) -> float:
    tab.page.evaluate(f"() => {{ window.before = {_DRAWN} }}")
    took = tab.timed(target.click, f"{there} && {_AGREED}")
    tab.settle()
    return took


def _middle(thumb: Locator) -> tuple[float, float]:
    thumb.scroll_into_view_if_needed()
    box = thumb.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
