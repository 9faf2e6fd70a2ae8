"""What a person typed, or a site redirects to -> the parts of a web address that may be asked.

The parts that are judged here are those that the request is made of: nothing reads the address a
second time, in another way.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from claimmap.reading.limits import ReadingError

MAX_ADDRESS = 2000
"""The longest address that is asked, in characters."""

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d+(?:/|$))", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_-]{1,63}", re.IGNORECASE | re.ASCII)
_LONGEST_HOST = 253
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE | re.ASCII)
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_KEPT = "/%:@!$&'()*+,;=~-._?"


class FetchError(ReadingError):
    """An address that is not asked, or gave nothing that can be read. Its text says what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in ASCII. target: its path and query, beginning with a slash."""

    scheme: Literal["http", "https"]
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, those that the scheme implies left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == _PORTS[self.scheme]
        return f"{self.scheme}://{host}" + ("" if usual else f":{self.port}")

    def __str__(self) -> str:
        return self.origin + self.target


def complete_address(text: str) -> str:
    """What was typed, with https:// before it where no scheme is."""
    typed = text.strip()
    return typed if not typed or _SCHEME.match(typed) else f"https://{typed.lstrip('/')}"


def read_address(text: str) -> Address:
    """The parts of an address. Raises FetchError on one that may not be asked."""
    if len(text) > MAX_ADDRESS:
        raise FetchError(f"the address is longer than {MAX_ADDRESS:,} characters. Shorten it.")
    if _ODD.search(text):
        raise FetchError("the address holds blanks or signs that no address has. Write it anew.")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise FetchError("this is no web address. Write it as https://name/page.") from error
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise FetchError(
            "only addresses that begin with https:// or http:// are fetched. Save the report as a"
            " file, and give that."
        )
    if "@" in parts.netloc:
        raise FetchError(
            "the address holds a user name or a password, and none is ever sent. Take away what"
            " stands before the @."
        )
    return Address(
        "https" if scheme == "https" else "http",
        _read_host(parts),
        _PORTS[scheme] if port is None else port,
        _target(parts),
    )


def follow(address: Address, location: str) -> Address:
    """Where a redirect leads. Raises FetchError as ``read_address``."""
    return read_address(urljoin(str(address), location.strip().replace(" ", "%20")))


def _read_host(parts: SplitResult) -> str:
    """The host in ASCII: a name, a dotted IPv4 address or an IPv6 address without brackets."""
    host = (parts.hostname or "").removesuffix(".")
    if "[" in parts.netloc:
        try:
            literal = IPv6Address(host)
        except ValueError as error:
            raise FetchError("the host is no address. Write it anew.") from error
        if literal.scope_id:
            raise FetchError("the host names a network of this machine, and is never asked.")
        return str(literal)
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise FetchError("the host is no name that exists. Write it anew.") from error
    if len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, host.split("."))):
        raise FetchError("the address names no host. Write it as https://name/page.")
    if _NUMBER.fullmatch(host.rpartition(".")[2]) and not _is_dotted(host):
        # 2130706433, 0x7f.1 and 127.1 are all 127.0.0.1 to some, and to others not.
        raise FetchError(
            "the host is a number that can be read in several ways, and is never asked. Write its"
            " name."
        )
    return host.lower()


def _is_dotted(host: str) -> bool:
    """Whether a host is an IPv4 address in the one form that all read alike."""
    with suppress(ValueError):
        return bool(IPv4Address(host).packed)
    return False


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_KEPT)
    query = quote(parts.query, safe=_KEPT)
    return (path if path.startswith("/") else f"/{path}") + (f"?{query}" if query else "")
