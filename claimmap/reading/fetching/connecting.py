"""Connections that go only where the guard lets them, and end in time.

The door of httpcore2 for this is its ``NetworkBackend``: whatever it sends or reads goes through
here. Settings of the environment (proxies, .netrc) are not read: a proxy would look the names up
itself, and the guard would see nothing.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

import httpcore2

from claimmap.reading.fetching.addresses import FetchError
from claimmap.reading.fetching.guard import Guard

CONNECT_SECONDS = 10.0
"""How long one of a host's addresses may take to answer before the next is tried."""


class Deadline:
    """The end of the time that an address may take in all. clock: gives seconds."""

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """The seconds that are left. Raises FetchError where none are."""
        left = self._end - self._clock()
        if left <= 0:
            raise FetchError(self.words())
        return left

    def extend(self, seconds: float) -> None:
        """Leave out of account the seconds that were spent waiting for a turn."""
        self._end += seconds

    def words(self) -> str:
        """What to say where the time is over."""
        return (
            f"it took more than the {self._seconds:g} seconds that one address may. Try again"
            " later, or save the page as a file."
        )


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to addresses that the guard has judged.

    most: how many bytes may come in all, headers and packing included.
    """

    def __init__(self, guard: Guard, deadline: Deadline, most: int) -> None:
        self._guard = guard
        self._deadline = deadline
        self._most = most
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first of the host's addresses that answers."""
        failed: Exception | None = None
        for address in self._guard.find(host, port, self._deadline.left()):
            seconds = min(CONNECT_SECONDS, self._deadline.left())
            try:
                stream = self._plain.connect_tcp(address, port, timeout=seconds)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._deadline, self._most)
        raise FetchError(
            f"{host} cannot be reached. Check the address, and the connection to the internet."
        ) from failed


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which everything counts towards one deadline and one number of bytes."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline, left: int) -> None:
        self._stream = stream
        self._deadline = deadline
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        raw = self._stream.read(max_bytes, self._deadline.left())
        self._left -= len(raw)
        if self._left < 0:
            raise FetchError("more came than may. Save the page as a file, and give that.")
        return raw

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
