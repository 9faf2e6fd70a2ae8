"""What a claim looks like as plain values: the rows that popups, lists and files are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

from claimmap.model import Bound, Form, Grade, PlaceKind, Role, SourceKind, Stance
from claimmap.view.doubt import Certainty


class SourceRow(TypedDict):
    """Who answers for a claim. grade: what people hold of it (``view.signs.GRADE_WORDS``)."""

    name: str
    kind: SourceKind
    role: str
    grade: Grade


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


class ConflictRow(TypedDict):
    """What cannot hold beside a claim, in words ("3 other figures").

    others: how many figures, 0 where one says what another denies. link: to the Figures page with
    this series, relative to the app; series: by which number it asks for it.
    """

    others: int
    words: str
    link: str
    series: int


class PathRow(TypedDict):
    """A link of the ways that claims took: who had them, and who had them from there (``next``).

    kind: of the source, or outlet. claims: how many came this way. more: how many of ``next`` are
    left out.
    """

    name: str
    kind: SourceKind | Literal["outlet"]
    claims: int
    next: list[PathRow]
    more: int


class PathsRow(TypedDict):
    """The ways of some claims, a tree for each root. words: roots and outlets counted, in a line.

    more: how many roots are left out.
    """

    words: str
    roots: list[PathRow]
    more: int


class ChangeRow(TypedDict):
    """A figure that differs from the one told before.

    own: the same witness gave both. before, after: the figures in words; counted: what. who_before,
    who: whose they are, with those they cite; when_before: the day it was told, in words.
    """

    own: bool
    before: str
    after: str
    counted: str
    who_before: str
    who: str
    when_before: str


class EvidenceRow(TypedDict):
    """A claim with the words it rests on.

    url: "" unless http or https. published: an ISO day or None, published_shown the same in words.
    link: to the report with this claim marked, relative to the app. chain: names, root first; path:
    the same with kinds. heard: "own words" where the outlet itself says so, "first-hand" where
    the text names nobody between source and outlet, else "relayed"; heard_shown: in words.
    form: None for the outlet's own words. hedges: words. places: those that are drawn; undrawn:
    the other place names in it. Of a claim held against all others (see ``Standing``): conflict;
    witness: the same number for claims with one root; way: of what a copy has from another report
    the path through that one's outlet. In a story: changes, the figures that differ from those told
    before. For a file: record, what its way back needs (``records.write_record``).
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
    conflict: NotRequired[ConflictRow | None]
    witness: NotRequired[int]
    way: NotRequired[Sequence[LinkRow]]
    changes: NotRequired[list[ChangeRow]]
    record: NotRequired[str]
