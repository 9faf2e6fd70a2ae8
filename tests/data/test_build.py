"""A sample of the data, rebuilt from the pinned packages, is the data that is shipped."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.names import name_key
from data.build import sources
from data.build.alternates import division_names, kept_names
from data.build.assign import regions_of
from data.build.basemap import build_areas, build_basemap
from data.build.counties import read_counties
from data.build.disputed import redrawn
from data.build.gazetteer import build_records, write_gazetteer
from data.build.records import Record
from data.build.shapes import read_shapes

DATA = Path(__file__).parents[2] / "data"
OUTLINES = Path(__file__).parent / "fixtures" / "iceland.json"
SAMPLE = ("IS",)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    sources.check_versions()
    return build_records(OUTLINES, None, countries=SAMPLE)


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.open()


def test_the_rebuilt_places_of_iceland_are_those_shipped(
    records: list[Record], shipped: Gazetteer
) -> None:
    assert len(records) > 100
    for record in records:
        place = shipped.place(record.id)
        assert place is not None
        assert (place.name, place.country, place.kind) == (
            record.name,
            record.country,
            record.kind,
        )
        assert place.population == record.population
        assert place.latitude == pytest.approx(record.latitude, abs=1e-5)
        assert place.longitude == pytest.approx(record.longitude, abs=1e-5)
        assert place.radius_km == pytest.approx(record.radius_km, abs=0.051)


def test_every_rebuilt_name_finds_its_place_in_the_shipped_gazetteer(
    records: list[Record], shipped: Gazetteer
) -> None:
    for record in records:
        for name in record.names:
            assert record.id in {place.id for place in shipped.places(name.removeprefix("="))}


def test_the_same_records_give_the_same_bytes(records: list[Record], tmp_path: Path) -> None:
    write_gazetteer(records, tmp_path / "one")
    write_gazetteer(list(records), tmp_path / "two")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_a_rebuilt_sample_opens_by_itself(records: list[Record], tmp_path: Path) -> None:
    write_gazetteer(records, tmp_path)
    sample = Gazetteer.open(tmp_path)
    assert len(sample) == len(records)
    assert sample.places("Reykjavik")[0].address == "Capital Region, Iceland"
    assert sample.near(65.68, -18.1, 1)[0].name == "Akureyri"


@pytest.mark.parametrize("scale", ["world.json", "detail.json"])
def test_the_rebuilt_outlines_of_iceland_are_those_shipped(
    shipped: Gazetteer, tmp_path: Path, scale: str
) -> None:
    shapes = list(redrawn(read_shapes(OUTLINES)))
    divisions = [one for one in sources.read_divisions() if one.country in SAMPLE]
    cities = [one for one in sources.read_cities() if one.country in SAMPLE]
    build_basemap(shapes, regions_of(shapes, divisions, cities), shipped, tmp_path)
    ours = json.loads((tmp_path / scale).read_text(encoding="utf-8"))
    theirs = json.loads((DATA / "basemap" / scale).read_text(encoding="utf-8"))
    assert _outlines(ours) == _outlines(theirs)


def test_the_rebuilt_seas_and_rivers_are_those_shipped(shipped: Gazetteer, tmp_path: Path) -> None:
    build_areas([], shipped, tmp_path)
    ours = json.loads((tmp_path / "areas.json").read_text(encoding="utf-8"))
    theirs = json.loads((DATA / "basemap" / "areas.json").read_text(encoding="utf-8"))
    for layer in ("seas", "lakes", "rivers"):
        assert _grounds(ours, layer) == _grounds(theirs, layer)


def _grounds(topology: dict[str, Any], layer: str) -> dict[int, Any]:
    """The ground that each feature covers, point by point."""
    return {
        one["id"]: [topology["arcs"][line] for (ring,) in one["arcs"] for line in ring]
        for one in topology["objects"][layer]["geometries"]
    }


def _outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """Iceland's features with their rings of grid points, whatever number each line has."""
    found = {}
    for layer in ("countries", "regions"):
        for feature in topology["objects"][layer]["geometries"]:
            if feature["properties"]["country"] in SAMPLE:
                rings = [
                    [topology["arcs"][line if line >= 0 else ~line] for line in ring]
                    for polygon in feature["arcs"]
                    for ring in polygon
                ]
                key = (layer, feature.get("id"), feature["properties"]["name"])
                found[key] = (feature["bbox"], rings)
    return found


def test_airport_codes_and_romanisations_are_no_names() -> None:
    names = set(kept_names("Teresina", ("THE", "Therezina", "te lei xi na", "Терезина", "ٹrysyna")))
    assert names == {"teresina", "therezina", "терезина"}


def test_everyday_words_and_very_short_names_are_no_names() -> None:
    assert set(kept_names("Of", ("Offe", "Of"))) == {"offe"}
    assert set(kept_names("Ha", ("Hà", "Ha Giang"))) == {"ha giang"}


@pytest.mark.parametrize("second", ["Human", "Royal", "Tour", "Wing", "Mod", "Sec", "SEC"])
def test_everyday_words_and_abbreviations_are_no_second_names(second: str) -> None:
    assert set(kept_names("Uman", (second, "Oumane"), 80_000)) == {"uman", "oumane"}


def test_a_village_may_bear_an_everyday_word_and_a_large_city_a_short_name() -> None:
    assert set(kept_names("Wing", ())) == {"wing"}
    assert set(kept_names("Fes", ("Fez",), 1_100_000)) == {"fes", "fez"}


def test_abbreviations_of_divisions_count_by_their_case() -> None:
    names = ("Australian Capital Territory", "ACT", "Mass.")
    assert {"=ACT", "=Mass."} < set(division_names(names, bare=True))
    assert not {"act", "mass"} & set(division_names(names, bare=True))


def test_a_division_is_also_found_without_its_type_unless_that_is_an_everyday_word() -> None:
    assert set(division_names(("Federal District",), bare=True)) == {"federal district"}
    assert set(division_names(("Kursk Oblast",), bare=True)) == {"kursk oblast", "kursk"}
    assert set(division_names(("Kursky District",), bare=False)) == {"kursky district"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "St. Etienne"),
        ("Łódź", "Lodz"),
        ("Sana’a", "Sana'a"),
        ("The Hague", "hague"),
        ("Port-au-Prince", "Port au Prince"),
        ("KHARKIV", "Kharkiv"),
        ("Chongjin", "Chongjin"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_county_is_joined_by_its_state_and_fips_code(tmp_path: Path) -> None:
    texas = sources.Division(1, 1, "US.TX", "Texas", "US", "State", "US-TX", 0, ())
    harris = sources.Division(2, 2, "US.TX.201", "Harris County", "US", "County", "", 1, ())
    table = {
        "transform": {"scale": [0.5, 0.5], "translate": [-96.0, 29.0]},
        "arcs": [[[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]],
        "objects": {
            "states": {"geometries": [{"id": "48", "properties": {"name": "Texas"}}]},
            "counties": {
                "geometries": [
                    {"id": "48201", "type": "Polygon", "arcs": [[0]]},
                    {"id": "72001", "type": "Polygon", "arcs": [[0]]},
                ]
            },
        },
    }
    path = tmp_path / "counties.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    (county,) = read_counties(path, [texas, harris])
    assert (county.id, county.latitude, county.longitude) == (2, 29.5, -95.5)


def test_letters_of_other_scripts_keep_their_marks() -> None:
    assert name_key("Йошкар") != name_key("Иошкар")
