"""Which machines may be asked: those of the public internet, and no others.

A name is looked up once for a connection, every address that it has is judged, and the connection
goes to one of these, so that a second answer of the name's owner changes nothing (DNS rebinding).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from claimmap.reading.fetching.addresses import FetchError

Resolve = Callable[[str, int], Iterable[str]]
"""From a name and a port to the IP addresses that the name has. Raises OSError."""

PORTS = (80, 443)
"""The ports that are asked. Others are of services that are no web sites."""

_MOST = 8  # addresses of one name that are tried
_PRIVATE_NAMES = (
    *(".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private"),
    *(".home.arpa", ".onion"),
)
_PUBLIC = IPv6Network("2000::/3")  # all that is given out for the internet (RFC 4291, 2.5.4)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 behind NAT64 (RFC 6052)
# In the public range, and yet not of the internet: tunnels of IPv4 (Teredo, 6to4), documentation.
_TUNNELS = (IPv6Network("2001::/23"), IPv6Network("2002::/16"), IPv6Network("3fff::/20"))
# The IETF's own (RFC 6890), and relays of 6to4, given up (RFC 7526).
_NO_SITES = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))


class Guard:
    """Judges hosts.

    allowed: addresses and ports that are fine whatever they are; for tests, which ask servers of
    their own. resolve: looks names up.
    """

    def __init__(
        self, allowed: Iterable[tuple[str, int]] = (), resolve: Resolve | None = None
    ) -> None:
        self._allowed = frozenset(allowed)
        self._resolve = resolve or _look_up

    def find(self, host: str, port: int, seconds: float) -> list[str]:
        """The IP addresses of a host, each of which may be asked at this port.

        seconds: how long it may take to look the name up. Raises FetchError where one of them may
        not be asked: a name that has a private address beside a public one is up to something.
        """
        found = [host] if _is_literal(host) else self._resolved(host, port, seconds)
        if any(not self._may_ask(one, port) for one in found):
            raise FetchError(
                "the address leads to this machine or to a private network, and such are never"
                " asked. Save the page as a file, and give that."
            )
        if port not in PORTS and any((one, port) not in self._allowed for one in found):
            raise FetchError(
                f"only the ports {PORTS[0]} and {PORTS[1]} are asked, not {port}. Save the page as"
                " a file, and give that."
            )
        return found[:_MOST]

    def _may_ask(self, address: str, port: int) -> bool:
        return (address, port) in self._allowed or is_public(address)

    def _resolved(self, host: str, port: int, seconds: float) -> list[str]:
        if "." not in host or f".{host}".endswith(_PRIVATE_NAMES):
            raise FetchError(
                "the address names a machine of a private network, and such are never asked. Save"
                " the page as a file, and give that."
            )
        found = list(dict.fromkeys(_in_time(self._resolve, host, port, seconds)))
        if not found:
            raise FetchError(_not_found(host))
        return found


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, as the IANA's registries have it.

    An IPv4 address in the clothes of IPv6 is judged for what it is.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        return _is_public_6(found)
    return _is_public_4(found)


def _is_public_4(found: IPv4Address) -> bool:
    special = found.is_multicast or found.is_reserved or found.is_link_local or found.is_unspecified
    return found.is_global and not special and not any(found in one for one in _NO_SITES)


def _is_public_6(found: IPv6Address) -> bool:
    if found in _TRANSLATED:
        return _is_public_4(IPv4Address(int(found) & 0xFFFFFFFF))
    plain = found.is_global and not (found.is_multicast or found.is_reserved or found.scope_id)
    return plain and found in _PUBLIC and not any(found in one for one in _TUNNELS)


def _is_literal(host: str) -> bool:
    with suppress(ValueError):
        return bool(ip_address(host).packed)
    return False


def _look_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(where[0]) for *_, where in found]


def _in_time(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """What ``resolve`` gives, in a thread of its own: the system's cannot be told to hurry."""
    answers: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def look() -> None:
        try:
            answers.put(list(resolve(host, port)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=look, name="look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.0))
    except Empty as error:
        raise FetchError(
            f"the name {host} was not looked up in time. Check the connection to the internet."
        ) from error
    if isinstance(answer, Exception):
        raise FetchError(_not_found(host)) from answer
    return answer


def _not_found(host: str) -> str:
    return (
        f"the name {host} was not found. Check the address, and whether this machine is connected"
        " to the internet."
    )
