"""A report's place names: what each was taken for, what else it may be, and why it is not drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypedDict

from claimmap.model import Candidate, Extraction, PlaceKind, Span, Toponym
from claimmap.view.doubt import ROLES, Certainty, certainty, extent, why_not_drawn

Group = Literal["all", "drawn", "not drawn", "doubtful"]

AROUND = 70
"""How many characters of the text stand on either side of a name, to know it again by."""


class CandidateRow(TypedDict):
    """A place that a name may mean. score: 0 to 1. chosen: whether the name was placed there."""

    name: str
    address: str
    kind: PlaceKind
    population: int
    score: float
    reason: str
    chosen: bool


class NameRow(TypedDict):
    """A place name in a report.

    before, text, after: the name where it first stands, at start, in its words; times: how often
    it stands so. place, address: "" where it has none. role_shown, extent, certainty (None without
    a place): see ``view.doubt``. not_drawn: why it is not on the map, "" where it is.
    """

    start: int
    before: str
    text: str
    after: str
    times: int
    place: str
    address: str
    kind: PlaceKind | None
    role_shown: str
    not_drawn: str
    confidence: float
    certainty: Certainty | None
    extent: str
    reason: str
    candidates: list[CandidateRow]


@dataclass(frozen=True, slots=True)
class Name:
    """A place name, once for all mentions that were read alike.

    toponym: the first of them; spans: all. claimed: whether a claim is about one of them.
    """

    toponym: Toponym
    spans: tuple[Span, ...]
    claimed: bool


def find_names(extraction: Extraction) -> list[Name]:
    """The place names of a report in the order of their first mention."""
    text = extraction.document.text
    claimed = {found.span for claim in extraction.claims for found in claim.toponyms}
    alike: dict[tuple[str, Toponym], list[Toponym]] = {}
    for toponym in extraction.toponyms:
        nowhere = replace(toponym, span=Span(0, 0))
        alike.setdefault((toponym.span.of(text), nowhere), []).append(toponym)
    return [
        Name(
            mentions[0],
            tuple(one.span for one in mentions),
            any(one.span in claimed for one in mentions),
        )
        for mentions in alike.values()
    ]


_GROUPS: Mapping[Group, Callable[[Name], bool]] = {
    "all": lambda name: True,
    "drawn": lambda name: not why_not_drawn(name.toponym, name.claimed),
    "not drawn": lambda name: bool(why_not_drawn(name.toponym, name.claimed)),
    "doubtful": lambda name: (
        name.toponym.place is not None and certainty(name.toponym.confidence) == "doubtful"
    ),
}
GROUPS: tuple[Group, ...] = tuple(_GROUPS)


def names_of(group: Group, names: Sequence[Name]) -> list[Name]:
    """Those of the names that belong to a group."""
    return [name for name in names if _GROUPS[group](name)]


def find_mention(names: Sequence[Name], start: int) -> int:
    """Which of the names has a mention that begins at ``start``; 0 where none has."""
    spans = (any(span.start == start for span in name.spans) for name in names)
    return next((index for index, found in enumerate(spans) if found), 0)


def name_rows(names: Sequence[Name], text: str) -> Iterator[NameRow]:
    """The names as plain values, JSON-ready. text: the report's."""
    for name in names:
        yield _name_row(name, text)


def _name_row(name: Name, text: str) -> NameRow:
    toponym, place = name.toponym, name.toponym.place
    start, end = toponym.span.start, toponym.span.end
    return {
        "start": start,
        "before": _words_before(text, start),
        "text": toponym.span.of(text),
        "after": _words_after(text, end),
        "times": len(name.spans),
        "place": place.name if place else "",
        "address": place.address if place else "",
        "kind": place.kind if place else None,
        "role_shown": ROLES[toponym.role],
        "not_drawn": why_not_drawn(toponym, name.claimed),
        "confidence": round(toponym.confidence, 3),
        "certainty": certainty(toponym.confidence) if place else None,
        "extent": extent(toponym),
        "reason": toponym.reason,
        "candidates": [_candidate_row(one, toponym) for one in toponym.candidates],
    }


def _candidate_row(candidate: Candidate, toponym: Toponym) -> CandidateRow:
    place = candidate.place
    return {
        "name": place.name,
        "address": place.address,
        "kind": place.kind,
        "population": place.population,
        "score": round(candidate.score, 3),
        "reason": candidate.reason,
        "chosen": toponym.place is not None and place.id == toponym.place.id,
    }


def _words_before(text: str, start: int) -> str:
    """The whole words on the same line before ``start``."""
    first = max(start - AROUND, 0)
    piece = text[first:start].rpartition("\n")[2]
    if first and len(piece) == start - first:
        return "…" + piece.partition(" ")[2]
    return piece


def _words_after(text: str, end: int) -> str:
    piece = text[end : end + AROUND].partition("\n")[0]
    if end + AROUND < len(text) and len(piece) == AROUND:
        return piece.rpartition(" ")[0] + "…"
    return piece
