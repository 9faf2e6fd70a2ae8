"""Which words are place names, and what each does in its sentence."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.where import find_toponyms, toponyms_at
from claimmap.model import Span


@pytest.fixture
def found(parser, gazetteer):
    """A function from a text to its toponyms as {words: role}, the last of equal words."""

    def find(text):
        doc = parse(text, parser)
        return {one.span.of(text): one.role for one in find_toponyms(doc, gazetteer)}

    return find


PLACES = [
    ("Fishermen in Vladivostok reported smaller catches.", ["Vladivostok"]),
    ("The mine near Kolwezi was closed after a landslide.", ["Kolwezi"]),
    ("Farmers from Gwalior and Ujjain marched on Saturday.", ["Gwalior", "Ujjain"]),
    ("Cholera has spread to Hodeidah, Taiz and Aden.", ["Hodeidah", "Taiz", "Aden"]),
    ("The ferry sank off Lampedusa on Monday.", ["Lampedusa"]),
    ("A bakery in Reading was sold in March.", ["Reading"]),
    ("He left Mobile, Alabama, for Lagos.", ["Mobile", "Alabama", "Lagos"]),
    ("The drought reached northern Kenya and Ethiopia.", ["Kenya", "Ethiopia"]),
    ("Buses run from Plovdiv to Sofia twice a day.", ["Plovdiv", "Sofia"]),
    ("Floods hit the Sindh province of Pakistan.", ["Sindh", "Pakistan"]),
    ("The dam on the Tijuana River leaks.", ["Tijuana River"]),
    ("A ship sailed from Yokosuka through the Taiwan Strait.", ["Yokosuka", "Taiwan Strait"]),
    ("Deputies in Guernsey County found the car.", ["Guernsey County"]),
]

NOT_PLACES = [
    ("Jordan said he was glad to be home.", "Jordan"),
    ("Mali Smith won the race.", "Mali"),
    ("Reading books in the evening helps children sleep.", "Reading"),
    ("The trial starts in March.", "March"),
    ("Of all the teams, this one was best.", "Of"),
    ("Mr Lincoln opened the shop at nine.", "Lincoln"),
    ("Paris Hilton bought the hotel.", "Paris"),
    ("Senator Houston voted against the bill.", "Houston"),
    ("The Chinese bought more soy.", "Chinese"),
    ("The NIS has not replied to questions.", "NIS"),
    ("The Springfield School District will close two schools.", "District"),
    ("Charlotte Brown said she would resign. Charlotte did not explain.", "Charlotte"),
]

ROLES = [
    # Where things happen
    ("An earthquake killed 40 people in Antakya.", "Antakya", "scene"),
    ("Researchers found the fossil near Oaxaca.", "Oaxaca", "scene"),
    ("Rebels attacked Goma on Tuesday.", "Goma", "scene"),
    ("Kharkiv was shelled again.", "Kharkiv", "scene"),
    ("Police searched a flat in the Sindh province of Pakistan.", "Sindh", "scene"),
    ("Nurses are on strike in Leeds, Bradford, York and Hull.", "York", "scene"),
    ("Troops were sent to fight in Mali.", "Mali", "scene"),
    # Ways
    ("The ship sailed from Mombasa to Karachi.", "Mombasa", "origin"),
    ("The ship sailed from Mombasa to Karachi.", "Karachi", "destination"),
    ("Grain was shipped to Egypt in May.", "Egypt", "destination"),
    ("The delegation reached Brazil on Friday.", "Brazil", "destination"),
    ("Thousands fled Khartoum.", "Khartoum", "origin"),
    # What contains
    ("A factory burned down in Puebla, Mexico.", "Mexico", "container"),
    ("Police searched a flat in the Sindh province of Pakistan.", "Pakistan", "container"),
    ("The convoy crossed Iran's southern Kerman province.", "Iran", "container"),
    ("Divers inspected Peru's Callao port.", "Peru", "container"),
    ("Their engineers went to work with Italy in Libya.", "Libya", "scene"),
    ("The brigade was sent to fight alongside Chad in Mali.", "Mali", "scene"),
    # Governments
    ("Tokyo warned that tariffs would follow.", "Tokyo", "metonym"),
    ("France said the talks had failed.", "France", "metonym"),
    ("Ankara and Athens have agreed to reopen the crossing.", "Athens", "metonym"),
    ("Qatar is providing Egypt with gas.", "Qatar", "metonym"),
    ("Qatar is providing Egypt with gas.", "Egypt", "metonym"),
    ("The treaty was rejected by Poland.", "Poland", "metonym"),
    ("Relations with Beijing have improved.", "Beijing", "metonym"),
    # Whose an actor is
    ("Chile's health ministry published the figures.", "Chile", "affiliation"),
    ("The president of Ghana opened the school.", "Ghana", "affiliation"),
    ("Nepal's army cleared the road.", "Nepal", "affiliation"),
    ("Lima's police chief resigned.", "Lima", "affiliation"),
    # Seats of speakers
    ("The minister told reporters in Nairobi that the bridge was safe.", "Nairobi", "seat"),
    ("BEIRUT (AP) - Two banks closed on Monday.", "BEIRUT", "seat"),
    ("A source in Nigeria's Far North told AFP that trucks had left.", "Far North", "seat"),
    ("A source in Nigeria's Far North told AFP that trucks had left.", "Nigeria", "seat"),
    ("A spokesman in Chicago declined to comment.", "Chicago", "seat"),
    ("The Red Cross in Geneva said supplies were short.", "Geneva", "seat"),
    ("A reporter in Gaza was killed on Monday.", "Gaza", "scene"),
    # What a noun names
    ("The crew brought the ship into the port of Djibouti.", "Djibouti", "destination"),
    ("A mine collapsed in Kolwezi, southern Congo, on Friday.", "Congo", "container"),
    ("Stockholm and Ankara spoke on Friday.", "Ankara", "metonym"),
    # Names of other things
    ("The Bank of England raised interest rates.", "England", "name"),
    ("The Washington Post published the letter.", "Washington", "name"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place_names_are_found_without_the_words_around_them(found, text, expected):
    assert list(found(text)) == expected


@pytest.mark.parametrize(("text", "word"), NOT_PLACES)
def test_words_spelt_like_places_are_left_alone(found, text, word):
    assert not [name for name in found(text) if word in name.split()]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_the_role_follows_from_the_grammar(found, text, name, role):
    assert found(text).get(name) == role


def test_what_belongs_to_a_country_is_a_name_of_its_own(found):
    assert list(found("A source in Brazil's Far North called.")) == ["Brazil", "Far North"]


def test_an_unknown_name_in_a_list_of_places_is_a_place(found):
    text = "Factories in Novosibirsk, Krasnoyarsk, Irkutsk and Blagovshchenks were idle."
    assert "Blagovshchenks" in found(text)


def test_nearness_and_facilities_widen_the_reach(parser, gazetteer):
    reach = {}
    for text in (
        "Trucks waited near Gao.",
        "Trucks waited at Durban's port.",
        "A plane fell 40 km from Pune.",
        "Trucks waited in Kumasi.",
    ):
        for one in find_toponyms(parse(text, parser), gazetteer):
            reach[one.span.of(text)] = one.radius_km
    assert reach == {"Gao": 25.0, "Durban": 10.0, "Pune": 40.0, "Kumasi": 0.0}


def test_given_spans_come_back_in_the_order_given(parser, gazetteer):
    text = "Ships left Odesa for Varna."
    spans = [Span(21, 26), Span(11, 16)]
    given = list(toponyms_at(parse(text, parser), spans, gazetteer))
    assert [one.span for one in given] == spans
    assert [one.role for one in given] == ["destination", "origin"]


@pytest.mark.parametrize("text", ["", "Oslo", "нет", "ALL TRAINS TO OSLO STOPPED", "\n\n\n"])
def test_odd_texts_are_survived(found, text):
    assert set(found(text)) <= {"Oslo", "OSLO"}


def test_a_long_chain_of_examples_is_survived(found):
    assert found("towns such as Paris " * 400)["Paris"]
