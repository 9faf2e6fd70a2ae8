"""Reports of sentences from templates, with all that reading them would have found."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b

from claimmap.model import (
    Attribution,
    Candidate,
    Claim,
    Document,
    Extraction,
    Interval,
    Place,
    Provenance,
    Quantity,
    Role,
    Source,
    Span,
    Stance,
    TimePrecision,
    Timex,
    Toponym,
)
from tests.bench.made_up.words import CUES, DEEDS, MOVES, OPENINGS, THINGS, WITH
from tests.bench.made_up.world import World

FIRST_DAY, DAYS = date(2023, 1, 1), 731
CLAIMS_A_REPORT = 50
STANCES: dict[Stance, float] = {
    "asserted": 0.62,
    "alleged": 0.12,
    "planned": 0.10,
    "forecast": 0.06,
    "denied": 0.06,
    "opinion": 0.04,
}
"""How often each stance comes."""
MOVING, PLACELESS = 0.05, 0.04
"""How many claims have an origin and a destination, and how many no place."""
MONTH, OPEN, DATELESS = 0.20, 0.23, 0.27
"""Below which draw a claim's time is a month, open at its end, and none; above, it is a day."""


@dataclass(slots=True)
class _Text:
    """A text that grows, and tells where each piece of it stands."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> Span:
        self.pieces.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length)


@dataclass(slots=True)
class _Found:
    """What stands in a content."""

    content: Span
    toponyms: list[Toponym]
    quantity: Quantity
    event: Interval


def make_reports(
    rng: random.Random, world: World, claims: int, days: int = DAYS
) -> Iterator[Extraction]:
    """Reports that hold ``claims`` claims together, published within so many days."""
    for number, start in enumerate(range(0, claims, CLAIMS_A_REPORT)):
        yield make_report(rng, world, number, min(CLAIMS_A_REPORT, claims - start), days)


def make_report(
    rng: random.Random, world: World, number: int, claims: int, days: int = DAYS
) -> Extraction:
    """One report of so many claims, a sentence each."""
    id_ = blake2b(f"report {number}".encode(), digest_size=8).hexdigest()
    published = FIRST_DAY + timedelta(days=int(days * rng.random()))
    outlet = world.outlet()
    paper = Source(outlet, "media")
    text = _Text()
    made = [_claim(rng, world, text, id_, paper, published) for _ in range(claims)]
    known = (Provenance("published", "given"), Provenance("outlet", "given"))
    url = f"https://example.org/{id_}"
    title = f"{OPENINGS[number % len(OPENINGS)]}: report {number + 1}"
    return Extraction(
        Document(id_, outlet, title, url, published, "".join(text.pieces), known, "en"),
        tuple(claim.attribution for claim in made if claim.attribution),
        tuple(claim.event.timex for claim in made if claim.event.timex),
        tuple(item for claim in made for item in claim.quantities),
        tuple(item for claim in made for item in claim.toponyms),
        tuple(made),
    )


def _claim(
    rng: random.Random, world: World, text: _Text, report: str, paper: Source, published: date
) -> Claim:
    stance = rng.choices(tuple(STANCES), tuple(STANCES.values()))[0]
    start = text.length
    found = _content(rng, world, text, stance, published)
    text.add(", ")
    source = world.source()
    named = text.add(source.name)
    text.add(" ")
    cue = text.add(rng.choice(CUES[stance]))
    end = text.add(". ").start + 1
    told = Source(source.name, source.kind, source.role, (named,))
    chain = (told, paper)
    said = published - timedelta(days=rng.randrange(3))
    return Claim(
        id=f"{report}-{start}",
        document=report,
        sentence=Span(start, end),
        content=(found.content,),
        attribution=Attribution(told, (cue,), (found.content,), "indirect", chain),
        chain=chain,
        stance=stance,
        hedges=() if stance == "asserted" else (cue,),
        event=found.event,
        statement=Interval(said, said, 1, "said before it was published"),
        toponyms=tuple(found.toponyms),
        quantities=(found.quantity,),
    )


def _content(
    rng: random.Random, world: World, text: _Text, stance: Stance, published: date
) -> _Found:
    start = text.length
    number, thing = rng.randrange(2, 2000), rng.choice(THINGS)
    amount = text.add(f"{number:,}")
    text.add(" ")
    counted = text.add(thing)
    toponyms = list(_where(rng, world, text, stance))
    text.add(f" {rng.choice(WITH)}")
    event = _when(rng, text, stance, published)
    return _Found(
        Span(start, text.length),
        toponyms,
        Quantity(amount, number, number, number, False, "=", thing[:-1], thing, counted),
        event,
    )


def _where(rng: random.Random, world: World, text: _Text, stance: Stance) -> Iterator[Toponym]:
    draw = rng.random()
    deeds = MOVES if draw < MOVING else DEEDS
    text.add(f" {rng.choice(deeds[stance == 'denied', stance in ('planned', 'forecast')])}")
    if draw < MOVING:
        yield _toponym(rng, text, " from ", world.place(), "origin")
        yield _toponym(rng, text, " to ", world.place(), "destination")
    elif draw < 1 - PLACELESS:
        yield _toponym(rng, text, rng.choice((" in ", " near ")), world.place(), "scene")


def _toponym(rng: random.Random, text: _Text, before: str, place: Place, role: Role) -> Toponym:
    text.add(before)
    sure = rng.choice((0.35, 0.6, 0.8, 0.95))
    reach = 25.0 if before == " near " else 0.0
    return Toponym(
        text.add(place.name),
        role,
        (Candidate(place, sure, "the largest of that name"),),
        place,
        sure,
        "the largest of that name",
        2 if reach else 1,
        place.radius_km + reach,
        before.strip() if reach else "",
    )


def _when(rng: random.Random, text: _Text, stance: Stance, published: date) -> Interval:
    draw = rng.random()
    lag = int(rng.expovariate(1 / 9)) * (1 if stance in ("planned", "forecast") else -1)
    day = published + timedelta(days=lag)
    if OPEN <= draw < DATELESS:
        return Interval(None, None, None, "the text names no day")
    if draw < MONTH:
        first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        words, value = f"{day:%B %Y}", f"{day:%Y-%m}"
    else:
        first = last = day
        words, value = f"{day.day} {day:%B %Y}", day.isoformat()
    is_open = MONTH <= draw < OPEN
    text.add(" since " if is_open else " in " if draw < MONTH else " on ")
    end = None if is_open else last
    precision: TimePrecision = "month" if draw < MONTH else "day"
    timex = Timex(text.add(words), "DATE", value, first, end, precision, value, f"{words!r}")
    return Interval(first, end, 3 if draw < OPEN else 1, f"the text says {words!r}", timex)
