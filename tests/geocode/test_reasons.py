"""Why a place was chosen, in one line."""

from __future__ import annotations

import pytest

REASONS = [
    ("Trains stopped in [Paris], [Texas].", "stated beside the name"),
    ("Ukrainian officers said the road to [Pokrovsk] was cut.", "country named in text"),
    ("Buses from [Hyderabad] reached [Warangal] and [Karimnagar].", "of 2 other places lie within"),
    ("Shells fell in the [Poltava] region.", "the text says it is a division"),
    ("They met in [Ouagadougou].", "the only place of that name"),
    ("Planes landed at [Larnaca airport].", "placed at Larnaca, which it is named after"),
    ("[Russian] diplomats left.", "named by its people"),
    ("A shop in [Zwickleby] burned down.", "no place of that name in the gazetteer"),
    ("Roads from [Kampala] to [Enttebbe] flooded.", ""),
]


@pytest.mark.parametrize(("marked", "words"), REASONS)
def test_the_reason_names_what_decided(placed, marked, words):
    assert words in placed(marked)[0].reason


@pytest.mark.parametrize("marked", [marked for marked, _ in REASONS])
def test_a_reason_is_one_short_line(placed, marked):
    for found in placed(marked):
        assert found.reason
        assert "\n" not in found.reason
        assert len(found.reason) < 200
        assert all(len(one.reason) < 200 for one in found.candidates)


def test_ten_candidates_are_kept_at_most_and_share_at_most_one(placed):
    for found in placed("Shops in [Springfield], [San Jose] and [Zwickleby Street] burned."):
        assert len(found.candidates) <= 10
        assert sum(one.score for one in found.candidates) <= 1.001
