"""Whom one source contradicts and whom it corroborates, and by which claims.

Asked of one source at a time, of its most contested figures and latest claims, so that the cost has
a bound whatever the store holds: no two claims are compared but those that can meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypedDict, cast

import numpy as np

from claimmap.model import Claim, Relation
from claimmap.relate.assertions import relate_assertions
from claimmap.relate.counts import relate_figures, show_figure
from claimmap.relate.occasions import DAYS_APART
from claimmap.relate.series import Point, Series
from claimmap.view.columns import NO_DAY, Array
from claimmap.view.contested import Shelves
from claimmap.view.evidence import report_link
from claimmap.view.figures import ClaimsOf, held_claims, series_on
from claimmap.view.series import Figures, told_days

Accord = Literal["contradicts", "corroborates"]

SHELVES = 12
"""How many series of a source are looked at, the most contested first."""

POINTS = 20
"""How many of its figures in each, the latest."""

OWN = 60
"""How many of its claims without a figure are looked at, the latest."""

OTHERS = 240
"""How many claims of others these are held against, the nearest in time."""


class AccordRow(TypedDict):
    """How one source stands to another.

    source: the other. what: what both speak of. own, other: what each says, the figure or the
    sentence's deed. reason: in words. series: the number of a claim that leads to the series, None
    for what is said without a figure. claims: the ids of both; link: to the other's, in its report,
    relative to the app. independent: whether two witnesses are behind them, None where nobody can
    know. times: in how many pairs of claims. document: the other's report.
    """

    kind: Accord
    source: str
    what: str
    own: str
    other: str
    reason: str
    series: int | None
    claims: list[str]
    document: str
    link: str
    independent: bool | None
    times: int


def find_accord(
    figures: Figures, shelves: Shelves, code: int, claims_of: ClaimsOf, names: Mapping[str, str]
) -> list[AccordRow]:
    """How the source at a position stands to others: contradictions first, the most frequent first.

    shelves: of all figures. claims_of, names: see ``series_on``. One row for each other source and
    kind, with the first such pair of claims that two witnesses are known to stand behind, if any.
    """
    name = figures.columns.sources[code]
    found: dict[tuple[str, str], AccordRow] = {}
    for row in (
        *_by_figures(figures, shelves, code, claims_of, names),
        *_by_words(figures, code, claims_of, names),
    ):
        key = row["kind"], row["source"]
        before = found.get(key)
        if before is None or (row["independent"] and not before["independent"]):
            found[key] = row | {"times": before["times"] if before else 0}
        found[key]["times"] += 1
    rows = [row for row in found.values() if row["source"] != name]
    return sorted(rows, key=lambda row: (row["kind"] != "contradicts", -row["times"]))


def speaker(claim: Claim, names: Mapping[str, str]) -> str:
    """Who answers for the claim, under the name over all reports."""
    return names.get(claim.source.name, claim.source.name)


def _by_figures(
    figures: Figures, shelves: Shelves, code: int, claims_of: ClaimsOf, names: Mapping[str, str]
) -> Iterator[AccordRow]:
    own = figures.columns.source[figures.claim[shelves.figure]] == code
    at = np.searchsorted(shelves.start, np.flatnonzero(own), side="right") - 1
    wanted = np.unique(at)[:SHELVES].tolist()
    numbers: dict[str, int] = {}

    def noted(asked: Sequence[int]) -> Mapping[int, object]:
        stored = claims_of(asked)
        numbers.update({one.claim.id: number for number, one in stored.items()})
        return stored

    for compared in series_on(figures, shelves, wanted, cast(ClaimsOf, noted), names):
        yield from _in_series(compared.series, figures.columns.sources[code], numbers, names)


def _in_series(
    series: Series, name: str, numbers: Mapping[str, int], names: Mapping[str, str]
) -> Iterator[AccordRow]:
    rivals = series.rivals
    mine = [point for point in rivals if speaker(point.figure.claim, names) == name][-POINTS:]
    for point in mine:
        for other in rivals:
            relation = _relation(point, other)
            if relation is not None and _between_two(relation):
                words = (show_figure(one.figure.quantity) for one in (point, other))
                row = _row(relation, point.figure.claim, other.figure.claim, names)
                own, others = words
                yield row | {
                    "what": series.counted,
                    "own": own,
                    "other": others,
                    "series": numbers.get(point.figure.claim.id),
                }


def _relation(one: Point, other: Point) -> Relation | None:
    mine, theirs = one.figure, other.figure
    return relate_figures(mine.claim, mine.quantity, theirs.claim, theirs.quantity)


def _by_words(
    figures: Figures, code: int, claims_of: ClaimsOf, names: Mapping[str, str]
) -> Iterator[AccordRow]:
    """Claims that say or deny one deed, among those of the same days."""
    columns = figures.columns
    days = told_days(columns)
    spoken = (figures.verb > 0) & (days != NO_DAY)
    mine = _latest(np.flatnonzero(spoken & (columns.source == code)), days, OWN)
    if not len(mine):
        return
    verbs = np.isin(figures.verb, figures.verb[mine])
    near = (days >= days[mine].min() - DAYS_APART) & (days <= days[mine].max() + DAYS_APART)
    others = np.flatnonzero(spoken & verbs & near & (columns.source != code))
    others = others[_met(figures, others, mine)]
    others = others[np.argsort(np.abs(days[others] - days[mine].max()), kind="stable")][:OTHERS]
    stored = claims_of(columns.number[np.concatenate((mine, others))].tolist())
    told = held_claims(figures, stored, names)
    theirs = [told[number] for number in columns.number[others].tolist() if number in told]
    for number in columns.number[mine].tolist():
        if number in told:
            yield from _told_alike(told[number], theirs, names)


def _told_alike(
    claim: Claim, others: Iterable[Claim], names: Mapping[str, str]
) -> Iterator[AccordRow]:
    for other in others:
        if claim.gist.verb != other.gist.verb:
            continue
        relation = relate_assertions(claim, other)
        if relation is not None and _between_two(relation):
            deed = " ".join(filter(None, (claim.gist.actor or other.gist.actor, claim.gist.verb)))
            yield _row(relation, claim, other, names) | {"what": deed}


def _between_two(relation: Relation) -> bool:
    """Whether two sources contradict or corroborate each other, and no one but itself."""
    return relation.kind in ("contradicts", "corroborates") and relation.independent is not False


def _latest(claims: Array, days: Array, most: int) -> Array:
    return claims[np.argsort(-days[claims], kind="stable")][:most]


def _met(figures: Figures, others: Array, mine: Array) -> Array:
    """Of other claims, whether they share a place with one of mine, or one side names none."""
    columns = figures.columns
    if (columns.links[mine] == 0).any():
        return np.ones(len(others), dtype=bool)
    flags = np.zeros(len(columns), dtype=bool)
    flags[mine] = True
    here = np.zeros(len(columns.places), dtype=bool)
    here[columns.link_place[flags[columns.link_claim]]] = True
    at = np.zeros(len(columns), dtype=bool)
    at[columns.link_claim[here[columns.link_place]]] = True
    met: Array = at[others] | (columns.links[others] == 0)
    return met


def _row(relation: Relation, own: Claim, other: Claim, names: Mapping[str, str]) -> AccordRow:
    return {
        "kind": cast(Accord, relation.kind),
        "source": speaker(other, names),
        "what": "",
        "own": own.stance,
        "other": other.stance,
        "reason": relation.reason,
        "series": None,
        "claims": [own.id, other.id],
        "document": other.document,
        "link": report_link(other.document, other.id),
        "independent": relation.independent,
        "times": 1,
    }
