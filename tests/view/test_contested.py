"""Which figures stand on one shelf, in which order, held against comparing them one by one."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from claimmap.model import Bound, Quantity, Source, SourceKind, Span
from claimmap.relate.counts import possible
from claimmap.relate.series import count_conflict
from claimmap.store import FigureRow
from claimmap.view.columns import Array, Columns
from claimmap.view.contested import make_shelves
from claimmap.view.series import Figures, read_figures
from tests.view.rows import at, columns_of, row

Told = dict[str, Any]


def a_quantity(value: float, **fields: Any) -> Quantity:
    bound: Bound = fields.pop("bound", "=")
    given = {"thing": "soldier", "actor": "Ruthenia", **fields}
    return Quantity(Span(0, 1), value, None, None, bound == "~", bound, "soldier", **given)


def figures_of(claims: Iterable[Told], held: Figures | None = None, after: int = 0) -> Figures:
    """Figures of claims told as fields: who, value, day, place, document, stance, kind."""
    listed = list(claims)
    rows = [row(number=number, **_row(one)) for number, one in enumerate(listed, 1)]
    told = [_figure(number, one) for number, one in enumerate(listed, 1)]
    columns: Columns = columns_of(rows)
    return read_figures(lambda last: [one for one in told if one.number > last], columns, {}, held)


def _row(one: Told) -> Told:
    said = date(2024, 3, 1) + timedelta(days=one.get("day", 0))
    place = at(one["place"]) if "place" in one else {}
    return {
        "source": one.get("who", "A"),
        "stance": one.get("stance", "asserted"),
        "statement_first": said,
        "statement_last": said,
        **place,
    }


def _figure(number: int, one: Told) -> FigureRow:
    kind: SourceKind = one.get("kind", "company")
    known = ("who", "value", "day", "place", "document", "stance", "kind", "relay")
    fields = {name: value for name, value in one.items() if name not in known}
    report = one.get("document", f"d{number}")
    return FigureRow(
        number,
        report,
        Source(one.get("who", "A Corp"), kind),
        one.get("relay", ""),
        (a_quantity(one["value"], **fields),),
    )


def shelves_of(figures: Figures) -> list[tuple[list[float], int, int]]:
    """Of each shelf its values, how many are in conflict, and how many witnesses there are."""
    shelves = make_shelves(figures, np.ones(len(figures.columns), dtype=bool))
    return [
        (
            figures.value[shelves.members(shelf)].tolist(),
            int(shelves.conflict[shelf]),
            int(shelves.witnesses[shelf]),
        )
        for shelf in range(len(shelves))
    ]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], []),
        (
            [{"who": "Acme", "value": 5}, {"who": "Bolt", "value": 9}],
            [([5, 9], 2, 2)],
        ),
        # one witness changes its figure, two do not
        ([{"who": "Acme", "value": 5}, {"who": "Acme", "value": 9, "day": 1}], [([5, 9], 1, 1)]),
        # a toll grows
        (
            [
                {"who": "Acme", "value": 5, "state": "killed"},
                {"who": "Bolt", "value": 9, "state": "killed", "day": 1},
            ],
            [([5, 9], 1, 2)],
        ),
        (
            [
                {"who": "Acme", "value": 9, "state": "killed"},
                {"who": "Bolt", "value": 5, "state": "killed", "day": 1},
            ],
            [([9, 5], 2, 2)],
        ),
        # a part, and a denial, are no rivals
        (
            [{"who": "Acme", "value": 5}, {"who": "Bolt", "value": 9, "part": True}],
            [([5, 9], 1, 2)],
        ),
        (
            [{"who": "Acme", "value": 5}, {"who": "Bolt", "value": 9, "stance": "denied"}],
            [([5, 9], 1, 2)],
        ),
        # other actors, other things, other months, other kinds of number
        (
            [{"who": "Acme", "value": 5}, {"who": "Bolt", "value": 9, "actor": "Ardenia"}],
            [([9], 1, 1), ([5], 1, 1)],
        ),
        ([{"value": 5}, {"value": 9, "thing": "boat"}], None),
        ([{"value": 5}, {"value": 9, "day": 80}], None),
        ([{"value": 5}, {"value": 9, "bound": "up"}], None),
        # without an actor, of one place, or of reports of one place
        ([{"value": 5, "actor": "", "place": 1}, {"value": 9, "actor": "", "place": 2}], None),
        ([{"value": 5, "actor": ""}, {"value": 9, "actor": ""}], None),
        (
            [
                {"who": "Acme", "value": 5, "actor": "", "place": 1},
                {"who": "Bolt", "value": 9, "actor": "", "place": 1},
            ],
            [([5, 9], 2, 2)],
        ),
    ],
)
def test_figures_stand_together_that_may_be_compared(
    claims: list[Told], expected: list[tuple[list[float], int, int]] | None
) -> None:
    found = shelves_of(figures_of(claims))
    if expected is None:
        assert sorted(values for values, _, _ in found) == [[5], [9]]
    else:
        assert sorted(found) == sorted(expected)


def test_a_figure_without_a_place_has_that_of_its_report() -> None:
    claims = [
        {"who": "Acme", "value": 5, "actor": "", "place": 1, "document": "a"},
        {"who": "Bolt", "value": 7, "actor": "", "document": "b"},
        {"who": "Bolt", "value": 3, "actor": "Ardenia", "place": 1, "document": "b"},
    ]
    assert ([5, 7], 2, 2) in shelves_of(figures_of(claims))


def test_what_is_shown_alone_is_compared() -> None:
    figures = figures_of([{"who": name, "value": 5 + at} for at, name in enumerate("ABC")])
    shelves = make_shelves(figures, np.array([True, False, True]))
    assert figures.value[shelves.members(0)].tolist() == [5, 7]


def test_the_most_contested_shelf_comes_first() -> None:
    calm = [{"who": f"S{at}", "value": 4, "thing": "boat"} for at in range(6)]
    rivals = [{"who": f"S{at}", "value": 10**at, "thing": "bridge"} for at in range(3)]
    found = shelves_of(figures_of([*calm, *rivals, {"value": 1, "thing": "ship"}]))
    assert [conflict for _, conflict, _ in found] == [3, 1, 1]
    assert [witnesses for _, _, witnesses in found] == [3, 6, 1]


@pytest.mark.parametrize("seed", range(20))
def test_conflict_is_counted_as_by_hand(seed: int) -> None:
    rng = random.Random(seed)
    bounds: tuple[Bound, ...] = ("=", "~", "<", ">")
    claims: list[Told] = [
        {
            "who": f"Source {at}",
            "value": rng.choice([5, 10, 10.3, 20, 100, 104, 500]),
            "bound": rng.choice(bounds),
            "thing": rng.choice(["boat", "bridge", "ship"]),
        }
        for at in range(rng.randrange(1, 25))
    ]
    by_hand: dict[str, list[tuple[float, float, float]]] = {}
    for one in claims:
        quantity = a_quantity(one["value"], bound=one["bound"])
        by_hand.setdefault(one["thing"], []).append((one["value"], *possible(quantity)))
    expected = sorted(map(count_conflict, by_hand.values()))
    assert sorted(conflict for _, conflict, _ in shelves_of(figures_of(claims))) == expected


def test_what_was_read_is_not_read_again() -> None:
    claims: list[Told] = [
        {"who": f"Source {at % 3}", "value": at, "document": "d"} for at in range(9)
    ]
    held = figures_of(claims[:5])
    asked: list[int] = []
    told = [_figure(number, one) for number, one in enumerate(claims, 1)]
    rows = [row(number=number, **_row(one)) for number, one in enumerate(claims, 1)]

    def figures_after(last: int) -> list[FigureRow]:
        asked.append(last)
        return [one for one in told if one.number > last]

    grown = read_figures(figures_after, columns_of(rows), {}, held)
    anew = figures_of(claims)
    assert asked == [5]
    assert grown.value.tolist() == anew.value.tolist()
    assert grown.root.tolist() == anew.root.tolist()


def test_a_claim_that_is_gone_has_no_figure() -> None:
    claims: list[Told] = [{"value": at} for at in range(4)]
    held = figures_of(claims)
    kept = [row(number=number, **_row(claims[number - 1])) for number in (2, 4)]
    found = read_figures(lambda _: [], columns_of(kept), {}, held)
    assert found.value.tolist() == [1, 3]
    assert found.claim.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("claims", "witnesses"),
    [
        ([{"who": "Acme"}, {"who": "Acme"}], 1),
        ([{"who": "Acme"}, {"who": "ACME"}], 1),
        ([{"who": "sources", "kind": "unidentified"}] * 2, 2),
        ([{"who": "sources", "kind": "unidentified", "document": "d"}] * 2, 1),
        ([{"who": "sources", "kind": "unidentified", "relay": "The Gazette"}] * 2, 1),
        ([{"who": "police", "place": 1}, {"who": "police", "place": 6}], 1),
    ],
)
def test_independent_sources_are_counted_by_their_roots(claims: list[Told], witnesses: int) -> None:
    figures = figures_of([{"value": 1, **one} for one in claims])
    everybody: Array = np.arange(len(claims))
    assert figures.witnesses(everybody) == witnesses
