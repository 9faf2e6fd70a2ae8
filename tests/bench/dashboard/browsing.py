"""A Chromium that counts the bytes it gets, and times what follows an act until it is drawn."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PATIENCE_MS = 45_000
"""So long a first map is waited for, and each change; what takes longer is reported so."""
IDLE = "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
"""Whether Streamlit has run the page to its end, in JavaScript."""
_MEGABYTE = 1 << 20

# In every frame, before any script of its own. acted: when the last key or click came. rests: how
# often the server has said that the script has ended: field 6 of Streamlit's ForwardMsg (the page's
# own state may pass from rest to rest unseen). posts: what timeline and map tell each other. All
# times by one clock, which page and frame share.
_LISTENER = """(() => {
  const now = () => performance.timeOrigin + performance.now();
  const page = window.top;
  for (const kind of ['keydown', 'click'])
    addEventListener(kind, () => { page.acted ??= now(); }, true);
  const post = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function (message) {
    page.posts?.push({ kind: message.kind, first: message.first, at: now() });
    return post.call(this, message);
  };
  if (page !== window) return;
  page.rests = 0;
  const hasEnded = (bytes) => {
    let at = 0;
    const number = () => {
      let [value, scale, byte] = [0, 1, 128];
      for (; byte & 128; scale *= 128) { byte = bytes[at++]; value += (byte & 127) * scale; }
      return value;
    };
    while (at < bytes.length) {
      const tag = number();
      if (tag === 6 << 3) return true;
      const value = (tag & 7) === 5 ? 4 : (tag & 7) === 1 ? 8 : number();
      if (tag & 7) at += value;
    }
    return false;
  };
  window.WebSocket = class extends WebSocket {
    constructor(...of) {
      super(...of);
      this.addEventListener('message', ({ data }) => {
        if (data.byteLength < 1000 && hasEnded(new Uint8Array(data))) page.rests += 1;
      });
    }
  };
})()"""


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
        self.context.add_init_script(_LISTENER)
        self.page: Page = self.context.new_page()
        self.got = self.sent = 0
        self.wire: CDPSession = self.context.new_cdp_session(self.page)
        self.wire.send("Network.enable")
        self.wire.on("Network.dataReceived", self._data)
        self.wire.on("Network.webSocketFrameReceived", self._frame)
        self.wire.on("Network.webSocketFrameSent", self._out)

    def open(self, url: str, ready: str, patience: float = PATIENCE_MS) -> float:
        """Go to a page; milliseconds until ``ready``, a JavaScript condition, holds in it."""
        start = time.perf_counter()
        self.page.goto(url, wait_until="commit")
        self.page.wait_for_function(ready, polling="raf", timeout=patience)
        return (time.perf_counter() - start) * 1000

    def wait(self, condition: str) -> None:
        """Wait until a JavaScript condition holds, asked at every frame."""
        self.page.wait_for_function(condition, polling="raf")

    def timed(self, act: Callable[[], Any], condition: str, patience: float = PATIENCE_MS) -> float:
        """Milliseconds, by the page's clock, from the key or click of an act to a condition.

        Raises playwright's Error where that does not come.
        """
        self.page.evaluate("() => { window.acted = null }")
        act()
        took = "performance.timeOrigin + performance.now() - window.acted || 0.01"
        handle = self.page.wait_for_function(
            f"window.acted && ({condition}) && ({took})", polling="raf", timeout=patience
        )
        return float(handle.json_value())

    def settle(self) -> None:
        """Wait until the page rests."""
        self.wait(IDLE)
        self.page.wait_for_timeout(500)
        self.wait(IDLE)

    def heap(self) -> float:
        """Memory of the page's JavaScript after rubbish is collected, buffers included, in MB."""
        self.wire.send("HeapProfiler.collectGarbage")
        used = self.wire.send("Runtime.getHeapUsage")
        return float(used["usedSize"] + used.get("backingStorageSize", 0)) / _MEGABYTE

    def close(self) -> None:
        """End the context."""
        self.context.close()

    def _data(self, event: dict[str, Any]) -> None:
        self.got += int(event.get("encodedDataLength") or event.get("dataLength") or 0)

    def _frame(self, event: dict[str, Any]) -> None:
        payload = event["response"]
        size = len(payload["payloadData"])
        self.got += size * 3 // 4 if payload["opcode"] == 2 else size

    def _out(self, event: dict[str, Any]) -> None:
        self.sent += 1
