"""HTML: the main text of a saved web page, and what the page says of itself.

trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/) finds the article among
menus and advertisements. No address in the page is ever asked for.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimmap.reading.decoding import BOMS, decode
from claimmap.reading.formats.json_ld import find_articles
from claimmap.reading.formats.pieces import Piece, tidy
from claimmap.reading.known import Known, Told, tell
from claimmap.reading.limits import MAX_CHARACTERS, ReadingError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_ESCAPES = b"\x1b$"  # ISO-2022, whose bytes are all ASCII
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BLOCKS = " | ".join(
    f"//{name}"
    for name in (
        *("p", "div", "li", "tr", "table", "blockquote", "section", "article", "pre", "header"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "hr", "footer", "nav", "dt", "dd"),
    )
)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_METAS = (
    ("title", ("og:title", "twitter:title", "dc.title", "dcterms.title")),
    ("outlet", ("og:site_name", "dc.publisher", "dcterms.publisher", "article:publisher")),
    ("author", ("author", "dc.creator", "dcterms.creator", "parsely-author", "article:author")),
    (
        "published",
        (
            *("article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued"),
            *("dcterms.issued", "dcterms.created", "dc.date", "date", "pubdate", "publishdate"),
            *("publish-date", "sailthru.date", "og:published_time"),
        ),
    ),
    ("url", ("og:url",)),
    ("language", ("og:locale", "content-language", "dc.language")),
)
_PATHS = (
    (
        "published",
        '//time[@pubdate or @itemprop="datePublished"]/@datetime',
        "the page's time of publication",
    ),
    ("url", '//link[@rel="canonical"]/@href', "the page's canonical address"),
    ("language", "/html/@lang | /html/@*[local-name()='lang']", "the page's language"),
)


def read_page(raw: bytes) -> Iterator[Piece]:
    """The article of a page."""
    from trafilatura import extract

    markup = _DECLARATION.sub("", _decode_page(raw))
    tree = _parse(markup)
    known = tell(_stated(tree, markup))
    known = known.over(tell(_inferred(tree, known)))
    text = extract(markup, include_comments=False, include_tables=True) or page_words(markup)
    if not text.strip():
        raise ReadingError(
            "no text was found in the page; it may be drawn by a script. Copy its words and paste"
            " them on the Reports page."
        )
    yield Piece(tidy("\n\n".join(line for line in text.splitlines() if line.strip())), known)


def page_words(markup: str) -> str:
    """All words of a page, its menus included, a blank line between two of its blocks."""
    from trafilatura import load_html

    tree = load_html(f"<html><body>{markup}</body></html>") if markup.strip() else None
    if tree is None:
        return ""
    for one in tree.xpath("//script | //style | //head | //template | //noscript | //comment()"):
        one.drop_tree()
    for one in tree.xpath(_BLOCKS):
        one.tail = f"\n\n{one.tail or ''}"
    for one in tree.xpath("//br"):
        one.tail = f"\n{one.tail or ''}"
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n\n"))
    return "\n\n".join(line for line in lines if line)


def _decode_page(raw: bytes) -> str:
    """A page's text: as UTF-8 where it can be, else as it declares, else as what fits its bytes."""
    declared = _CHARSET.search(raw[:4096])
    if declared is None or raw.startswith(BOMS):
        return decode(raw)
    if _ESCAPES not in raw:
        with suppress(UnicodeDecodeError):
            return raw.decode("utf-8")
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
        # Browsers take both for Windows' own (https://encoding.spec.whatwg.org/#names-and-labels).
        return raw.decode("cp1252" if name in ("ascii", "iso8859-1") else name, "replace")
    except (LookupError, ValueError):
        return decode(raw)


def _parse(markup: str) -> HtmlElement:
    from trafilatura import load_html

    tree = load_html(markup) if len(markup) <= 4 * MAX_CHARACTERS else None
    if tree is None:
        raise ReadingError("this is no web page that can be read. Save it again, or as text.")
    return tree


def _stated(tree: HtmlElement, markup: str) -> Iterator[Told]:
    """What the page says of itself for machines, the most careful form first."""
    scripts = tree.xpath('//script[@type="application/ld+json"]')
    for article in find_articles(one.text_content() for one in scripts):
        yield from article
    metas = _metas(tree)
    for field, names in _METAS:
        stated = (name for name in names if name in metas)
        yield from (Told(field, metas[name], "stated", f"the page's {name}") for name in stated)
    for field, path, why in _PATHS:
        yield from (Told(field, str(found), "stated", why) for found in tree.xpath(path))
    if saved := _SAVED_FROM.search(markup[:4096]):
        yield Told("url", saved[1], "stated", "the browser that saved the page")
    for path, why in (("//h1", "the page's heading"), ("//head/title", "the page's title")):
        headings = tree.xpath(path)
        if len(headings) == 1:
            yield Told("title", headings[0].text_content(), "stated", why)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The page's <meta>, the first of each name."""
    found: dict[str, str] = {}
    for one in tree.xpath("//meta[@content]"):
        name = one.get("property") or one.get("name") or one.get("itemprop")
        name = name or one.get("http-equiv") or ""
        found.setdefault(str(name).strip().lower(), str(one.get("content")))
    return found


def _inferred(tree: HtmlElement, known: Known) -> Iterator[Told]:
    """What the page's layout tells, where the page itself says nothing."""
    from trafilatura import extract_metadata

    found: Any = extract_metadata(tree, default_url=known.url or None)
    if found is not None:
        why = "worked out from the page's layout"
        yield Told("published", found.date, "inferred", f"{why} and address")
        yield Told("author", found.author, "inferred", why)
        yield Told("title", found.title, "inferred", why)
    if known.url:
        host = (urlsplit(known.url).hostname or "").removeprefix("www.")
        yield Told("outlet", host, "inferred", "the host of its web address")
