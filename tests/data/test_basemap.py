"""The basemap draws the world whole, joined to the gazetteer, along the borders it says."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimmap.geocode.gazetteer import Gazetteer

FOLDER = Path(__file__).parents[2] / "data" / "basemap"
Point = tuple[float, float]


@pytest.fixture(scope="module", params=["world.json", "detail.json"])
def topology(request: pytest.FixtureRequest) -> dict[str, Any]:
    return read_topology(request.param)


def read_topology(file: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    (kx, ky), (dx, dy) = table["transform"]["scale"], table["transform"]["translate"]
    table["points"] = []
    for arc in table["arcs"]:
        x = y = 0
        points = []
        for ax, ay in arc:
            x, y = x + ax, y + ay
            points.append((x * kx + dx, y * ky + dy))
        table["points"].append(points)
    return table


def features(topology: dict[str, Any], layer: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = topology["objects"][layer]["geometries"]
    return found


def rings(topology: dict[str, Any], feature: dict[str, Any]) -> Iterator[list[Point]]:
    for polygon in feature["arcs"]:
        for ring in polygon:
            points: list[Point] = []
            for line in ring:
                arc = topology["points"][line if line >= 0 else ~line]
                points += (arc if line >= 0 else arc[::-1])[1 if points else 0 :]
            yield points


def holds(topology: dict[str, Any], feature: dict[str, Any], latitude: float, lon: float) -> bool:
    inside = False
    for ring in rings(topology, feature):
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > latitude) != (y2 > latitude):
                inside ^= lon < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1
    return inside


def country(topology: dict[str, Any], code: str) -> dict[str, Any]:
    return next(one for one in features(topology, "countries")
                if one["properties"]["country"] == code)  # fmt: skip


@pytest.mark.parametrize("layer", ["countries", "regions"])
def test_features_carry_the_ids_and_names_of_the_gazetteer(
    topology: dict[str, Any], layer: str
) -> None:
    gazetteer = Gazetteer.open()
    found = [one for one in features(topology, layer) if "id" in one]
    assert len({one["id"] for one in found}) == len(found)
    for feature in found:
        place = gazetteer.place(feature["id"])
        assert place is not None
        assert place.name == feature["properties"]["name"]
        assert place.country == feature["properties"]["country"]


def test_nearly_every_country_is_drawn(topology: dict[str, Any]) -> None:
    assert len(features(topology, "countries")) > 240
    assert all(one["arcs"] for one in features(topology, "countries"))


def test_most_regions_join_the_gazetteer(topology: dict[str, Any]) -> None:
    regions = features(topology, "regions")
    assert sum("id" in one for one in regions) > 3000


def test_every_ring_closes(topology: dict[str, Any]) -> None:
    for layer in ("countries", "regions"):
        for feature in features(topology, layer):
            for ring in rings(topology, feature):
                assert ring[0] == pytest.approx(ring[-1])


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("UA", 45.3, 34.4), ("UA", 48.0, 37.8), ("RU", 66.0, 187.0), ("RU", 51.7, 36.2),
        ("US", 64.0, -150.0), ("CA", 64.0, -135.0), ("SY", 33.0, 35.78), ("EH", 26.5, -12.0),
        ("CY", 35.3, 33.4), ("SO", 9.6, 45.0), ("GE", 43.0, 41.2), ("PS", 31.9, 35.2),
        ("GF", 4.0, -53.0), ("KP", 41.0, 128.0), ("KR", 36.5, 128.0), ("GL", 72.0, -40.0),
    ],
)  # fmt: skip
def test_a_point_lies_in_its_country_and_in_no_other(
    topology: dict[str, Any], code: str, latitude: float, longitude: float
) -> None:
    around = {
        one["properties"]["country"]
        for one in features(topology, "countries")
        if one["bbox"][0] <= longitude <= one["bbox"][2]
        and holds(topology, one, latitude, longitude)
    }
    assert around == {code}


@pytest.mark.parametrize("code", ["RU", "US", "FJ", "NZ"])
def test_countries_across_the_180th_meridian_are_in_one_piece(
    topology: dict[str, Any], code: str
) -> None:
    west, _, east, _ = country(topology, code)["bbox"]
    assert west < east
    assert east > 180 or west < -180
    assert east - west < 190


def test_no_line_to_stroke_runs_along_the_180th_meridian(topology: dict[str, Any]) -> None:
    for kind in ("coasts", "borders", "region_borders", "disputed"):
        for (line,) in topology["objects"][kind]["arcs"]:
            points = topology["points"][line]
            assert not all(abs(abs(x) - 180) < 0.001 for x, _ in points)


def test_crimea_is_a_region_of_ukraine_behind_a_disputed_line(topology: dict[str, Any]) -> None:
    crimea = next(one for one in features(topology, "regions") if one.get("id") == 703883)
    assert crimea["properties"]["country"] == "UA"
    disputed = {line for (line,) in topology["objects"]["disputed"]["arcs"]}
    outline = {max(line, ~line) for polygon in crimea["arcs"] for ring in polygon for line in ring}
    assert disputed & outline


def test_each_line_is_drawn_once(topology: dict[str, Any]) -> None:
    lines = [line for kind in ("coasts", "borders", "region_borders", "disputed")
             for (line,) in topology["objects"][kind]["arcs"]]  # fmt: skip
    assert len(lines) == len(set(lines))


def test_informal_regions_are_the_countries_and_regions_in_them(topology: dict[str, Any]) -> None:
    found = {one["id"]: one for one in features(topology, "areas")}
    donbas, scandinavia = found[-1], found[-25]
    assert holds(topology, donbas, 48.0, 37.8)  # Donetsk
    assert not holds(topology, donbas, 50.0, 36.2)  # Kharkiv
    assert holds(topology, scandinavia, 59.6, 17.0)
    assert not holds(topology, scandinavia, 62.0, 25.0)  # Finland


@pytest.fixture(scope="module")
def areas() -> dict[str, Any]:
    return read_topology("areas.json")


@pytest.mark.parametrize(
    ("layer", "id_", "latitude", "longitude"),
    [
        ("districts", 4696376, 29.8, -95.4),  # Harris County, Texas
        ("districts", 2651292, 50.7, -3.8),  # Devon
        ("seas", -4, 43.4, 34.5),  # Black Sea
        ("seas", -357, 58.0, 182.0),  # Bering Sea
        ("lakes", -460, -1.0, 33.0),  # Lake Victoria
        ("rivers", -479, 48.2, 16.4),  # the Danube at Vienna
    ],
)
def test_counties_and_waters_are_drawn_where_they_are(
    areas: dict[str, Any], layer: str, id_: int, latitude: float, longitude: float
) -> None:
    (feature,) = [one for one in features(areas, layer) if one["id"] == id_]
    assert holds(areas, feature, latitude, longitude)


def test_every_area_is_a_place_of_the_gazetteer(areas: dict[str, Any]) -> None:
    gazetteer = Gazetteer.open()
    kinds = {"districts": {"district"}, "seas": {"sea"}, "lakes": {"sea"}, "rivers": {"river"}}
    for layer, wanted in kinds.items():
        found = [gazetteer.place(one["id"]) for one in features(areas, layer)]
        assert {place.kind for place in found if place} == wanted
        assert None not in found


def test_nearly_every_county_of_the_united_states_is_drawn(areas: dict[str, Any]) -> None:
    gazetteer = Gazetteer.open()
    places = [gazetteer.place(one["id"]) for one in features(areas, "districts")]
    assert sum(place is not None and place.country == "US" for place in places) > 3100
