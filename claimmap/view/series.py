"""The figures of all claims as arrays beside the snapshot's, and the witness behind each claim.

Made once for a snapshot, and for the next one from what is new, so that a filter costs no look at a
claim's body: which figures meet under it, and how many witnesses there are, are questions about
whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from claimmap.model import ROLES, Copied, Source
from claimmap.relate.counts import possible
from claimmap.store import CopyLink, FigureRow
from claimmap.view.columns import NO_DAY, Array, Columns, Flags
from claimmap.view.witnesses import find_copied, find_witnesses

FiguresAfter = Callable[[int], Iterable[FigureRow]]
Key = tuple[str, str, str, bool]
"""What figures must share to meet: thing, state, actor, and whether they are a change."""

_BY_CLAIM = ("number", "document", "teller", "root", "steps", "verb")
_BY_FIGURE = ("claim", "nth", "key", "value", "low", "high", "part")
_FIELDS = _BY_CLAIM + _BY_FIGURE
_LOCAL = ("city", "district", "region")


@dataclass(slots=True)
class Told:
    """What the store tells, by claim and by figure.

    documents, roots, keys, verbs: name -> code; a teller (``relate.roots.witness_key``) is among
    the documents. claim: position among the claims told of.
    """

    documents: dict[str, int] = field(default_factory=dict)
    roots: dict[Source, int] = field(default_factory=dict)
    keys: dict[Key, int] = field(default_factory=dict)
    verbs: dict[str, int] = field(default_factory=lambda: {"": 0})
    arrays: dict[str, Array] = field(default_factory=lambda: _arrays({}))


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures of a snapshot's claims. ``columns`` is the snapshot's.

    copied: what a claim's report copies it from, by its position in columns; of most nothing.
    root: of each claim in columns, a code of its witness: as many codes, as many witnesses;
    document, steps, verb: of each a code of its report, the links of its chain, a code of what it
    says is done (0 for none). Of each figure: claim, its position in columns; nth, its place among
    the claim's quantities; key, a position in ``keys``; value, and the low and high that its words
    leave possible; aside: it is a part by its words, or of one place; scope: with whom it may meet
    (see ``_scopes``); day: of its telling.
    """

    told: Told
    columns: Columns
    keys: tuple[Key, ...]
    copied: Mapping[int, Copied]
    root: Array
    document: Array
    steps: Array
    verb: Array
    claim: Array
    nth: Array
    key: Array
    value: Array
    low: Array
    high: Array
    part: Flags
    aside: Flags
    scope: Array
    day: Array

    def __len__(self) -> int:
        return len(self.claim)

    def witnesses(self, claims: Array) -> int:
        """How many independent sources are behind the claims at these positions (or flagged)."""
        return int(np.count_nonzero(np.bincount(self.root[claims])))

    @cached_property
    def has_actor(self) -> Flags:
        """Of each figure, whether its key names an actor."""
        return np.array([bool(key[2]) for key in self.keys] or [False])[self.key]


def read_figures(
    figures_after: FiguresAfter,
    columns: Columns,
    names: Mapping[str, str],
    held: Figures | None = None,
    copies: Iterable[CopyLink] = (),
) -> Figures:
    """The figures of the claims in ``columns``; what ``held`` was told is not read again.

    figures_after: ``Store.figures``. names: a source's name in its report -> its name over all
    reports. copies: the reports that are copies of one another.
    """
    told = held.told if held else Told()
    last = int(told.arrays["number"][-1]) if len(told.arrays["number"]) else 0
    told = _read(figures_after(last), told)
    arrays = told.arrays
    at = np.searchsorted(columns.number, arrays["number"]).clip(max=max(len(columns) - 1, 0))
    there = np.zeros(len(at), dtype=bool)
    if len(columns):
        there = columns.number[at] == arrays["number"]
    by_claim = {name: np.zeros(len(columns), dtype=np.int64) for name in _BY_CLAIM[1:]}
    for name, values in by_claim.items():
        values[at[there]] = arrays[name][there]
    copied = find_copied(told.documents, told.roots, by_claim, columns, names, copies)
    raw, teller = by_claim["root"], by_claim["teller"]
    kept = there[arrays["claim"]]
    mine = {name: arrays[name][kept] for name in _BY_FIGURE[1:]}
    claim = at[arrays["claim"][kept]]
    part = mine.pop("part").astype(bool)
    empty = np.zeros(0, dtype=np.int64)
    found = Figures(
        told=told,
        columns=columns,
        keys=tuple(told.keys),
        copied=copied,
        root=find_witnesses(tuple(told.roots), raw, tuple(told.documents), teller, columns, names),
        document=by_claim["document"],
        steps=by_claim["steps"],
        verb=by_claim["verb"],
        claim=claim,
        part=part,
        aside=part,
        scope=empty,
        day=told_days(columns)[claim],
        **mine,
    )
    local = _first_links(columns, local=True)[claim]
    aside = part | (found.has_actor & (local >= 0))
    return replace(found, aside=aside, scope=_scopes(found, local))


def _read(rows: Iterable[FigureRow], before: Told) -> Told:
    told = Told(dict(before.documents), dict(before.roots), dict(before.keys), dict(before.verbs))
    lists: dict[str, list[Any]] = {name: [] for name in _FIELDS}
    start = len(before.arrays["number"])
    for at, (number, document, root, relay, quantities, steps, verb) in enumerate(rows, start):
        lists["number"].append(number)
        lists["steps"].append(steps)
        lists["verb"].append(told.verbs.setdefault(verb, len(told.verbs)))
        lists["document"].append(told.documents.setdefault(document, len(told.documents)))
        teller = relay.casefold() or document
        lists["teller"].append(told.documents.setdefault(teller, len(told.documents)))
        lists["root"].append(told.roots.setdefault(root, len(told.roots)))
        for nth, one in enumerate(quantities):
            if one.thing and one.value is not None:
                key = (one.thing, one.state, one.actor, one.bound in ("up", "down"))
                low, high = possible(one)
                figure = (at, nth, told.keys.setdefault(key, len(told.keys)))
                figures = zip(_BY_FIGURE, (*figure, one.value, low, high, one.part), strict=True)
                for name, value in figures:
                    lists[name].append(value)
    new = _arrays(lists)
    told.arrays = {name: np.concatenate((before.arrays[name], new[name])) for name in _FIELDS}
    return told


def _arrays(lists: Mapping[str, Sequence[Any]]) -> dict[str, Array]:
    floats = ("value", "low", "high")
    return {
        name: np.array(lists.get(name, ()), dtype=np.float64 if name in floats else np.int64)
        for name in _FIELDS
    }


def told_days(columns: Columns) -> Array:
    """The day each claim was told: of its statement, failing that of its report."""
    day = np.where(
        columns.statement_first == NO_DAY, columns.statement_last, columns.statement_first
    )
    return np.where(day == NO_DAY, columns.published, day).astype(np.int64)


def _first_links(columns: Columns, *, local: bool) -> Array:
    """The place (its code) of each claim's first link, -1 for none.

    local: of its first scene in a place smaller than a country.
    """
    first = np.full(len(columns), -1, dtype=np.int64)
    fits = np.ones(len(columns.link_place), dtype=bool)
    if local:
        kinds = np.array([place.kind in _LOCAL for place in columns.places] or [False])
        fits = kinds[columns.link_place] & (columns.link_role == ROLES.index("scene"))
    links = np.flatnonzero(fits)[::-1]
    first[columns.link_claim[links]] = columns.link_place[links]
    return first


def _scopes(figures: Figures, local: Array) -> Array:
    """With whom a figure may meet: those of the same actor, or of the same place.

    -1: a total of its actor; a place's code: counted there. Where nobody is named and no place, the
    place that the report names most; where it names none, the report alone (from -2 down).
    """
    columns = figures.columns
    own = _first_links(columns, local=False)
    reports = np.full(int(figures.document.max(initial=0)) + 1, -1, dtype=np.int64)
    pairs = figures.document[columns.link_claim] * (len(columns.places) + 1) + columns.link_place
    known, times = np.unique(pairs, return_counts=True)
    known = known[np.argsort(times, kind="stable")]  # the most frequent is written last
    reports[known // (len(columns.places) + 1)] = known % (len(columns.places) + 1)
    mine, report = own[figures.claim], figures.document[figures.claim]
    place = np.where(mine >= 0, mine, reports[report])
    place = np.where(place >= 0, place, -2 - report)
    return np.where(figures.has_actor, local, place)
