"""Names that the gazetteer lacks, placed by the places named around them."""

from __future__ import annotations

import pytest

from claimmap.geocode.unlisted import type_of

TYPES = [
    ("Orchard Street", "street"),
    ("Route 66", "street"),
    ("Barclay Stadium", "facility"),
    ("St. Mary's Hospital", "facility"),
    ("Obinzero", "name"),
]
LENT = [
    (
        "Police in [Leeds] closed [Zwickleby Street]. The mayor of [Leeds] said so.",
        1,
        "Leeds",
    ),
    (
        "Fans filled the [Zwickleby Stadium] in [Kampala]. [Kampala] had never seen so many.",
        0,
        "Kampala",
    ),
    (
        "[Dakar] mourns. A fire destroyed the [Zwickleby Market]. [Dakar] sent ten engines.",
        1,
        "Dakar",
    ),
]


@pytest.mark.parametrize(("name", "type_"), TYPES)
def test_a_name_tells_what_it_is(name, type_):
    assert type_of(name) == type_


@pytest.mark.parametrize(("marked", "number", "town"), LENT)
def test_streets_and_buildings_lie_in_the_town_of_the_report(placed, marked, number, town):
    found = placed(marked)[number]
    assert found.place is not None
    assert found.place.name == town
    assert found.reason.startswith(f"not in the gazetteer; placed at {town}")
    assert found.precision == 2
    assert found.radius_km >= 25.0


@pytest.mark.parametrize(
    "marked", ["Fans filled [Zwickleby Stadium].", "[Japan] closed [Zwickleby Street]."]
)
def test_where_no_town_is_named_there_is_no_place(placed, marked):
    found = placed(marked)[-1]
    assert found.place is None
    assert found.reason == "no place of that name in the gazetteer"


def test_what_is_lent_lends_nothing(placed):
    bare = placed("A shop in [Springfield] burned down.")[0]
    found = placed("A shop in [Springfield] burned down on [Zwickleby Street].")[0]
    assert found.confidence == pytest.approx(bare.confidence, abs=0.05)
