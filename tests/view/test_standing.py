"""Which claims are in conflict with others, and how many witnesses are behind them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimmap.model import Claim
from claimmap.view import standing
from claimmap.view.contested import make_shelves
from claimmap.view.standing import NONE, Standing, find_standing, told_standing
from tests.view.telling import Told, counting


def standing_of(*claims: Claim) -> Standing:
    told = Told(claims)
    figures = told.figures
    return find_standing(figures, make_shelves(figures), told.claims, {})


def test_totals_that_cannot_all_hold_are_in_conflict() -> None:
    found = standing_of(
        counting(1, 10, "Acme"), counting(2, 20, "Bolt"), counting(3, 20.5, "Cope", bound="~")
    )
    assert found.others.tolist() == [1, 1, 1]
    assert found.conflict(0) == {
        "others": 1,
        "words": "1 other figure",
        "link": "figures?series=1",
        "series": 1,
    }
    assert found.disputed(np.array([0, 1])) == 2
    assert np.unpackbits(np.frombuffer(found.bits, np.uint8), bitorder="little")[:3].all()


@pytest.mark.parametrize(
    "claims",
    [
        (counting(1, 10, "Acme"),),
        (counting(1, 10, "Acme"), counting(2, 10, "Bolt")),
        (counting(1, 10, "Acme"), counting(2, 10.2, "Bolt", bound="~")),
        (counting(1, 10, "Acme"), counting(2, 4, "Bolt", part=True)),
        (counting(1, 10, "Acme"), counting(2, 20, "Acme", day=1)),
        (counting(1, 10, "Acme"), counting(2, 20, "Bolt", actor="Moravia")),
        (counting(1, 10, "Acme"), counting(2, 20, "Bolt", day=90)),
    ],
    ids=["alone", "agree", "about", "part", "own later", "other actor", "long after"],
)
def test_what_can_hold_together_is_not(claims: tuple[Claim, ...]) -> None:
    found = standing_of(*claims)
    assert set(found.others.tolist()) == {NONE}
    assert found.conflict(0) is None
    assert found.disputed(np.arange(len(claims))) == 0


def test_a_replaced_figure_and_a_part_carry_no_badge_beside_rivals() -> None:
    found = standing_of(
        counting(1, 8, "Acme"),
        counting(2, 10, "Acme", day=1),
        counting(3, 20, "Bolt", day=1),
        counting(4, 3, "Bolt", day=1, part=True),
    )
    assert found.others.tolist() == [NONE, 1, 1, NONE]


def test_a_denial_and_what_it_denies_stand_against_each_other() -> None:
    found = standing_of(counting(1, 10, "Acme"), counting(2, 10, "Bolt", stance="denied"))
    assert found.others.tolist() == [0, 0]
    told = found.conflict(0)
    assert told is not None
    assert told["words"] == "said and denied"


def test_another_kind_of_the_thing_is_no_rival() -> None:
    """The shelves cannot tell them apart; comparing them one by one does."""
    fishing, war = counting(1, 10, "Acme"), counting(2, 90, "Bolt")

    def of_kind(claim: Claim, unit: str) -> Claim:
        return replace(claim, quantities=(replace(claim.quantities[0], unit=unit),))

    found = standing_of(of_kind(fishing, "fishing boat"), of_kind(war, "patrol boat"))
    assert found.others.tolist() == [NONE, NONE]


def test_past_the_effort_numbers_and_days_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "_EFFORT", 0)
    told = Told([counting(1, 10, "Acme"), counting(2, 20, "Bolt"), counting(3, 5, "Bolt", day=-1)])
    figures = told.figures
    found = find_standing(figures, make_shelves(figures), told.claims, {})
    assert found.others.tolist() == [1, 1, NONE]
    assert not told.asked


def test_one_root_is_one_witness_however_many_carry_it() -> None:
    found = standing_of(
        counting(1, 10, "Acme"),
        counting(2, 10, "Acme", relay="Wire"),
        counting(3, 10, "sources", kind="unidentified", relay="Wire"),
        counting(4, 10, "sources", kind="unidentified"),
    )
    assert found.witnesses(np.arange(4)) == 3
    assert found.witnesses(np.array([0, 1])) == 1
    assert found.witnesses(np.array([], dtype=int)) == 0


def test_rows_are_told_how_they_stand_where_that_is_known() -> None:
    found = standing_of(counting(1, 10, "Acme"), counting(2, 20, "Bolt"))
    rows = list(told_standing([{}, {}], [0, 1], found))  # type: ignore[typeddict-item]
    assert [row["conflict"] is not None for row in rows] == [True, True]
    assert rows[0]["witness"] != rows[1]["witness"]
    assert list(told_standing([{}], [0], None)) == [{}]  # type: ignore[typeddict-item]


def test_a_store_without_claims_has_nothing_in_conflict() -> None:
    found = standing_of()
    assert len(found.others) == 0
    assert found.bits == b""
