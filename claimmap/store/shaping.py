"""What was found in a document -> rows, each as its table has it; nothing here asks a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import msgspec

from claimmap.model import DRAWN_ROLES, Claim, Extraction, Place, Toponym
from claimmap.store import tables

Row = dict[str, Any]

_PLACE = [column.name for column in tables.place.c]
_JSON = msgspec.json.Encoder()


def document_row(extraction: Extraction, digest: str) -> Row:
    """The row of ``document``."""
    document = extraction.document
    rest = replace(extraction, document=replace(document, text=""), toponyms=(), claims=())
    return {
        "id": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "digest": digest,
        "provenance": _JSON.encode(document.provenance),
        "text": document.text,
        "body": _JSON.encode(rest),
    }


def all_toponyms(extraction: Extraction) -> list[Toponym]:
    """The document's toponyms, then those that only a claim has, each of these once."""
    own = set(extraction.toponyms)
    extra = dict.fromkeys(
        toponym for claim in extraction.claims for toponym in claim.toponyms if toponym not in own
    )
    return [*extraction.toponyms, *extra]


def place_rows(toponyms: Iterable[Toponym]) -> list[Row]:
    """A row of ``place`` for each place chosen or thought of; the last where two differ."""
    found: dict[int, Place] = {}
    for toponym in toponyms:
        found.update({item.place.id: item.place for item in toponym.candidates})
        if toponym.place:
            found[toponym.place.id] = toponym.place
    return [{name: getattr(place, name) for name in _PLACE} for place in found.values()]


def toponym_row(toponym: Toponym, document_id: str, number: int, position: int | None) -> Row:
    """The row of ``toponym``."""
    return {
        "number": number,
        "document": document_id,
        "position": position,
        "start": toponym.span.start,
        "end": toponym.span.end,
        "role": toponym.role,
        "place": toponym.place.id if toponym.place else None,
        "confidence": toponym.confidence,
        "precision": toponym.precision,
        "radius_km": toponym.radius_km,
        "reason": toponym.reason,
        "candidates": _JSON.encode(
            [(item.place.id, item.score, item.reason) for item in toponym.candidates]
        ),
        "reach": toponym.reach,
    }


def source_rows(extraction: Extraction) -> Iterator[Row]:
    """Who answers for the claims or is cited in them, each with all names it is given there."""
    aliases: dict[tuple[str, str], dict[str, None]] = {}
    for claim in extraction.claims:
        for source in (claim.source, *claim.chain[:-1]):
            known = aliases.setdefault((source.name, source.kind), {})
            known.update(dict.fromkeys(source.aliases))
    for (name, kind), known in aliases.items():
        yield {
            "document": extraction.document.id,
            "name": name,
            "kind": kind,
            "aliases": _JSON.encode(list(known)),
        }


def claim_row(claim: Claim, number: int, text: str) -> Row:
    """The row of ``claim``; text: the document's."""
    return {
        "number": number,
        "id": claim.id,
        "document": claim.document,
        "source": claim.source.name,
        "source_kind": claim.source.kind,
        "stance": claim.stance,
        "event_first": claim.event.first,
        "event_last": claim.event.last,
        "statement_first": claim.statement.first,
        "statement_last": claim.statement.last,
        "sentence": claim.sentence.of(text),
        "body": _JSON.encode(replace(claim, toponyms=())),
    }


def drawn_rows(claim: Claim, number: int) -> Iterator[Row]:
    """A row of ``claim_place`` for each place and role drawn, that of the surest toponym."""
    surest: dict[tuple[int, str], Toponym] = {}
    for toponym in sorted(claim.toponyms, key=lambda item: item.confidence):
        if toponym.place and toponym.role in DRAWN_ROLES:
            surest[toponym.place.id, toponym.role] = toponym
    for (place, role), toponym in surest.items():
        yield {
            "claim": number,
            "place": place,
            "role": role,
            "confidence": toponym.confidence,
            "radius_km": toponym.radius_km,
        }
