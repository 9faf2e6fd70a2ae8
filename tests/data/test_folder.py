"""What stands in data/: small, attributed, and our own tables sound."""

import csv
import json
import re
import tomllib
from pathlib import Path

import pytest

from data.build import fetch, sources

DATA = Path(__file__).parents[2] / "data"
SHIPPED = [*DATA.glob("*"), *(DATA / "gazetteer").glob("*"), *(DATA / "basemap").glob("*")]
REGIONS = list(csv.DictReader((DATA / "regions.csv").open(encoding="utf-8", newline="")))


def test_the_data_stays_under_thirty_megabytes() -> None:
    kept = [file for file in SHIPPED if file.is_file() and not file.name.startswith("claimmap.db")]
    assert sum(file.stat().st_size for file in kept) < 30_000_000


@pytest.mark.parametrize("words", ["GeoNames", "CC BY 4.0", "Natural Earth", "public domain"])
def test_sources_and_licences_are_named(words: str) -> None:
    assert words in (DATA / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["gazetteer", "basemap"])
def test_each_folder_names_its_source(folder: str) -> None:
    text = (DATA / folder / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth" in text
    assert "public domain" in text


def test_the_versions_named_are_the_ones_the_build_is_pinned_to() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8").casefold()
    for name, version in sources.PINNED.items():
        assert f"{name} {version}" in text
    for package in fetch.PACKAGES:
        assert package.name.replace("@", " ") in text


def test_the_readme_counts_the_rows_of_the_table_of_regions() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    counted = re.search(r"(\d+) informal regions", text)
    assert counted is not None
    assert int(counted[1]) == len(REGIONS)


def test_regions_have_their_own_id_and_name() -> None:
    assert len({row["id"] for row in REGIONS}) == len(REGIONS)
    assert len({row["name"] for row in REGIONS}) == len(REGIONS)


def test_a_region_has_a_kind_a_point_a_reach_and_real_countries() -> None:
    countries = set(json.loads((DATA / "gazetteer" / "meta.json").read_text())["countries"])
    for row in REGIONS:
        assert row["kind"] in {"area", "sea", "river"}, row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row
        assert 0 < float(row["radius_km"]) < 8000, row
        assert set(filter(None, row["countries"].split("|"))) <= countries, row


def test_outlines_are_rings_of_points_of_our_own_regions() -> None:
    kinds = {row["id"]: row["kind"] for row in REGIONS}
    table = tomllib.loads((DATA / "outlines.toml").read_text(encoding="utf-8"))
    for layer, kind in (("seas", "sea"), ("lakes", "sea"), ("rivers", "river")):
        for id_, numbers in table[layer].items():
            assert kinds[id_] == kind, id_
            assert len(numbers) % 2 == 0, id_
            assert len(numbers) >= 6, id_
            assert all(-90 <= latitude <= 90 for latitude in numbers[::2]), id_


def test_demonyms_belong_to_real_countries() -> None:
    countries = json.loads((DATA / "gazetteer" / "meta.json").read_text())["countries"]
    table = tomllib.loads((DATA / "names.toml").read_text(encoding="utf-8"))
    for codes in table["demonyms"].values():
        assert set(codes) <= set(countries)
    assert set(table["countries"]) <= set(countries)
