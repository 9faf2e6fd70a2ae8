"""The HTTP routes beside the dashboard, in Streamlit's own process.

Here is only what it takes to hang them in; what they answer is in ``answers``, which loads pandas,
folium and the store. So Streamlit serves its page at once, and that loads beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["ASGIApp", "Early", "Later", "Middleware", "mount"]


class Later:
    """An ASGI app that is made when it is first wanted, in a thread, and once."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make = make
        self._made: ASGIApp | None = None
        self._lock = threading.Lock()

    def open(self) -> ASGIApp:
        """The app; the first call makes it, and others wait for that."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the app."""
        app = await run_in_threadpool(self.open)
        await app(scope, receive, send)


class Early:
    """Names with the page what it will ask for later, so that it comes beside Streamlit's own part.

    Middleware: to the document at ``path`` it adds a header Link (RFC 8288) with what ``links``
    gives. That is called for each document and should be cheap.
    """

    def __init__(self, app: ASGIApp, path: str, links: Callable[[], Sequence[str]]) -> None:
        self._app = app
        self._path = path
        self._links = links

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the app."""
        if scope["type"] != "http" or scope["path"] != self._path:
            await self._app(scope, receive, send)
            return

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Link", ", ".join(self._links()))
            await send(message)

        await self._app(scope, receive, send_named)


def mount(app: ASGIApp, base_path: str = "") -> Mount:
    """``app`` under ``/claimmap``, for ``st.App(routes=...)``.

    base_path: Streamlit's ``server.baseUrlPath``, under which its own routes lie too.
    """
    return Mount("/".join(["", *filter(None, base_path.split("/")), "claimmap"]), app)
