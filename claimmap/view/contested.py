"""Which figures stand together under a filter, and how contested each such shelf is: the order.

Arithmetic over whole arrays, so that it costs the same whatever is in conflict; ``relate.series``
then compares the figures of the shelves that are looked at, one by one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimmap.model import STANCES
from claimmap.relate.counts import GROWING
from claimmap.relate.occasions import DAYS_APART
from claimmap.view.columns import NO_DAY, Array, Flags
from claimmap.view.series import Figures

_DENIED = STANCES.index("denied")


@dataclass(frozen=True, slots=True, eq=False)
class Shelves:
    """Figures that may be compared, shelf after shelf, the most contested shelf first.

    figure: positions in ``Figures``; rival: of each whether it is a total of today; start: where in
    ``figure`` each shelf begins (one more at last). conflict: of each shelf how many figures cannot
    hold together, as far as numbers and days tell; witnesses: how many independent sources it has.
    """

    figure: Array
    rival: Flags
    start: Array
    conflict: Array
    witnesses: Array

    def __len__(self) -> int:
        return len(self.conflict)

    def members(self, shelf: int) -> Array:
        """The figures of a shelf in order of their telling."""
        return self.figure[self.start[shelf] : self.start[shelf + 1]]


def make_shelves(figures: Figures, shown: Flags | None = None) -> Shelves:
    """The figures of the claims that are flagged (None: of all), put on their shelves."""
    chosen = np.arange(len(figures)) if shown is None else np.flatnonzero(shown[figures.claim])
    scope = _scope(figures, chosen)
    chosen = chosen[order := np.lexsort((figures.day[chosen], scope, figures.key[chosen]))]
    scope = scope[order]
    shelf = _numbers(figures, chosen, scope)
    count = int(shelf[-1]) + 1 if len(shelf) else 0
    total = ~figures.aside[chosen]
    whole = _flagged(shelf[total], count)
    rival = (total | ~whole[shelf]) & ~figures.part[chosen]
    rival &= figures.columns.stance[figures.claim[chosen]] != _DENIED
    rival[rival] = _of_today(figures, chosen[rival], shelf[rival])
    conflict = _conflict(figures, chosen[rival], shelf[rival], count)
    witnesses = _distinct(shelf, figures.root[figures.claim[chosen]], count)
    sizes = np.bincount(shelf, minlength=count)
    best = np.lexsort((np.arange(count), -sizes, -witnesses, -conflict))
    rank = np.empty(count, dtype=np.int64)
    rank[best] = np.arange(count)
    order = np.argsort(rank[shelf], kind="stable")
    return Shelves(
        figure=chosen[order],
        rival=rival[order],
        start=np.concatenate(([0], np.cumsum(sizes[best]))),
        conflict=conflict[best],
        witnesses=witnesses[best],
    )


def _scope(figures: Figures, chosen: Array) -> Array:
    """The scope of each; figures of an actor of whom some total is shown all stand by it."""
    total = figures.has_actor[chosen] & ~figures.aside[chosen]
    whole = _flagged(figures.key[chosen[total]], len(figures.keys))
    joined = figures.has_actor[chosen] & whole[figures.key[chosen]]
    return np.where(joined, -1, figures.scope[chosen])


def _numbers(figures: Figures, chosen: Array, scope: Array) -> Array:
    """The shelf of each figure: another one where key or scope change, or after a long silence."""
    if not len(chosen):
        return np.zeros(0, dtype=np.int64)
    key, day = figures.key[chosen], figures.day[chosen]
    silence = (day[1:] - day[:-1] > DAYS_APART) & (day[:-1] != NO_DAY)
    other = (key[1:] != key[:-1]) | (scope[1:] != scope[:-1])
    return np.concatenate(([0], np.cumsum(other | silence)))


def _of_today(figures: Figures, chosen: Array, shelf: Array) -> Flags:
    """Whether nothing later takes a figure's place: its own source's, or a toll that grew."""
    root, day = figures.root[figures.claim[chosen]], figures.day[chosen]
    order = np.lexsort((np.arange(len(chosen)), day, root, shelf))
    last = np.ones(len(chosen), dtype=bool)
    same = (shelf[order][1:] == shelf[order][:-1]) & (root[order][1:] == root[order][:-1])
    last[order[:-1][same]] = False
    grows = np.array([key[1] in GROWING for key in figures.keys] or [False])[figures.key[chosen]]
    return last & ~(grows & _outgrown(shelf, day, figures.value[chosen], figures.high[chosen]))


def _outgrown(shelf: Array, day: Array, value: Array, high: Array) -> Flags:
    """Whether a figure of a later day on the shelf is higher than this one leaves possible.

    Asked of the highest figure of all later days, by going through the days from the last.
    """
    order = np.lexsort((day, shelf))
    if not len(order):
        return np.zeros(0, dtype=bool)
    ordered_shelf, ordered_day = shelf[order], day[order]
    opens = np.ones(len(order), dtype=bool)
    opens[1:] = (ordered_shelf[1:] != ordered_shelf[:-1]) | (ordered_day[1:] != ordered_day[:-1])
    begins = np.flatnonzero(opens)
    tops = np.maximum.reduceat(value[order], begins)
    group_shelf = ordered_shelf[begins]
    running = _accumulate(tops[::-1], -group_shelf[::-1])[::-1]
    later = np.full(len(begins), -np.inf)
    follows = group_shelf[1:] == group_shelf[:-1]
    later[:-1][follows] = running[1:][follows]
    outgrown = np.empty(len(order), dtype=bool)
    outgrown[order] = later[np.cumsum(opens) - 1] > high[order]
    return outgrown


def _conflict(figures: Figures, chosen: Array, shelf: Array, count: int) -> Array:
    """For each shelf ``relate.series.count_conflict`` of these figures, at least 1."""
    value = figures.value[chosen]
    order = np.lexsort((value, shelf))
    shelf, value = shelf[order], value[order]
    highest = _accumulate(figures.high[chosen][order], shelf)
    lowest = -_accumulate(-figures.low[chosen][order][::-1], -shelf[::-1])[::-1]
    apart = (shelf[1:] == shelf[:-1]) & (value[1:] > highest[:-1]) & (value[:-1] < lowest[1:])
    return np.bincount(shelf[1:][apart], minlength=count) + 1


def _accumulate(values: Array, groups: Array) -> Array:
    """The highest value so far within each group; groups: in ascending order."""
    known, rank = np.unique(values, return_inverse=True)
    lifted = rank + (groups - groups.min(initial=0)) * len(known)
    return known[np.maximum.accumulate(lifted) % max(len(known), 1)] if len(values) else values


def _distinct(shelf: Array, code: Array, count: int) -> Array:
    """How many different codes each shelf has."""
    pairs = np.unique(shelf * (int(code.max(initial=0)) + 1) + code)
    return np.bincount(pairs // (int(code.max(initial=0)) + 1), minlength=count)


def _flagged(codes: Array, count: int) -> Flags:
    flags = np.zeros(count, dtype=bool)
    flags[codes] = True
    return flags
