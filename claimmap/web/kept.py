"""What never changes is answered from memory."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LARGEST = 2 << 20  # bytes; what is larger is rare and not worth its memory
_MOST = 32 << 20  # bytes in all: some three times what all pages load
_PARTLY = ("range", "if-range", "if-none-match", "if-modified-since")
"""What is asked with one of these may be answered with less than a whole file."""

_Key = tuple[str, bytes, str | None]


class Kept:
    """Middleware: answers again as it did before, where the answer said that it never changes.

    Streamlit's page is some hundred small files. To find, open and read one takes the server some
    4 ms, and they wait for each other. Only what is ``immutable`` (RFC 8246) is kept, whole, once
    for each encoding that a browser takes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[_Key, tuple[Message, bytes]] = {}
        self._room = _MOST

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on to the app."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
        elif key in self._kept:
            start, body = self._kept[key]
            await send({**start, "headers": list(start["headers"])})
            await send({"type": "http.response.body", "body": body})
        else:
            await self._app(scope, receive, self._listen(key, send))

    def _listen(self, key: _Key, send: Send) -> Send:
        """``send`` that keeps what is sent, if that may be kept."""
        start: Message | None = None
        body = bytearray()

        async def send_heard(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _stays(message):
                start = {**message, "headers": list(message["headers"])}
            elif start and message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if len(body) > _LARGEST:
                    start = None
                elif not message.get("more_body"):
                    self._keep(key, start, bytes(body))
            await send(message)

        return send_heard

    def _keep(self, key: _Key, start: Message, body: bytes) -> None:
        if key not in self._kept and len(body) <= self._room:
            self._kept[key] = start, body
            self._room -= len(body)


def _key(scope: Scope) -> _Key | None:
    """What is asked for; None where that is not one file as a whole."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    headers = Headers(scope=scope)
    if any(name in headers for name in _PARTLY):
        return None
    return scope["path"], scope["query_string"], headers.get("accept-encoding")


def _stays(start: Message) -> bool:
    said = Headers(raw=list(start["headers"])).get("cache-control", "")
    return bool(start["status"] == 200) and "immutable" in said
