"""A report's text cut into runs, each knowing what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from claimmap.model import Extraction, Provenance, Span, Timex, Toponym
from claimmap.view.dates import show_days
from claimmap.view.doubt import ROLES, certainty, extent

MarkKind = Literal["claim", "source", "cue", "hedge", "place", "date", "number"]

_HOW = {
    "stated": "stated in the report",
    "given": "given by a person, not by the text",
    "inferred": "inferred",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding over a stretch of text. note: what it was read as; claim: its id, or ""."""

    span: Span
    kind: MarkKind
    note: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken stretch of text under the same marks. start: its offset in the document."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()


def find_marks(extraction: Extraction) -> Iterator[Mark]:
    """Every claim, source, cue, hedge, place, date and number, with what it was read as."""
    text = extraction.document.text
    for claim in extraction.claims:
        for span in claim.content:
            yield Mark(span, "claim", f"{claim.source.name}: {claim.stance}", claim.id)
        for span in claim.hedges:
            yield Mark(span, "hedge", f"Makes the claim: {claim.stance}")
    for attribution in extraction.attributions:
        source = attribution.source
        for span in source.spans:
            yield Mark(span, "source", f"Source: {source.name} ({source.kind})")
        for span in attribution.cue:
            yield Mark(span, "cue", f"Attributes to {source.name}")
    for toponym in extraction.toponyms:
        yield Mark(toponym.span, "place", describe_place(toponym))
    for timex in extraction.timexes:
        yield Mark(timex.span, "date", describe_timex(timex))
    for quantity in extraction.quantities:
        read_as = _number(quantity.lower, quantity.upper, quantity.value)
        counted = quantity.counted or quantity.unit
        yield Mark(
            quantity.span, "number", f"{read_as} {counted}".strip() or quantity.span.of(text)
        )


def split_runs(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """Cut ``text`` at every border of a mark; joined, the runs give ``text`` back unchanged.

    Marks may overlap and nest. A mark that reaches out of the text is cut to it.
    """
    inside = [mark for mark in marks if mark.span.start < min(mark.span.end, len(text))]
    borders = {0, len(text)}
    for mark in inside:
        borders |= {max(mark.span.start, 0), min(mark.span.end, len(text))}
    opening = sorted(inside, key=lambda mark: (mark.span.start, -mark.span.end))
    active: list[Mark] = []
    edges = sorted(borders)
    at = 0
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.span.end > start]
        while at < len(opening) and opening[at].span.start <= start:
            active.append(opening[at])
            at += 1
        yield Run(start, text[start:end], tuple(active))


def runs_data(runs: Iterator[Run]) -> list[list[object]]:
    """Runs as JSON values: ``[text, [[kind, note, claim], …]]``."""
    return [[run.text, [[mark.kind, mark.note, mark.claim] for mark in run.marks]] for run in runs]


def describe_place(toponym: Toponym) -> str:
    """Where a place name was placed, how surely and exactly, what it does there, and why."""
    place = toponym.place
    parts = [ROLES[toponym.role], toponym.reason]
    if place is None:
        return "; ".join(filter(None, ("not placed", *parts)))
    where = f"{place.name}, {place.address}".rstrip(", ")
    sure = f"{certainty(toponym.confidence)} ({toponym.confidence:.0%})"
    return "; ".join(filter(None, (where, sure, extent(toponym), *parts)))


def describe_timex(timex: Timex) -> str:
    """What a time expression was read as, and by which rule."""
    known = timex.first or timex.last
    days = show_days(timex.first, timex.last) if known else timex.value or "date unknown"
    return f"{days} ({timex.rule})" if timex.rule else days


def describe_provenance(known: Provenance | None) -> str:
    """How a field of a document is known, in words."""
    if known is None:
        return "how it is known was not recorded"
    return f"{_HOW[known.how]}: {known.reason}" if known.reason else _HOW[known.how]


def _number(lower: float | None, upper: float | None, value: float | None) -> str:
    if lower is not None and upper is not None and lower != upper:
        return f"{lower:,.10g} to {upper:,.10g}"
    if value is not None:
        return f"{value:,.10g}"
    if lower is not None:
        return f"at least {lower:,.10g}"
    return f"up to {upper:,.10g}" if upper is not None else ""
