"""What a feed is read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one report; "" and None where it says nothing.

    changed: whether ``published`` is only the day of its last change. text: the whole report, where
    the feed holds it.
    """

    title: str = ""
    author: str = ""
    link: str = ""
    published: date | None = None
    changed: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title, and its entries, the newest first."""

    title: str
    entries: tuple[Entry, ...]
