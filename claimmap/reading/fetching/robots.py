"""What a site asks of programs: its robots.txt (RFC 9309), asked for once in a run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from protego import Protego

from claimmap.reading.fetching.addresses import Address, FetchError
from claimmap.reading.fetching.asking import AGENT, Answer

MAX_ROBOTS = 512_000
"""How much of a robots.txt is read, in bytes: what RFC 9309 wants at least."""

_DAY = 86_400.0
_AGENT_LINE = re.compile(r"\s*user(?:[-\s]?agent\s*[:\s]\s*([^#]*))?", re.IGNORECASE)
_TOO_MANY = 429  # "asked too often" is no word on what may be asked


class Robots:
    """The rules of the sites that were asked. get: fetches an address, redirects followed."""

    def __init__(self, get: Callable[[Address], Answer]) -> None:
        self._get = get
        self._known: dict[str, Protego | FetchError] = {}

    def judge(self, address: Address) -> None:
        """Raise FetchError where the site does not want programs to read this."""
        if not self._rules(address).can_fetch(str(address), AGENT):
            raise FetchError(
                "the site's robots.txt asks programs not to read this page. Open it in a browser,"
                " save it, and give the file."
            )

    def pause(self, address: Address) -> float:
        """The seconds that the site wants between two requests, 0 where it says nothing."""
        rules = self._rules(address)
        rate = rules.request_rate(AGENT)
        seldom = rate.seconds / rate.requests if rate and rate.requests else 0.0
        seconds = max(seldom, rules.crawl_delay(AGENT) or 0.0)
        return seconds if 0.0 <= seconds <= _DAY else _DAY  # "nan" is a number to Python

    def _rules(self, address: Address) -> Protego:
        if address.origin not in self._known:
            self._known[address.origin] = self._read(address)
        rules = self._known[address.origin]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _read(self, address: Address) -> Protego | FetchError:
        """The rules; none where there is no robots.txt, and an error where nobody can tell."""
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            answer = self._get(place)
        except FetchError as error:
            return error
        if answer.status == 200:
            return Protego.parse("\n".join(make_lean(answer.body.decode("utf-8", "replace"))))
        if 400 <= answer.status < 500 and answer.status != _TOO_MANY:
            return Protego.parse("")
        return FetchError(
            f"the site's robots.txt cannot be had (it answers {answer.status}), so nothing is asked"
            " there. Try again later, or save the page as a file."
        )


def make_lean(text: str) -> Iterator[str]:
    """The lines of a robots.txt, in which all other programs have one name.

    The parser keeps each rule once for each program that it is for: thousands of both, in one file,
    would keep it busy for minutes.
    """
    for line in text.splitlines():
        found = _AGENT_LINE.match(line)
        if found is None:
            yield line
            continue
        wanted = (found[1] or "other").strip().lower()
        name = wanted.replace("*", "")
        if name:
            yield f"User-agent: {name if name in AGENT.lower() else 'other'}"
        else:
            yield f"User-agent: {wanted and '*'}"
