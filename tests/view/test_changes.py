"""Where a figure differs from the one told before, and whose each of them is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimmap.model import Claim
from claimmap.view.changes import find_changes
from claimmap.view.contested import make_shelves
from claimmap.view.rows import ChangeRow
from tests.view.telling import Told, counting


def changes_of(*claims: Claim, page: list[int] | None = None) -> dict[int, list[ChangeRow]]:
    told = Told(claims)
    figures = told.figures
    asked = np.array(range(len(claims)) if page is None else page, dtype=np.int64)
    return find_changes(figures, make_shelves(figures), asked, told.claims, {})


def test_a_sources_new_figure_is_held_against_its_own_last_one() -> None:
    found = changes_of(
        counting(1, 10, "Acme"),
        counting(2, 50, "Bolt", day=1),
        counting(3, 20, "Acme", day=2),
    )
    assert found[2] == [
        {
            "own": True,
            "before": "10",
            "after": "20",
            "counted": "Ruthenian boats",
            "who_before": "Acme",
            "who": "Acme",
            "when_before": "1 March 2024",
        }
    ]


def test_anothers_figure_is_held_against_the_last_one_told() -> None:
    found = changes_of(
        counting(1, 10, "Acme"),
        counting(2, 20, "Bolt", day=1),
        counting(3, 30, "residents", day=2, kind="unidentified", relay="Wire", bound="~"),
    )
    assert 0 not in found
    (bolt,), (residents,) = found[1], found[2]
    assert (bolt["own"], bolt["before"], bolt["after"]) == (False, "10", "20")
    assert (residents["before"], residents["after"]) == ("20", "about 30")
    assert (residents["who_before"], residents["who"]) == ("Bolt", "Wire, citing residents")


@pytest.mark.parametrize(
    "claims",
    [
        (counting(1, 10, "Acme"), counting(2, 10, "Acme", day=1, relay="Wire")),
        (counting(1, 10, "Acme"), counting(2, 10, "Bolt", day=1)),
        (counting(1, 10, "Acme"), counting(2, 3, "Bolt", day=1, part=True)),
        (counting(1, 10, "Acme"), counting(2, 10, "Bolt", day=1, stance="denied")),
        (counting(1, 10, "Acme"), counting(2, 20, "Bolt", day=None)),
        (counting(1, 10, "Acme"), counting(2, 20, "Bolt", day=1, state="sunk")),
        (counting(1, 10, "Acme"), counting(2, 20, "Bolt", day=90)),
    ],
    ids=["repeated", "borne out", "a part", "denied", "no day", "other state", "long after"],
)
def test_what_says_nothing_new_or_cannot_be_compared_changes_nothing(
    claims: tuple[Claim, ...],
) -> None:
    assert changes_of(*claims) == {}


def test_a_figure_that_someone_gave_before_is_no_change() -> None:
    found = changes_of(
        counting(1, 10, "Acme"), counting(2, 20, "Bolt", day=1), counting(3, 10, "Cope", day=2)
    )
    assert set(found) == {1}


def test_another_kind_of_the_thing_is_passed_over() -> None:
    def of_kind(claim: Claim, unit: str) -> Claim:
        return replace(claim, quantities=(replace(claim.quantities[0], unit=unit),))

    found = changes_of(
        of_kind(counting(1, 10, "Acme"), "patrol boat"),
        of_kind(counting(2, 70, "Bolt", day=1), "fishing boat"),
        of_kind(counting(3, 30, "Cope", day=2), "patrol boat"),
    )
    assert set(found) == {2}
    assert found[2][0]["before"] == "10"


def test_only_the_claims_of_the_page_are_looked_into() -> None:
    claims = [counting(n, n * 10, f"Firm {n}", day=n) for n in range(1, 30)]
    told = Told(claims)
    figures = told.figures
    found = find_changes(figures, make_shelves(figures), np.array([28]), told.claims, {})
    assert set(found) == {28}
    assert found[28][0]["who_before"] == "Firm 28"
    assert len(told.asked) < 12


def test_a_claim_that_the_store_has_lost_changes_nothing() -> None:
    told = Told([counting(1, 10, "Acme"), counting(2, 20, "Bolt", day=1)])
    figures = told.figures
    del told.known[1]
    assert find_changes(figures, make_shelves(figures), np.array([1]), told.claims, {}) == {}


def test_nothing_changes_on_an_empty_page() -> None:
    assert changes_of(page=[]) == {}
