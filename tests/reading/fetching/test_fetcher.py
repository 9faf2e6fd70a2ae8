"""A page is fetched politely, within limits, and nothing is told but what is asked for."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Callable

import pytest

from claimmap.reading.fetching.addresses import Address, FetchError, read_address
from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.fetching.guard import Guard
from claimmap.reading.fetching.turns import Turns
from tests.reading.fetching.conftest import Certified
from tests.reading.fetching.sites import HOME, Clock, Site, page, redirect

Say = Callable[[Callable[[socket.socket], None]], int]


def refused(fetcher: Fetcher, address: str, most: int = 1_000_000) -> str:
    """Why an address was not read."""
    with pytest.raises(FetchError) as why:
        fetcher.fetch(read_address(address), most)
    return str(why.value)


def asking(port: int, clock: Clock, seconds: float = 20.0) -> Fetcher:
    return Fetcher(Guard({(HOME, port)}), Turns(clock, clock.rest), seconds=seconds)


def test_the_site_learns_the_address_and_the_program_and_nothing_else(
    site: Site, fetcher: Fetcher
) -> None:
    site.pages["/a"] = (200, {"Set-Cookie": "x=1"}, b"Words.")
    for _ in range(2):
        _, answer = fetcher.fetch(read_address(site.at("/a")))
    assert answer.body == b"Words."
    assert site.asked == ["/robots.txt", "/a", "/a"]
    for headers in site.headers:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert headers["User-Agent"].startswith("ClaimMap/")


def test_redirects_are_followed_to_the_page_that_answers(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {
        "/a": redirect("/b", 301),
        "/b": redirect("c", 307),
        "/c": redirect(site.at("/d?e"), 308),
        "/d?e": page("Words."),
    }
    found, answer = fetcher.fetch(read_address(site.at("/a")))
    assert (found.target, answer.status) == ("/d?e", 200)


def test_redirects_come_to_an_end(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "leads on more than 5 times" in refused(fetcher, site.at("/a"))
    assert len(site.asked) == 1 + 6


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "no such page"), (403, "refuses programs"), (429, "too often"), (500, "error 500")],
)
def test_what_is_no_page_is_told(site: Site, fetcher: Fetcher, status: int, words: str) -> None:
    site.pages["/a"] = (status, {}, b"x")
    assert words in refused(fetcher, site.at("/a"))


def test_a_page_may_come_packed(site: Site, fetcher: Fetcher) -> None:
    two = gzip.compress(b"One. ") + gzip.compress(b"Two.")
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, two)
    assert fetcher.fetch(read_address(site.at("/a")))[1].body == b"One. Two."


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({}, bytes(1001), "larger than the 1,000 bytes"),
        ({"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000)), "larger than"),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"words" * 9)[:-12], "broke off"),
        ({"Content-Encoding": "gzip"}, b"no gzip at all", "damaged"),
        ({"Content-Encoding": "br"}, b"x", "not asked for"),
        ({"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b"x")), "not asked for"),
        ({"Content-Length": "5000"}, b"too little", "broke off"),
        ({"Content-Length": "-5"}, b"x", "no web page"),
    ],
)
def test_a_body_that_is_too_much_or_broken_is_refused(
    site: Site, fetcher: Fetcher, headers: dict[str, str], body: bytes, why: str
) -> None:
    site.pages["/a"] = (200, headers, body)
    assert why in refused(fetcher, site.at("/a"), most=1000)


def drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x")


def hints(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")


def header(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X-Long: " + b"x" * 10_000 + b"\r\n")


def wait(connection: socket.socket) -> None:
    connection.recv(1)


@pytest.mark.parametrize(
    ("talk", "why"), [(drip, "larger than"), (hints, "more came"), (header, "no web page")]
)
def test_a_site_that_never_ends_is_cut_off(
    say: Say, clock: Clock, talk: Callable[[socket.socket], None], why: str
) -> None:
    port = say(talk)
    assert why in refused(asking(port, clock), f"http://{HOME}:{port}/a", most=1000)


def test_a_site_that_is_slow_without_end_is_given_up(say: Say, clock: Clock) -> None:
    """Each byte comes in time, and all together do not."""
    from threading import Event

    over = Event()

    def talk(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not over.wait(0.02):
            connection.sendall(b"x")

    port = say(talk)
    assert "more than the 0.5 seconds" in refused(
        asking(port, clock, 0.5), f"http://{HOME}:{port}/"
    )
    over.set()


def test_a_site_that_says_nothing_is_given_up(say: Say, clock: Clock) -> None:
    port = say(wait)
    assert "more than the 0.3 seconds" in refused(
        asking(port, clock, 0.3), f"http://{HOME}:{port}/"
    )


def test_what_speaks_no_http_is_told(say: Say, clock: Clock) -> None:
    port = say(lambda connection: connection.sendall(b"220 mail.example ESMTP\r\n"))
    assert "no web page" in refused(asking(port, clock), f"http://{HOME}:{port}/a")


def test_where_nobody_listens_is_told(clock: Clock) -> None:
    with socket.create_server((HOME, 0)) as gone:
        port = gone.getsockname()[1]
    assert "cannot be reached" in refused(asking(port, clock), f"http://{HOME}:{port}/a")


@pytest.mark.parametrize(
    ("host", "trusted", "read"),
    [("news.example", True, True), ("other.example", True, False), ("news.example", False, False)],
)
def test_a_certificate_is_held_against_the_name_and_not_the_number(
    certified: Certified,
    serve: Callable[..., Site],
    clock: Clock,
    host: str,
    trusted: bool,
    read: bool,
) -> None:
    site = serve(certified[0])
    site.pages["/a"] = page("Words.")
    fetcher = Fetcher(
        Guard({(HOME, site.port)}, lambda *_: [HOME]),
        Turns(clock, clock.rest),
        trust=certified[1] if trusted else None,
    )
    address = Address("https", host, site.port, "/a")
    if read:
        assert b"Words" in fetcher.fetch(address)[1].body
    else:
        with pytest.raises(FetchError, match="certificate is not valid"):
            fetcher.fetch(address)
        assert site.asked == []
