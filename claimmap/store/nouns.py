"""What the store hands out beside the nouns of the model, and its error."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from claimmap.model import Claim, ClaimMapError, PlaceKind, Provenance, Role, SourceKind, Stance

DEFAULT_URL = "sqlite:///" + quote(str(Path(__file__).resolve().parents[2] / "data/claimmap.db"))
"""Where the database lies when nobody names another place: in data/, beside the code."""


class StoreError(ClaimMapError):
    """The database cannot be opened, read or written. Its text says what to do."""


class Missing(Enum):
    """What the store says of a question that no geocoding service was ever asked."""

    MISSING = "missing"


MISSING = Missing.MISSING


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text. claims: how many it holds."""

    id: str
    outlet: str
    title: str
    url: str
    published: date | None
    provenance: tuple[Provenance, ...]
    claims: int


class StoredClaim(NamedTuple):
    """A claim with what shows it: its document and the text of its sentence.

    sentence: ``claim.sentence.of(text)``. A span of the claim counts in the document's text, so
    subtract ``claim.sentence.start`` before cutting it out of here; a content may reach further
    than the sentence.
    """

    claim: Claim
    document: DocumentRow
    sentence: str


class ClaimRow(NamedTuple):
    """One claim at one drawn place in one role: what is filtered and counted by.

    A claim with two places has two rows; a claim without any has one, its place fields all None.
    source: the name of who answers for the claim. The dates are first and last possible days.
    kind: the place's. confidence: of the surest toponym that puts the claim there; radius_km: its.
    """

    claim: str
    document: str
    outlet: str
    source: str
    source_kind: SourceKind
    stance: Stance
    published: date | None
    event_first: date | None
    event_last: date | None
    statement_first: date | None
    statement_last: date | None
    place: int | None
    place_name: str | None
    country: str | None
    kind: PlaceKind | None
    latitude: float | None
    longitude: float | None
    role: Role | None
    confidence: float | None
    radius_km: float | None
