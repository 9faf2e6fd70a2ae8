"""Which place a toponym is, how sure that is, and why."""

from __future__ import annotations

import pytest

from claimmap.geocode.names import name_key

CONTEXT = [
    ("Trains stopped in [Paris], [Texas].", "Paris", "Texas, United States"),
    ("Trains stopped in [Paris] as French unions called a strike.", "Paris", "France"),
    ("The mayor of [London], [Ontario], resigned.", "London", "Ontario, Canada"),
    ("Ukrainian officers said the road to [Pokrovsk] was cut.", "Pokrovsk", "Ukraine"),
    ("Schools in [Valencia], [Carabobo] and [Caracas] closed.", "Valencia", "Venezuela"),
    ("Spanish firefighters worked in [Valencia] and [Alicante].", "Valencia", "Spain"),
    ("Syrian doctors in [Tripoli], [Lebanon], treated refugees.", "Tripoli", "Lebanon"),
    ("Libyan coast guards left [Tripoli] for [Misrata].", "Tripoli", "Libya"),
    ("Pakistan's [Hyderabad] flooded.", "Hyderabad", "Pakistan"),
    ("Buses from [Hyderabad] reached [Warangal] and [Karimnagar].", "Hyderabad", "India"),
    ("Flights left [San Jose] for [Alajuela] and [Limon].", "San Jose", "Costa Rica"),
    (
        "Fires burned in [Birmingham], [Alabama], and in [Leeds], [York] and [Hull].",
        "Birmingham",
        "Alabama",
    ),
    ("A quake shook [San Jose], [Costa Rica]'s capital, and [Liberia].", "San Jose", "San José Pr"),
    ("Three came from [Mali], [Guinea] and [Niger].", "Mali", "Mali"),
    ("Nigeria's army said troops from [Niger] joined it in [Maiduguri].", "Niger", "Niger"),
    ("The dam at [Cordoba] in northern [Argentina] holds.", "Cordoba", "Argentina"),
]


CONTEXT += [
    ("[Russian] diplomats left [Oslo].", "Russia", "Russia"),
    ("The [Korean] People's Army is led from [Pyongyang], where it paraded.", "North Korea", ""),
    ("A [Korean] ferry sank off [Busan] and reached [Seoul] never.", "South Korea", ""),
    ("[Texan] farmers sold their land.", "Texas", "United States"),
    ("[WASHINGTON] (Agency) — Officials met.", "Washington, D.C.", "District of Columbia"),
    ("Shells hit [Kharkov], officials of [Ukraine] said.", "Kharkiv", "Ukraine"),
    ("Students of [Columbia] met those of [Charleston].", "Columbia", "South Carolina"),
    ("Planes left [Heathrow] for [Oslo].", "Heathrow", "United Kingdom"),
    ("Ships left [Shanghai] for [Ningbo].", "Shanghai", "China"),
    ("Farmers of [Walton] and [Oconee] counties in [Georgia] met.", "Walton County", "Georgia"),
]


@pytest.mark.parametrize(("marked", "name", "address"), CONTEXT)
def test_the_document_decides_between_places_of_one_name(placed, marked, name, address):
    first = placed(marked)[0]
    assert first.place is not None
    assert name_key(name) == name_key(first.place.name) or address == first.place.name
    assert address in first.place.address or first.place.name == address


def test_a_region_named_as_one_is_the_region(placed):
    (found,) = placed("Shells fell in the [Poltava] region.")
    assert (found.place.kind, found.precision) == ("region", 3)


def test_a_city_is_the_city_and_a_country_the_country(placed):
    city, country = placed("They flew from [Kursk] to [Japan].")
    assert (city.place.kind, city.precision) == ("city", 1)
    assert (country.place.kind, country.precision) == ("country", 4)


def test_one_name_has_one_sense_in_a_document(placed):
    first, state, again = placed("A man from [Springfield], [Oregon] sued. [Springfield] paid.")
    assert first.place == again.place
    assert state.place.name == "Oregon"


def test_a_name_put_into_two_countries_is_two_places(placed):
    here, _, there, _, again = placed(
        "Floods hit [Hyderabad], [Pakistan], on Monday. Shops closed in [Hyderabad], [India], on "
        "Tuesday. On Friday [Hyderabad] held a fair."
    )
    assert (here.place.country, there.place.country) == ("PK", "IN")
    assert again.place == there.place


def test_a_country_and_its_region_do_not_make_two_places(placed):
    found = placed("He left [Springfield], [Illinois]. [Springfield], [United States], was cold.")
    assert found[0].place == found[2].place


def test_a_name_qualified_by_its_people_is_found(placed):
    (_, found) = placed("A Russian ship left [Russia]'s [Far East].")
    assert (found.place.name, found.place.kind) == ("Russian Far East", "area")


def test_what_is_named_with_its_owner_lies_there(placed):
    for text in ("Boats left [Russia]'s [Far East].", "A source in [Russia]’s [Far East] called."):
        found = placed(text)[1]
        assert (found.place.name, found.place.country) == ("Russian Far East", "RU")
        assert found.confidence > 0.8


def test_without_an_owner_a_name_means_what_it_always_means(placed):
    (found,) = placed("Steamers sailed to the [Far East] by way of Suez.")
    assert found.place.name == "East Asia"


def test_a_river_is_meant_after_an_article(placed):
    river, town = placed("Soldiers crossed the [Dnipro] near [Kherson].")
    assert (river.place.kind, town.place.kind) == ("river", "city")
    (city,) = placed("Soldiers marched through [Dnipro].")
    assert city.place.kind == "city"


def test_a_capital_stands_for_its_government(placed):
    (found,) = placed("[Washington] has cut the funds.", role="metonym")
    assert (found.place.name, found.place.kind) == ("Washington, D.C.", "city")


def test_a_hamlet_does_not_block_a_great_city_spelt_otherwise(placed):
    found = placed("Ukrainian gunners in [Nikolajev] and [Odesa] fired.")[0]
    assert found.reason.startswith("spelled ")
    assert found.place.country == "UA"


def test_nearness_widens_the_radius_and_lowers_the_precision(placed):
    (found,) = placed("Trucks waited near [Gao] in northern Mali.", reach=25.0)
    assert found.precision == 2
    assert found.radius_km >= 25.0


SPELLED = [
    ("Plants in [Novosibirsk], [Krasnoyarsk] and [Irkutzk] closed.", "Irkutsk"),
    ("Roads from [Kampala] to [Enttebbe] and [Masaka] flooded.", "Entebbe"),
    ("Trains run from [Tashkent] to [Samarkand] and [Buhkara].", "Bukhara"),
]


@pytest.mark.parametrize(("marked", "name"), SPELLED)
def test_a_misspelt_name_is_the_one_near_the_others(placed, marked, name):
    found = next(one for one in placed(marked) if "spelled" in one.reason)
    assert found.place is not None
    assert found.reason.startswith(f"spelled {found.place.name}")
    assert name == found.place.name


def test_a_name_that_nothing_bears_has_no_place_and_says_so(placed):
    (found,) = placed("He went to [Qwxzzy] on foot.")
    assert found.place is None
    assert found.confidence == 0.0
    assert "no place of that name" in found.reason


def test_candidates_are_ranked_and_share_at_most_one(placed):
    (found,) = placed("A shop in [Springfield] burned down.")
    scores = [one.score for one in found.candidates]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.0
    assert found.candidates[0].place == found.place


def test_doubt_shrinks_when_the_text_says_more(placed):
    bare = placed("A shop in [Springfield] burned down.")[0]
    told = placed("A shop in [Springfield], [Missouri] burned down.")[0]
    assert told.confidence > bare.confidence
    assert "stated beside" in told.reason


def test_the_outlet_s_home_counts(placed):
    (found,) = placed("A shop in [Springfield] burned down.", outlet="The Ohio Gazette")
    assert "Ohio" in found.place.address


def test_toponyms_come_back_in_order_with_their_spans_and_roles(placed):
    found = placed("From [Lima] to [Quito], then [Lima] again.")
    assert [one.span.start for one in found] == [5, 13, 25]
    assert {one.role for one in found} == {"scene"}


def test_nothing_gives_nothing(placed):
    assert placed("No names here.") == ()
