"""What stands at an address becomes a report, and each particular says how it is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimmap.model import Document
from claimmap.reading import File, Item, read_files
from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.fetching.guard import Guard
from claimmap.reading.fetching.pages import address_file
from claimmap.reading.fetching.turns import Turns
from tests.reading.fetching.conftest import Certified
from tests.reading.fetching.sites import HOME, Clock, Site, page, redirect
from tests.reading.making import WORDS

HTML = "<!doctype html><html><body><article><p>"


def read(*files: File) -> list[Item]:
    return list(read_files(files))


def document(item: Item) -> Document:
    assert item.document is not None, item.reason
    return item.document


def known(found: Document) -> dict[str, tuple[str, str]]:
    return {one.field: (one.how, one.reason) for one in found.provenance}


def test_a_page_becomes_a_report_that_stands_where_it_answered(
    site: Site, fetcher: Fetcher
) -> None:
    head = (
        "<title>Boats leave</title><meta property='og:site_name' content='The Paper'>"
        "<link rel='canonical' href='https://elsewhere.example/x'>"
        "<meta property='article:published_time' content='2024-10-18'>"
    )
    site.pages |= {"/short": redirect("/long"), "/long": page(WORDS, head=head)}
    (item,) = read(address_file(site.at("/short"), fetcher))
    found = document(item)
    assert item.name == site.at("/short")
    assert WORDS in found.text
    assert (found.outlet, found.title, str(found.published)) == (
        "The Paper", "Boats leave", "2024-10-18",
    )  # fmt: skip
    assert found.url == site.at("/long")
    assert known(found)["url"] == ("stated", "the address that it was fetched from")


def test_the_host_stands_for_an_outlet_that_the_page_does_not_name(
    site: Site, fetcher: Fetcher
) -> None:
    site.pages["/2024/10/18/a"] = page(WORDS)
    (item,) = read(address_file(site.at("/2024/10/18/a"), fetcher))
    found = document(item)
    assert (found.outlet, str(found.published)) == (HOME, "2024-10-18")
    assert known(found)["outlet"] == ("inferred", "the host of its web address")
    assert known(found)["published"][0] == "inferred"


@pytest.mark.parametrize(
    ("path", "media", "body", "text"),
    [
        ("/a", "text/plain", WORDS.encode(), WORDS),
        ("/a.txt", "application/octet-stream", WORDS.encode(), WORDS),
        ("/a", "text/html; charset=cp1251", f"{HTML}{WORDS} Москва".encode("cp1251"), "Москва"),
        ("/a", "text/plain; charset=iso-8859-2", f"{WORDS} Łódź ".encode("iso-8859-2"), "Łódź"),
        ("/a", "text/html; charset=latin-1", f"{HTML}{WORDS} “Köln”".encode("cp1252"), "“Köln”"),
        ("/a", "text/html; charset=rot13", f"{HTML}{WORDS} Köln".encode(), "Köln"),
        ("/a", "text/html; charset=punycode", f"{HTML}{WORDS} Köln".encode("cp1252"), "Köln"),
        ("/a", "text/html; charset=no-such", f"{HTML}{WORDS}".encode(), WORDS),
        ("/a", "image/png", f"{HTML}{WORDS}".encode(), WORDS),
    ],
)  # fmt: skip
def test_what_it_is_and_what_it_is_written_in_is_told_by_the_site_and_its_bytes(
    site: Site, fetcher: Fetcher, path: str, media: str, body: bytes, text: str
) -> None:
    site.pages[path] = (200, {"Content-Type": media}, body)
    (item,) = read(address_file(site.at(path), fetcher))
    assert text in document(item).text


@pytest.mark.parametrize(
    ("media", "body", "why"),
    [
        ("image/png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("application/json", b'{"a": 1}', "can be read"),
        ("application/rss+xml", b"<?xml version='1.0'?><rss version='2.0'/>", "as a feed"),
        ("text/html", b"", "empty"),
    ],
)
def test_what_is_no_report_is_told(
    site: Site, fetcher: Fetcher, media: str, body: bytes, why: str
) -> None:
    site.pages["/a"] = (200, {"Content-Type": media}, body)
    (item,) = read(address_file(site.at("/a"), fetcher))
    assert why in item.reason
    assert item.name == site.at("/a")


def test_no_site_puts_in_claims_of_others(site: Site, fetcher: Fetcher) -> None:
    body = f"sentence,source,place,outlet\r\n{WORDS},Anna,Porto,The Paper\r\n".encode()
    site.pages["/a"] = (200, {"Content-Type": "text/csv"}, body)
    (item,) = read(address_file(site.at("/a"), fetcher))
    assert item.document is None
    assert item.ready is None
    assert "no site may put such in" in item.reason


def test_one_address_that_cannot_be_had_stops_no_other(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": page(WORDS), "/t": (200, {"Content-Type": "text/csv"}, TABLE)}
    typed = [site.at("/gone"), "127.0.0.1/x", "", site.at("/t"), site.at("/a")]
    items = read(*(address_file(one, fetcher) for one in typed))
    assert [(one.name, bool(one.document)) for one in items] == [
        (site.at("/gone"), False),
        ("https://127.0.0.1/x", False),
        ("", False),
        (f"{site.at('/t')}, row 2", True),
        (site.at("/a"), True),
    ]
    assert "no such page" in items[0].reason
    assert "private network" in items[1].reason


TABLE = f'title,text\r\n"Boats","{WORDS}"\r\n'.encode()


def test_a_scheme_that_was_put_before_is_told(
    certified: Certified, serve: Callable[..., Site], clock: Clock
) -> None:
    site = serve(certified[0])
    site.pages["/a"] = page(WORDS)
    guard = Guard({(HOME, site.port)}, lambda *_: [HOME])
    fetcher = Fetcher(guard, Turns(clock, clock.rest), certified[1])
    (item,) = read(address_file(f"news.example:{site.port}/a", fetcher))
    assert document(item).url == f"https://news.example:{site.port}/a"
    assert "https:// was put before" in item.notice


def test_nothing_is_asked_before_a_file_is_read(site: Site, fetcher: Fetcher) -> None:
    items = read_files([address_file(site.at("/a"), fetcher)])
    assert site.asked == []
    next(items)
    assert site.asked == ["/robots.txt", "/a"]
