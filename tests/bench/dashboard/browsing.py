"""A Chromium that counts the bytes it gets, and waits for what is drawn."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PATIENCE_MS = 60_000
_MEGABYTE = 1 << 20


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium as the tests drive it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=_FLAGS
        )
        yield browser
        browser.close()


class Tab:
    """A page in a context of its own, so that nothing is cached; close it when done.

    got: bytes over the wire so far. sent: messages of the page to the server so far.
    """

    def __init__(self, browser: Browser, viewport: tuple[int, int] = (1280, 900)) -> None:
        width, height = viewport
        self.context = browser.new_context(viewport={"width": width, "height": height})
        self.context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self.context.new_page()
        self.got = self.sent = 0
        self.wire: CDPSession = self.context.new_cdp_session(self.page)
        self.wire.send("Network.enable")
        self.wire.on("Network.dataReceived", self._data)
        self.wire.on("Network.webSocketFrameReceived", self._frame)
        self.wire.on("Network.webSocketFrameSent", self._out)

    def open(self, url: str, ready: str) -> float:
        """Go to a page; milliseconds until ``ready``, a JavaScript condition, holds in it."""
        start = time.perf_counter()
        self.page.goto(url, wait_until="commit")
        self.wait(ready)
        return (time.perf_counter() - start) * 1000

    def wait(self, condition: str) -> None:
        """Wait until a JavaScript condition holds, asked at every frame; raises after PATIENCE."""
        self.page.wait_for_function(condition, polling="raf")

    def heap(self) -> float:
        """Memory of the page's JavaScript after rubbish is collected, buffers included, in MB."""
        self.wire.send("HeapProfiler.collectGarbage")
        used = self.wire.send("Runtime.getHeapUsage")
        return float(used["usedSize"] + used.get("backingStorageSize", 0)) / _MEGABYTE

    def close(self) -> None:
        """End the context."""
        try:
            self.context.close()
        except Error:  # of a page that a too large map has brought down
            return

    def _data(self, event: dict[str, Any]) -> None:
        self.got += int(event.get("encodedDataLength") or event.get("dataLength") or 0)

    def _frame(self, event: dict[str, Any]) -> None:
        payload = event["response"]
        size = len(payload["payloadData"])
        self.got += size * 3 // 4 if payload["opcode"] == 2 else size

    def _out(self, event: dict[str, Any]) -> None:
        self.sent += 1
