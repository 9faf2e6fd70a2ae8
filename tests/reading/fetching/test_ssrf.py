"""No address, redirect or answer of a name server leads into this machine or a private network.

Every test has a site that would answer: what counts is that nobody asked it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from claimmap.reading.fetching.addresses import FetchError, read_address
from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.fetching.guard import Guard
from claimmap.reading.fetching.turns import Turns
from tests.reading.fetching.sites import HOME, Clock, Site, page, redirect

INSIDE = (
    "http://127.0.0.1:{port}/secret",
    "http://localhost:{port}/secret",
    "http://[::1]:{port}/secret",
    "http://[::ffff:127.0.0.1]:{port}/secret",
    "http://2130706433:{port}/secret",
    "http://0x7f.1:{port}/secret",
    "http://127.1:{port}/secret",
    "http://0.0.0.0:{port}/secret",
    "http://good@127.0.0.1:{port}/secret",
    "//127.0.0.1:{port}/secret",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://metadata.google.internal/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "file:///etc/passwd",
    "ftp://127.0.0.1/x",
    "gopher://127.0.0.1:{port}/_GET%20/secret",
    "data:text/html,<p>x",
)


@pytest.fixture
def inside(serve: Callable[..., Site]) -> Site:
    """A site of this machine that may not be asked."""
    hidden = serve()
    hidden.pages["/secret"] = page("The secret of the machine.")
    return hidden


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_leads_inside_is_not_asked(inside: Site, address: str) -> None:
    with pytest.raises(FetchError):
        Fetcher().fetch(read_address(address.format(port=inside.port)))
    assert inside.asked == []


@pytest.mark.parametrize("address", INSIDE)
def test_a_redirect_that_leads_inside_is_not_followed(
    site: Site, fetcher: Fetcher, inside: Site, address: str
) -> None:
    site.pages["/out"] = redirect(address.format(port=inside.port))
    with pytest.raises(FetchError):
        fetcher.fetch(read_address(site.at("/out")))
    assert site.asked == ["/robots.txt", "/out"]
    assert inside.asked == []


def test_a_robots_txt_that_leads_inside_is_not_followed(
    site: Site, fetcher: Fetcher, inside: Site
) -> None:
    site.pages |= {"/robots.txt": redirect(inside.at("/secret")), "/a": page("Words.")}
    with pytest.raises(FetchError):
        fetcher.fetch(read_address(site.at("/a")))
    assert site.asked == ["/robots.txt"]
    assert inside.asked == []


def test_a_name_is_looked_up_once_for_a_connection_which_goes_to_what_was_judged(
    site: Site, clock: Clock
) -> None:
    """DNS rebinding: the second answer of the name is private, and there is no second look."""
    answers: Iterator[list[str]] = iter([[HOME], ["10.0.0.1"], [HOME]])
    looked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked.append(host)
        return next(answers)

    guard = Guard({(HOME, site.port)}, resolve)
    fetcher = Fetcher(guard, Turns(clock, clock.rest))
    site.pages["/a"] = page("Words.")
    with pytest.raises(FetchError, match="private network"):
        fetcher.fetch(read_address(site.at("/a", "news.example")))
    assert (site.asked, len(looked)) == (["/robots.txt"], 2)
    _, answer = fetcher.fetch(read_address(site.at("/a", "news.example")))
    assert b"Words" in answer.body
    assert (site.asked, len(looked)) == (["/robots.txt", "/a"], 3)
    assert site.headers[1]["Host"] == f"news.example:{site.port}"


def test_a_name_with_a_private_address_beside_a_fine_one_is_not_asked(
    site: Site, clock: Clock
) -> None:
    guard = Guard({(HOME, site.port)}, lambda *_: [HOME, "127.0.0.2"])
    with pytest.raises(FetchError, match="private network"):
        Fetcher(guard, Turns(clock, clock.rest)).fetch(read_address(site.at("/a", "news.example")))
    assert site.asked == []


def test_no_proxy_of_the_environment_is_asked(
    site: Site, fetcher: Fetcher, inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{HOME}:{inside.port}")
    site.pages["/a"] = page("Words.")
    fetcher.fetch(read_address(site.at("/a")))
    assert inside.asked == []
    assert site.asked == ["/robots.txt", "/a"]
