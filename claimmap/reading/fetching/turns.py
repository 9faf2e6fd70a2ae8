"""One request a second to a host, or as seldom as its robots.txt asks for."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic, sleep

from claimmap.reading.fetching.addresses import FetchError

BETWEEN_SECONDS = 1.0
"""The least time between two requests to one host."""

LONGEST_WAIT = 30.0
"""How long anyone waits for a turn, in seconds."""

_MANY = 1000


class Turns:
    """Hands out turns, a host's one after the other. For any number of threads.

    clock, rest: give and spend seconds.
    """

    def __init__(
        self, clock: Callable[[], float] = monotonic, rest: Callable[[float], object] = sleep
    ) -> None:
        self._clock = clock
        self._rest = rest
        self._free: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, between: float = BETWEEN_SECONDS) -> float:
        """Wait for a turn at a host, which rests for ``between`` seconds after it.

        Out: the seconds that it took. Raises FetchError where the turn is too far away.
        """
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            if turn - now > LONGEST_WAIT:
                raise FetchError(
                    f"{host} asks programs to wait {turn - now:.0f} seconds before the next page."
                    " Give this address again later."
                )
            if len(self._free) > _MANY:
                self._free = {one: free for one, free in self._free.items() if free > now}
            self._free[host] = turn + max(between, BETWEEN_SECONDS)
        if turn > now:
            self._rest(turn - now)
        return turn - now
