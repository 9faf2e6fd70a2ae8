"""The watch over the browser sees what it is there to see."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from tests.browser.watching import Watch


class _OnePage(BaseHTTPRequestHandler):
    body = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *words: object) -> None:
        """Keep the test's output free of the server's log."""


Visit = Callable[[str], Watch]


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Open a page of this HTML, and hand back what the watch saw."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _OnePage)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    home = f"127.0.0.1:{server.server_port}"
    context = chromium.new_context()
    watch = Watch(home)
    watch.over(context)

    def visited(html: str) -> Watch:
        _OnePage.body = f"<link rel=icon href='data:,'>{html}".encode()
        page = context.new_page()
        page.goto(f"http://{home}/")
        page.wait_for_timeout(200)
        return watch

    yield visited
    context.close()
    server.shutdown()
    server.server_close()


def test_a_page_that_keeps_to_itself_passes(visit: Visit) -> None:
    visit("<p>Hello<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>").check()


@pytest.mark.parametrize(
    "html",
    [
        "<img src='http://elsewhere.example/x.png'>",
        "<iframe srcdoc=\"<img src='http://elsewhere.example/x.png'>\"></iframe>",
        "<script>fetch('http://127.0.0.1:9/').catch(() => {})</script>",
        "<script>new WebSocket('ws://127.0.0.1:9/')</script>",
    ],
)
def test_an_address_elsewhere_fails(visit: Visit, html: str) -> None:
    with pytest.raises(AssertionError, match="not the server's"):
        visit(html).check()


def test_a_dialog_fails(visit: Visit) -> None:
    with pytest.raises(AssertionError, match="dialogs opened"):
        visit("<script>alert('boo')</script>").check()


@pytest.mark.parametrize(
    "script", ["throw new Error('broken')", "console.error('broken')", "Promise.reject('broken')"]
)
def test_an_error_fails(visit: Visit, script: str) -> None:
    with pytest.raises(AssertionError, match="broken"):
        visit(f"<script>{script}</script>").check()
