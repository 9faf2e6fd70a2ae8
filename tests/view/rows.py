"""Rows of claims to try the view with, and what a store would tell of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from claimmap.model import (
    DRAWN_ROLES,
    GRADES,
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
from claimmap.view.columns import DAYS, Columns, to_day
from claimmap.view.gathering import ROW_FIELDS, read_columns

HOSTILE = '<img src=x onerror=alert(1)> ${alert(2)} `b` \\u0041 </script>\u2028 O\'Neil & "co"'

_DEFAULTS: dict[str, Any] = {
    "number": 1,
    "outlet": "Morning Paper",
    "source": "Ada Stone",
    "stance": "asserted",
    "published": "2024-03-10",
}


def row(**fields: Any) -> tuple[Any, ...]:
    """A row of ``ROW_FIELDS``; what is not given is the same in all rows, or None.

    Days are ISO strings or dates.
    """
    given = _DEFAULTS | fields
    for name in DAYS:
        if (day := given.get(name)) is not None:
            given[name] = to_day(date.fromisoformat(str(day)))
    return tuple(given.get(name) for name in ROW_FIELDS)


def at(place: int, **fields: Any) -> dict[str, Any]:
    """The fields of a row that place a claim."""
    return {"place": place, "role": "scene", "confidence": 0.5, "radius_km": 3.0, **fields}


def a_place(id_: int, name: str = "", **fields: Any) -> Place:
    """A place of that id; those of different ids differ in all."""
    kind = PLACE_KINDS[id_ % len(PLACE_KINDS)]
    place = Place(id_, name or f"Place {id_}", "FR", kind, 48.0 + id_ / 10, 2.0)
    return replace(place, **fields)


def columns_of(rows: Iterable[Any], *places: Place) -> Columns:
    """The columns of the rows; a place that is not given is ``a_place``."""
    known = {place.id: place for place in places}
    return read_columns([list(rows)], lambda ids: [known.get(id_) or a_place(id_) for id_ in ids])


def graded(columns: Columns) -> Columns:
    """The columns of ``many_rows`` with each source graded, or left without a grade."""
    grades = {name: GRADES[sum(name.encode()) % len(GRADES)] for name in columns.sources}
    given = {name: grade for name, grade in grades.items() if grade != "ungraded"}
    return replace(columns, grades=given)


def dated(first: str | None, last: str | None = "same", basis: str = "event") -> dict[str, Any]:
    """The fields of a row that date a claim, by ISO days; a day alone is both ends."""
    return {f"{basis}_first": first, f"{basis}_last": first if last == "same" else last}


def many_rows(seed: int, claims: int, places: int = 30, sources: int = 12) -> Iterator[Any]:
    """Rows of every shape: open and missing dates, several places and roles, none at all."""
    rng = random.Random(seed)
    start = date(2023, 12, 1)

    def day() -> date | None:
        return start + timedelta(days=rng.randrange(90)) if rng.random() < 0.8 else None

    for number in range(1, claims + 1):
        first, said = day(), day()
        claim = {
            "number": number,
            "outlet": f"Outlet {rng.randrange(3)}",
            "source": f"Source {rng.randrange(sources)}",
            "stance": rng.choice(STANCES),
            "published": day(),
            "event_first": first,
            "event_last": first + timedelta(days=rng.randrange(20)) if first else day(),
            "statement_first": said,
            "statement_last": said,
        }
        roles = sorted(DRAWN_ROLES)
        several = {
            (rng.randrange(1, places + 1), rng.choice(roles))
            for _ in range(rng.choice([0, 1, 1, 2, 3]))
        }
        for place, role in sorted(several):
            confidence = rng.choice([0.2, 0.5, 0.95])
            yield row(**claim | at(place, role=role, confidence=confidence))
        if not several:
            yield row(**claim)


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
            grades=some(GRADES, 0.2),
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
