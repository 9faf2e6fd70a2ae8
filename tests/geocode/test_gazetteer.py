"""Names lead to the places that reports mean by them."""

from pathlib import Path

import pytest

from claimmap.geocode.gazetteer import Gazetteer, GazetteerError


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("name", "kind", "country", "latitude", "longitude"),
    [
        ("Kursk", "city", "RU", 51.73, 36.18),
        ("Kursk region", "region", "RU", 51.7, 36.3),
        ("Kursk Oblast", "region", "RU", 51.7, 36.3),
        ("Kursk city", "city", "RU", 51.73, 36.18),
        ("the city of Kursk", "city", "RU", 51.73, 36.18),
        ("Poltava region", "region", "UA", 49.6, 33.8),
        ("Primorye", "region", "RU", 45.3, 134.7),
        ("Primorsky Krai", "region", "RU", 45.3, 134.7),
        ("North Hamgyong", "region", "KP", 41.8, 129.5),
        ("Chongjin", "city", "KP", 41.8, 129.78),
        ("서울", "city", "KR", 37.57, 126.98),
        ("Харків", "city", "UA", 49.98, 36.25),
        ("Kharkov", "city", "UA", 49.98, 36.25),
        ("Kiev", "city", "UA", 50.45, 30.52),
        ("Odessa", "city", "UA", 46.48, 30.73),
        ("St. Petersburg", "city", "RU", 59.94, 30.31),
        ("Bakhmut", "city", "UA", 48.6, 38.0),
        ("Khan Younis", "city", "PS", 31.34, 34.31),
        ("Gaza Strip", "region", "PS", 31.43, 34.36),
        ("West Bank", "region", "PS", 31.95, 35.25),
        ("Aleppo", "city", "SY", 36.2, 37.16),
        ("Goma", "city", "CD", -1.67, 29.22),
        ("El Fasher", "city", "SD", 13.63, 25.35),
        ("Lagos", "city", "NG", 6.45, 3.39),
        ("Addis Ababa", "city", "ET", 9.02, 38.75),
        ("Caracas", "city", "VE", 10.49, -66.88),
        ("São Paulo", "city", "BR", -23.55, -46.64),
        ("Sao Paulo", "city", "BR", -23.55, -46.64),
        ("Zürich", "city", "CH", 47.37, 8.55),
        ("Hsinchu", "city", "TW", 24.8, 120.97),
        ("Sana'a", "city", "YE", 15.35, 44.21),
        ("Sana’a", "city", "YE", 15.35, 44.21),
        ("Reykjavik", "city", "IS", 64.14, -21.9),
        ("Texas", "region", "US", 31.5, -99.0),
        ("England", "region", "GB", 52.6, -1.5),
        ("Sicily", "region", "IT", 37.6, 14.2),
        ("Xinjiang", "region", "CN", 41.1, 85.4),
        ("Crimea", "region", "UA", 45.3, 34.3),
        ("Georgia", "country", "GE", 42.0, 43.5),
        ("Mexico", "country", "MX", 23.0, -102.0),
        ("Ukraine", "country", "UA", 49.0, 32.0),
    ],
)
def test_a_name_gives_the_place_a_report_means(
    gazetteer: Gazetteer, name: str, kind: str, country: str, latitude: float, longitude: float
) -> None:
    place = gazetteer.places(name)[0]
    assert (place.kind, place.country) == (kind, country)
    assert abs(place.latitude - latitude) < 1
    assert abs(place.longitude - longitude) < 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Donbas", "area"),
        ("Korean Peninsula", "area"),
        ("Russian Far East", "area"),
        ("Darfur", "area"),
        ("the Sahel", "area"),
        ("Balkans", "area"),
        ("Sahara", "area"),
        ("Asia", "area"),
        ("EU", "area"),
        ("Black Sea", "sea"),
        ("East Sea", "sea"),
        ("Strait of Hormuz", "sea"),
        ("Dnieper", "river"),
        ("Danube", "river"),
        ("Nile", "river"),
    ],
)
def test_informal_regions_seas_and_rivers_come_from_our_own_table(
    gazetteer: Gazetteer, name: str, kind: str
) -> None:
    place = gazetteer.places(name)[0]
    assert place.kind == kind
    assert place.id < 0
    assert place.geonameid is None
    assert place.radius_km > 0
    assert gazetteer.place(place.id) == place


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("America", "US"), ("UK", "GB"),
        ("Britain", "GB"), ("DPRK", "KP"), ("ROK", "KR"), ("UAE", "AE"), ("Holland", "NL"),
        ("Ivory Coast", "CI"), ("Burma", "MM"), ("КНДР", "KP"), ("Allemagne", "DE"),
        ("Türkiye", "TR"), ("Czech Republic", "CZ"), ("DRC", "CD"), ("Palestine", "PS"),
    ],
)  # fmt: skip
def test_countries_are_found_by_what_people_call_them(
    gazetteer: Gazetteer, name: str, code: str
) -> None:
    place = gazetteer.places(name)[0]
    assert place.kind == "country"
    assert place.country == code
    assert gazetteer.country(code) == place


@pytest.mark.parametrize(
    "name", ["the", "of", "may", "ha", "us", "uk", "pa", "swldw", "ku er si ke", "", " ", "'", "."]
)
def test_words_and_codes_that_are_no_place_names_find_nothing(
    gazetteer: Gazetteer, name: str
) -> None:
    assert gazetteer.places(name) == ()


def test_an_airport_code_does_not_lead_to_its_city(gazetteer: Gazetteer) -> None:
    assert "Teresina" not in {place.name for place in gazetteer.places("THE")}


def test_england_is_not_the_united_kingdom(gazetteer: Gazetteer) -> None:
    assert "country" not in {place.kind for place in gazetteer.places("England")}


def test_abbreviations_of_states_count_by_their_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("Pa.")[0].name == "Pennsylvania"
    assert gazetteer.places("W. Va.")[0].name == "West Virginia"


def test_namesakes_come_with_the_most_populous_first(gazetteer: Gazetteer) -> None:
    springfields = gazetteer.places("Springfield")
    assert len(springfields) > 10
    assert [place.population for place in springfields[:5]] == sorted(
        (place.population for place in springfields[:5]), reverse=True
    )


def test_a_former_name_does_not_outrank_todays(gazetteer: Gazetteer) -> None:
    first, *others = gazetteer.places("Pokrovsk")
    assert (first.country, first.address) == ("UA", "Donetsk Oblast, Ukraine")
    assert {place.name for place in others} >= {"Engels", "Pokrovsk"}


def test_a_bare_name_gives_the_town_first_and_its_region_next(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.places("Kursk")] == ["Kursk", "Kursk Oblast"]
    assert [place.kind for place in gazetteer.places("Khabarovsk")] == ["city", "region"]


def test_a_region_counts_the_people_of_its_towns(gazetteer: Gazetteer) -> None:
    town, region = gazetteer.places("Kursk")
    assert region.population > town.population
    assert region.radius_km > town.radius_km


def test_the_address_names_what_contains_a_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("Kursk")[0].address == "Kursk Oblast, Russia"
    assert gazetteer.places("Moscow")[0].address == "Russia"
    assert gazetteer.places("Texas")[0].address == "United States"
    assert gazetteer.places("Ukraine")[0].address == ""


def test_the_region_of_a_town_is_its_first_level_division(gazetteer: Gazetteer) -> None:
    town = gazetteer.places("Poltava")[0]
    region = gazetteer.region(town)
    assert region is not None
    assert region.name == "Poltava Oblast"
    assert gazetteer.region(region) == region


def test_a_country_and_a_sea_lie_in_no_region(gazetteer: Gazetteer) -> None:
    assert gazetteer.region(gazetteer.places("Ukraine")[0]) is None
    assert gazetteer.region(gazetteer.places("Black Sea")[0]) is None


def test_places_are_found_by_their_id(gazetteer: Gazetteer) -> None:
    kursk = gazetteer.place(538560)
    assert kursk is not None
    assert kursk.name == "Kursk"
    assert gazetteer.place(1) is None
    assert gazetteer.place(-999_999) is None
    assert gazetteer.country("ZZ") is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (43.1, 131.9, "Vladivostok"),
        (51.73, 36.19, "Kursk"),
        (-16.8, -179.97, "Savusavu"),
        (-54.8, -68.3, "Ushuaia"),
    ],
)
def test_the_nearest_town_to_a_point(
    gazetteer: Gazetteer, latitude: float, longitude: float, name: str
) -> None:
    assert name in {place.name for place in gazetteer.near(latitude, longitude, 3)}


def test_even_the_pole_has_nearest_towns(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.near(90.0, 0.0, 4)) == 4
    assert gazetteer.near(0.0, 0.0, 0) == ()


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("North Korean", ("KP",)),
        ("South Korean", ("KR",)),
        ("Korean", ("KP", "KR")),
        ("British", ("GB",)),
        ("Ukrainians", ("UA",)),
        ("russian", ("RU",)),
        ("American", ("US",)),
        ("Chinese", ("CN",)),
        ("Palestinian", ("PS",)),
        ("Swiss", ("CH",)),
        ("sandwich", ()),
        ("", ()),
    ],
)
def test_demonyms_name_their_countries(
    gazetteer: Gazetteer, word: str, codes: tuple[str, ...]
) -> None:
    assert gazetteer.demonym(word) == codes


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("Khabarovks", "Khabarovsk"), ("Mariupoll", "Mariupol"), ("Reykjavijk", "Reykjavík")],
)
def test_a_misspelt_name_has_similar_places(
    gazetteer: Gazetteer, misspelt: str, meant: str
) -> None:
    assert gazetteer.places(misspelt) == ()
    assert meant in {place.name for place in gazetteer.similar(misspelt)}


def test_a_short_misspelling_has_too_many_neighbours_to_guess(gazetteer: Gazetteer) -> None:
    assert gazetteer.similar("Xqz") == ()


def test_every_place_stands_on_the_globe(gazetteer: Gazetteer) -> None:
    for id_ in range(-604, 0):
        place = gazetteer.place(id_)
        if place is not None:
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180


def test_a_folder_without_a_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"rebuild it|restore"):
        Gazetteer.open(tmp_path)


def test_a_gazetteer_cut_short_is_refused(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "data" / "gazetteer"
    for file in source.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "places.bin").write_bytes((source / "places.bin").read_bytes()[:-5])
    with pytest.raises(GazetteerError, match="cut short"):
        Gazetteer.open(tmp_path)


def test_capitals_are_known(gazetteer: Gazetteer) -> None:
    for name in ("Washington", "New Delhi", "San Jose", "Astana", "Kyiv", "Brasilia"):
        assert any(gazetteer.is_capital(place) for place in gazetteer.places(name))
    assert not any(gazetteer.is_capital(place) for place in gazetteer.places("Rio de Janeiro"))


def test_a_capital_s_name_is_not_its_country_s_in_another_language(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("Brasilia")[0].kind == "city"


def test_the_words_for_a_people_are_told_by_country(gazetteer: Gazetteer) -> None:
    assert "russian" in gazetteer.people("RU")
    assert "korean" not in gazetteer.people("KP")


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("European", ["Europe"]), ("African", ["Africa"]), ("Latin American", ["Latin America"]),
        ("Central American", ["Central America"]), ("Arab", ["Arab world"]),
        ("Kurdish", ["Kurdistan"]), ("Balkan", ["Balkans"]), ("Scandinavian", ["Scandinavia"]),
        ("Texan", ["Texas"]), ("Texans", ["Texas"]), ("Californians", ["California"]),
        ("Bavarian", ["Bavaria"]), ("Catalan", ["Catalonia"]), ("Scottish", ["Scotland"]),
        ("Welsh", ["Wales"]), ("English", ["England"]), ("Chechen", ["Chechnya"]),
        ("Crimean Tatars", ["Crimea"]), ("Abkhaz", ["Abkhazia"]), ("Tibetan", ["Tibet"]),
        ("South Ossetian", ["South Ossetia"]), ("Siberian", ["Siberia"]), ("Sicilian", ["Sicily"]),
        ("Londoners", ["London"]), ("Russian", ["Russia"]), ("Palestinian", ["Palestine"]),
        ("Korean", ["North Korea", "South Korea"]), ("Balkans", []), ("Caribbean", []),
        ("Paris", []), ("", []),
    ],
)  # fmt: skip
def test_a_demonym_tells_the_narrowest_place_it_belongs_to(
    gazetteer: Gazetteer, word: str, names: list[str]
) -> None:
    assert [place.name for place in gazetteer.demonym_places(word)] == names


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("北京时间", 2), ("俄罗斯库尔斯克州", 3), ("东京都知事", 2), ("平壌で", 2), ("서울에서", 2),
        ("กรุงเทพมหานครและ", 13), ("的北京", 0), ("", 0), (" 北京", 0),
    ],
)  # fmt: skip
def test_the_longest_name_at_the_start_of_a_text_without_spaces(
    gazetteer: Gazetteer, text: str, length: int
) -> None:
    assert gazetteer.longest(text) >= length if length else gazetteer.longest(text) == 0


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("中国", "CN"), ("米国", "US"), ("미국", "US"), ("북한", "KP"), ("США", "US"),
        ("КНДР", "KP"), ("Великобритания", "GB"), ("روسيا", "RU"), ("الولايات المتحدة", "US"),
        ("Москве", "RU"), ("Києві", "UA"),
    ],
)  # fmt: skip
def test_names_in_other_scripts_lead_to_the_same_places(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    assert gazetteer.places(name)[0].country == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Artemivsk", "UA"), ("Stalino", "UA"), ("Dnipropetrovsk", "UA"), ("Kirovohrad", "UA"),
        ("Voroshilovgrad", "UA"), ("Krasnoarmeysk", "UA"), ("Lemberg", "UA"), ("Lvov", "UA"),
        ("Leningrad", "RU"), ("Stalingrad", "RU"), ("Gorky", "RU"), ("Kuybyshev", "RU"),
        ("Königsberg", "RU"), ("Danzig", "PL"), ("Breslau", "PL"), ("Stettin", "PL"),
        ("Constantinople", "TR"), ("Smyrna", "TR"), ("Saigon", "VN"), ("Rangoon", "MM"),
        ("Bombay", "IN"), ("Madras", "IN"), ("Calcutta", "IN"), ("Poona", "IN"), ("Peking", "CN"),
        ("Canton", "CN"), ("Mukden", "CN"), ("Batavia", "ID"), ("Salisbury", "ZW"),
        ("Leopoldville", "CD"), ("Lourenço Marques", "MZ"), ("Frunze", "KG"), ("Alma-Ata", "KZ"),
        ("Nur-Sultan", "KZ"), ("Titograd", "ME"), ("Pressburg", "SK"), ("Karl-Marx-Stadt", "DE"),
        ("Stepanakert", "AZ"), ("Reval", "EE"), ("Vilna", "LT"), ("Memel", "LT"),
    ],
)  # fmt: skip
def test_former_names_are_known(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place in gazetteer.places(name)}


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("the Kremlin", "RU", 55.75, 37.62), ("Heathrow", "GB", 51.47, -0.45),
        ("Schiphol Airport", "NL", 52.31, 4.76), ("Domodedovo Airport", "RU", 55.41, 37.91),
        ("JFK", "US", 40.64, -73.78), ("Bagram Air Base", "AF", 34.95, 69.27),
    ],
)  # fmt: skip
def test_airports_and_seats_of_power_are_small_areas(
    gazetteer: Gazetteer, name: str, country: str, latitude: float, longitude: float
) -> None:
    place = gazetteer.places(name)[0]
    assert (place.kind, place.country) == ("area", country)
    assert place.radius_km <= 5
    assert abs(place.latitude - latitude) < 0.02
    assert abs(place.longitude - longitude) < 0.02


@pytest.mark.parametrize("name", ["Human", "Royal", "Federal", "Tour", "SEC", "CIA", "act", "mass"])
def test_everyday_words_and_initials_are_no_towns(gazetteer: Gazetteer, name: str) -> None:
    assert not [place for place in gazetteer.places(name) if place.population > 20_000]


def test_a_county_lies_where_its_outline_does(gazetteer: Gazetteer) -> None:
    county = gazetteer.places("Apache County")[0]  # its seat is far in the south of it
    assert abs(county.latitude - 35.4) < 0.2
    assert 80 < county.radius_km < 110


def test_a_name_looked_up_again_gives_the_same_places(gazetteer: Gazetteer) -> None:
    again = [gazetteer.places("Springfield") for _ in range(2)]
    for number in range(5000):
        gazetteer.places(f"No such place {number}")
    assert again[0] == again[1] == gazetteer.places("Springfield")
