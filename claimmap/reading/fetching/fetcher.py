"""An address -> the page that stands there: robots.txt first, redirects by hand, all in time."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from functools import partial

from claimmap.reading.fetching.addresses import Address, FetchError, follow
from claimmap.reading.fetching.asking import Answer, ask
from claimmap.reading.fetching.connecting import Deadline
from claimmap.reading.fetching.guard import Guard
from claimmap.reading.fetching.robots import MAX_ROBOTS, Robots
from claimmap.reading.fetching.turns import BETWEEN_SECONDS, Turns
from claimmap.reading.limits import MAX_BYTES

MAX_REDIRECTS = 5
"""How many redirects are followed, each judged as if it had been typed."""

FETCH_SECONDS = 60.0
"""How long an address may take in all; waiting for its turn does not count."""

ROBOTS_SECONDS = 15.0
"""How long a robots.txt may take of that."""

_REDIRECTS = (301, 302, 303, 307, 308)
_WORDS = {
    401: "wants a password (401)",
    402: "wants to be paid (402)",
    403: "refuses programs (403)",
    404: "has no such page (404)",
    410: "has taken the page away (410)",
    429: "is asked too often from here (429)",
    451: "may not show the page, for legal reasons (451)",
    503: "is busy (503)",
}

# One for the process: a site counts the sum of all threads and sessions.
_PROCESS_TURNS = Turns()


class Fetcher:
    """Fetches addresses, in one run of which a site's robots.txt is asked for once.

    guard: which machines may be asked. turns: who may ask when. trust: see ``ask``. seconds: how
    long an address may take. For one thread at a time.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        turns: Turns = _PROCESS_TURNS,
        trust: ssl.SSLContext | None = None,
        seconds: float = FETCH_SECONDS,
    ) -> None:
        self._guard = guard or Guard()
        self._turns = turns
        self._trust = trust
        self._seconds = seconds
        self._robots = Robots(self._ask_robots)

    def fetch(self, address: Address, most: int = MAX_BYTES) -> tuple[Address, Answer]:
        """The page, and the address that it has after all redirects.

        most: how many bytes it may have. Raises FetchError where there is no page, or it may not
        be asked for.
        """
        found, answer = self._follow(address, most, Deadline(self._seconds), self._permit)
        if answer.status == 200:
            return found, answer
        words = _WORDS.get(answer.status, f"answers with the error {answer.status}")
        raise FetchError(
            f"{found.host} {words}. Open it in a browser, or try again later; a saved page can be"
            " given as a file."
        )

    def _permit(self, address: Address) -> float:
        """Judge an address by its site's robots.txt. Out: the seconds that it wants between two."""
        self._robots.judge(address)
        return self._robots.pause(address)

    def _ask_robots(self, place: Address) -> Answer:
        deadline = Deadline(min(ROBOTS_SECONDS, self._seconds))
        return self._follow(place, MAX_ROBOTS, deadline, lambda _: BETWEEN_SECONDS, cut=True)[1]

    def _follow(
        self,
        address: Address,
        most: int,
        deadline: Deadline,
        permit: Callable[[Address], float],
        *,
        cut: bool = False,
    ) -> tuple[Address, Answer]:
        """What answers at last. permit: is asked before each request, and may raise FetchError."""
        asking = partial(ask, guard=self._guard, trust=self._trust, cut=cut)
        for _ in range(MAX_REDIRECTS + 1):
            deadline.extend(self._turns.wait(address.host, permit(address)))
            answer = asking(address, deadline=deadline, most=most)
            location = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not location:
                return address, answer
            address = follow(address, location)
        raise FetchError(
            f"it leads on more than {MAX_REDIRECTS} times. Open it in a browser, and give the"
            " address that is shown there."
        )
