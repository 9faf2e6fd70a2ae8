"""Columns are the same in however many pieces their claims come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np

from claimmap.model import Place
from claimmap.view.columns import Columns, pack_columns
from claimmap.view.gathering import drop_numbers, join_columns, name_sources, read_columns
from tests.view.rows import a_place, at, columns_of, dated, many_rows, row


def batched(rows: Iterable[Any], size: int) -> Iterable[Sequence[Any]]:
    waiting = iter(rows)
    while some := list(islice(waiting, size)):
        yield some


def same(one: Columns, other: Columns) -> bool:
    return pack_columns(one) == pack_columns(other) and bool(np.all(one.number == other.number))


def places_of(ids: Iterable[int]) -> list[Place]:
    return [a_place(id_) for id_ in ids]


def test_a_claim_whose_rows_come_in_two_batches_is_one_claim() -> None:
    rows = list(many_rows(1, 200))
    whole = columns_of(rows)
    for size in (1, 2, 7):
        assert same(read_columns(batched(rows, size), places_of), whole)


def test_parts_join_to_what_would_have_been_read_at_once() -> None:
    rows = list(many_rows(2, 300))
    for cut in (0, 1, 150, 300):
        parts = [
            columns_of([one for one in rows if one[0] <= cut]),
            columns_of([one for one in rows if one[0] > cut]),
        ]
        assert same(join_columns(parts), columns_of(rows))


def test_what_is_dropped_leaves_no_name_behind() -> None:
    rows = list(many_rows(3, 200, places=90, sources=90))
    thinned = join_columns([drop_numbers(columns_of(rows), [(1, 20), (50, 199), (7000, 8000)])])
    assert same(thinned, columns_of([one for one in rows if 20 < one[0] < 50 or one[0] == 200]))


def test_nothing_is_copied_where_nothing_is_dropped() -> None:
    columns = columns_of(many_rows(4, 20))
    assert drop_numbers(columns, [(500, 600)]) is columns


def test_a_place_is_as_it_was_told_last() -> None:
    old = columns_of([row(**at(1))], a_place(1, "Oldtown"))
    new = columns_of([row(number=2, **at(1))], a_place(1, "Newtown"))
    assert [place.name for place in join_columns([old, new]).places] == ["Newtown"]


def test_an_earlier_day_and_a_new_name_change_no_other_claim() -> None:
    old = columns_of([row(source="b", **dated("2024-03-08"))])
    new = columns_of([row(number=2, source="a", **dated("0044-03-15"))])
    joined = join_columns([old, new])
    assert [joined.sources[code] for code in joined.source] == ["b", "a"]
    assert joined.event_first[0] == old.event_first[0]


def test_a_source_goes_by_one_name_over_all_reports() -> None:
    columns = columns_of([row(source="NWA"), row(number=2, source="National Weather Agency")])
    named = name_sources(columns, {"NWA": "National Weather Agency"})
    assert named.sources == ("National Weather Agency",)
    assert named.source.tolist() == [0, 0]
