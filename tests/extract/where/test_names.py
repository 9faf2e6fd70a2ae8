"""How much of the text is the name, and in what dress names are still found."""

from __future__ import annotations

import pytest

EXTENTS = [
    ("The train to Charleston, W.Va. -- was late.", ["Charleston", "W.Va."]),
    ("The offices in Washington, D.C., were shut.", ["Washington, D.C."]),
    ("Rep. Ann Low, D-Columbus, voted.", ["Columbus"]),
    ("The Bulawayo City Council met on Monday.", ["Bulawayo"]),
    ("The Oklahoma City Council met on Monday.", ["Oklahoma City"]),
    ("Florida Highway Patrol troopers came.", ["Florida"]),
    ("Huntsville Fire Department crews came.", ["Huntsville"]),
    ("A house at 6016 Dublin Road burned down.", ["Dublin Road"]),
    ("Deputies in Guernsey County found the car.", ["Guernsey County"]),
    ("The drought reached northern Kenya.", ["Kenya"]),
    ("The West Bank was quiet.", ["West Bank"]),
    ("NAIROBI: Two banks closed on Monday.", ["NAIROBI"]),
]

DRESSES = [
    ("Kursk", ["Kursk"]),
    ("Lagos.\nOslo\nQuito", ["Lagos", "Oslo", "Quito"]),
    ("ALL TRAINS TO OSLO STOPPED", ["OSLO"]),
    (
        "THE FERRY SANK OFF LAMPEDUSA ON MONDAY.\nRUSSIAN TROOPS ENTERED NORTH KOREA.",
        ["LAMPEDUSA", "RUSSIAN", "NORTH KOREA"],
    ),
    ("police arrested a man in lagos after he left new york", ["lagos", "new york"]),
    ("flights from india to oslo were late", ["india", "oslo"]),
    ("Die Polizei in Köln sperrte mehrere Straßen.", ["Köln"]),
    ("Le président est arrivé à Marseille hier soir.", ["Marseille"]),
    ("Il treno da Milano a Torino era in ritardo.", ["Milano", "Torino"]),
    ("Wojsko opuściło Lublin po ataku na dworzec.", ["Lublin"]),
    ("O governo de Angola enviou tropas para Benguela ontem.", ["Angola", "Benguela"]),
    ("Polis Diyarbakır yolunu kapattı, ordu Ankara yakınlarında.", ["Diyarbakır", "Ankara"]),
    ("Los soldados llegaron a Medellín desde Bogotá.", ["Medellín", "Bogotá"]),
    ("L'armée a quitté Bamako pour Gao, au Mali.", ["Bamako", "Gao", "Mali"]),
]


@pytest.mark.parametrize(("text", "expected"), EXTENTS)
def test_the_span_is_the_proper_name_alone(place_names, text, expected):
    assert place_names(text) == expected


@pytest.mark.parametrize(("text", "expected"), DRESSES)
def test_names_are_found_in_any_case_and_in_other_tongues(place_names, text, expected):
    assert place_names(text) == expected


def test_a_text_without_capitals_keeps_its_ordinary_words(place_names):
    assert place_names("we were reading in bed in march, of all months, and had a nice bath") == []
