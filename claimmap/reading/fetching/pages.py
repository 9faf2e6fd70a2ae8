"""Addresses and the entries of a feed -> files, each of which is fetched when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from claimmap.reading.fetching.addresses import (
    Address,
    FetchError,
    complete_address,
    read_address,
)
from claimmap.reading.fetching.bodies import decode_by_header, find_suffix
from claimmap.reading.fetching.fetcher import Fetcher
from claimmap.reading.files import Fetched, File
from claimmap.reading.formats.entries import Entry, Feed
from claimmap.reading.formats.feeds import is_feed
from claimmap.reading.known import Known, Told, tell
from claimmap.reading.limits import ReadingError

_WHERE = "the address that it was fetched from"

MAX_FEED = 10_000_000
"""The largest feed that is fetched, in bytes."""

NEWEST = 20
"""How many of a feed's entries are read where nobody says otherwise."""

_COMPLETED = "https:// was put before the address"


def address_file(typed: str, fetcher: Fetcher) -> File:
    """The report at an address, as a person typed it: without a scheme https:// is meant."""
    whole = complete_address(typed)
    notice = "" if whole == typed.strip() else _COMPLETED
    return File(whole, partial(_fetch, whole, fetcher, notice=notice))


def find_entries(typed: str, fetcher: Fetcher) -> Feed:
    """The entries of the feed at an address, the newest first.

    Raises ReadingError where there is no feed, or it may not be asked for.
    """
    from claimmap.reading.process import Worker

    address, answer = fetcher.fetch(read_address(complete_address(typed)), MAX_FEED)
    with Worker() as worker:
        return worker.list_feed(answer.body, str(address))


def entry_file(entry: Entry, fetcher: Fetcher) -> File:
    """The report that an entry stands for: its own text where that is whole, else its page."""
    said = _said(entry)
    if entry.text:
        about = said.over(tell(_placed(entry.link)))
        return File(entry.link or entry.title, lambda: entry.text, lambda: about)
    return File(entry.link or entry.title, partial(_fetch, entry.link, fetcher, said))


def feed_files(typed: str, fetcher: Fetcher, most: int = NEWEST) -> list[File]:
    """The reports of a feed, the newest first; of one that cannot be had a file that says why."""
    try:
        feed = find_entries(typed, fetcher)
        if not feed.entries:
            raise ReadingError("the feed is empty. Try again later.")
    except ReadingError as error:
        return [File(complete_address(typed), partial(_refuse, error))]
    return [entry_file(entry, fetcher) for entry in feed.entries[:most]]


def _refuse(error: ReadingError) -> bytes:
    raise error


def _fetch(whole: str, fetcher: Fetcher, said: Known | None = None, notice: str = "") -> Fetched:
    """Fetch a page. said: what a feed says of it."""
    if not whole:
        raise FetchError("no address is given. Write one, beginning with https://.")
    address, answer = fetcher.fetch(read_address(whole))
    if is_feed(answer.body):
        raise FetchError("this is a feed, a list of reports. Give its address as a feed.")
    suffix = find_suffix(answer.headers, str(address))
    return Fetched(
        decode_by_header(answer.body, answer.headers, suffix),
        suffix,
        tell(Told("url", str(one), "stated", _WHERE) for one in (address, whole)),
        (said or Known()).over(tell([_outlet(address)])),
        notice,
    )


def _outlet(address: Address) -> Told:
    host = address.host.removeprefix("www.")
    return Told("outlet", host, "inferred", "the host of its web address")


def _placed(link: str) -> Iterator[Told]:
    """What a link tells of a report that the feed itself holds."""
    with suppress(FetchError):
        yield _outlet(read_address(link))
        yield Told("url", link, "stated", "the feed's address of it")


def _said(entry: Entry) -> Known:
    """What a feed says of a report."""
    when = Told("published", entry.published, "stated", "the feed's day of publication")
    if entry.changed:
        when = Told("published", entry.published, "inferred", "the feed's day of the last change")
    title = Told("title", entry.title, "stated", "the feed's title of it")
    author = Told("author", entry.author, "stated", "the feed's author of it")
    return tell((title, author, when))
