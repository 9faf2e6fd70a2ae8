"""The plain ways to show the same claims: how long a change of the range takes each of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Error

from tests.bench.dashboard.apps.claims import ARRAYS
from tests.bench.dashboard.browsing import Tab
from tests.bench.dashboard.serving import App, run_app

APPS = Path(__file__).resolve().parent / "apps"

LARGEST = {
    "floor": 1_000_000,
    "marker_per_claim": 100,
    "marker_per_place": 10_000,
    "fast_marker_cluster": 1_000_000,
    "st_map": 100_000,
    "pydeck_places": 1_000_000,
}
"""The plain apps, and up to how many claims each is asked: past that a change takes minutes."""


# A slow way is not asked for every change.
_ENOUGH_MS = 60_000

# What an app says of its range stands in a text of its own.
_RANGE = "[...document.querySelectorAll('[data-testid=stText]')].map(e => e.textContent).join()"
_IDLE = "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
_FRAMES = "[...document.querySelectorAll('iframe[title*=folium]')].map(f => f.contentWindow)"
# A map is drawn once a frame that was not there before the change shows a mark of Leaflet's.
_MARKS = ".leaflet-interactive, .leaflet-marker-icon, .marker-cluster"
_MAPPED = f"{_FRAMES}.some(w => !w.before && w.document.querySelector('{_MARKS}'))"
# What draws on the page itself has drawn when the page is idle for two frames.
_SETTLED = """() => new Promise(done => requestIdleCallback(() =>
  requestAnimationFrame(() => requestAnimationFrame(done))))"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a way of showing claims takes; times in milliseconds, NaN where it never drew.

    first: until the first map, on a warm server. changes: of each change of the range until it is
    drawn. got: bytes over the wire a change. heap: the browser's, in MB. cpu: the server's
    milliseconds a change. memory: the server's, in MB.
    """

    first: float
    changes: tuple[float, ...]
    got: float
    heap: float
    cpu: float
    memory: float

    def percentile(self, share: float) -> float:
        """A percentile of the changes, share from 0 to 100."""
        return float(np.percentile(self.changes, share)) if self.changes else float("nan")


def measure(name: str, browser: Browser, arrays: Path, changes: int) -> Cost:
    """Start one plain app over the claims in a file, open it twice, and move its slider."""
    with run_app(APPS / "serve.py", {"CLAIMMAP_BENCH_APP": name, ARRAYS: str(arrays)}) as app:
        mapped = _MAPPED if name.startswith(("marker", "fast")) else "true"
        ready = f"{_RANGE} && {_IDLE} && {mapped}"
        warm = Tab(browser)
        try:
            warm.open(app.url, ready)
        finally:
            warm.close()
        tab = Tab(browser)
        try:
            return _measured(tab, app, ready, mapped, changes)
        finally:
            tab.close()


def _measured(tab: Tab, app: App, ready: str, mapped: str, changes: int) -> Cost:
    first = tab.open(app.url, ready)
    tab.page.evaluate(_SETTLED)
    tab.page.get_by_role("slider").first.focus()
    got, cpu = tab.got, app.cpu()
    times: list[float] = []
    for _ in range(changes):
        tab.page.evaluate(
            f"() => {{ window.told = {_RANGE}; {_FRAMES}.forEach(w => w.before = 1) }}"
        )
        start = time.perf_counter()
        tab.page.keyboard.press("ArrowRight")
        try:
            tab.wait(f"{_RANGE} && {_RANGE} !== window.told && {_IDLE} && {mapped}")
            tab.page.evaluate(_SETTLED)
        except Error:  # it takes longer than anybody waits
            break
        times.append((time.perf_counter() - start) * 1000)
        if sum(times) > _ENOUGH_MS:
            break
    done = max(1, len(times))
    return Cost(
        first=first,
        changes=tuple(times),
        got=(tab.got - got) / done,
        heap=tab.heap(),
        cpu=(app.cpu() - cpu) * 1000 / done,
        memory=app.memory(),
    )
