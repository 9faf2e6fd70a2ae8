"""Which places a misspelt name may mean."""

from __future__ import annotations

import pytest

from claimmap.geocode.sounds import skeleton_of, sound_of
from claimmap.geocode.spelling import difference

# Misspelt or romanised otherwise, and in a country: the right place must come first.
MISSPELT = [
    ("Vlagoveshensk", "Blagoveshchensk", "RU"),
    ("Khabarovks", "Khabarovsk", "RU"),
    ("Mahachkala", "Makhachkala", "RU"),
    ("Petropavlosk-Kamchatski", "Petropavlovsk-Kamchatsky", "RU"),
    ("Tchongjin", "Chongjin", "KP"),
    ("Mariopol", "Mariupol", "UA"),
    ("Sevastapol", "Sevastopol", "UA"),
    ("Donetsck", "Donetsk", "UA"),
    ("Samarcand", "Samarkand", "UZ"),
    ("Ulan-Batar", "Ulan Bator", "MN"),
    ("Mogadishou", "Mogadishu", "SO"),
    ("Ouagadugu", "Ouagadougou", "BF"),
    ("Antananrivo", "Antananarivo", "MG"),
    ("Bujumburra", "Bujumbura", "BI"),
    ("Johanesburg", "Johannesburg", "ZA"),
    ("Tegucigapla", "Tegucigalpa", "HN"),
    ("Cochabanba", "Cochabamba", "BO"),
    ("Guayaquill", "Guayaquil", "EC"),
    ("Khandahar", "Kandahār", "AF"),
    ("Rawalpindy", "Rawalpindi", "PK"),
    ("Bagdhad", "Baghdad", "IQ"),
    ("Chonqing", "Chongqing", "CN"),
    ("Guangzou", "Guangzhou", "CN"),
    ("Albuquerqe", "Albuquerque", "US"),
    ("Edinborough", "Edinburgh", "GB"),
    ("Thessalonikki", "Thessaloníki", "GR"),
]

# Words of the news that no place's name comes near enough to.
NO_PLACES = """
Microsoft Hezbollah Volkswagen Parliament President Wikipedia Facebook Shakespeare Democrats
Instagram Pentagon Muslims Gazprom Erdogan Interpol Orthodox Lockheed Mercosur Bundestag Politburo
Zyxwvut Thursday
""".split()  # noqa: SIM905


@pytest.mark.parametrize(("asked", "name", "country"), MISSPELT)
def test_a_misspelt_name_finds_its_place_first(gazetteer, asked, name, country):
    first = gazetteer.similar(asked)[0]
    assert (first.name, first.country) == (name, country)


@pytest.mark.parametrize("word", NO_PLACES)
def test_other_words_find_no_place(gazetteer, word):
    assert gazetteer.similar(word) == ()


@pytest.mark.parametrize("word", ["", "Oslo", "Харьков", "평양", "1234567", "A" * 500])
def test_short_names_and_other_scripts_are_not_guessed_at(gazetteer, word):
    assert gazetteer.similar(word) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wladiwostok", "Vladivostok"),
        ("Chtchyolkovo", "Shchyolkovo"),
        ("Nizhniy Tagil", "Nizhnii-Tagil"),
        ("Djibouti", "Jibuti"),
        ("Saint-Étienne", "St Etienne"),
    ],
)
def test_romanisations_of_one_name_sound_alike(one, other):
    assert sound_of(one) == sound_of(other)


def test_consonants_are_what_a_misspelling_leaves():
    assert skeleton_of(sound_of("Vladivostok")) == "bldbstk"


def test_a_lost_vowel_is_less_than_another_consonant():
    assert difference("kasan", "kasn", 9.0) < difference("kasan", "katan", 9.0)
    assert difference("kasan", "borneo", 1.0) == float("inf")
