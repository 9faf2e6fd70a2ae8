"""The claims of a place and of a way, newest first."""

from __future__ import annotations

import numpy as np
import pytest

from claimmap.view.places import Drawn, drawn_as, movements, newest_first, place_row
from tests.view.rows import a_place, at, columns_of, dated, row


def test_a_place_is_told_as_plain_values() -> None:
    place = a_place(7, "Lyon", kind="city")
    assert place_row(place) == {"id": 7, "name": "Lyon", "country": "FR", "kind": "city"}


def test_claims_come_newest_first_and_undated_ones_last() -> None:
    columns = columns_of(
        [
            row(number=1, **dated("2024-01-01")),
            row(number=2),
            row(number=3, **dated("2024-02-01", None)),
            row(number=4, **dated("2024-03-01")),
            row(number=5, **dated("2024-02-20", "2024-03-01")),
        ]
    )
    assert newest_first(columns, np.arange(5), "event").tolist() == [3, 4, 2, 0, 1]
    assert newest_first(columns, np.array([0, 2]), "event").tolist() == [2, 0]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [(None, [0, 1, 2]), ("solid", [0]), ("dashed", [1]), ("crossed", [2])],
)
def test_a_way_has_the_claims_that_lead_from_here_to_there(
    drawn: Drawn | None, expected: list[int]
) -> None:
    way = (at(1, role="origin"), at(2, role="destination"))
    stances = ("asserted", "planned", "denied")
    rows = [row(number=n, stance=stance, **end) for n, stance in enumerate(stances) for end in way]
    back = [row(number=7, **at(1, role="destination")), row(number=7, **at(2, role="origin"))]
    near = [row(number=8, **at(1, role="origin")), row(number=8, **at(2))]
    columns = columns_of([*rows, *back, *near])
    assert drawn_as(columns, movements(columns, 0, 1), drawn).tolist() == expected
