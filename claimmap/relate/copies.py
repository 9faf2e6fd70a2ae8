"""Reports that are copies of one another: whose words a claim is, and how a copy is told.

A copy's claims that the others have as well are one witness with theirs: whatever speaks in them
for itself (an outlet in its own words, "residents") is that of the first of them to be published.
What a copy adds is its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from claimmap.model import Copied

_MOST = 0.8
_LONG = 100  # characters of a title


class Link(Protocol):
    """Two reports of much the same words, told for one; there is another link for the other.

    own: numbers of those claims of the document that the other lacks.
    """

    @property
    def document(self) -> str: ...  # noqa: D102
    @property
    def outlet(self) -> str: ...  # noqa: D102
    @property
    def published(self) -> date | None: ...  # noqa: D102
    @property
    def of(self) -> str: ...  # noqa: D102
    @property
    def own(self) -> Iterable[int]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Copying:
    """A report that is a copy. first: what it copies; own: the claims that it alone has."""

    first: Copied
    own: frozenset[int]


def find_copying(links: Iterable[Link]) -> Mapping[str, Copying]:
    """The reports that copy others, by their ids.

    Of all that hang together by links, the first to be published is copied by the others; of equals
    the one whose id comes first, those without a date last.
    """
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    outlets: dict[str, tuple[date, str]] = {}
    own: dict[str, frozenset[int]] = {}
    for link in links:
        above[top(link.of)] = top(link.document)
        outlets[link.document] = link.published or date.max, link.outlet
        own[link.document] = own.get(link.document, frozenset(link.own)).intersection(link.own)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in outlets:
        groups[top(one)].append(one)
    found: dict[str, Copying] = {}
    for group in groups.values():
        first = min(group, key=lambda one: (outlets[one][0], one))
        copied = Copied(first, outlets[first][1])
        found |= {one: Copying(copied, own[one]) for one in group if one != first}
    return found


def tell_copy(title: str, outlet: str, share: float, reverse: float) -> str:
    """What a report is to another that shares most of its words, in words.

    title, outlet: the other's. share: how much of the report's words stands in the other; reverse:
    how much of the other's in the report.
    """
    title = title if len(title) <= _LONG else title[: _LONG - 1].rstrip() + "…"
    other = ", ".join(filter(None, (f"“{title}”" if title else "an untitled report", outlet)))
    if share < _MOST:
        return f"more than {other}, of which it holds {_per_cent(reverse)} of the words"
    if reverse < _MOST:
        return f"a part of {other} ({_per_cent(share)} of its words stand there)"
    return f"a copy of {other} ({_per_cent(share)} the same words)"


def _per_cent(share: float) -> str:
    return f"{int(share * 100)}%"
