"""A site's robots.txt is kept, and no site is asked more often than it can bear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimmap.reading.fetching.addresses import FetchError, read_address
from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.fetching.guard import Guard
from claimmap.reading.fetching.robots import make_lean
from claimmap.reading.fetching.turns import Turns
from tests.reading.fetching.sites import HOME, Clock, Site, page, redirect


def refused(fetcher: Fetcher, address: str) -> str:
    """Why an address was not read."""
    with pytest.raises(FetchError) as why:
        fetcher.fetch(read_address(address))
    return str(why.value)


@pytest.mark.parametrize(
    ("robots", "path", "read"),
    [
        ((404, {}, b""), "/a", True),
        ((403, {}, b""), "/a", True),
        ((200, {}, b"User-agent: *\nDisallow: /private"), "/a", True),
        ((200, {}, b"User-agent: *\nDisallow: /private"), "/private/a", False),
        ((200, {}, b"User-agent: ClaimMap\nDisallow: /\n\nUser-agent: *\nAllow: /"), "/a", False),
        ((200, {}, b"User-agent: *\nDisallow: /*.pdf$"), "/a.pdf", False),
        ((200, {}, b"\xff\xfe\x00no robots at all"), "/a", True),
        ((500, {}, b""), "/a", False),
        ((503, {}, b""), "/a", False),
        ((429, {}, b""), "/a", False),
        (redirect("/robots.txt"), "/a", False),
        ((200, {}, b"User-agent: a\nUser-Agent: ClaimMap*\nDisallow: /\n"), "/a", False),
        ((200, {}, b"useragent: a\nuser agent ClaimMap # us\nDisallow: /\n"), "/a", False),
        ((200, {}, b"User-agent: a\nUser-agent: b\nDisallow: /"), "/a", True),
        ((200, {}, b"User-agent: Map\nDisallow: /"), "/a", True),
    ],
)
def test_robots_txt_is_kept(
    site: Site, fetcher: Fetcher, robots: tuple[int, dict[str, str], bytes], path: str, read: bool
) -> None:
    site.pages |= {"/robots.txt": robots, path: page("Words.")}
    if read:
        fetcher.fetch(read_address(site.at(path)))
    else:
        assert refused(fetcher, site.at(path))
    assert (path in site.asked) == read


def test_where_a_redirect_leads_has_a_robots_txt_of_its_own(
    site: Site, clock: Clock, serve: Callable[..., Site]
) -> None:
    other = serve()
    other.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /")
    site.pages["/a"] = redirect(other.at("/b"))
    guard = Guard({(HOME, site.port), (HOME, other.port)})
    assert "robots.txt" in refused(Fetcher(guard, Turns(clock, clock.rest)), site.at("/a"))
    assert other.asked == ["/robots.txt"]


def test_a_host_is_asked_once_a_second(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {"/a": page("Words."), "/b": page("Words.")}
    for path in "ab":
        fetcher.fetch(read_address(site.at(f"/{path}")))
    assert clock.rests == [1.0, 1.0]


def test_a_host_that_wants_more_time_gets_it(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 7"), "/a": page("W.")}
    for _ in range(3):
        fetcher.fetch(read_address(site.at("/a")))
    assert clock.rests == [1.0, 7.0, 7.0]


def test_a_robots_txt_of_thousands_of_programs_and_rules_keeps_nobody_busy(
    site: Site, fetcher: Fetcher
) -> None:
    agents = "".join(f"User-agent: a{number}*\n" for number in range(2000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(2000))
    named = {line for line in make_lean(agents + rules) if line.startswith("User")}
    assert named == {"User-agent: other"}
    site.pages |= {"/robots.txt": (200, {}, (agents + rules).encode()), "/7": page("Words.")}
    fetcher.fetch(read_address(site.at("/7")))


@pytest.mark.parametrize("delay", ["nan", "inf", "-5", "1e308", "words"])
def test_a_delay_that_is_none_does_no_harm(site: Site, fetcher: Fetcher, delay: str) -> None:
    rules = f"User-agent: *\nCrawl-delay: {delay}".encode()
    site.pages |= {"/robots.txt": (200, {}, rules), "/a": page("W.")}
    fetcher.fetch(read_address(site.at("/a")))


def test_nobody_waits_for_hours(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 9999"), "/a": page("W.")}
    fetcher.fetch(read_address(site.at("/a")))
    assert "again later" in refused(fetcher, site.at("/a"))
