"""RSS and Atom: a feed's entries, read by feedparser. No address in it is ever asked for here."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from claimmap.reading.days import read_day
from claimmap.reading.formats.entries import Entry, Feed
from claimmap.reading.formats.pieces import tidy
from claimmap.reading.formats.webpages import page_words
from claimmap.reading.known import shorten
from claimmap.reading.limits import MAX_FIELD, ReadingError

MAX_ENTRIES = 500
"""How many entries of a feed are looked at."""

WHOLE = 150
"""An entry's own text of so many words is taken for the whole report."""

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_HEAD = 4096
_SHORTENED = re.compile(
    r"(?:…|\.\.\.|\[[^\]]{0,20}\]|(?:read|continue)\s+(?:more|reading|the full)\b.{0,80})\W*\Z",
    re.IGNORECASE,
)
_MARKUP = ("text/html", "application/xhtml+xml")


def is_feed(raw: bytes) -> bool:
    """Whether a file begins as a feed does."""
    return bool(_FEED.search(raw[:_HEAD]))


def read_feed(raw: bytes, address: str) -> Feed:
    """The entries of a feed. address: where it was fetched, on which its own addresses rest."""
    if _ENTITY.search(raw.replace(b"\0", b"")):
        raise ReadingError("the feed declares entities, as attacks do, so it is not read.")
    import feedparser

    try:
        parsed: Any = feedparser.parse(BytesIO(raw), response_headers={"content-location": address})
    except ValueError as error:  # which it is not spared by bytes that are no text
        raise ReadingError("the feed is damaged. Try again later.") from error
    if not parsed.get("version"):
        raise ReadingError(_no_feed(raw, address))
    entries = parsed.entries[:MAX_ENTRIES]
    entries.sort(key=_moment, reverse=True)  # which keeps the order of those without a day
    return Feed(_line(parsed.feed.get("title")), tuple(_entry(one) for one in entries))


def _entry(found: Any) -> Entry:
    stated = read_day(found.get("published")) or _day(found.get("published_parsed"))
    changed = read_day(found.get("updated")) or _day(found.get("updated_parsed"))
    return Entry(
        title=_line(found.get("title")),
        author=_line(found.get("author")),
        link=str(found.get("feedburner_origlink") or found.get("link") or ""),
        published=stated or changed,
        changed=bool(changed and not stated),
        text=_whole(found.get("content") or ()),
    )


def _whole(contents: Iterable[Any]) -> str:
    """The entry's own text, where it is the whole report; "" where it seems to be its beginning."""
    texts = (
        page_words(str(one.get("value", "")))
        if one.get("type") in _MARKUP
        else str(one.get("value", ""))
        for one in contents
    )
    text = max(texts, key=len, default="").strip()
    if len(text.split()) < WHOLE or _SHORTENED.search(text):
        return ""
    return tidy(text)


def _moment(found: Any) -> time.struct_time:
    known = found.get("published_parsed") or found.get("updated_parsed")
    return known if known else time.struct_time((0,) * 9)


def _day(moment: time.struct_time | None) -> date | None:
    return read_day(date(*moment[:3])) if moment else None


def _line(markup: object) -> str:
    """A title or name as one line; feeds write markup into them."""
    return shorten(page_words(str(markup or "")), MAX_FIELD)


def _no_feed(raw: bytes, address: str) -> str:
    named = ", ".join(list(_named_feeds(raw, address))[:5])
    more = f" It names these: {named}." if named else " Give the address of an RSS or Atom feed."
    return f"this is no feed.{more}"


def _named_feeds(raw: bytes, address: str) -> Iterator[str]:
    """The addresses of the feeds that a web page names."""
    from trafilatura import load_html

    tree = load_html(raw)
    if tree is not None:
        for link in tree.xpath('//link[@rel="alternate" and @href]'):
            if link.get("type") in ("application/rss+xml", "application/atom+xml"):
                yield urljoin(address, str(link.get("href")))
