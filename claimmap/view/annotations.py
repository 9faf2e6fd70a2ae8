"""An Extraction -> plain values for other programs: the contract of the command ``annotate``.

Spans are ``[start, end]`` in Unicode code points of the text as it was given, days are ISO 8601,
what is unknown is None. A claim's places and quantities are positions in the document's lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from claimmap.model import Attribution, Claim, Extraction, Quantity, Span, Timex, Toponym
from claimmap.relate import find_relations

Values = dict[str, Any]


def annotation(id: str | int, found: Extraction) -> Values:  # noqa: A002
    """All that was found in a document; ``id`` is the one that the document came with."""
    text = found.document.text
    places = {item.span: position for position, item in enumerate(found.toponyms)}
    numbers = {item.span: position for position, item in enumerate(found.quantities)}
    return {
        "id": id,
        "toponyms": annotate_toponyms(text, found.toponyms),
        "attributions": [_attribution(item) for item in found.attributions],
        "timexes": [_timex(item, text) for item in found.timexes],
        "quantities": [_quantity(item) for item in found.quantities],
        "claims": [
            _claim(item)
            | {
                "places": _positions(item.toponyms, places),
                "quantities": _positions(item.quantities, numbers),
            }
            for item in found.claims
        ],
        "relations": list(_relations(found.claims)),
    }


def annotate_toponyms(text: str, toponyms: Sequence[Toponym]) -> list[Values]:
    """The toponyms of a text, each with the place that it was given."""
    return [_toponym(item, text) for item in toponyms]


def _relations(claims: Sequence[Claim]) -> Iterator[Values]:
    """How the document's claims stand to each other; ``one`` and ``other`` are positions."""
    positions = {claim.id: position for position, claim in enumerate(claims)}
    for relation in find_relations(claims):
        yield {
            "kind": relation.kind,
            "one": positions[relation.one],
            "other": positions[relation.other],
            "reason": relation.reason,
            "independent": relation.independent,
        }


def _toponym(toponym: Toponym, text: str) -> Values:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "surface": toponym.span.of(text),
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "geonameid": place.geonameid if place else None,
        "kind": place.kind if place else None,
        "role": toponym.role,
        "confidence": round(toponym.confidence, 4) if place else None,
        "precision": toponym.precision,
        "radius_km": toponym.radius_km if place else None,
        "reason": toponym.reason,
    }


def _attribution(attribution: Attribution) -> Values:
    """``direct``: whether the whole content stands between quotation marks, not only a part."""
    return {
        "source": _pairs(attribution.source.spans),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "direct": attribution.form == "direct",
    }


def _timex(timex: Timex, text: str) -> Values:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "surface": timex.span.of(text),
        "type": timex.type,
        "value": timex.value or None,
        "first": _iso(timex.first),
        "last": _iso(timex.last),
    }


def _quantity(quantity: Quantity) -> Values:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "value": quantity.value,
        "lower": quantity.lower,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "counted": quantity.counted,
        "thing": quantity.thing,
        "state": quantity.state,
        "actor": quantity.actor,
        "part": quantity.part,
    }


def _claim(claim: Claim) -> Values:
    return {
        "start": claim.sentence.start,
        "end": claim.sentence.end,
        "content": _pairs(claim.content),
        "source": claim.source.name or None,
        "chain": [source.name or None for source in claim.chain],
        "stance": claim.stance,
        "event": [_iso(claim.event.first), _iso(claim.event.last)],
        "statement": [_iso(claim.statement.first), _iso(claim.statement.last)],
    }


def _positions(items: Sequence[Toponym] | Sequence[Quantity], known: dict[Span, int]) -> list[int]:
    return [known[item.span] for item in items if item.span in known]


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
