"""What Claim Map itself takes, driven in Chromium as a reader drives it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar
from urllib.request import urlopen

from playwright.sync_api import Browser, Error, Request

from tests.bench.dashboard import acts
from tests.bench.dashboard.browsing import PATIENCE_MS, Tab
from tests.bench.dashboard.costs import OPENINGS, Cost, Own, Session
from tests.bench.dashboard.serving import ROOT, App, run_app

T = TypeVar("T")

_NONE: tuple[float, ...] = ()
_NO_SESSIONS: tuple[Session, ...] = ()
_COLD_MS = 180_000  # of a server that has yet to read a million claims
SESSIONS = (1, 2, 4)
"""With how many sessions at once the dashboard is measured."""
_ROUNDS = 2
_GIVEN_BACK_MS = 3_000  # in which the server gives back what the last changes took


class Reader:
    """Acts in one tab; an act that does not come to its end is written down, not fatal."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.missed: list[str] = []

    def each(self, name: str, act: Callable[[int], float], times: int) -> tuple[float, ...]:
        """The milliseconds of an act, done so often."""
        tell(name)
        found = []
        for turn in range(times):
            try:
                found.append(act(turn))
            except Error as error:
                self.missed.append(f"{name} {turn + 1}: {str(error).partition(chr(10))[0]}")
                if len(self.missed) > 2:
                    break
        return tuple(found)

    def once(self, name: str, act: Callable[[], T], otherwise: T) -> T:
        """What an act gives, or what stands for nothing."""
        tell(name)
        try:
            return act()
        except (Error, AssertionError) as error:
            self.missed.append(f"{name}: {str(error).partition(chr(10))[0]}")
            return otherwise


def measure(
    browser: Browser, database: str, changes: int, sessions: Sequence[int] = SESSIONS
) -> tuple[Cost, Own]:
    """Start the dashboard over a store, open it again and again, and do all that a reader does."""
    with run_app(ROOT / "dashboard.py", {"CLAIMMAP_DATABASE": database}) as app:
        tell("first map")
        cold = _open(browser, app, _COLD_MS)
        _warm(app)
        firsts = tuple(_open(browser, app) for _ in range(OPENINGS))
        tab = Tab(browser)
        tab.open(app.url, acts.SHOWN)
        tab.settle()
        reader = Reader(tab)
        drag = reader.once("drag", partial(acts.drag, tab), acts.Drag((), (), 0))
        cost = _step(reader, app, firsts, changes)
        got = tab.got
        sources = reader.each("source", partial(acts.choose_source, tab), changes + changes % 2)
        return cost, Own(
            cold=cold,
            drags=drag.drags,
            frames=drag.frames,
            messages=drag.messages,
            sources=sources,
            filter_bytes=(tab.got - got) / max(1, len(sources)),
            searches=_search(reader),
            popups=reader.once("popups", partial(acts.open_popups, tab), _NONE),
            sessions=reader.once(
                "sessions", partial(_sessions, browser, app, tab, sessions), _NO_SESSIONS
            ),
            columns=_columns(browser, app),
            peak=app.peak(),
            missed=tuple(reader.missed),
        )


def _step(reader: Reader, app: App, firsts: tuple[float, ...], changes: int) -> Cost:
    """Move the range by the keyboard, there and back."""
    tab = reader.tab
    got, cpu = tab.got, app.cpu()
    steps = reader.each("step", partial(acts.step, tab), changes)
    got, cpu = tab.got - got, app.cpu() - cpu
    reader.once("all days", partial(acts.reset_range, tab), None)
    done = max(1, len(steps))
    return Cost(firsts, steps, got / done, tab.heap(), cpu * 1000 / done, app.memory())


def _search(reader: Reader) -> tuple[float, ...]:
    """Search for words of all kinds, then for none."""
    tab, words = reader.tab, acts.WORDS
    found = reader.each("words", lambda turn: acts.search(tab, words[turn]), len(words))
    reader.each("no words", lambda _: acts.search(tab, ""), 1)
    return found


def tell(words: str) -> None:
    """Say how far it has got."""
    print(f"    {time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def _open(browser: Browser, app: App, patience: float = PATIENCE_MS) -> float:
    """Milliseconds to the first map in a browser that has nothing yet."""
    tab = Tab(browser)
    try:
        return tab.open(app.url, acts.SHOWN, patience)
    finally:
        tab.close()


def _warm(app: App) -> None:
    """Wait until the server has compared all claims, which it does once after its start."""
    with urlopen(f"{app.url}/claimmap/health") as answer:
        digest = json.load(answer)["digest"]
    with urlopen(f"{app.url}/claimmap/conflicts/{digest}") as answer:
        answer.read()


def _columns(browser: Browser, app: App) -> float:
    """Bytes of the claims' columns over the wire."""
    tab = Tab(browser)
    done: list[Request] = []
    # Those of the page's workers as well.
    tab.page.on("requestfinished", lambda request: done.append(request))
    tab.open(app.url, acts.SHOWN)
    tab.settle()
    sizes = [one.sizes() for one in done if "/columns/" in one.url]
    tab.close()
    return float(sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes))


def _sessions(browser: Browser, app: App, first: Tab, counts: Sequence[int]) -> tuple[Session, ...]:
    """The server with more and more sessions, all choosing a source at the same time."""
    tabs, found = [first], []
    for count in counts:
        while len(tabs) < count:
            tabs.append(Tab(browser))
            tabs[-1].open(app.url, acts.SHOWN)
            tabs[-1].settle()
        changes = tuple(_at_once(tabs) for _ in range(_ROUNDS))
        tabs[0].page.wait_for_timeout(_GIVEN_BACK_MS)
        found.append(Session(count, app.memory(), changes))
    for tab in tabs[1:]:
        tab.close()
    return tuple(found)


def _at_once(tabs: list[Tab]) -> float:
    """Milliseconds until every tab shows the source that was chosen in all of them."""
    options = [acts.offer_source(tab, 2 * number) for number, tab in enumerate(tabs)]
    start = time.perf_counter()
    for option in options:
        option.click()
    for tab in tabs:
        tab.wait(acts.agreed())
    took = (time.perf_counter() - start) * 1000
    for tab in tabs:
        tab.page.keyboard.press("Escape")
        tab.page.wait_for_timeout(300)
        acts.chip(tab).click()
        tab.settle()
    return took
