"""The plain ways to show the same claims: how long a change of the range takes each of them."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Error

from tests.bench.dashboard.apps.claims import ARRAYS
from tests.bench.dashboard.browsing import IDLE, PATIENCE_MS, Tab
from tests.bench.dashboard.costs import OPENINGS, Cost
from tests.bench.dashboard.serving import App, run_app

APPS = Path(__file__).resolve().parent / "apps"
PEERS = ("floor", "marker_per_place", "fast_marker_cluster", "st_map", "pydeck_places")
"""The plain apps; the first holds nothing but a slider."""

_MOST_MISSED = 3
_ENOUGH_S = 100  # a slow app is not asked for every change

# What an app says of its range stands in a text of its own.
_RANGE = "[...document.querySelectorAll('[data-testid=stText]')].map(e => e.textContent).join()"
_FRAMES = "[...document.querySelectorAll('iframe[title*=folium]')].map(f => f.contentWindow)"
# A map is drawn once a frame that was not there before the change shows a mark of Leaflet's.
_MARKS = ".leaflet-interactive, .leaflet-marker-icon, .marker-cluster"
_MAPPED = f"{_FRAMES}.some(w => !w.before && w.document.querySelector('{_MARKS}'))"
_CANVAS = "document.querySelector('canvas')"
SLIDER = "document.querySelector('input[type=range]')"
"""What the floor's page holds: the page rests before it is there."""
# What draws on the page itself has drawn when the page is idle for two frames.
_SETTLED = """() => new Promise(done => requestIdleCallback(() =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin
    + performance.now())))))"""


class TooSlowError(Exception):
    """It takes longer than anybody waits, or has brought the tab down; in words."""


def measure(name: str, browser: Browser, arrays: Path, changes: int) -> Cost:
    """Start one plain app over the claims in a file, open it twice, and move its slider.

    Raises TooSlowError where it shows no map in time.
    """
    settings = {"CLAIMMAP_BENCH_APP": name, ARRAYS: str(arrays)}
    with run_app(APPS / "serve.py", settings) as app:
        driven = _Driven(name, browser, app)
        driven.open().close()  # warms the server
        openings = OPENINGS if name == "floor" else 1  # a slow app is opened once
        tabs: list[Tab] = []
        for _ in range(openings):
            for tab in tabs:
                tab.close()
            tabs = [driven.open()]
        return driven.change(tabs[0], changes)


class _Driven:
    """One plain app in a browser. firsts: of each opening, ms."""

    def __init__(self, name: str, browser: Browser, app: App) -> None:
        self.browser = browser
        self.app = app
        self.firsts: list[float] = []
        self.is_floor = name == "floor"
        self.on_page = name.startswith(("st", "pydeck"))
        mapped = _CANVAS if self.on_page else _MAPPED
        self.ready = f"{IDLE} && {SLIDER}" if self.is_floor else f"{_RANGE} && {IDLE} && {mapped}"

    def open(self) -> Tab:
        """A tab that shows the map."""
        tab = Tab(self.browser)
        try:
            took = tab.open(self.app.url, self.ready)
        except Error as error:
            raise TooSlowError(f"no map in {PATIENCE_MS // 1000} s{_crash(error)}") from error
        self.firsts.append(took)
        tab.page.get_by_role("slider").first.wait_for()
        tab.page.wait_for_timeout(500)
        return tab

    def change(self, tab: Tab, changes: int) -> Cost:
        """Move the slider so often, or as often as is time for."""
        tab.page.get_by_role("slider").first.focus()
        heap, got, cpu = tab.heap(), tab.got, self.app.cpu()
        times: list[float] = []
        started = time.perf_counter()
        missed = 0
        # A range that shows the same places is passed over by st_folium, which draws nothing.
        patience = min(PATIENCE_MS, max(10_000, 5 * self.firsts[-1]))
        while len(times) + missed < changes:
            try:
                times.append(self._once(tab, patience))
            except Error as error:
                missed += 1
                if missed > _MOST_MISSED or "crash" in str(error):
                    break
            if time.perf_counter() - started > _ENOUGH_S:
                break
        if not times:
            first = f"a map in {self.firsts[-1] / 1000:.0f} s"
            raise TooSlowError(f"{first}, no change of it in {patience / 1000:.0f} s")
        return Cost(
            firsts=tuple(self.firsts[1:]),
            changes=tuple(times),
            got=(tab.got - got) / len(times),
            heap=heap,
            cpu=(self.app.cpu() - cpu) * 1000 / len(times),
            memory=self.app.memory(),
        )

    def _once(self, tab: Tab, patience: float) -> float:
        tab.page.evaluate(
            f"() => {{ window.told = {_RANGE}; window.before = window.rests;"
            f" {_FRAMES}.forEach(w => w.before = 1) }}"
        )
        press = partial(tab.page.keyboard.press, "ArrowRight")
        if self.is_floor:
            took = tab.timed(press, f"window.rests > window.before && {IDLE}", patience)
        else:
            took = tab.timed(press, f"{_RANGE} !== window.told && {self.ready}", patience)
        if self.on_page:
            took = float(tab.page.evaluate(_SETTLED)) - float(tab.page.evaluate("window.acted"))
        tab.page.wait_for_timeout(200)
        return took


def _crash(error: Error) -> str:
    return ", the tab crashed" if "crash" in str(error).lower() else ""
