"""Claims as CSV, GeoJSON and JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from claimmap.model import Claim, Document, Filter, Interval, Place, Source, Span, Toponym
from claimmap.view.evidence import claim_row
from claimmap.view.exports import FILE_COLUMNS, FORMATS, export
from claimmap.view.filters import Counts

TEXT = "Two boats left Porto for Lagos on Monday."
PORTO = Place(2735943, "Porto", "PT", "city", 41.15, -8.61, 249633, "Portugal")
LAGOS = Place(2267226, "Lagos", "PT", "city", 37.1, -8.67, 18831, "Faro, Portugal")
EVERYTHING = Filter()
COUNTS = Counts(total=3, shown=2, unplaced=1, undated=0, hidden=1)


def make_row(*places: Place, source: str = "Ana", title: str = "", text: str = TEXT) -> Any:
    document = Document("d", "The Wire", title, "https://example.org/", date(2024, 3, 6), text)
    day = Interval(date(2024, 3, 4), date(2024, 3, 4), 1, "on Monday")
    words = Span(0, len(text))
    toponyms = tuple(Toponym(Span(15, 20), "scene", (), place, 0.91234, "", 1) for place in places)
    outlet = Source(source, "person")
    claim = Claim("c", "d", words, (words,), None, (outlet,), "asserted", (), day, day, toponyms)
    return claim_row(claim, document, text)


def written(form: Any, *rows: Any, wanted: Filter = EVERYTHING) -> str:
    return "".join(export(form, rows, wanted, COUNTS))


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("form", FORMATS)
def test_no_claims_make_a_whole_file_all_the_same(form: Any) -> None:
    text = written(form)
    if form == "csv":
        assert text == ",".join(FILE_COLUMNS) + "\r\n"
    else:
        assert json.loads(text)["claimmap"]["counts"]["total"] == 3


def test_csv_has_a_row_for_each_claim_and_place() -> None:
    rows = read_csv(written("csv", make_row(PORTO, LAGOS), make_row()))
    assert [row["place"] for row in rows] == ["Porto", "Lagos", ""]
    assert [row["latitude"] for row in rows] == ["41.15", "37.1", ""]
    assert {row["sentence"] for row in rows} == {TEXT}


def test_a_sources_grade_is_in_every_file() -> None:
    row = make_row(PORTO)
    row["source"]["grade"] = "B"
    assert [one["source_grade"] for one in read_csv(written("csv", row, make_row()))] == ["B", ""]
    (feature,) = json.loads(written("geojson", row))["features"]
    assert feature["properties"]["source_grade"] == "B"
    (claim,) = json.loads(written("json", row))["claims"]
    assert claim["source"]["grade"] == "B"


def test_a_place_named_twice_in_a_claim_is_one_row_with_its_surest_mention() -> None:
    row = make_row(PORTO, LAGOS, PORTO)
    row["places"][2]["confidence"] = 0.99
    found = [(one["place"], one["confidence"]) for one in read_csv(written("csv", row))]
    assert found == [("Porto", "0.99"), ("Lagos", "0.912")]


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_each_place_tells_its_doubt_in_numbers_and_in_words(form: Any) -> None:
    row = make_row(PORTO)
    row["places"][0] |= {
        "confidence": 0.41,
        "certainty": "doubtful",
        "precision": 2,
        "extent": "near it, within 25 km of Porto, for the text says “near”",
        "radius_km": 25.0,
        "reason": "spelled Porto",
    }
    text = written(form, row)
    told = read_csv(text)[0] if form == "csv" else json.loads(text)["features"][0]["properties"]
    names = ("confidence", "certainty", "precision", "extent", "radius_km", "reason")
    assert [str(told[name]) for name in names] == [str(row["places"][0][name]) for name in names]


def test_the_doubt_of_a_place_is_computed_where_it_is_defined() -> None:
    (told,) = read_csv(written("csv", make_row(PORTO)))
    assert (told["certainty"], told["precision"], told["extent"]) == (
        "sure",
        "1",
        "the town itself",
    )


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1+1"])
def test_no_csv_cell_can_run_as_a_formula(start: str) -> None:
    (row,) = read_csv(written("csv", make_row(PORTO, source=start, title=start)))
    assert row["source"] == "'" + start
    assert row["title"] == "'" + start
    assert row["longitude"] == "-8.61"


def test_csv_keeps_commas_quotes_and_line_breaks() -> None:
    text = 'He said: "no, never"\nand left.'
    (row,) = read_csv(written("csv", make_row(text=text)))
    assert row["sentence"] == text


def test_geojson_has_a_feature_for_each_claim_and_place_longitude_first() -> None:
    data = json.loads(written("geojson", make_row(PORTO, LAGOS), make_row()))
    assert data["type"] == "FeatureCollection"
    assert [one["geometry"] and one["geometry"]["coordinates"] for one in data["features"]] == [
        [-8.61, 41.15],
        [-8.67, 37.1],
        None,
    ]
    assert all(one["type"] == "Feature" for one in data["features"])
    assert all(tuple(one["properties"]) == FILE_COLUMNS for one in data["features"])


@pytest.mark.parametrize("form", ["geojson", "json"])
def test_the_filter_and_the_counts_are_told(form: Any) -> None:
    wanted = Filter(first=date(2024, 3, 1), sources=("Ana",), places=(2735943,))
    about = json.loads(written(form, make_row(PORTO), wanted=wanted))["claimmap"]
    assert about["filter"]["first"] == "2024-03-01"
    assert about["filter"]["sources"] == ["Ana"]
    assert about["counts"] == {
        "total": 3,
        "shown": 2,
        "unplaced": 1,
        "undated": 0,
        "hidden": 1,
    }


def test_json_has_each_claim_once_with_its_whole_evidence() -> None:
    row = make_row(PORTO, LAGOS)
    assert json.loads(written("json", row))["claims"] == [row]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "${1}`\\", "a\u2028b", "</script>"])
def test_hostile_text_is_kept_as_it_is(text: str) -> None:
    data = json.loads(written("geojson", make_row(text=text)))
    assert data["features"][0]["properties"]["sentence"] == text
    assert read_csv(written("csv", make_row(text=text)))[0]["sentence"] == text
