"""Series: the figures that count one thing of one actor, and what each is to the others.

Points are rivals (totals that cannot all hold, or that bear each other out), parts of a total, or
stages (a source's own earlier figure, a toll that grew). counts.py says of each two figures how
they stand to each other; so what a series calls rivals is what the relations call contradictions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from claimmap.model import Claim, Quantity, RelationKind
from claimmap.relate.counts import can_meet, possible, relate_figures, show_figure
from claimmap.relate.occasions import are_elsewhere, is_local, places_of, told
from claimmap.relate.roots import root_key

PointRole = Literal["rival", "part", "stage"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a claim; its ``thing`` and ``value`` are known."""

    claim: Claim
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in its series. root: ``root_key``; why: in words, why it has this role."""

    figure: Figure
    role: PointRole
    root: str
    why: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that can be compared, in order of their telling.

    counted: what is counted, in the words of the reports. conflict: how many rival figures there
    are that cannot hold together (1: none is in conflict). witnesses: independent sources.
    """

    thing: str
    state: str
    actor: str
    counted: str
    points: tuple[Point, ...]
    conflict: int
    witnesses: int

    @property
    def rivals(self) -> tuple[Point, ...]:
        """The points that are totals of today."""
        return tuple(point for point in self.points if point.role == "rival")


def make_series(figures: Iterable[Figure]) -> list[Series]:
    """The series of figures of one thing, state and actor, the most contested first.

    Figures that nothing makes comparable (other kinds of the thing, other places, other months)
    come out as series of their own. Every two are compared: time grows with their square.
    """
    ordered = sorted(figures, key=_telling)
    found = [_one_series(group) for group in _groups(ordered)]
    return sorted(found, key=lambda series: (-series.conflict, -len(series.points)))


def count_conflict(ranges: Sequence[tuple[float, float, float]]) -> int:
    """How many groups of figures there are of which no two agree; (value, low, high) of each.

    Two figures are in one group where one's value lies in what the other leaves possible, or where
    a third joins them so.
    """
    ordered = sorted(ranges)
    lowest = [low for _, low, _ in ordered]
    for at in range(len(lowest) - 2, -1, -1):
        lowest[at] = min(lowest[at], lowest[at + 1])
    groups, highest = min(len(ordered), 1), float("-inf")
    for (value, _, high), (after, *_), low in zip(ordered, ordered[1:], lowest[1:], strict=False):
        highest = max(highest, high)
        groups += after > highest and value < low
    return groups


def find_disputed(series: Series) -> Iterator[tuple[Point, int]]:
    """The totals that cannot hold beside others, each with how many other figures there are.

    0 where no other figure is given, and the one there is is denied.
    """
    said = [point for point in series.rivals if point.figure.claim.stance != "denied"]
    denied = [point for point in series.rivals if point.figure.claim.stance == "denied"]
    others = count_conflict([_range(point.figure.quantity) for point in said]) - 1
    for point in series.rivals:
        if point in said and others > 0:
            yield point, others
        elif any(
            _relation(point.figure, other.figure) == "contradicts"
            for other in (denied if point in said else said)
        ):
            yield point, 0


def _range(quantity: Quantity) -> tuple[float, float, float]:
    return (quantity.value or 0.0, *possible(quantity))


def _telling(figure: Figure) -> tuple[date, str, int]:
    claim = figure.claim
    return told(claim) or date.min, claim.document, figure.quantity.span.start


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures that can be compared with each other, directly or through others."""
    whole = any(not _is_aside(figure) for figure in figures)
    above = list(range(len(figures)))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for one, other in combinations(range(len(figures)), 2):
        if top(one) != top(other) and _meet(figures[one], figures[other], whole=whole):
            above[top(other)] = top(one)
    groups: dict[int, list[Figure]] = {}
    for at, figure in enumerate(figures):
        groups.setdefault(top(at), []).append(figure)
    yield from groups.values()


def _meet(one: Figure, other: Figure, *, whole: bool) -> bool:
    """Whether two figures belong to one series; whole: whether there is a total over all places."""
    if not whole and are_elsewhere(one.claim, other.claim):
        return False
    return can_meet(one.claim, one.quantity, other.claim, other.quantity)


def _relation(one: Figure, other: Figure) -> RelationKind | None:
    found = relate_figures(one.claim, one.quantity, other.claim, other.quantity)
    return found.kind if found else None


def _is_aside(figure: Figure) -> bool:
    """Whether the words make it a part, or it is counted at one place of many."""
    return figure.quantity.part or (bool(figure.quantity.actor) and is_local(figure.claim))


def _one_series(figures: Sequence[Figure]) -> Series:
    totals = [figure for figure in figures if not _is_aside(figure)]
    points = tuple(_point(at, figures, totals) for at in range(len(figures)))
    rivals = [point.figure for point in points if point.role == "rival"]
    said = [one.quantity for one in rivals if one.claim.stance != "denied"]
    conflict = count_conflict([_range(one) for one in said])
    if len(said) < len(rivals) and any(
        _relation(one, other) == "contradicts"
        for one, other in combinations(rivals, 2)
        if "denied" in (one.claim.stance, other.claim.stance)
    ):
        conflict += 1
    first = figures[0].quantity
    return Series(
        thing=first.thing,
        state=first.state,
        actor=first.actor,
        counted=_counted(rivals or figures),
        points=points,
        conflict=max(conflict, 1),
        witnesses=len({point.root for point in points}),
    )


def _point(at: int, figures: Sequence[Figure], totals: Sequence[Figure]) -> Point:
    figure = figures[at]
    role, why = _role(at, figures, totals)
    return Point(figure, role, root_key(figure.claim), why)


def _role(at: int, figures: Sequence[Figure], totals: Sequence[Figure]) -> tuple[PointRole, str]:
    figure = figures[at]
    if figure.quantity.part and len(figures) > 1:
        return "part", "the words make it a part"
    if totals and _is_aside(figure):
        names = ", ".join(dict.fromkeys(place.name for place in places_of(figure.claim)))
        largest = max(possible(one.quantity)[1] for one in totals)
        if (figure.quantity.value or 0.0) <= largest:
            return "part", f"counted at {names} alone"
        return "rival", f"more at {names} alone than others count in all"
    for other in figures:
        if other is not figure and not _is_aside(other) and _is_inside(figure, other):
            return "part", "its place lies inside the other’s"
    for later in figures[at + 1 :]:
        if figure.claim.stance != "denied" and _relation(figure, later) == "differs in stage":
            return "stage", _stage_words(figure, later)
    if figure.claim.stance == "denied":
        return "rival", "this figure is denied"
    return "rival", "a total"


def _is_inside(figure: Figure, other: Figure) -> bool:
    found = relate_figures(figure.claim, figure.quantity, other.claim, other.quantity)
    return found is not None and found.kind == "part of" and found.one == figure.claim.id


def _stage_words(figure: Figure, later: Figure) -> str:
    if root_key(figure.claim) == root_key(later.claim):
        return f"the same source’s other figure: {show_figure(later.quantity)} follows"
    return f"a later toll is higher: {show_figure(later.quantity)}"


def _counted(figures: Sequence[Figure]) -> str:
    """What is counted, in the words most used, those that name the actor before those that don't.

    Of equals the first told.
    """
    first = figures[0].quantity
    words = Counter(one.quantity.counted for one in figures if one.quantity.counted)
    named = Counter({name: times for name, times in words.items() if not name.islower()})
    chosen = (named if first.actor and named else words).most_common(1)
    counted = chosen[0][0] if chosen else first.thing
    return counted if not first.state or first.state in counted else f"{counted} {first.state}"
