"""Distances that the text itself tells: "12 km from X"."""

from __future__ import annotations

import pytest

DISTANCES = [
    ("The bus crashed 12 km from Nakuru.", "Nakuru", 12.0, "12 km from Nakuru"),
    ("A mine lies 30 miles north of Ely.", "Ely", 48.3, "30 miles north of Ely"),
    ("The wreck lies 300 metres from Kiruna.", "Kiruna", 0.3, "300 metres from Kiruna"),
    (
        "A train derailed about 15 kilometers (9 miles) from Ogden.",
        "Ogden",
        15.0,
        "15 kilometers (9 miles) from Ogden",
    ),
    ("Two men were shot six miles south of Laredo.", "Laredo", 9.7, "six miles south of Laredo"),
    (
        "The quake struck 35km (22 miles) south-west of Chincha Alta.",
        "Chincha Alta",
        35.0,
        "35km (22 miles) south-west of Chincha Alta",
    ),
    (
        "The epicentre was 10 kilometres east-southeast of Norcia.",
        "Norcia",
        10.0,
        "10 kilometres east-southeast of Norcia",
    ),
    (
        "The ship was seized about 90 miles off Mogadishu.",
        "Mogadishu",
        144.8,
        "90 miles off Mogadishu",
    ),
    (
        "The tanker sank 12 nautical miles from Galle.",
        "Galle",
        22.2,
        "12 nautical miles from Galle",
    ),
    ("The boat sank 40 nautical miles off Tobruk.", "Tobruk", 74.1, "40 nautical miles off Tobruk"),
    ("A well was dug twelve miles outside Lodwar.", "Lodwar", 19.3, "twelve miles outside Lodwar"),
]


@pytest.mark.parametrize(("text", "name", "kilometres", "phrase"), DISTANCES)
def test_a_distance_is_taken_as_told(toponyms, text, name, kilometres, phrase):
    found = toponyms(text, name)[name]
    assert found.radius_km == pytest.approx(kilometres, abs=0.1)
    assert found.reach == phrase
