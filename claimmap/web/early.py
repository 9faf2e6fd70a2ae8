"""What a page will ask for is begun before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEAD = b"<head>"
_HEAD_ENDS = b"</head>"
_OF_THE_FILE = ("etag", "last-modified")
"""Headers that speak of the document as it lies on the disk."""
_NOT_ASKED = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


class Early:
    """Begins with the page what it will ask for later: it comes beside Streamlit's own part.

    Middleware: to the document at ``path`` it adds a header Link (RFC 8288) with what ``links``
    gives, the script at ``script``, to be run before any other, and the module scripts at
    ``modules``, to be run after its own. ``links`` and ``modules`` are called for each document and
    should be cheap.
    """

    def __init__(
        self,
        app: ASGIApp,
        path: str,
        links: Callable[[], Sequence[str]],
        script: str,
        modules: Callable[[], Sequence[str]],
    ) -> None:
        self._app = app
        self._path = path
        self._links = links
        self._tag = f'<script src="{escape(script)}" async></script>'.encode()
        self._modules = modules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the app."""
        if scope["type"] == "http" and scope["path"] == self._path and scope["method"] == "GET":
            # Whole and plain, or nothing could be put in.
            asked = [(name, value) for name, value in scope["headers"] if name not in _NOT_ASKED]
            await self._app({**scope, "headers": asked}, receive, self._adding(send))
        else:
            await self._app(scope, receive, send)

    def _adding(self, send: Send) -> Send:
        """``send`` that puts in what is begun early."""
        held: list[Message] = []

        async def send_added(message: Message) -> None:
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                start, *pieces = held
                body = self._with_tags(b"".join(piece.get("body", b"") for piece in pieces))
                await send(self._headed(start, len(body)))
                await send({"type": "http.response.body", "body": body})

        return send_added

    def _headed(self, start: Message, length: int) -> Message:
        headed = {**start, "headers": list(start["headers"])}
        headers = MutableHeaders(scope=headed)
        for name in _OF_THE_FILE:
            del headers[name]
        headers["content-length"] = str(length)
        headers.append("Link", ", ".join(self._links()))
        return headed

    def _with_tags(self, body: bytes) -> bytes:
        tags = (f'<script type="module" src="{escape(file)}"></script>' for file in self._modules())
        return body.replace(_HEAD, _HEAD + self._tag, 1).replace(
            _HEAD_ENDS, "".join(tags).encode() + _HEAD_ENDS, 1
        )
