"""The ways that claims took from their roots to the outlets: one tree a witness."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from claimmap.model import Copied, SourceKind
from claimmap.view.rows import LinkRow, PathRow, PathsRow

MOST_ROOTS = 8
MOST_NEXT = 5
"""How many ways on from a link are told; of one more, that one too."""

_NO_NAME = "an unnamed source"


@dataclass(slots=True)
class _Link:
    name: str
    kind: SourceKind | Literal["outlet"]
    claims: int = 0
    next: dict[Hashable, _Link] = field(default_factory=dict)


def path_rows(ways: Iterable[tuple[Hashable, Sequence[LinkRow]]]) -> PathsRow:
    """The ways as trees, those with most claims first.

    ways: of each claim what stands for its witness, and its links, root first, the outlet last.
    """
    roots: dict[Hashable, _Link] = {}
    outlets: set[str] = set()
    for witness, path in ways:
        level, last = roots, len(path) - 1
        for at, link in enumerate(path):
            key = witness if not at else (link["name"], at == last)
            kind = "outlet" if at == last else link["kind"]
            found = level.setdefault(key, _Link(link["name"] or _NO_NAME, kind))
            found.claims += 1
            level = found.next
        outlets.update(link["name"] for link in path[-1:])
    words = f"{_plural(len(roots), 'independent source')} → {_plural(len(outlets), 'outlet')}"
    told, more = _told(roots, MOST_ROOTS)
    return {"words": words, "roots": told, "more": more}


def whole_path(path: Sequence[LinkRow], copied: Copied | None) -> Sequence[LinkRow]:
    """The way of a claim; of what a copy says in its own words, from the outlet that it copies."""
    if copied and len(path) == 1 and copied.outlet != path[0]["name"]:
        return [{"name": copied.outlet, "kind": path[0]["kind"]}, *path]
    return path


def _told(links: dict[Hashable, _Link], most: int) -> tuple[list[PathRow], int]:
    ordered = sorted(links.values(), key=lambda link: -link.claims)
    kept = ordered if len(ordered) <= most + 1 else ordered[:most]
    return [_row(link) for link in kept], len(ordered) - len(kept)


def _row(link: _Link) -> PathRow:
    told, more = _told(link.next, MOST_NEXT)
    return {
        "name": link.name,
        "kind": link.kind,
        "claims": link.claims,
        "next": told,
        "more": more,
    }


def _plural(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
