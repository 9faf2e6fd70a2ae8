"""ACLED's geo precision of every kind of place."""

from __future__ import annotations

import pytest

# the text, and the code of its first name
PRECISION = [
    ("Shells fell on [Bakhmut].", 1),
    ("[Paris], [Texas], has a new mayor.", 1),
    ("[Washington] has cut the funds.", 1),
    ("Planes landed at [Larnaca airport].", 2),
    ("Police searched [Fulton County] in [Georgia], [United States].", 2),
    ("Trucks crossed [Rafah Crossing].", 1),
    ("Ships passed [Snake Island].", 1),
    ("Planes left [Heathrow] for [Oslo].", 1),
    ("Fighters hid in [Pankisi Gorge].", 2),
    ("Shells fell in the [Poltava] region.", 3),
    ("They went to [Bavaria] by train.", 3),
    ("[Texan] farmers sold their land.", 3),
    ("The [Scottish] parliament met.", 3),
    ("Fighting went on in [Donbas].", 3),
    ("Rain fell on the [Russian Far East].", 3),
    ("Ships sailed the [Black Sea].", 3),
    ("Boats crossed [Lake Chad].", 3),
    ("Soldiers stood along the [Dnipro River].", 3),
    ("A quake shook [Japan].", 4),
    ("[Russian] diplomats left.", 4),
    ("Drought spread across [Africa].", 4),
    ("[European] ministers met.", 4),
    ("Prices rose in the [Middle East].", 4),
]


@pytest.mark.parametrize(("marked", "code"), PRECISION)
def test_every_kind_of_place_has_its_precision(placed, marked, code):
    found = placed(marked)[0]
    assert found.place is not None
    assert (found.place.name, found.precision) == (found.place.name, code)


NEAR = [
    ("Drones circled near [Snake Island].", 2),
    ("Trucks waited near [Gao] in [Mali].", 2),
    ("Shells fell near [Fulton County] in [Georgia], [United States].", 2),
    ("Planes turned off the coast of the [Crimea] region.", 3),
    ("Guards stood on the border of [Japan].", 4),
]


@pytest.mark.parametrize(("marked", "code"), NEAR)
def test_nearness_makes_a_town_vaguer_and_nothing_else(placed, marked, code):
    found = placed(marked, reach=25.0)[0]
    assert found.precision == code
    assert found.radius_km >= 25.0


def test_a_name_without_a_place_has_no_precision(placed):
    (found,) = placed("He went to [Qwxzzy] on foot.")
    assert (found.place, found.precision) == (None, None)
