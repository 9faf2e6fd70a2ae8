"""How often a service may be asked: one question at a time, and a pause between two."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from claimmap.model import ClaimMapError


class RestingError(ClaimMapError):
    """A turn was asked for while the service is left alone."""


class Pace:
    """Turns at a service, for all threads that share this value.

    interval: seconds from the start of one turn to the start of the next. clock: seconds that
    never run backwards. sleep: waits so many seconds. Both are arguments so that a test needs no
    time of its own.
    """

    def __init__(
        self,
        interval: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._interval = interval
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._due = -math.inf
        self._closed_until = -math.inf

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hold it for the length of the block.

        Raises RestingError at once, without waiting, where ``rest`` still holds.
        """
        with self._lock:
            left = self._closed_until - self._clock()
            if left > 0:
                raise RestingError(f"it is left alone for another {math.ceil(left)} seconds")
            wait = self._due - self._clock()
            if wait > 0:
                self._sleep(wait)
            self._due = self._clock() + self._interval
            yield

    def rest(self, seconds: float) -> None:
        """Refuse every turn for so many seconds; call it inside a turn."""
        self._closed_until = self._clock() + seconds
