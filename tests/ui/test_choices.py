"""What the filter's fields offer, and what can be typed into them."""

from __future__ import annotations

import pytest

from claimmap.ui.choices import OFFERED, Choices, make_choices, offered_names, offered_places
from tests.view.rows import a_place, at, columns_of, row

PLACES = (
    a_place(1, "Lagos", address="Faro, Portugal"),
    a_place(2, "Lagos", address="Nigeria"),
    a_place(3, "Lagos", address="Nigeria"),
    a_place(4, "Łódź", address="Poland"),
)


def choices_of(*places: int) -> Choices:
    rows = [row(number=n, source=f"s{place}", **at(place)) for n, place in enumerate(places)]
    return make_choices(columns_of(rows, *PLACES))


def test_the_most_frequent_come_first() -> None:
    choices = choices_of(4, 2, 4, 2, 4, 1)
    assert choices.sources == ("s4", "s2", "s1")
    assert list(choices.places) == [4, 2, 1]


def test_no_label_stands_twice() -> None:
    labels = choices_of(1, 2, 3).places
    assert sorted(labels.values()) == [
        "Lagos, Faro, Portugal",
        "Lagos, Nigeria",
        "Lagos, Nigeria (3)",
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Lagos, Nigeria", [2]),
        (" lagos ", [2, 1, 3]),
        ("ŁÓDŹ", [4]),
        ("łó", [4]),
        ("la", [2]),
        ("Nowhere", []),
        ("", []),
        (", ", []),
    ],
)
def test_a_place_is_found_by_its_label_its_name_or_their_beginning(
    typed: str, found: list[int]
) -> None:
    assert choices_of(2, 2, 1, 3, 4).find_places(typed) == found


def test_only_the_frequent_are_sent_and_what_is_chosen() -> None:
    many = list(range(1, 2 * OFFERED))
    rows = [row(number=n, source=f"s{n}", **at(n)) for n in many]
    choices = make_choices(columns_of(rows))
    offered = offered_places(choices, [many[-1]])
    assert len(offered) == OFFERED + 1
    assert many[-1] in offered
    names = offered_names([f"s{n}" for n in range(9_000)], ["s8999", "nobody"])
    assert names[-1] == "s8999"
    assert len(names) < 9_000
