"""Adjectives of peoples are places (Gritta et al. 2019); peoples and tongues are not."""

from __future__ import annotations

import pytest

ADJECTIVES = [
    ("Russian troops left.", ["Russian"]),
    ("South Korean media were first.", ["South Korean"]),
    ("European markets fell.", ["European"]),
    ("Russian and Ukrainian engineers met.", ["Russian", "Ukrainian"]),
    ("Guards closed the Syrian-Turkish border.", ["Syrian", "Turkish"]),
    ("The Arab-Israeli talks failed.", ["Arab", "Israeli"]),
    ("A North Korean ship docked.", ["North Korean"]),
    ("The pilots were British.", ["British"]),
    ("Kurdish fighters and Texan ranchers agreed.", ["Kurdish", "Texan"]),
    ("Latin American leaders stayed away.", ["Latin American"]),
    ("The Sri Lankan navy found the boat.", ["Sri Lankan"]),
    ("A Saudi-led coalition bombed the road.", ["Saudi"]),
    (
        "The French president, a Scottish lawyer and Chechen units met.",
        ["French", "Scottish", "Chechen"],
    ),
]

PEOPLES_AND_TONGUES = [
    "Many Russians left.",
    "The French protested.",
    "The Chinese bought more soy.",
    "Two Iraqis and an Israeli were held.",
    "He spoke Arabic at home.",
    "Books in English sell well.",
    "The English-language edition is late.",
    "She gave German lessons.",
    "Diane English wrote the Spanish translation.",
    "African-American voters queued.",
    "Percy French sang.",
]


@pytest.mark.parametrize(("text", "expected"), ADJECTIVES)
def test_an_adjective_of_a_people_is_a_place_name(place_names, text, expected):
    assert place_names(text) == expected


@pytest.mark.parametrize("text", PEOPLES_AND_TONGUES)
def test_a_people_or_a_tongue_is_none(place_names, text):
    assert place_names(text) == []


def test_a_country_whose_name_holds_the_adjective_is_one_name(place_names):
    assert place_names("They flew to the Czech Republic and the Indian Ocean.") == [
        "Czech Republic",
        "Indian Ocean",
    ]
