"""The nouns of Claim Map, and nothing else.

Every noun is a frozen value. Whatever was found in a text keeps its ``Span``, so that each pin,
date, number and source on a screen can show the words it came from. Doubt is data (``None``, an
interval, a confidence); trouble is an error below ``ClaimMapError``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserted", "alleged", "planned", "forecast", "denied", "opinion"]
SourceKind = Literal[
    "government",
    "military",
    "intelligence service",
    "media",
    "company",
    "NGO",
    "person",
    "expert",
    "unidentified",
]
PlaceKind = Literal["city", "district", "region", "country", "area", "sea", "river"]
Role = Literal[
    "scene", "origin", "destination", "container", "metonym", "affiliation", "seat", "name"
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimePrecision = Literal["day", "week", "month", "season", "year", "decade", "century", "vague"]
Bound = Literal["=", "~", "<", ">", "up", "down"]
TimeBasis = Literal["event", "statement", "published"]
RelationKind = Literal[
    "contradicts", "corroborates", "part of", "differs in scope", "differs in stage", "repeats"
]
Grade = Literal["A", "B", "C", "D", "E", "F", "ungraded"]
EditAction = Literal["merge", "split", "grade", "note", "undo", "redo"]

FORMS: tuple[Form, ...] = get_args(Form)
STANCES: tuple[Stance, ...] = get_args(Stance)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
ROLES: tuple[Role, ...] = get_args(Role)
DRAWN_ROLES: frozenset[Role] = frozenset({"scene", "origin", "destination", "container"})
TIME_BASES: tuple[TimeBasis, ...] = get_args(TimeBasis)
GRADES: tuple[Grade, ...] = get_args(Grade)


class ClaimMapError(Exception):
    """Trouble at a border of the program. Its text says what to do about it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of characters in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Provenance:
    """How one field of a document is known, and why we believe it.

    field: "outlet", "title", "author", "url", "published" or "language"; "text" only where the text
    is not the whole report's. how: "stated" (the report says it), "given" (a person or a sidecar
    supplied it) or "inferred" (worked out; ``reason`` says from what).
    """

    field: str
    how: Literal["stated", "given", "inferred"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A report once read. ``text`` is what every span counts in; it is never altered again.

    id: a digest of outlet and text, so that the same report read twice is one document.
    outlet, title, url: "" where unknown. published: None where unknown. language: ISO 639 code of
    what the text is in, "" where it is too short to judge. author: who wrote it, "" where unknown.
    """

    id: str
    outlet: str
    title: str
    url: str
    published: date | None
    text: str
    provenance: tuple[Provenance, ...] = ()
    language: str = ""
    author: str = ""

    @property
    def whole(self) -> bool:
        """Whether the text is the report's, and not only what a file of claims had of it."""
        return all(one.field != "text" for one in self.provenance)


@dataclass(frozen=True, slots=True)
class Source:
    """Who is quoted.

    name: the fullest name the document gives ("Ada Stone"), also where the text says "he".
    kind: see ``SourceKind``. role: in the text's words ("head of the coast guard"), or "".
    spans: the words that name the source at this place; () where nothing names it (the outlet).
    aliases: other names that the document gives it ("NIS"), by which other documents may know it.
    """

    name: str
    kind: SourceKind
    role: str = ""
    spans: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what (source, cue and content after Pareti 2015).

    cue: the words that attribute ("said", "according to"). content: what is claimed, one span for
    each unbroken stretch. chain: the path of the claim to us, from its root to the outlet read;
    its first link is the root, ``source`` is the one whom the outlet quotes.
    """

    source: Source
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    chain: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, as TIMEX3 names it.

    value: the TIMEX3 value ("2024-10-18", "2024-W41", "P3D", "PRESENT_REF", "" where unknown).
    first, last: the first and last day it can mean; None where open or unknown. edtf: the same in
    EDTF. rule: in words, how the value was reached ("'on Friday', counted back from publication").
    """

    span: Span
    type: TimexType
    value: str
    first: date | None
    last: date | None
    precision: TimePrecision
    edtf: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """When something was: first and last possible day, and how that is known, in words.

    timex: the expression it rests on, None where it rests on the publication date or on nothing.
    precision: ACLED's time precision, 1 (the day), 2 (the week), 3 (the month or longer); None
    where no day is known.
    """

    first: date | None
    last: date | None
    precision: Literal[1, 2, 3] | None
    how: str
    timex: Timex | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text.

    value: the number itself; lower, upper: what it leaves possible, None where open. approximate:
    the text says so ("about", "some"). bound: "=" exactly, "~" about, "<" up to, ">" at least,
    "up" or "down" a change. unit: in words, singular ("soldier", "percentage", "kilometre"), ""
    where none.
    counted: the noun phrase counted, with its actor ("North Korean soldiers"), and its span.
    thing: what is counted in one form for all wordings ("soldier" for troops, "person" for people,
    "inflation, percentage"); state: what befell it ("killed"), or ""; actor: whose it is ("North
    Korea"), "" where nothing says so. Only what agrees in these can be compared. part: whether the
    words make it a part of a whole ("the first group of 2,600").
    """

    span: Span
    value: float | None
    lower: float | None
    upper: float | None
    approximate: bool
    bound: Bound
    unit: str
    counted: str = ""
    counted_span: Span | None = None
    thing: str = ""
    state: str = ""
    actor: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A record of the gazetteer.

    id: the GeoNames id; negative for a place of our own table (informal regions, seas, rivers).
    country: ISO 3166-1 alpha-2, "" where none. address: the places that contain it, smallest
    first, as a person reads them ("Kursk Oblast, Russia"). latitude, longitude: WGS 84 degrees.
    population: 0 where unknown. radius_km: how far the place reaches from its point.
    """

    id: int
    name: str
    country: str
    kind: PlaceKind
    latitude: float
    longitude: float
    population: int = 0
    address: str = ""
    radius_km: float = 0.0

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, None for a place of our own table."""
        return self.id if self.id > 0 else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a toponym may mean. score: 0 to 1, summing to at most 1 over a toponym."""

    place: Place
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text.

    role: what the name does there; only ``DRAWN_ROLES`` are drawn. candidates: best first. place:
    the one chosen, None where none. confidence: 0 to 1. reason: one line in words. precision:
    ACLED's geo precision, 1 (the town) to 3 (the region), and 4 (the country only). radius_km:
    how far from the place's point the scene may lie ("near X" reaches further than "X"). reach:
    the text's words that say so ("near", "12 km from"), "" where it names the place and no more.
    """

    span: Span
    role: Role
    candidates: tuple[Candidate, ...] = ()
    place: Place | None = None
    confidence: float = 0.0
    reason: str = ""
    precision: Literal[1, 2, 3, 4] | None = None
    radius_km: float = 0.0
    reach: str = ""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a content asserts, in base forms, so that two wordings of it can be held together.

    actor: the head of the subject ("dam"); verb: what is done or undergone ("burst"); words: all
    words of the content that carry meaning, each once, in alphabetical order; negated: whether it
    asserts that this is not so ("had not burst").
    """

    actor: str = ""
    verb: str = ""
    words: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """The report that another one copies. document: its id."""

    document: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution with when, where, how many and how sure, and the sentence it stands in.

    document: the document's id. attribution: None for what the outlet says itself. content: the
    spans of what is claimed (the attribution's, or the sentence). chain: root first, the outlet
    read last. hedges: the words that made the stance. event: when it happened; statement: when it
    was said. toponyms: those in the content that the claim is about, in text order. copied: the
    report that its report copies it from; known only of claims that are held against others.
    """

    id: str
    document: str
    sentence: Span
    content: tuple[Span, ...]
    attribution: Attribution | None
    chain: tuple[Source, ...]
    stance: Stance
    hedges: tuple[Span, ...]
    event: Interval
    statement: Interval
    toponyms: tuple[Toponym, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    gist: Gist = Gist()
    copied: Copied | None = None

    @property
    def source(self) -> Source:
        """Who answers for the claim: the source quoted, or the outlet itself."""
        return self.attribution.source if self.attribution else self.chain[-1]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to each other.

    one, other: the claims' ids; a part is ``one`` and its whole ``other``. reason: in words, with
    the figures. independent: whether two witnesses are behind them, judged by the roots of their
    chains; None where a root has no name.
    """

    kind: RelationKind
    one: str
    other: str
    reason: str
    independent: bool | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, each in text order."""

    document: Document
    attributions: tuple[Attribution, ...]
    timexes: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    toponyms: tuple[Toponym, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims to show; an empty field does not filter. All fields must hold at once.

    first, last: days, both inclusive: a claim is shown when its interval meets the range. basis:
    which of a claim's times the range is held against. sources, outlets: names; places: gazetteer
    ids; text: words that the claim's sentence must hold; grades: of who answers for the claim.
    """

    first: date | None = None
    last: date | None = None
    basis: TimeBasis = "event"
    sources: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    stances: tuple[Stance, ...] = ()
    text: str = ""
    grades: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """What a person has said of a source. None is ever altered; a later one takes it back.

    action: see ``EditAction``. names: what reports call the source. merge: all are of one source,
    which goes by ``value``. split: they are of another source than those in ``others``. grade:
    ``value`` is a ``Grade``, after the Admiralty code's reliability of a source. note: ``value`` is
    the note. undo, redo: of the edit numbered ``of``. number: in the order of keeping, 0 before it
    is kept. at: when, in UTC.
    """

    action: EditAction
    at: datetime
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    value: str = ""
    of: int | None = None
    number: int = 0
