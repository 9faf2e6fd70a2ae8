"""A dashboard that really runs, and a Chromium that fails a test on what must never happen.

Failures that no test has to ask for: a request to any address but the dashboard's own, an error on
the browser's console, a script's uncaught error, a dialog.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.serving import Server, run_dashboard
from tests.browser.watching import Watch

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name is looked up: what is not this machine cannot be reached even by mistake.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# Patience, not a measure: a slow machine may take long, a right page ends the wait at once.
PATIENCE_MS = 60_000
WIDE = {"width": 1280, "height": 900}


OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard over a new store, which reads seeds/ at its first start."""
    with run_dashboard(tmp_path_factory.mktemp("seeded")) as running:
        yield running


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[Server]:
    """A dashboard of this test's own, for tests that alter what is stored."""
    with run_dashboard(tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests. That it is missing is a failure, never a skip."""
    if not Path(CHROMIUM).exists():
        pytest.fail("Chromium is missing: start the tests by tests/run, or install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Opens pages, each in a watched context of its own: ``open_page(url, **of_the_context)``."""
    contexts: list[tuple[BrowserContext, Watch]] = []

    def opened(url: str, **of_the_context: Any) -> Page:
        options: dict[str, Any] = {
            "viewport": WIDE,
            "locale": "en-GB",
            "timezone_id": "UTC",
            **of_the_context,
        }
        context = chromium.new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        watch = Watch(urlsplit(url).netloc)
        watch.over(context)
        contexts.append((context, watch))
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context, _ in contexts:
        context.close()
    for _, watch in contexts:
        watch.check()


@pytest.fixture
def page(server: Server, open_page: OpenPage) -> Page:
    """The seeded dashboard's first page, as it opens."""
    return open_page(server.url)
