"""Claims that count the same thing of the same actor: rivals, agreement, parts and stages."""

from __future__ import annotations

import math
from collections.abc import Iterator

from claimmap.model import Claim, Quantity, Relation, RelationKind
from claimmap.relate.occasions import (
    are_alike,
    are_elsewhere,
    days_between_tellings,
    is_local,
    is_long_between,
    lies_inside,
    share_place,
)
from claimmap.relate.roots import are_independent, share_root

# "About" leaves this much on either side: a convention of ours, since the words say no more.
_ABOUT = 0.05
GROWING = frozenset(
    [
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "infected",
        "vaccinated",
        "destroyed",
        "damaged",
        "surrendered",
    ]
)
"""States whose tolls are counted on: a later and higher one replaces an earlier one."""


def count_keys(claim: Claim) -> Iterator[str]:
    """Under which keys the claim's numbers may meet others: thing, state and actor."""
    for quantity in claim.quantities:
        if quantity.thing and quantity.value is not None:
            yield f"{quantity.thing}|{quantity.state}|{quantity.actor}"


def relate_counts(one: Claim, other: Claim) -> Relation | None:
    """The relation of the first numbers of two claims that can be compared."""
    for mine in one.quantities:
        for theirs in other.quantities:
            if found := relate_figures(one, mine, other, theirs):
                return found
    return None


def relate_figures(one: Claim, mine: Quantity, other: Claim, theirs: Quantity) -> Relation | None:
    """The relation of a number of one claim to one of another; None where they do not compare."""
    if not can_meet(one, mine, other, theirs):
        return None
    return _relate(one, mine, other, theirs)


def can_meet(one: Claim, mine: Quantity, other: Claim, theirs: Quantity) -> bool:
    """Whether two numbers count the same, and can be of one occasion."""
    if not _count_the_same(mine, theirs):
        return False
    if not mine.actor and not share_place(one, other) and not are_alike(one, other):
        return False
    return not is_long_between(one, other) or (bool(mine.actor) and share_root(one, other))


def _count_the_same(mine: Quantity, theirs: Quantity) -> bool:
    """Whether thing, state and actor agree and no word tells the things apart."""
    if not mine.thing or mine.value is None or theirs.value is None:
        return False
    if (mine.thing, mine.state, mine.actor) != (theirs.thing, theirs.state, theirs.actor):
        return False
    if (mine.bound in ("up", "down")) != (theirs.bound in ("up", "down")):
        return False
    here, there = _traits(mine), _traits(theirs)
    return here <= there or there <= here


def _traits(quantity: Quantity) -> set[str]:
    """The words before the thing that say which kind: "ballistic" missiles; not whose."""
    return {word for word in quantity.unit.split()[:-1] if word.islower()} - {quantity.state}


def _relate(one: Claim, mine: Quantity, other: Claim, theirs: Quantity) -> Relation | None:
    if mine.part != theirs.part:
        return _part(one, mine, other, theirs, "the words make it a part")
    if not mine.actor and lies_inside(one, other) != lies_inside(other, one):
        return _inside(one, mine, other, theirs)
    if are_elsewhere(one, other) or (mine.actor and is_local(one) != is_local(other)):
        return _told(one, other, "differs in scope", "not of one place", mine, theirs)
    return _weigh(one, mine, other, theirs)


def _weigh(one: Claim, mine: Quantity, other: Claim, theirs: Quantity) -> Relation | None:
    """The relation of two figures for the same, of one place: by who gives them, and when."""
    same, agree = share_root(one, other), _agree(mine, theirs)
    if (one.stance == "denied") != (other.stance == "denied"):
        # Who denies a number says no other: with a different one it has nothing to do.
        why = "one says it, the other denies it"
        return _told(one, other, "contradicts", why, mine, theirs) if agree else None
    if same:
        if agree:
            return _told(one, other, "repeats", "the same source, the same figure", mine, theirs)
        return _told(one, other, "differs in stage", "the same source's", mine, theirs)
    if not agree and mine.state in GROWING and _grew(one, mine, other, theirs):
        return _told(one, other, "differs in stage", "a later toll is higher", mine, theirs)
    if agree:
        return _told(one, other, "corroborates", "another source agrees", mine, theirs)
    return _told(one, other, "contradicts", "other sources, other figures", mine, theirs)


def _grew(one: Claim, mine: Quantity, other: Claim, theirs: Quantity) -> bool:
    days = days_between_tellings(one, other)
    return days != 0 and (theirs.value or 0.0) * days > (mine.value or 0.0) * days


def _part(one: Claim, mine: Quantity, other: Claim, theirs: Quantity, why: str) -> Relation | None:
    """The relation of a part to its whole, where it is no larger."""
    if theirs.part:
        one, mine, other, theirs = other, theirs, one, mine
    if (mine.value or 0.0) > (theirs.value or 0.0):
        return None
    return _told(one, other, "part of", why, mine, theirs)


def _inside(one: Claim, mine: Quantity, other: Claim, theirs: Quantity) -> Relation | None:
    """What is counted in a town is part of what is counted in its country."""
    if lies_inside(other, one):
        one, mine, other, theirs = other, theirs, one, mine
    if (mine.value or 0.0) > (theirs.value or 0.0):
        return _told(one, other, "contradicts", "more in a part than in the whole", mine, theirs)
    return _told(one, other, "part of", "a place inside the other's", mine, theirs)


def _agree(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one's figure lies in what the other's words leave possible."""
    return _allows(mine, theirs) or _allows(theirs, mine)


def _allows(mine: Quantity, theirs: Quantity) -> bool:
    low, high = possible(mine)
    vague = theirs.value if theirs.lower == theirs.upper or theirs.lower is None else theirs.upper
    return low <= (theirs.value or 0.0) <= high and (vague is None or vague <= high)


def possible(quantity: Quantity) -> tuple[float, float]:
    """The smallest and the largest number that the words leave possible."""
    value = quantity.value or 0.0
    if quantity.bound == "<":
        return -math.inf, value if quantity.upper is None else quantity.upper
    if quantity.bound == ">":
        return value if quantity.lower is None else quantity.lower, math.inf
    low = value if quantity.lower is None else quantity.lower
    high = value if quantity.upper is None else quantity.upper
    margin = _ABOUT * abs(value) if quantity.approximate or quantity.bound == "~" else 0.0
    return low - margin, high + margin


def _told(
    one: Claim, other: Claim, kind: RelationKind, why: str, mine: Quantity, theirs: Quantity
) -> Relation:
    """The relation with its reason: both figures, what they count, and why it is this kind."""
    whose = f" of {mine.actor}" if mine.actor else ""
    what = f"{mine.thing}{f' {mine.state}' if mine.state else ''}{whose}"
    reason = f"{show_figure(mine)} against {show_figure(theirs)} ({what}): {why}"
    return Relation(kind, one.id, other.id, reason, are_independent(one, other))


def show_figure(quantity: Quantity) -> str:
    """The number with its bound in words: "up to 8,000,000", "about 12,000", "100 to 1,000"."""
    words = {"<": "up to ", ">": "at least ", "~": "about "}.get(quantity.bound, "")
    low, high = quantity.lower, quantity.upper
    if low is not None and high is not None and low < high:
        return f"{low:,.10g} to {high:,.10g}"
    return f"{words}{quantity.value:,.10g}"
