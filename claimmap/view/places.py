"""The claims of one place or between two, in the order they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from claimmap.model import ROLES, STANCES, Place, Role, Stance, TimeBasis
from claimmap.view.columns import NO_DAY, Array, Columns, sort_order
from claimmap.view.rows import PlaceHead

Drawn = Literal["solid", "dashed", "crossed"]
"""How the arrow of a movement is drawn, by its claim's stance."""

DRAWN: tuple[Drawn, ...] = get_args(Drawn)
_DASHED: tuple[Stance, ...] = ("planned", "forecast")
_CROSSED: tuple[Stance, ...] = ("denied",)


def place_row(place: Place) -> PlaceHead:
    """The place as plain values."""
    return {"id": place.id, "name": place.name, "country": place.country, "kind": place.kind}


def newest_first(columns: Columns, claims: Array, basis: TimeBasis) -> Array:
    """``claims`` (positions, in order), latest last day first, those without a day at the end.

    Claims of one day keep their order.
    """
    first, last = (days[claims] for days in columns.days(basis))
    days = np.where(last == NO_DAY, first, last).astype(np.int64)
    return claims[sort_order(-days, days == NO_DAY)]


def claims_at_any(columns: Columns, places: Sequence[int]) -> Array:
    """The claims that have one of these places, told by their codes; each once and in order."""
    if len(places) == 1:
        return columns.claims_at(places[0])
    named = np.zeros(len(columns), dtype=bool)
    for place in places:
        named[columns.claims_at(place)] = True
    return np.flatnonzero(named)


def movements(columns: Columns, origin: int, destination: int) -> Array:
    """The claims that something moves from one place to another, both told by their code."""
    here = columns.claims_at(origin)
    both = here[np.isin(here, columns.claims_at(destination), assume_unique=True)]
    leaves = _in_role(columns, both, origin, "origin")
    arrives = _in_role(columns, both, destination, "destination")
    return both[leaves & arrives]


def drawn_as(columns: Columns, claims: Array, drawn: Drawn | None) -> Array:
    """Those of the claims whose arrow is drawn so; None: all."""
    stances = columns.stance[claims]
    dashed = np.isin(stances, [STANCES.index(stance) for stance in _DASHED])
    crossed = np.isin(stances, [STANCES.index(stance) for stance in _CROSSED])
    match drawn:
        case "dashed":
            return claims[dashed]
        case "crossed":
            return claims[crossed]
        case "solid":
            return claims[~(dashed | crossed)]
    return claims


def _in_role(columns: Columns, claims: Array, place: int, role: Role) -> Array:
    """Whether each of the claims has the place in that role."""
    has = np.zeros(len(columns), dtype=bool)
    links = (columns.link_place == place) & (columns.link_role == ROLES.index(role))
    has[columns.link_claim[links]] = True
    return has[claims]
