"""The series on view: their claims asked for, compared, and told as plain values.

One place for the page and the command ``figures``, so that both say the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypedDict

import numpy as np

from claimmap.model import Bound, Claim, Copied, Interval, Stance, TimeBasis
from claimmap.relate.counts import show_figure
from claimmap.relate.occasions import told
from claimmap.relate.series import Figure, Point, PointRole, Series, make_series
from claimmap.relate.telling import tell_series, tell_who
from claimmap.store import StoredClaim
from claimmap.view.chains import link_rows
from claimmap.view.columns import Array
from claimmap.view.contested import Shelves
from claimmap.view.dates import iso_day, show_day, show_days
from claimmap.view.paths import path_rows, whole_path
from claimmap.view.rows import PathsRow
from claimmap.view.series import Figures

_AT_ONCE = 50
ClaimsOf = Callable[[Sequence[int]], Mapping[int, StoredClaim]]

MOST = 100
"""How many figures of a shelf are compared one by one: the latest told."""


class PointRow(TypedDict):
    """A figure in its series.

    claim: its id. source: who answers for it; who: the same with those it cites. value, lower,
    upper, bound, approximate: see ``model.Quantity``; shown: in words. first, last: ISO days on the
    filter's basis, of the statement where that has none; when: in words; said: the day of the
    statement, told: in words. role: rival, part or stage; why: in words. witness: the same text for
    one root.
    """

    claim: str
    source: str
    chain: list[str]
    value: float
    lower: float | None
    upper: float | None
    approximate: bool
    first: str | None
    last: str | None
    role: PointRole
    why: str
    who: str
    bound: Bound
    shown: str
    when: str
    said: str | None
    told: str
    stance: Stance
    witness: str


class SeriesRow(TypedDict):
    """A series. words: what is in conflict, in a line; conflict: how many figures that are.

    left_out: how many earlier figures were not compared, for there are too many.
    """

    counted: str
    actor: str
    thing: str
    state: str
    words: str
    conflict: int
    witnesses: int
    left_out: int
    points: list[PointRow]


@dataclass(frozen=True, slots=True)
class Compared:
    """A series of a shelf. left_out: how many of the shelf's figures were not compared."""

    shelf: int
    series: Series
    left_out: int


def series_on(
    figures: Figures,
    shelves: Shelves,
    wanted: Iterable[int],
    claims_of: ClaimsOf,
    names: Mapping[str, str],
) -> Iterator[Compared]:
    """The series of some shelves, in the order of these.

    claims_of: the store's claims of some numbers. names: a source's name in its report -> its name
    over all reports.
    Of some shelves at a time, the most contested series comes first.
    """
    waiting = iter(wanted)
    while some := list(islice(waiting, _AT_ONCE)):
        kept = {shelf: shelves.members(shelf)[-MOST:] for shelf in some}
        asked = {at for members in kept.values() for at in _numbers(figures, members)}
        stored = claims_of(sorted(asked))
        found = held_claims(figures, stored, names)
        yield from sorted(_compared(figures, shelves, kept, found), key=_contested)


def print_series(compared: Iterable[Compared], basis: TimeBasis = "event") -> Iterator[str]:
    """The rows of the series as one JSON array, piece by piece."""
    before = "["
    for one in compared:
        yield before + json.dumps(series_row(one, basis), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[" else "]\n"


def series_row(compared: Compared, basis: TimeBasis = "event") -> SeriesRow:
    """A series as plain values, ready for JSON."""
    series = compared.series
    return {
        "counted": series.counted,
        "actor": series.actor,
        "thing": series.thing,
        "state": series.state,
        "words": tell_series(series),
        "conflict": series.conflict,
        "witnesses": series.witnesses,
        "left_out": compared.left_out,
        "points": [_point(point, basis) for point in series.points],
    }


def series_paths(compared: Compared) -> PathsRow:
    """The ways that the series' claims took from their roots to the outlets."""
    claims = {point.figure.claim.id: point for point in compared.series.points}
    return path_rows(
        (point.root, whole_path(link_rows(point.figure.claim.chain, {}), point.figure.claim.copied))
        for point in claims.values()
    )


def _compared(
    figures: Figures, shelves: Shelves, kept: Mapping[int, Array], found: Mapping[int, Claim]
) -> Iterator[Compared]:
    for shelf, members in kept.items():
        left_out = len(shelves.members(shelf)) - len(members)
        numbers = _numbers(figures, members)
        told = [
            Figure(found[number], found[number].quantities[figures.nth[at]])
            for number, at in zip(numbers, members.tolist(), strict=True)
            if number in found  # else the store has lost it by now
        ]
        for series in make_series(told):
            yield Compared(shelf, series, left_out)


def _contested(compared: Compared) -> int:
    return -compared.series.conflict


def _numbers(figures: Figures, members: Array) -> list[int]:
    """The numbers of the figures' claims in the store."""
    numbers: list[int] = figures.columns.number[figures.claim[members]].tolist()
    return numbers


def held_claims(
    figures: Figures, stored: Mapping[int, StoredClaim], names: Mapping[str, str]
) -> dict[int, Claim]:
    """Claims as they are held against others, by number.

    Each link of their chains is under its name over all reports (``names``), and what a claim is
    copied from is known.
    """
    numbers = list(stored)
    at = np.searchsorted(figures.columns.number, numbers).tolist()
    copied = (figures.copied.get(position) for position in at)
    return {
        number: _named_claim(stored[number].claim, copy, names)
        for number, copy in zip(numbers, copied, strict=True)
    }


def _named_claim(claim: Claim, copied: Copied | None, names: Mapping[str, str]) -> Claim:
    chain = tuple(replace(link, name=names.get(link.name, link.name)) for link in claim.chain)
    return replace(claim, chain=chain, copied=copied)


def _point(point: Point, basis: TimeBasis) -> PointRow:
    claim, quantity = point.figure.claim, point.figure.quantity
    when = _when(claim, basis)
    chain = [link.name for link in claim.chain]
    return {
        "claim": claim.id,
        "source": chain[-2] if len(chain) > 1 else claim.source.name,
        "chain": chain,
        "value": quantity.value or 0.0,
        "lower": quantity.lower,
        "upper": quantity.upper,
        "approximate": quantity.approximate,
        "first": iso_day(when.first),
        "last": iso_day(when.last),
        "role": point.role,
        "why": point.why,
        "who": tell_who(claim),
        "bound": quantity.bound,
        "shown": show_figure(quantity),
        "when": show_days(when.first, when.last),
        "said": iso_day(told(claim)),
        "told": show_day(told(claim)) or "date unknown",
        "stance": claim.stance,
        "witness": point.root.replace("\n", " | "),
    }


def _when(claim: Claim, basis: TimeBasis) -> Interval:
    dated = claim.event.first or claim.event.last
    return claim.event if basis == "event" and dated else claim.statement
