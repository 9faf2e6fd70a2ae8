"""Which claims a page of a list or a table holds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from claimmap.view.columns import Columns
from claimmap.view.lists import (
    Order,
    place_totals,
    row_keys,
    sorted_rows,
    table_rows,
)
from tests.view.rows import a_place, at, columns_of, dated, row

PORTO, LAGOS = at(1), at(2)
NAMES = (a_place(1, "Porto"), a_place(2, "Lagos"))


def make_columns(*claims: tuple[str | None, list[dict[str, Any]]]) -> Columns:
    rows = [
        row(number=number, source=f"source {number}", **dated(day), **place)
        for number, (day, places) in enumerate(claims)
        for place in places or [{}]
    ]
    return columns_of(rows, *NAMES)


COLUMNS = make_columns(
    ("2024-03-01", [LAGOS]),
    ("2024-03-02", [PORTO, LAGOS]),
    ("2024-03-03", [PORTO]),
    (None, [PORTO]),
    ("2024-03-05", []),
    ("2024-03-09", []),
)


def everything(columns: Columns) -> Any:
    return np.ones(len(columns), dtype=bool)


def test_only_claims_shown_are_counted() -> None:
    shown = np.array([True, False, False, True, False, True])
    assert place_totals(COLUMNS, shown).tolist() == [1, 1]


def test_a_claim_in_two_roles_at_a_place_stands_there_once() -> None:
    columns = make_columns((None, [at(1, role="origin"), PORTO]))
    assert place_totals(columns, everything(columns)).tolist() == [1]
    assert len(table_rows(columns, everything(columns))) == 2


def test_an_empty_store_has_no_rows() -> None:
    empty = columns_of([])
    rows = sorted_rows(empty, table_rows(empty, everything(empty)), "place", ascending=True)
    assert list(row_keys(empty, rows)) == []


def test_the_table_has_a_row_for_each_place_and_one_for_none() -> None:
    shown = np.array([True, True, False, False, True, False])
    rows = table_rows(COLUMNS, shown)
    assert list(row_keys(COLUMNS, rows)) == [
        (0, 2, "scene"),
        (1, 1, "scene"),
        (1, 2, "scene"),
        (4, None, None),
    ]
    assert list(row_keys(COLUMNS, rows.page(1, 2))) == [(1, 1, "scene"), (1, 2, "scene")]


@pytest.mark.parametrize(
    ("by", "ascending", "expected"),
    [
        ("event_first", True, [0, 1, 1, 2, 4, 5, 3]),
        ("event_first", False, [5, 4, 2, 1, 1, 0, 3]),
        ("source", False, [5, 4, 3, 2, 1, 1, 0]),
        ("place", True, [0, 1, 1, 2, 3, 4, 5]),
        ("place", False, [1, 2, 3, 0, 1, 4, 5]),
    ],
)
def test_rows_are_sorted_with_empty_values_last(
    by: Order, ascending: bool, expected: list[int]
) -> None:
    rows = sorted_rows(COLUMNS, table_rows(COLUMNS, everything(COLUMNS)), by, ascending=ascending)
    assert rows.claim.tolist() == expected
