"""JSON-LD in a web page (https://schema.org/NewsArticle) -> what it tells of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from claimmap.reading.known import Told

_MOST = 1000  # things looked at in one page


def find_articles(scripts: Iterable[str]) -> Iterator[Iterator[Told]]:
    """What each article that the page's scripts of type application/ld+json describe tells."""
    for script in scripts:
        try:
            data = msgspec.json.decode(script.strip())
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        for thing in islice(_things(data), _MOST):
            if any(kind.endswith(("Article", "Posting", "Report")) for kind in _kinds(thing)):
                yield _told(thing)


def _things(data: object) -> Iterator[dict[str, Any]]:
    """The objects of the data: one, several, or those of a graph."""
    for one in data if isinstance(data, list) else [data]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _kinds(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if type(kind) is str]


def _told(thing: dict[str, Any]) -> Iterator[Told]:
    fields = (
        ("title", "headline", thing.get("headline") or thing.get("name")),
        ("outlet", "publisher", ", ".join(_names(thing.get("publisher")))),
        ("author", "author", ", ".join(_names(thing.get("author")))),
        ("published", "datePublished", thing.get("datePublished")),
        ("url", "url", _address(thing.get("url")) or _address(thing.get("mainEntityOfPage"))),
        ("language", "inLanguage", _address(thing.get("inLanguage"))),
    )
    for field, name, value in fields:
        yield Told(field, value, "stated", f"the page's {name}, as it tells search engines")


def _names(value: object) -> Iterator[str]:
    """The names of the persons or bodies that a value stands for."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip() and "://" not in name:
            yield name.strip()


def _address(value: object) -> str:
    found = value.get("@id") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""
