"""The record of a claim (docs/contracts.md) -> the words it rests on, where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

from claimmap.model import (
    Bound,
    Form,
    Gist,
    Interval,
    Place,
    PlaceKind,
    Provenance,
    Quantity,
    Role,
    Source,
    SourceKind,
    Span,
    TimePrecision,
    Timex,
    TimexType,
    Toponym,
)
from claimmap.reading.formats.claims.cells import MAX_RECORD, Row
from claimmap.reading.limits import ReadingError

VERSION = 1

_At = Annotated[int, Meta(ge=0, le=1_000_000)]
_Pair = tuple[_At, _At]
_Words = Annotated[str, Meta(max_length=2_000)]
_Some = Annotated[list[_Pair], Meta(max_length=1_000)]
_Degrees = Annotated[float, Meta(ge=-180, le=180)]
_Kilometres = Annotated[float, Meta(ge=0, le=20_040)]
_Id = Annotated[int, Meta(ge=-(2**31), lt=2**31)]


class Named(Struct):
    """A source. kind: only of one in a chain."""

    name: _Words = ""
    role: _Words = ""
    aliases: Annotated[list[_Words], Meta(max_length=1_000)] = []
    kind: SourceKind = "unidentified"
    spans: _Some = []


class _Timex(Struct):
    span: _Pair
    type: TimexType
    value: _Words
    first: date | None
    last: date | None
    precision: TimePrecision
    edtf: _Words = ""
    rule: _Words = ""


class When(Struct):
    """What is known of a time beside its days."""

    precision: Literal[1, 2, 3] | UnsetType | None = UNSET
    timex: _Timex | None = None


class _Place(Struct):
    id: _Id
    name: _Words
    country: Annotated[str, Meta(pattern="^([A-Z]{2})?$")]
    kind: PlaceKind
    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: _Degrees
    population: Annotated[int, Meta(ge=0, lt=2**40)] = 0
    address: _Words = ""
    radius_km: _Kilometres = 0.0


class Where(Struct):
    """A place name. place: its id; at: the place where no row of the file tells it."""

    span: _Pair
    role: Role
    place: _Id | None = None
    at: _Place | None = None
    confidence: Annotated[float, Meta(ge=0, le=1)] = 0.0
    precision: Literal[1, 2, 3, 4] | None = None
    radius_km: _Kilometres = 0.0
    reason: _Words = ""
    reach: _Words = ""


class _Quantity(Struct):
    span: _Pair
    value: float | None
    lower: float | None
    upper: float | None
    approximate: bool
    bound: Bound
    unit: _Words
    counted: _Words = ""
    counted_span: _Pair | None = None
    thing: _Words = ""
    state: _Words = ""
    actor: _Words = ""
    part: bool = False


class _Gist(Struct):
    actor: _Words = ""
    verb: _Words = ""
    words: Annotated[list[_Words], Meta(max_length=10_000)] = []
    negated: bool = False


class Record(Struct):
    """A claim beside what the columns say of it; spans count in its sentence."""

    version: int = VERSION
    form: Form | None = None
    content: _Some = []
    cue: _Some = []
    hedges: _Some = []
    source: Named = field(default_factory=Named)
    chain: Annotated[list[Named], Meta(max_length=100)] = []
    event: When = field(default_factory=When)
    statement: When = field(default_factory=When)
    toponyms: Annotated[list[Where], Meta(max_length=1_000)] = []
    quantities: Annotated[list[_Quantity], Meta(max_length=1_000)] = []
    gist: _Gist = field(default_factory=_Gist)
    known: Annotated[
        list[tuple[_Words, Literal["stated", "given", "inferred"], _Words]], Meta(max_length=20)
    ] = []


_RECORD = msgspec.json.Decoder(Record)
_ADVICE = "Empty the cell, and the claim is read without the words it rests on."


def read_record(row: Row) -> Record | None:
    """The record of a row, None where the cell is empty."""
    raw = row.text("record", MAX_RECORD)
    if not raw:
        return None
    try:
        record = _RECORD.decode(raw)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReadingError(f"its record is damaged ({error}). {_ADVICE}") from error
    if record.version > VERSION:
        raise ReadingError(f"its record is of a newer Claim Map ({record.version}). {_ADVICE}")
    return record


class Placer:
    """Makes nouns of a record, for a sentence of so many characters that begins at ``at``."""

    def __init__(self, at: int, length: int) -> None:
        self._at, self._length = at, length

    def span(self, pair: _Pair) -> Span:
        """A span in the report."""
        start, end = pair
        if not start <= end <= self._length:
            raise ReadingError(f"its record tells of words that its sentence lacks. {_ADVICE}")
        return Span(self._at + start, self._at + end)

    def spans(self, pairs: Iterable[_Pair]) -> tuple[Span, ...]:
        """Several spans."""
        return tuple(map(self.span, pairs))

    def source(self, named: Named, name: str, kind: SourceKind) -> Source:
        """A source under a name and of a kind that the columns tell."""
        return Source(name, kind, named.role, self.spans(named.spans), tuple(named.aliases))

    def interval(self, when: When, days: tuple[date | None, date | None], how: str) -> Interval:
        """A time of these days."""
        first, last = days
        timex = when.timex
        found = None
        if timex:
            values = {name: getattr(timex, name) for name in _TIMEX}
            found = Timex(self.span(timex.span), **values)
        precision = _precision(first, last) if when.precision is UNSET else when.precision
        return Interval(first, last, precision, how, found)

    def toponym(self, where: Where, place: Place | None) -> Toponym:
        """A place name, at a place."""
        values = {name: getattr(where, name) for name in _WHERE}
        return Toponym(self.span(where.span), place=place, **values)

    def quantities(self, record: Record) -> tuple[Quantity, ...]:
        """The numbers."""
        return tuple(
            Quantity(
                span=self.span(one.span),
                counted_span=self.span(one.counted_span) if one.counted_span else None,
                **{name: getattr(one, name) for name in _QUANTITY},
            )
            for one in record.quantities
        )


def place_of(where: Where) -> Place | None:
    """The place that a record itself tells."""
    return Place(**msgspec.structs.asdict(where.at)) if where.at else None


def gist_of(record: Record) -> Gist:
    """What the claim's content asserts."""
    gist = record.gist
    return Gist(gist.actor, gist.verb, tuple(gist.words), gist.negated)


def provenance_of(record: Record) -> tuple[Provenance, ...]:
    """How the report's particulars are known."""
    return tuple(Provenance(*one) for one in record.known if one[0] != "text")


_TIMEX = [name for name in _Timex.__struct_fields__ if name != "span"]
_WHERE = [name for name in Where.__struct_fields__ if name not in ("span", "place", "at")]
_QUANTITY = [name for name in _Quantity.__struct_fields__ if name not in ("span", "counted_span")]


def _precision(first: date | None, last: date | None) -> Literal[1, 2, 3] | None:
    """ACLED's time precision of days that nothing else is known of."""
    if first is None and last is None:
        return None
    if first is None or last is None:
        return 3
    length = (last - first).days
    return 1 if length == 0 else 2 if length < 7 else 3
