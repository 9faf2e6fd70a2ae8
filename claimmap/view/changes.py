"""Where a figure differs from the one told before: whose it was, and whose it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from claimmap.model import STANCES, Claim
from claimmap.relate.counts import relate_figures, show_figure
from claimmap.relate.occasions import told
from claimmap.relate.telling import tell_who
from claimmap.view.columns import NO_DAY, Array
from claimmap.view.contested import Shelves
from claimmap.view.dates import show_day
from claimmap.view.figures import ClaimsOf, held_claims
from claimmap.view.rows import ChangeRow
from claimmap.view.series import Figures

_OWN = 3
_OTHERS = 8
"""How many earlier figures are looked at: of the same witness, and of others."""
_DENIED = STANCES.index("denied")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A figure with those told before it, the latest first; positions in ``Figures``."""

    figure: int
    own: tuple[int, ...]
    others: tuple[int, ...]


def find_changes(
    figures: Figures,
    shelves: Shelves,
    claims: Array,
    claims_of: ClaimsOf,
    names: Mapping[str, str],
) -> dict[int, list[ChangeRow]]:
    """What changed with the claims at these positions, by position; those that change nothing lack.

    shelves: of the claims among which the figure before is looked for. claims_of, names: see
    ``view.figures.series_on``. A figure is held against its own source's last ones, and where there
    are none against the last that others gave; one that agrees with any of these changes nothing.
    """
    turns = list(_turns(figures, shelves, claims))
    asked = {at for turn in turns for at in (turn.figure, *turn.own, *turn.others)}
    numbers = figures.columns.number[figures.claim[sorted(asked)]].tolist()
    stored = claims_of(sorted(set(numbers))) if numbers else {}
    found = held_claims(figures, stored, names)
    changes: dict[int, list[ChangeRow]] = {}
    for turn in turns:
        if row := _change(figures, turn, found):
            changes.setdefault(int(figures.claim[turn.figure]), []).append(row)
    return changes


def _turns(figures: Figures, shelves: Shelves, claims: Array) -> Iterator[_Turn]:
    wanted = np.zeros(len(figures.columns), dtype=bool)
    wanted[claims] = True
    for at in np.flatnonzero(wanted[figures.claim[shelves.figure]]).tolist():
        figure = int(shelves.figure[at])
        if not _may_turn(figures, np.array([figure])).size:
            continue
        start = int(shelves.start[np.searchsorted(shelves.start, at, side="right") - 1])
        # Far back enough for a last figure of its own where many papers carry those of others.
        before = _may_turn(figures, shelves.figure[max(start, at - 500) : at])[::-1]
        same = figures.root[figures.claim[before]] == figures.root[figures.claim[figure]]
        own, others = before[same][:_OWN], before[~same][:_OTHERS]
        yield _Turn(figure, tuple(own.tolist()), tuple(others.tolist()))


def _may_turn(figures: Figures, members: Array) -> Array:
    """Those that are told on a known day, as a total, and not denied."""
    stance = figures.columns.stance[figures.claim[members]]
    dated = figures.day[members] != NO_DAY
    kept: Array = members[dated & ~figures.part[members] & (stance != _DENIED)]
    return kept


def _change(figures: Figures, turn: _Turn, found: Mapping[int, Claim]) -> ChangeRow | None:
    for earlier in (turn.own, turn.others):
        # What cannot be held against it (another place, another kind of the thing) tells nothing.
        kinds = [_kind(figures, before, turn.figure, found) for before in earlier]
        if "repeats" in kinds or "corroborates" in kinds:
            return None
        for before, kind in zip(earlier, kinds, strict=True):
            if kind in ("differs in stage", "contradicts"):
                return _row(figures, before, turn.figure, found, own=earlier is turn.own)
    return None


def _kind(figures: Figures, before: int, now: int, found: Mapping[int, Claim]) -> str | None:
    claims = [_claim(figures, at, found) for at in (before, now)]
    one, other = claims
    if one is None or other is None:  # the store has lost one by now
        return None
    mine, theirs = (
        claim.quantities[figures.nth[at]] for claim, at in ((one, before), (other, now))
    )
    relation = relate_figures(one, mine, other, theirs)
    return relation.kind if relation else None


def _claim(figures: Figures, at: int, found: Mapping[int, Claim]) -> Claim | None:
    return found.get(int(figures.columns.number[figures.claim[at]]))


def _row(
    figures: Figures, before: int, now: int, found: Mapping[int, Claim], *, own: bool
) -> ChangeRow:
    one, other = (found[int(figures.columns.number[figures.claim[at]])] for at in (before, now))
    mine, theirs = one.quantities[figures.nth[before]], other.quantities[figures.nth[now]]
    return {
        "own": own,
        "before": show_figure(mine),
        "after": show_figure(theirs),
        "counted": theirs.counted or theirs.thing,
        "who_before": tell_who(one),
        "who": tell_who(other),
        "when_before": show_day(told(one)),
    }
