"""Rows of claims to try the view with, and what a store would tell of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from claimmap.model import (
    PLACE_KINDS,
    STANCES,
    TIME_BASES,
    Attribution,
    Claim,
    Document,
    Filter,
    Interval,
    Place,
    Source,
    Span,
    Stance,
    Toponym,
)
from claimmap.view.frames import ROW_FIELDS

HOSTILE = '<img src=x onerror=alert(1)> ${alert(2)} `b` \\u0041 </script>\u2028 O\'Neil & "co"'

_DEFAULTS: dict[str, Any] = {
    "claim": "c1",
    "document": "d1",
    "outlet": "Morning Paper",
    "source": "Ada Stone",
    "source_kind": "person",
    "stance": "asserted",
    "published": date(2024, 3, 10),
}


def row(**fields: Any) -> tuple[Any, ...]:
    """A row of ``ROW_FIELDS``; what is not given is the same in all rows, or None."""
    return tuple({**_DEFAULTS, **fields}.get(name) for name in ROW_FIELDS)


def at(place: int, name: str = "", **fields: Any) -> dict[str, Any]:
    """The fields of a row that place a claim."""
    return {
        "place": place,
        "place_name": name or f"Place {place}",
        "country": "FR",
        "kind": "city",
        "latitude": 48.0 + place / 10,
        "longitude": 2.0,
        "role": "scene",
        "confidence": 0.5,
        "radius_km": 3.0,
        **fields,
    }


def dated(first: str | None, last: str | None = "same", basis: str = "event") -> dict[str, Any]:
    """The fields of a row that date a claim, by ISO days; a day alone is both ends."""
    ends = (first, first if last == "same" else last)
    days = [date.fromisoformat(end) if end else None for end in ends]
    return {f"{basis}_first": days[0], f"{basis}_last": days[1]}


def many_rows(seed: int, claims: int, places: int = 30, sources: int = 12) -> Iterator[Any]:
    """Rows of every shape: open and missing dates, several places and roles, none at all."""
    rng = random.Random(seed)
    start = date(2023, 12, 1)

    def day() -> date | None:
        return start + timedelta(days=rng.randrange(90)) if rng.random() < 0.8 else None

    for number in range(claims):
        first, said = day(), day()
        claim = row(
            claim=f"c{number}",
            outlet=f"Outlet {rng.randrange(3)}",
            source=f"Source {rng.randrange(sources)}",
            stance=rng.choice(STANCES),
            published=day(),
            event_first=first,
            event_last=first + timedelta(days=rng.randrange(20)) if first else day(),
            statement_first=said,
            statement_last=said,
        )
        fields = dict(zip(ROW_FIELDS, claim, strict=True))
        several = [rng.randrange(1, places + 1) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
        for place in several:
            kind = PLACE_KINDS[place % len(PLACE_KINDS)]
            role = rng.choice(["scene", "origin", "destination", "container"])
            confidence = rng.choice([0.2, 0.5, 0.95])
            yield row(**fields | at(place, kind=kind, role=role, confidence=confidence))
        if not several:
            yield claim


def some_filters(seed: int, number: int) -> Iterator[Filter]:
    """Filters over ``many_rows``, from open to narrow."""
    rng = random.Random(seed)

    def day() -> date | None:
        return (
            date(2023, 11, 20) + timedelta(days=rng.randrange(120)) if rng.random() < 0.6 else None
        )

    def some(values: Sequence[Any], chance: float) -> tuple[Any, ...]:
        if rng.random() > chance:
            return ()
        return tuple(sorted(rng.sample(values, min(len(values), 3)), key=str))

    for _ in range(number):
        yield Filter(
            first=day(),
            last=day(),
            basis=rng.choice(TIME_BASES),
            sources=some([f"Source {n}" for n in range(14)], 0.4),
            outlets=some([f"Outlet {n}" for n in range(4)], 0.3),
            places=some(list(range(1, 33)), 0.3),
            stances=some(STANCES, 0.3),
        )


def a_claim(
    text: str,
    *,
    number: int = 1,
    document: str = "d1",
    said: str = "",
    place: Place | None = None,
    stance: Stance = "asserted",
    day: date | None = date(2024, 3, 8),
) -> tuple[Claim, Document, str]:
    """A claim over the whole of ``text`` (a sentence at 50 in its report), with its report."""
    source = Source(said or "Ada Stone", "person", "a witness")
    paper = Source("Morning Paper", "media")
    whole = Span(50, 50 + len(text))
    where = text.find(place.name) if place else -1
    toponyms = (
        (Toponym(Span(50 + where, 50 + where + len(place.name)), "scene", (), place, 0.75),)
        if place
        else ()
    )
    claim = Claim(
        id=f"c{number}",
        document=document,
        sentence=whole,
        content=(whole,),
        attribution=Attribution(source, (), (whole,), "indirect"),
        chain=(source, paper),
        stance=stance,
        hedges=(),
        event=Interval(day, day, 1 if day else None, "the text says so"),
        statement=Interval(None, None, None, "not told"),
        toponyms=toponyms,
    )
    report = Document(document, "Morning Paper", "A report", "", date(2024, 3, 10), "")
    return claim, report, text
