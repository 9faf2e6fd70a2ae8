"""Which claims a page of a list holds."""

from __future__ import annotations

from typing import Any

import pytest

from claimmap.view.frames import claims_frame
from claimmap.view.lists import place_groups, placed_rows, sorted_rows, unplaced_claims

PORTO = (1, "Porto", "PT", "city", 41.1, -8.6, "scene", 0.9, 0.0)
LAGOS = (2, "Lagos", "PT", "city", 37.1, -8.7, "scene", 0.9, 0.0)
NOWHERE = (None,) * 9


def make_frame(*claims: tuple[str, str | None, tuple[Any, ...]]) -> Any:
    def row(name: str, day: str | None, place: tuple[Any, ...]) -> tuple[Any, ...]:
        about = (name, "d", "o", f"source of {name}", "person", "asserted", "2024-03-06")
        return (*about, day, day, None, None, *place)

    return claims_frame(row(*claim) for claim in claims)


FRAME = make_frame(
    ("a", "2024-03-01", LAGOS),
    ("b", "2024-03-02", PORTO),
    ("b", "2024-03-02", LAGOS),
    ("c", "2024-03-03", PORTO),
    ("d", None, PORTO),
    ("e", "2024-03-05", NOWHERE),
    ("f", "2024-03-09", NOWHERE),
)


def listed(start: int = 0, size: int = 10) -> list[tuple[str, tuple[str, ...], bool]]:
    groups = place_groups(placed_rows(FRAME), "event", start, size)
    return [(group.name, group.claims, group.begins) for group in groups]


def test_the_place_with_most_claims_comes_first_and_its_newest_claim() -> None:
    assert listed() == [("Porto", ("c", "b", "d"), True), ("Lagos", ("b", "a"), True)]


@pytest.mark.parametrize(
    ("start", "page"),
    [
        (0, [("Porto", ("c", "b"), True)]),
        (2, [("Porto", ("d",), False), ("Lagos", ("b",), True)]),
        (4, [("Lagos", ("a",), False)]),
    ],
)
def test_a_place_goes_on_over_pages(start: int, page: list[Any]) -> None:
    assert listed(start, 2) == page


def test_the_pages_hold_each_claim_at_each_of_its_places_once() -> None:
    assert len(placed_rows(FRAME)) == 5
    pages = [claim for start in range(0, 5, 2) for one in listed(start, 2) for claim in one[1]]
    assert sorted(pages) == ["a", "b", "b", "c", "d"]


def test_a_claim_in_two_roles_at_a_place_stands_there_once() -> None:
    frame = make_frame(("a", None, PORTO), ("a", None, (*PORTO[:6], "origin", 0.9, 0.0)))
    (group,) = place_groups(placed_rows(frame), "event", 0, 10)
    assert (group.claims, group.total) == (("a",), 1)


def test_claims_without_a_place_are_newest_first() -> None:
    assert unplaced_claims(FRAME, "event") == ["f", "e"]


def test_an_empty_frame_has_no_groups() -> None:
    empty = claims_frame([])
    assert list(place_groups(placed_rows(empty), "event", 0, 10)) == []
    assert unplaced_claims(empty, "event") == []


@pytest.mark.parametrize(
    ("column", "ascending", "first", "last"),
    [
        ("event_first", True, "a", "d"),
        ("event_first", False, "f", "d"),
        ("source", False, "f", "a"),
        ("place_name", True, "a", "f"),
    ],
)
def test_rows_are_sorted_with_empty_values_last(
    column: str, ascending: bool, first: str, last: str
) -> None:
    rows = list(sorted_rows(FRAME, column, ascending=ascending)["claim"])
    assert (rows[0], rows[-1]) == (first, last)
