"""A claim as plain values, ready for a popup, a list or a file: the words it rests on included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from claimmap.model import (
    DRAWN_ROLES,
    Claim,
    Grade,
    Interval,
    Place,
    Provenance,
    Quantity,
    Span,
    Toponym,
)
from claimmap.view.chains import heard, link_rows, show_heard
from claimmap.view.dates import PRECISIONS, edtf, iso_day, show_day, show_days
from claimmap.view.doubt import ROLES, certainty, extent, why_not_drawn
from claimmap.view.rows import (
    EvidenceRow,
    IntervalRow,
    PlaceRow,
    QuantityRow,
    RunRow,
    UndrawnRow,
)
from claimmap.view.signs import NOT_GRADED

NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Report(Protocol):
    """What evidence tells of the report that a claim stands in; a ``Document`` satisfies it."""

    @property
    def id(self) -> str:
        """The document's id."""

    @property
    def title(self) -> str:
        """Its title, "" where unknown."""

    @property
    def outlet(self) -> str:
        """Who published it, "" where unknown."""

    @property
    def url(self) -> str:
        """Where it stands, "" where unknown; not to be trusted as a link."""

    @property
    def published(self) -> date | None:
        """When, None where unknown."""

    @property
    def provenance(self) -> tuple[Provenance, ...]:
        """How each of these is known."""


def claim_row(
    claim: Claim,
    report: Report,
    sentence: str,
    names: Mapping[str, str] = NO_NAMES,
    grades: Mapping[str, Grade] = NOT_GRADED,
) -> EvidenceRow:
    """``claim`` as plain values, JSON-ready. sentence: the text at ``claim.sentence``.

    names: a source's name in its report -> the name by which it goes over all reports. grades: of
    the sources that people have graded, by that name.
    """
    origin = claim.sentence.start
    source = names.get(claim.source.name, claim.source.name)
    path = link_rows(claim.chain, names)
    return {
        "id": claim.id,
        "document": claim.document,
        "title": report.title,
        "outlet": report.outlet,
        "url": safe_link(report.url),
        "published": iso_day(report.published),
        "published_shown": show_day(report.published),
        "link": report_link(claim.document, claim.id),
        "source": {
            "name": source,
            "kind": claim.source.kind,
            "role": claim.source.role,
            "grade": grades.get(source, "ungraded"),
        },
        "chain": [link["name"] for link in path],
        "path": path,
        "heard": heard(path),
        "heard_shown": show_heard(path),
        "form": claim.attribution.form if claim.attribution else None,
        "stance": claim.stance,
        "hedges": [words for span in claim.hedges if (words := _words(span, origin, sentence))],
        "event": _interval(claim.event),
        "statement": _interval(claim.statement),
        "sentence": sentence,
        "runs": list(runs(sentence, origin, claim_marks(claim))),
        "quantities": [_quantity(item, origin, sentence) for item in claim.quantities],
        "places": [
            _placing(item, item.place, origin, sentence)
            for item in claim.toponyms
            if item.place and item.role in DRAWN_ROLES
        ],
        "undrawn": [
            _undrawn(item, why, origin, sentence)
            for item in claim.toponyms
            if (why := why_not_drawn(item, claimed=True))
        ],
    }


def claim_rows(
    found: Iterable[tuple[Claim, Report, str]],
    names: Mapping[str, str] = NO_NAMES,
    grades: Mapping[str, Grade] = NOT_GRADED,
) -> Iterator[EvidenceRow]:
    """``claim_row`` of each (claim, report, sentence), in the order given."""
    for claim, report, sentence in found:
        yield claim_row(claim, report, sentence, names, grades)


def report_link(document: str, claim: str) -> str:
    """The address, relative to the app, of the report with the claim's words marked."""
    return "reports?" + urlencode({"document": document, "claim": claim})


def safe_link(url: str) -> str:
    """``url`` if it is an http or https address, else "": nothing else may become a link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def claim_marks(claim: Claim) -> Mapping[str, Sequence[Span]]:
    """What each span of ``claim`` is: content, source, cue, hedge, place, time or quantity."""
    attribution = claim.attribution
    times = (claim.event.timex, claim.statement.timex)
    return {
        "content": claim.content,
        "source": attribution.source.spans if attribution else (),
        "cue": attribution.cue if attribution else (),
        "hedge": claim.hedges,
        "place": [item.span for item in claim.toponyms if item.place],
        "time": [timex.span for timex in times if timex],
        "quantity": [item.span for item in claim.quantities],
    }


def runs(text: str, origin: int, marks: Mapping[str, Iterable[Span]]) -> Iterator[RunRow]:
    """``text`` cut into ``{"text", "marks"}`` runs wherever a mark begins or ends.

    origin: where ``text`` starts in the document that the spans count in; marks: name -> spans,
    which may overlap and reach past the text. The runs' texts join to ``text`` again; ``marks``
    lists, in the order of the mapping, the names of all marks over the run.
    """
    clipped = [
        (max(span.start - origin, 0), min(span.end - origin, len(text)), name)
        for name, spans in marks.items()
        for span in spans
    ]
    inside = [mark for mark in clipped if mark[0] < mark[1]]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    for start, end in pairwise(cuts):
        over = dict.fromkeys(name for a, b, name in inside if a <= start and end <= b)
        yield {"text": text[start:end], "marks": list(over)}


def _interval(interval: Interval) -> IntervalRow:
    return {
        "first": iso_day(interval.first),
        "last": iso_day(interval.last),
        "shown": show_days(interval.first, interval.last),
        "edtf": edtf(interval),
        "precision": interval.precision,
        "precision_shown": PRECISIONS[interval.precision],
        "how": interval.how,
    }


def _words(span: Span, origin: int, sentence: str) -> str:
    return sentence[max(span.start - origin, 0) : max(span.end - origin, 0)]


def _quantity(item: Quantity, origin: int, sentence: str) -> QuantityRow:
    return {
        "text": _words(item.span, origin, sentence),
        "value": item.value,
        "lower": item.lower,
        "upper": item.upper,
        "bound": item.bound,
        "approximate": item.approximate,
        "unit": item.unit,
        "counted": item.counted,
    }


def _placing(item: Toponym, place: Place, origin: int, sentence: str) -> PlaceRow:
    return {
        "text": _words(item.span, origin, sentence),
        "start": item.span.start,
        "end": item.span.end,
        "id": place.id,
        "name": place.name,
        "address": place.address,
        "country": place.country,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "role": item.role,
        "role_shown": ROLES[item.role],
        "confidence": round(item.confidence, 3),
        "certainty": certainty(item.confidence),
        "precision": item.precision,
        "extent": extent(item),
        "radius_km": item.radius_km,
        "reason": item.reason,
    }


def _undrawn(item: Toponym, why: str, origin: int, sentence: str) -> UndrawnRow:
    return {
        "text": _words(item.span, origin, sentence),
        "start": item.span.start,
        "end": item.span.end,
        "id": item.place.id if item.place else None,
        "name": item.place.name if item.place else "",
        "role": item.role,
        "not_drawn": why,
    }
