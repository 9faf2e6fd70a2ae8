"""Web sites of this machine, for tests; and a clock that nobody has to wait for."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.fetching.guard import Guard
from claimmap.reading.fetching.turns import Turns

HOME = "127.0.0.1"
Answer = tuple[int, dict[str, str], bytes]


def page(*paragraphs: str, head: str = "") -> Answer:
    """A web page that is an article."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    html = f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"
    return 200, {"Content-Type": "text/html; charset=utf-8"}, html.encode()


def redirect(location: str, status: int = 302) -> Answer:
    return status, {"Location": location}, b""


@dataclass
class Site:
    """A site: path -> what it answers, 404 for all else; ``asked`` are the requests that came."""

    port: int = 0
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def at(self, path: str, host: str = HOME) -> str:
        return f"http://{host}:{self.port}{path}"


@dataclass
class Clock:
    """A clock that stands still but for those who rest on it."""

    now: float = 0.0
    rests: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def rest(self, seconds: float) -> None:
        self.rests.append(seconds)
        self.now += seconds


def may_ask(site: Site, clock: Clock) -> Fetcher:
    """What may ask the site, and nobody else of this machine."""
    return Fetcher(Guard({(HOME, site.port)}), Turns(clock, clock.rest))


@contextmanager
def run_site(secured: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a port of its own. secured: with a certificate, for https."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((HOME, 0), Handler)
    server.daemon_threads = True
    if secured:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()
