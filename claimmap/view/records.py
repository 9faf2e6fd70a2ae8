"""What a claim rests on, as the exports keep it for their way back: words by where they stand.

A cell of JSON beside the columns that a person reads, and none of these again. An export has a
claim's sentence and no more of its report, so spans count from where the sentence begins, and words
that stand outside it are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import msgspec

from claimmap.model import (
    DRAWN_ROLES,
    Claim,
    Gist,
    Grade,
    Interval,
    Place,
    Quantity,
    Source,
    Span,
    Timex,
    Toponym,
)
from claimmap.view.evidence import NO_NAMES, Report, claim_row
from claimmap.view.rows import EvidenceRow
from claimmap.view.signs import NOT_GRADED

VERSION = 1
"""Of the record; a reader that knows only lower ones says so."""

Pair = tuple[int, int]

_TIMEX, _PLACE, _QUANTITY, _GIST = (
    tuple(field.name for field in fields(noun)) for noun in (Timex, Place, Quantity, Gist)
)


def file_rows(
    found: Iterable[tuple[Claim, Report, str]],
    names: Mapping[str, str] = NO_NAMES,
    grades: Mapping[str, Grade] = NOT_GRADED,
) -> Iterator[EvidenceRow]:
    """``claim_row`` of each (claim, report, sentence), each with its record."""
    for claim, report, sentence in found:
        row = claim_row(claim, report, sentence, names, grades)
        row["record"] = write_record(claim, report, sentence, names)
        yield row


def write_record(
    claim: Claim, report: Report, sentence: str, names: Mapping[str, str] = NO_NAMES
) -> str:
    """The record of a claim as JSON (docs/contracts.md)."""
    cut = _Cut(claim.sentence.start, len(sentence))
    attribution = claim.attribution
    values = {
        "version": VERSION,
        "form": attribution.form if attribution else None,
        "content": cut.spans(claim.content),
        "cue": cut.spans(attribution.cue) if attribution else [],
        "hedges": cut.spans(claim.hedges),
        "source": _source(claim.source, names) | {"spans": cut.spans(claim.source.spans)},
        "chain": [_source(link, names) | {"kind": link.kind} for link in claim.chain],
        "event": cut.interval(claim.event),
        "statement": cut.interval(claim.statement),
        "toponyms": [cut.toponym(one) for one in claim.toponyms],
        "quantities": [cut.quantity(one) for one in claim.quantities],
        "gist": _values(claim.gist, _GIST),
        "known": [
            (one.field, one.how, one.reason) for one in report.provenance if one.field != "text"
        ],
    }
    return msgspec.json.encode(values).decode()


def _values(noun: object, names: Iterable[str]) -> dict[str, Any]:
    """What ``dataclasses.asdict`` gives, for a fraction of its time."""
    return {name: getattr(noun, name) for name in names}


def _source(source: Source, names: Mapping[str, str]) -> dict[str, Any]:
    """A source under its name over all reports; that of its own report is then another name."""
    name = names.get(source.name, source.name)
    other = () if name == source.name else (source.name,)
    aliases = dict.fromkeys((*source.aliases, *other))
    return {
        "name": name,
        "role": source.role,
        "aliases": [alias for alias in aliases if alias != name],
    }


class _Cut:
    """Spans of a report, counted from where a sentence begins and cut to it.

    start: of the sentence in its report; length: of its text.
    """

    def __init__(self, start: int, length: int) -> None:
        self._start, self._length = start, length

    def spans(self, spans: Iterable[Span]) -> list[Pair]:
        return [pair for span in spans if (pair := self._pair(span))]

    def interval(self, interval: Interval) -> dict[str, Any]:
        timex = interval.timex
        pair = self._pair(timex.span) if timex else None
        return {
            "precision": interval.precision,
            "timex": _values(timex, _TIMEX) | {"span": pair} if timex and pair else None,
        }

    def toponym(self, toponym: Toponym) -> dict[str, Any]:
        """A place name; of a place that has rows of its own only the id is told here."""
        place = toponym.place
        row = place is None or toponym.role in DRAWN_ROLES
        return {
            "span": self._pair(toponym.span) or (0, 0),
            "role": toponym.role,
            "place": place.id if place else None,
            "at": None if row else _values(place, _PLACE),
            "confidence": toponym.confidence,
            "precision": toponym.precision,
            "radius_km": toponym.radius_km,
            "reason": toponym.reason,
            "reach": toponym.reach,
        }

    def quantity(self, quantity: Quantity) -> dict[str, Any]:
        counted = quantity.counted_span
        return _values(quantity, _QUANTITY) | {
            "span": self._pair(quantity.span) or (0, 0),
            "counted_span": self._pair(counted) if counted else None,
        }

    def _pair(self, span: Span) -> Pair | None:
        """Where the span stands in the sentence; None where none of it does."""
        start = max(span.start - self._start, 0)
        end = min(span.end - self._start, self._length)
        return (start, end) if start < end else None
