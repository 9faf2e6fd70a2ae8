"""A feed's reports: listed where nothing can be asked, fetched one by one under the same guard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimmap.reading import ReadingError, read_files
from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.fetching.pages import entry_file, feed_files, find_entries
from claimmap.reading.process import Worker
from tests.reading.fetching.sites import Site, page
from tests.reading.making import WORDS
from tests.reading.test_mutated import mutants
from tests.reading.test_safe import LAUGHS

NEWS = "https://news.example/"
WHOLE = " ".join([WORDS] * 15)


def item(title: str, link: str, more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def rss(*items: str, before: str = "", title: str = "The Feed") -> bytes:
    spaces = (
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        " xmlns:dc='http://purl.org/dc/elements/1.1/'"
    )
    channel = f"<channel><title>{title}</title>{''.join(items)}</channel>"
    return f"<?xml version='1.0'?>{before}<rss version='2.0' {spaces}>{channel}</rss>".encode()


ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title>
<entry><title type="html">Old &amp;lt;b&amp;gt;</title><link href="/old"/>
<updated>2024-10-16T23:00:00-05:00</updated></entry>
<entry><title>New</title><link href="/new"/><published>2024-10-18T01:00:00+09:00</published>
<author><name>Ana Costa</name></author>
<content type="html">&lt;p&gt;{WHOLE}&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</content></entry>
</feed>""".encode()


def feed_at(site: Site, raw: bytes) -> str:
    site.pages["/feed"] = (200, {"Content-Type": "application/xml"}, raw)
    return site.at("/feed")


def test_an_atom_feed_is_listed_newest_first(site: Site, fetcher: Fetcher) -> None:
    feed = find_entries(feed_at(site, ATOM), fetcher)
    new, old = feed.entries
    assert feed.title == "Atom"
    assert (new.title, new.author, new.link) == ("New", "Ana Costa", site.at("/new"))
    assert (str(new.published), new.changed) == ("2024-10-18", False)
    assert (str(old.published), old.changed) == ("2024-10-16", True)
    assert new.text.startswith(WORDS)
    assert "script" not in new.text


def test_the_page_of_an_entry_is_fetched_and_the_feed_adds_what_it_lacks(
    site: Site, fetcher: Fetcher
) -> None:
    when = "<pubDate>Fri, 18 Oct 2024 23:30:00 -0500</pubDate><dc:creator>Ana Costa</dc:creator>"
    address = feed_at(site, rss(item("Short title", "/a", when)))
    site.pages["/a"] = page(WORDS, head="<title>The page's own title</title>")
    (found,) = read_files(feed_files(address, fetcher))
    assert found.document is not None, found.reason
    assert found.document.title == "The page's own title"
    assert (found.document.author, str(found.document.published)) == ("Ana Costa", "2024-10-18")
    told = {one.field: (one.how, one.reason) for one in found.document.provenance}
    assert told["author"] == ("stated", "the feed's author of it")
    assert told["published"] == ("stated", "the feed's day of publication")
    assert found.document.url == site.at("/a")


def test_a_report_that_the_feed_holds_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    content = f"<content:encoded><![CDATA[<p>{WHOLE}</p>]]></content:encoded>"
    address = feed_at(site, rss(item("Boats", "/a", content)))
    (found,) = read_files(feed_files(address, fetcher))
    assert found.document is not None, found.reason
    assert found.document.text.startswith(WORDS)
    assert (found.document.title, found.document.url) == ("Boats", site.at("/a"))
    assert site.asked == ["/robots.txt", "/feed"]


@pytest.mark.parametrize("end", ["Read more", "[…]", "Continue reading Boats →", "..."])
def test_the_beginning_of_a_report_is_not_taken_for_all_of_it(worker: Worker, end: str) -> None:
    content = f"<content:encoded><![CDATA[<p>{WHOLE} {end}</p>]]></content:encoded>"
    (entry,) = worker.list_feed(rss(item("Boats", "/a", content)), NEWS).entries
    assert (entry.text, entry.link) == ("", f"{NEWS}a")


def test_no_more_than_the_newest_are_fetched(site: Site, fetcher: Fetcher) -> None:
    address = feed_at(site, rss(*(item(f"{n}", f"/{n}") for n in range(30))))
    assert len(feed_files(address, fetcher)) == 20
    assert [one.name for one in feed_files(address, fetcher, 2)] == [site.at("/0"), site.at("/1")]


def test_entries_that_lead_inside_are_not_asked(
    site: Site, fetcher: Fetcher, serve: Callable[..., Site]
) -> None:
    inside = serve()
    links = [
        inside.at("/secret"), "http://169.254.169.254/latest", "file:///etc/passwd",
        f"http://good@127.0.0.1:{inside.port}/", "javascript:alert(1)", "", "http://[::1]/",
    ]  # fmt: skip
    address = feed_at(site, rss(*(item("Boats", link) for link in links)))
    found = list(read_files(feed_files(address, fetcher)))
    assert len(found) == len(links)
    assert all(one.document is None and one.reason for one in found)
    assert inside.asked == []
    assert set(site.asked) <= {"/robots.txt", "/feed"}


@pytest.mark.parametrize(
    "before",
    [
        LAUGHS,
        '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE x [<!ENTITY % j SYSTEM 'http://127.0.0.1:9/x'> %j;]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(
    worker: Worker, before: str, encoding: str
) -> None:
    text = rss(item("&j;", "/a"), before=before, title="&j;").decode()
    raw = text.replace("?>", f" encoding='{encoding}'?>", 1).encode(encoding)
    with pytest.raises(ReadingError, match="declares entities"):
        worker.list_feed(raw, NEWS)


def test_no_entity_in_another_disguise_is_expanded(worker: Worker) -> None:
    text = rss(item("&j;", "/a"), before=LAUGHS, title="&j;").decode()
    raw = text.replace("?>", " encoding='utf-7'?>", 1).encode("utf-7")
    try:
        said = str(worker.list_feed(raw, NEWS))
    except ReadingError as error:
        said = str(error)
    assert "haha" not in said


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no feed"),
        (b"just words", "no feed"),
        (b"<html><head><link rel='alternate' type='application/rss+xml' href='/f'></head></html>",
         "/f"),
        (bytes(10_000_001), "larger than"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told_as_a_file_that_says_so(
    site: Site, fetcher: Fetcher, raw: bytes, why: str
) -> None:
    (found,) = read_files(feed_files(feed_at(site, raw), fetcher))
    assert why in found.reason
    assert found.name == site.at("/feed")


def test_a_damaged_feed_is_read_as_far_as_it_goes(worker: Worker) -> None:
    raw = rss(item("A & B < C", "/a"), item("D", "/b"))[:-20]
    feed = worker.list_feed(raw, NEWS)
    assert [one.link for one in feed.entries] == [f"{NEWS}a", f"{NEWS}b"]


def test_an_entry_without_an_address_says_so(site: Site, fetcher: Fetcher) -> None:
    (entry,) = find_entries(feed_at(site, rss(item("Boats", ""))), fetcher).entries
    (found,) = read_files([entry_file(entry, fetcher)])
    assert (found.name, "no address" in found.reason) == ("Boats", True)


@pytest.mark.parametrize(
    ("name", "raw"),
    [("a.atom", ATOM), ("a.rss", rss(item("A", "/a"), item("B", "/b", "<pubDate>x</pubDate>")))],
)
def test_a_feed_with_any_damage_is_listed_or_refused_in_words(
    worker: Worker, name: str, raw: bytes
) -> None:
    assert len(worker.list_feed(raw, NEWS).entries) == 2
    for mutant in mutants(name, raw):
        told = why_unlisted(worker, mutant)
        assert told == "" or told.endswith(".")
        assert "broke down" not in told, mutant
        assert "cannot be read" not in told, mutant


def why_unlisted(worker: Worker, raw: bytes) -> str:
    """Why a feed was refused, "" where it was not."""
    try:
        worker.list_feed(raw, NEWS)
    except ReadingError as error:
        return str(error)
    return ""
