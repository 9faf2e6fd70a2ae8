"""What a claim looks like as plain values: the rows that popups, lists and files are made of."""

from __future__ import annotations

from typing import Literal, TypedDict

from claimmap.model import Bound, Form, PlaceKind, Role, SourceKind, Stance
from claimmap.view.doubt import Certainty


class SourceRow(TypedDict):
    """Who answers for a claim."""

    name: str
    kind: SourceKind
    role: str


Heard = Literal["own words", "first-hand", "relayed"]
"""How a claim reached its outlet: see ``EvidenceRow``."""


class LinkRow(TypedDict):
    """A link of a claim's chain."""

    name: str
    kind: SourceKind


class IntervalRow(TypedDict):
    """A time: ISO days or None, the same in words and in EDTF ("" for none), and how it is known.

    precision: ACLED's, 1 to 3; precision_shown: in words.
    """

    first: str | None
    last: str | None
    shown: str
    edtf: str
    precision: int | None
    precision_shown: str
    how: str


class RunRow(TypedDict):
    """A stretch of a sentence; marks: content, source, cue, hedge, place, time, quantity."""

    text: str
    marks: list[str]


class QuantityRow(TypedDict):
    """A number: the words, and what they were read as (see ``model.Quantity``)."""

    text: str
    value: float | None
    lower: float | None
    upper: float | None
    bound: Bound
    approximate: bool
    unit: str
    counted: str


class PlaceRow(TypedDict):
    """A place that a claim is drawn at.

    text: its name in the report, from start to end there. role_shown, certainty, extent: role,
    confidence and precision with radius_km in words (see ``view.doubt``). reason: why this place,
    in one line.
    """

    text: str
    start: int
    end: int
    id: int
    name: str
    address: str
    country: str
    kind: PlaceKind
    latitude: float
    longitude: float
    role: Role
    role_shown: str
    confidence: float
    certainty: Certainty
    precision: int | None
    extent: str
    radius_km: float
    reason: str


class UndrawnRow(TypedDict):
    """A place name in a claim that is not on the map. id, name: of its place, None and "" without.

    not_drawn: why it is not on the map, in words ("stands for a government").
    """

    text: str
    start: int
    end: int
    id: int | None
    name: str
    role: Role
    not_drawn: str


class PlaceHead(TypedDict):
    """A place above the list of its claims."""

    id: int
    name: str
    country: str
    kind: PlaceKind


class EvidenceRow(TypedDict):
    """A claim with the words it rests on.

    url: "" unless http or https. published: an ISO day or None, published_shown the same in words.
    link: to the report with this claim marked, relative to the app. chain: names, root first; path:
    the same with kinds. heard: "own words" where the outlet itself says so, "first-hand" where
    the text names nobody between source and outlet, else "relayed"; heard_shown: in words.
    form: None for the outlet's own words. hedges: words. places: those that are drawn; undrawn:
    the other place names in it.
    """

    id: str
    document: str
    title: str
    outlet: str
    url: str
    published: str | None
    published_shown: str
    link: str
    source: SourceRow
    chain: list[str]
    path: list[LinkRow]
    heard: Heard
    heard_shown: str
    form: Form | None
    stance: Stance
    hedges: list[str]
    event: IntervalRow
    statement: IntervalRow
    sentence: str
    runs: list[RunRow]
    quantities: list[QuantityRow]
    places: list[PlaceRow]
    undrawn: list[UndrawnRow]
