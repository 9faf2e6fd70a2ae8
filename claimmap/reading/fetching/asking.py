"""One request: an address -> what the site answers, and nothing told but what is asked."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpcore2

from claimmap.reading.fetching.addresses import Address, FetchError
from claimmap.reading.fetching.bodies import read_body
from claimmap.reading.fetching.connecting import Deadline, GuardedBackend
from claimmap.reading.fetching.guard import Guard

AGENT = "ClaimMap"
"""The name that a robots.txt may speak to."""

USER_AGENT = f"{AGENT}/0.1 (fetches single news reports when a person asks for them)"
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5"
_AROUND = 500_000  # bytes of headers and of how a body is packed, beside the body


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered. headers: names in small letters. body: b"" unless status is 200."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(
    address: Address,
    guard: Guard,
    deadline: Deadline,
    most: int,
    *,
    cut: bool = False,
    trust: ssl.SSLContext | None = None,
) -> Answer:
    """Send one GET, follow nothing. Raises FetchError where no answer comes.

    most, cut: see ``read_body``. trust: whose certificates are believed; None: those that the
    system believes.
    """
    backend = GuardedBackend(guard, deadline, most + _AROUND)
    try:
        with (
            httpcore2.ConnectionPool(
                ssl_context=trust or httpcore2.default_ssl_context(),
                max_connections=1,
                network_backend=backend,
            ) as pool,
            pool.stream("GET", _url(address), headers=_headers(address)) as response,
        ):
            headers = _read_headers(response.headers)
            if response.status != 200:
                return Answer(response.status, headers)
            coding = headers.get("content-encoding", "")
            return Answer(200, headers, read_body(response.iter_stream(), coding, most, cut=cut))
    except httpcore2.TimeoutException as error:
        raise FetchError(deadline.words()) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, ssl.SSLError) as error:
        raise FetchError(_words(error, address.host)) from error


def _url(address: Address) -> httpcore2.URL:
    """The parts as they were judged, so that nobody reads the address in another way."""
    return httpcore2.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.port,
        target=address.target.encode(),
    )


def _headers(address: Address) -> list[tuple[bytes | str, bytes | str]]:
    """All that is sent beside the address: no cookie, no password, not where one comes from."""
    return [
        ("Host", address.origin.partition("://")[2]),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]


def _read_headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers by name; of one that stands twice both, parted by a comma (RFC 9110, 5.3)."""
    found: dict[str, str] = {}
    for name, value in raw:
        key = name.decode("latin-1").lower()
        try:
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            text = value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _words(error: Exception, host: str) -> str:
    if "certificate" in str(error).lower():
        return (
            f"{host} cannot prove that it is {host} (its certificate is not valid). Open it in a"
            " browser, and save the page as a file if you trust it."
        )
    return f"{host} broke off, or answered with what is no web page. Try again later."
