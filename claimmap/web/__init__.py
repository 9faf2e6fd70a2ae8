"""The HTTP routes beside the dashboard, in Streamlit's own process.

Here is only what it takes to hang them in; what they answer is in ``answers``, which loads pandas,
folium and the store. So Streamlit serves its page at once, and that loads beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from claimmap.web.early import Early
from claimmap.web.kept import Kept
from claimmap.web.sockets import send_at_once

__all__ = ["ASGIApp", "Early", "Kept", "Later", "Middleware", "mount", "send_at_once"]


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


def mount(app: ASGIApp, base_path: str = "") -> Mount:
    """``app`` under ``/claimmap``, for ``st.App(routes=...)``.

    base_path: Streamlit's ``server.baseUrlPath``, under which its own routes lie too.
    """
    return Mount("/".join(["", *filter(None, base_path.split("/")), "claimmap"]), app)
