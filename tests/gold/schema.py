"""What an article's file may hold, as README.md says it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from claimmap.model import Bound, Form, PlaceKind, Role, SourceKind, Stance, TimexType

Half = Literal["tuning", "held"]


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    """A part of an article's file; what it may hold is checked by its types."""


class WrittenTimex(_Part):
    """A time expression."""

    words: str
    type: TimexType
    value: str


class WrittenSource(_Part):
    """Who is quoted; ``also``: other names that are as right."""

    kind: SourceKind
    also: tuple[str, ...] = ()


class WrittenPlace(_Part):
    """Which place a name means; ``at``: latitude and longitude in degrees."""

    name: str
    country: str
    at: tuple[float, float]
    kind: PlaceKind = "city"


class WrittenQuantity(_Part):
    """A number. Where the bound is "=" and no limits are given, the value is both of them."""

    words: str
    value: float
    lower: float | None = None
    upper: float | None = None
    bound: Bound = "="
    unit: str = ""
    counted: str = ""


class WrittenClaim(_Part):
    """A claim. "" and () stand for what follows from the rest."""

    content: tuple[str, ...]
    stance: Stance
    event: str
    statement: str = ""
    source: str = ""
    chain: tuple[str, ...] = ()
    form: Form | None = None
    places: dict[str, Role] = {}
    quantities: tuple[WrittenQuantity, ...] = ()


class WrittenArticle(_Part):
    """A whole file. chain, source and form: as README.md says; text: what all words stand in."""

    half: Half
    subject: str
    outlet: str
    title: str
    published: date
    text: str
    timexes: tuple[WrittenTimex, ...]
    sources: dict[str, WrittenSource]
    places: dict[str, WrittenPlace]
    claims: tuple[WrittenClaim, ...]
