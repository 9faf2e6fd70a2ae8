"""What a browser must never do, seen while a test is about something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, WebSocket

# Opened below a path, Streamlit asks there first for what it then finds at its root.
STREAMLIT_LOOKS_FOR_ITS_ROOT = re.compile(r"/[^/]+/_stcore/(health|host-config)$")


@dataclass
class Watch:
    """What one browser context did that it should not have; all lists stay empty."""

    home: str
    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Begin to watch: every page and frame of the context, web sockets included."""
        context.on("request", self._saw_request)
        context.on("page", lambda page: page.on("websocket", self._saw_socket))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._saw_message)
        context.on("dialog", self._saw_dialog)

    def check(self) -> None:
        """Fail the test on anything seen."""
        assert not self.strangers, (
            f"asked for addresses that are not the server's: {self.strangers}"
        )
        assert not self.dialogs, f"dialogs opened: {self.dialogs}"
        assert not self.errors, f"errors in the browser: {self.errors}"

    def _saw_request(self, request: Request) -> None:
        self._saw(request.url)

    def _saw_socket(self, web_socket: WebSocket) -> None:
        self._saw(web_socket.url)

    def _saw(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme not in {"data", "blob", "about"} and address.netloc != self.home:
            self.strangers.append(url)

    def _saw_message(self, message: ConsoleMessage) -> None:
        url = str(message.location.get("url", ""))
        if message.type == "error" and not STREAMLIT_LOOKS_FOR_ITS_ROOT.search(url):
            self.errors.append(f"{message.text} ({url})")

    def _saw_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()
