"""Whether two claims can tell of the same occasion: by their days, places and words."""

from __future__ import annotations

from datetime import date

from claimmap.model import DRAWN_ROLES, Claim, Interval, Place

DAYS_APART = 60
"""Reports of one occasion come within so many days; later the same words tell of another one."""
_ALIKE = 0.3  # of the words of both, where no place and no actor is shared


def days_apart(one: Interval, other: Interval) -> int:
    """Days between two intervals; 0 where they meet, or where either is unknown."""
    if one.first and other.last and one.first > other.last:
        return (one.first - other.last).days
    if other.first and one.last and other.first > one.last:
        return (other.first - one.last).days
    return 0


def told(claim: Claim) -> date | None:
    """The day on which the claim was made, None where unknown."""
    return claim.statement.first or claim.statement.last


def days_between_tellings(one: Claim, other: Claim) -> int:
    """How many days later the other was told, below zero for earlier; 0 where unknown."""
    first, second = told(one), told(other)
    return (second - first).days if first and second else 0


def is_long_between(one: Claim, other: Claim) -> bool:
    """Whether the two lie too far apart in time to tell of one occasion."""
    return (
        max(days_apart(one.event, other.event), abs(days_between_tellings(one, other))) > DAYS_APART
    )


def places_of(claim: Claim) -> tuple[Place, ...]:
    """The places where the claim happens."""
    return tuple(t.place for t in claim.toponyms if t.place and t.role in DRAWN_ROLES)


def share_place(one: Claim, other: Claim) -> bool:
    """Whether both name one place, or one a place inside the other's."""
    here, there = places_of(one), places_of(other)
    return any(a.id == b.id or lies_in(a, b) or lies_in(b, a) for a in here for b in there)


def are_elsewhere(one: Claim, other: Claim) -> bool:
    """Whether both name places, and none of one's has to do with any of the other's."""
    return bool(places_of(one) and places_of(other)) and not share_place(one, other)


def is_local(claim: Claim) -> bool:
    """Whether the claim tells of what is at a place smaller than a country, and not in all."""
    return any(
        t.place and t.role == "scene" and t.place.kind in ("city", "district", "region")
        for t in claim.toponyms
    )


def lies_inside(one: Claim, other: Claim) -> bool:
    """Whether each place of one lies in a place of the other, and is not that place."""
    here, there = places_of(one), places_of(other)
    shared = {a.id for a in here} & {b.id for b in there}
    return bool(here) and not shared and all(any(lies_in(a, b) for b in there) for a in here)


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether a place lies in a country or region."""
    if inner.id == outer.id or not inner.country or inner.country != outer.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    return outer.kind == "region" and inner.address.startswith(f"{outer.name},")


def likeness(one: Claim, other: Claim) -> float:
    """The share of the words of both claims that both have (Jaccard 1912)."""
    here, there = set(one.gist.words), set(other.gist.words)
    return len(here & there) / len(here | there) if here | there else 0.0


def are_alike(one: Claim, other: Claim) -> bool:
    """Whether the words alone make it likely that both tell of one occasion."""
    return likeness(one, other) >= _ALIKE
