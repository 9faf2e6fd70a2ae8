"""How claims stand beside all others: whose figures are in conflict, and how many witnesses.

Judged over the whole store, whatever the filter: a figure that others contradict is in conflict
also where the reader looks at its source alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from claimmap.model import STANCES
from claimmap.relate.series import find_disputed
from claimmap.store import StoredClaim
from claimmap.view.columns import Array, Flags
from claimmap.view.contested import Shelves
from claimmap.view.figures import MOST, ClaimsOf, series_on
from claimmap.view.paths import whole_path
from claimmap.view.rows import ConflictRow, EvidenceRow
from claimmap.view.series import Figures

NONE = -1
"""Stands in ``Standing.others`` where nothing is in conflict with a claim."""

_EFFORT = 200_000
"""How many pairs of figures are compared, about: a second of one core."""
_DENIAL = "said and denied"
_DENIED = STANCES.index("denied")


@dataclass(frozen=True, eq=False)
class Standing:
    """How the claims of a snapshot stand beside each other.

    others: of each claim in ``figures.columns`` how many other figures cannot hold beside its own,
    0 where one says what another denies, NONE where nothing is in conflict.
    """

    figures: Figures
    others: Array

    def witnesses(self, claims: Array) -> int:
        """How many independent sources are behind the claims at these positions (or flagged)."""
        return self.figures.witnesses(claims)

    def disputed(self, claims: Array) -> int:
        """How many of the claims at these positions are in conflict with others."""
        return int(np.count_nonzero(self.others[claims] != NONE))

    def conflict(self, claim: int) -> ConflictRow | None:
        """What is in conflict with the claim at a position, None where nothing is."""
        others = int(self.others[claim])
        if others == NONE:
            return None
        words = f"{others:,} other figure{'s' if others > 1 else ''}" if others else _DENIAL
        number = int(self.figures.columns.number[claim])
        link = f"figures?series={number}"
        return {"others": others, "words": words, "link": link, "series": number}

    @cached_property
    def bits(self) -> bytes:
        """One bit a claim, lowest first: whether it is in conflict."""
        return np.packbits(self.others != NONE, bitorder="little").tobytes()


def find_standing(
    figures: Figures, shelves: Shelves, claims_of: ClaimsOf, names: Mapping[str, str]
) -> Standing:
    """How all claims stand beside each other. shelves: of all figures.

    claims_of, names: see ``series_on``. By numbers and days alone, and as far as ``_EFFORT``
    reaches by comparing the figures one by one, the most contested first.
    """
    columns = figures.columns
    others = np.full(len(columns), NONE, dtype=np.int32)
    sizes = np.minimum(np.diff(shelves.start), MOST)
    asked = np.flatnonzero((shelves.conflict > 1) | _may_be_denied(figures, shelves))
    compared = asked[np.cumsum(sizes[asked] * (sizes[asked] + 20)) <= _EFFORT]
    left = np.setdiff1d(asked[shelves.conflict[asked] > 1], compared)
    figure, found = _by_number(shelves, left)
    np.maximum.at(others, figures.claim[figure], found)
    for claim, count in _one_by_one(figures, shelves, compared, claims_of, names):
        others[claim] = max(int(others[claim]), count)
    return Standing(figures, others)


def told_standing(
    rows: Iterable[EvidenceRow], claims: Iterable[int], standing: Standing | None
) -> Iterator[EvidenceRow]:
    """The rows of the claims at these positions, with how each stands beside others, if known."""
    for row, claim in zip(rows, claims, strict=True):
        if standing:
            row["conflict"] = standing.conflict(claim)
            row["witness"] = int(standing.figures.root[claim])
            if copied := standing.figures.copied.get(claim):
                row["way"] = whole_path(row["path"], copied)
        yield row


def _may_be_denied(figures: Figures, shelves: Shelves) -> Flags:
    """Of each shelf, whether a claim on it denies a figure that another may give."""
    denied = figures.columns.stance[figures.claim[shelves.figure]] == _DENIED
    sizes = np.diff(shelves.start)
    some = np.bincount(np.repeat(np.arange(len(shelves)), sizes)[denied], minlength=len(shelves))
    return (some > 0) & (sizes > 1)


def _by_number(shelves: Shelves, left: Array) -> tuple[Array, Array]:
    """The rival figures of some shelves, and how many others each shelf has."""
    at = np.zeros(len(shelves), dtype=bool)
    at[left] = True
    rivals = shelves.rival & np.repeat(at, np.diff(shelves.start))
    conflict = np.repeat(shelves.conflict, np.diff(shelves.start))
    return shelves.figure[rivals], (conflict[rivals] - 1).astype(np.int32)


def _one_by_one(
    figures: Figures,
    shelves: Shelves,
    compared: Array,
    claims_of: ClaimsOf,
    names: Mapping[str, str],
) -> Iterator[tuple[int, int]]:
    """The claims (positions) on some shelves that are in conflict, with how many other figures."""
    positions: dict[str, int] = {}

    def told(numbers: Sequence[int]) -> Mapping[int, StoredClaim]:
        stored = claims_of(numbers)
        for number, one in stored.items():
            at = int(np.searchsorted(figures.columns.number, number))
            positions[one.claim.id] = at
        return stored

    for one in series_on(figures, shelves, compared.tolist(), told, names):
        for point, others in find_disputed(one.series):
            yield positions[point.figure.claim.id], others
