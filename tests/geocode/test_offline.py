"""The gazetteer through geopy's interface, over the real files."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeocoderUnavailable
from geopy.extra.rate_limiter import RateLimiter
from geopy.location import Location
from geopy.point import Point

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.offline import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


@pytest.mark.parametrize(
    ("query", "country", "latitude", "longitude"),
    [
        ("Paris", "FR", 48.85, 2.35),
        ("New York", "US", 40.71, -74.01),
        ("Paris, Texas", "US", 33.66, -95.56),
        ("Paris, United States", "US", 33.66, -95.56),
        ("Odesa, Ukraine", "UA", 46.48, 30.73),
        ("Punjab, Pakistan", "PK", 30.9, 72.3),
        ("Birmingham, England, United Kingdom", "GB", 52.48, -1.90),
    ],
)
def test_a_name_with_what_contains_it_finds_the_place(
    geocoder: GazetteerGeocoder, query: str, country: str, latitude: float, longitude: float
) -> None:
    location = geocoder.geocode(query)
    assert isinstance(location, Location)
    assert location.raw["country"] == country
    assert (location.latitude, location.longitude) == pytest.approx((latitude, longitude), abs=0.5)


def test_a_location_reads_as_a_person_writes_it(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Paris")
    assert isinstance(location, Location)
    assert location.address.startswith("Paris, ")
    assert location.address.endswith("France")


def test_all_places_of_a_name_come_best_first(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.geocode("Paris", exactly_one=False)
    assert isinstance(locations, list)
    assert len(locations) > 3
    assert locations[0] == geocoder.geocode("Paris")


def test_no_more_come_than_wanted(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.geocode("Paris", exactly_one=False, limit=2)
    assert isinstance(locations, list)
    assert len(locations) == 2


@pytest.mark.parametrize("codes", ["us", ["CA", "US"]])
def test_countries_narrow_the_search(geocoder: GazetteerGeocoder, codes: str | list[str]) -> None:
    locations = geocoder.geocode("Paris", exactly_one=False, country_codes=codes)
    assert isinstance(locations, list)
    assert {location.raw["country"] for location in locations} <= {"CA", "US"}


@pytest.mark.parametrize("query", ["Qwxzyhamlet", "Paris, Qwxzyland", "Kyiv, Japan"])
def test_not_found_is_none(geocoder: GazetteerGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


@pytest.mark.parametrize("query", ["", "   ", None, 7, {"city": "Paris"}])
def test_what_is_no_query_is_geopys_error(geocoder: GazetteerGeocoder, query: object) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "query", [(48.8566, 2.3522), "48.8566, 2.3522", Point(48.8566, 2.3522), [48.8566, 2.3522]]
)
def test_a_point_finds_the_nearest_place(
    geocoder: GazetteerGeocoder, query: Point | tuple[float, float] | str
) -> None:
    location = geocoder.reverse(query)
    assert isinstance(location, Location)
    assert location.raw["country"] == "FR"
    assert (location.latitude, location.longitude) == pytest.approx((48.85, 2.35), abs=0.1)


def test_a_point_finds_the_nearest_few(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.reverse((48.8566, 2.3522), exactly_one=False, limit=3)
    assert isinstance(locations, list)
    assert len(locations) == 3


@pytest.mark.parametrize("query", ["somewhere", "", None, (1, 2, 3, 4), (float("nan"), 0)])
def test_what_is_no_point_is_geopys_error(geocoder: GazetteerGeocoder, query: object) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse(query)  # type: ignore[arg-type]


def test_what_is_written_for_geopy_runs_over_it(geocoder: GazetteerGeocoder) -> None:
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert [bool(geocode(name)) for name in ("Paris", "Qwxzyhamlet")] == [True, False]


def test_no_request_can_leave_it(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderUnavailable) as refused:
        geocoder._call_geocoder("http://127.0.0.1:9/", callback=list)
    assert isinstance(refused.value, GeocoderServiceError)
