"""Series: which figures meet, and what each is to the others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claimmap.model import (
    Attribution,
    Bound,
    Claim,
    Interval,
    Place,
    Quantity,
    Source,
    Span,
    Stance,
    Toponym,
)
from claimmap.relate.counts import possible
from claimmap.relate.roots import root_key, share_root
from claimmap.relate.series import Figure, Series, count_conflict, find_disputed, make_series
from claimmap.relate.telling import tell_series

DAY = date(2024, 5, 2)
LYON = Place(1, "Lyon", "FR", "city", 45.7, 4.8)
PARIS = Place(2, "Paris", "FR", "city", 48.9, 2.3)


def figure(
    who: str,
    value: float,
    *,
    bound: Bound = "=",
    after: int = 0,
    document: str = "",
    actor: str = "Ruthenia",
    thing: str = "soldier",
    state: str = "",
    unit: str = "soldier",
    at: Place | None = None,
    stance: Stance = "asserted",
    part: bool = False,
    through: str = "",
    kind: Any = "government",
) -> Figure:
    """What ``who`` says so many days after the first; through: who relays it."""
    said = DAY + timedelta(days=after)
    report = document or f"{who}{after}"
    exact = bound == "="
    quantity = Quantity(
        span=Span(0, 1),
        value=value,
        lower=value if exact else None,
        upper=value if exact or bound == "<" else None,
        approximate=bound == "~",
        bound=bound,
        unit=unit,
        counted=f"Ruthenian {unit}s",
        thing=thing,
        state=state,
        actor=actor,
        part=part,
    )
    root = Source(who, kind)
    links = [root, *([Source(through, "media")] if through else []), Source("The Wire", "media")]
    claim = Claim(
        id=f"{report} {who} {value} {after}",
        document=report,
        sentence=Span(0, 9),
        content=(Span(0, 9),),
        attribution=Attribution(links[-2], (), (Span(0, 9),), "indirect", tuple(links)),
        chain=tuple(links),
        stance=stance,
        hedges=(),
        event=Interval(said, said, 1, ""),
        statement=Interval(said, said, 1, ""),
        toponyms=(Toponym(Span(0, 1), "scene", (), at, 0.9),) if at else (),
        quantities=(quantity,),
    )
    return Figure(claim, quantity)


def roles(series: Series) -> list[tuple[float, str]]:
    return [(point.figure.quantity.value or 0, point.role) for point in series.points]


@pytest.mark.parametrize(
    ("figures", "expected", "conflict"),
    [
        ([figure("A", 1500), figure("B", 12000)], [(1500, "rival"), (12000, "rival")], 2),
        ([figure("A", 1500), figure("B", 1500)], [(1500, "rival"), (1500, "rival")], 1),
        ([figure("A", 1500, bound="~"), figure("B", 1540)], None, 1),
        ([figure("A", 1500, bound="~"), figure("B", 1700)], None, 2),
        ([figure("A", 8000, bound="<"), figure("B", 300)], None, 1),
        ([figure("A", 8000, bound=">"), figure("B", 300)], None, 2),
        # a part is no rival, and neither is what is counted at one place of many
        (
            [figure("A", 9000), figure("B", 600, part=True)],
            [(9000, "rival"), (600, "part")],
            1,
        ),
        ([figure("A", 9000), figure("B", 600, at=LYON)], [(9000, "rival"), (600, "part")], 1),
        ([figure("A", 90), figure("B", 600, at=LYON)], [(90, "rival"), (600, "rival")], 2),
        # one source that gives another figure later has changed it
        ([figure("A", 10), figure("A", 12, after=1)], [(10, "stage"), (12, "rival")], 1),
        # a toll that grew, and one that did not
        (
            [figure("A", 10, state="killed"), figure("B", 12, after=1, state="killed")],
            [(10, "stage"), (12, "rival")],
            1,
        ),
        (
            [figure("A", 12, state="killed"), figure("B", 10, after=1, state="killed")],
            [(12, "rival"), (10, "rival")],
            2,
        ),
        # who denies a figure is in conflict with those that give it, and gives none
        ([figure("A", 10), figure("B", 10, stance="denied")], None, 2),
        ([figure("A", 10), figure("B", 12, stance="denied")], None, 1),
    ],
)
def test_each_point_has_the_role_a_reader_would_give(
    figures: list[Figure], expected: list[tuple[float, str]] | None, conflict: int
) -> None:
    (series,) = make_series(figures)
    assert series.conflict == conflict
    if expected:
        assert roles(series) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("A", 10), figure("B", 12, thing="container", unit="container")),
        (figure("A", 10, unit="ballistic missile"), figure("B", 12, unit="cruise missile")),
        (figure("A", 10), figure("B", 12, after=90)),
        (figure("A", 10, at=LYON), figure("B", 12, at=PARIS)),
        (figure("A", 10, bound="up"), figure("B", 12)),
    ],
)
def test_what_cannot_be_compared_makes_series_of_its_own(one: Figure, other: Figure) -> None:
    assert len(make_series([one, other])) == 2


def test_the_most_contested_comes_first() -> None:
    calm = [figure(name, 7, thing="boat") for name in "ABC"]
    found = make_series([*calm, figure("A", 1), figure("B", 20)])
    assert [series.thing for series in found] == ["soldier", "boat"]


def test_two_papers_with_one_source_are_one_witness() -> None:
    told = [figure("A", 10, document="d1"), figure("A", 10, document="d2"), figure("B", 12)]
    (series,) = make_series(told)
    assert (len(series.points), series.witnesses) == (3, 2)


@pytest.mark.parametrize(
    ("name", "kind", "witnesses"),
    [("Health Ministry of Ruthenia", "government", 1), ("residents", "unidentified", 2)],
)
def test_a_witness_without_a_name_is_each_reports_own(name: str, kind: str, witnesses: int) -> None:
    one, other = (figure(name, 10, kind=kind, document=paper).claim for paper in ("d1", "d2"))
    assert len({root_key(one), root_key(other)}) == witnesses
    assert share_root(one, other) == (witnesses == 1)


def test_the_line_says_who_gives_which_figure() -> None:
    (series,) = make_series(
        [
            figure(
                "unidentified sources", 12000, bound="~", through="Coast Media", stance="alleged"
            ),
            figure("Intelligence Service", 1500),
        ]
    )
    assert tell_series(series) == (
        "Intelligence Service: 1,500; Coast Media, citing unidentified sources: about 12,000"
        " (alleged)."
    )


@pytest.mark.parametrize(
    ("figures", "groups"),
    [
        ([], 0),
        ([(5, "=")], 1),
        ([(5, "="), (5, "=")], 1),
        ([(5, "="), (6, "=")], 2),
        ([(1500, "="), (10000, "="), (11000, "~"), (12000, "~")], 4),
        ([(100, "~"), (103, "~"), (200, "=")], 2),
        ([(100, ">"), (500, "="), (900, "=")], 1),
    ],
)
def test_figures_in_conflict_are_counted_by_groups(
    figures: list[tuple[float, Bound]], groups: int
) -> None:
    quantities = [figure("A", value, bound=bound).quantity for value, bound in figures]
    ranges = [(one.value or 0.0, *possible(one)) for one in quantities]
    assert count_conflict(ranges) == groups


def test_what_is_disputed_is_told_with_how_many_others_there_are() -> None:
    (series,) = make_series(
        [
            figure("A", 10),
            figure("B", 20),
            figure("C", 30),
            figure("C", 30, document="d9"),
            figure("D", 4, part=True),
        ]
    )
    found = [(point.figure.quantity.value, others) for point, others in find_disputed(series)]
    assert found == [(10, 2), (20, 2), (30, 2), (30, 2)]


def test_a_denial_disputes_just_the_figure_that_it_denies() -> None:
    (series,) = make_series(
        [figure("A", 10), figure("B", 10.2, bound="~"), figure("C", 10, stance="denied")]
    )
    assert [others for _, others in find_disputed(series)] == [0, 0, 0]
    (series,) = make_series([figure("A", 10), figure("B", 10)])
    assert list(find_disputed(series)) == []
