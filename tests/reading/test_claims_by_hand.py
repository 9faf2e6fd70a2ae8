"""Claims that people write by hand are understood, and what they leave out is not made up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from claimmap.reading.formats.pieces import Piece
from claimmap.reading.messages import Found
from tests.reading.conftest import Read
from tests.reading.made_claims import read_pieces
from tests.reading.making import WORDS

BY_HAND = "text,source,place\n"


def by_hand(*rows: str) -> list[Piece]:
    return read_pieces("csv", BY_HAND + "\n".join(rows))


def test_rows_of_a_person_need_a_text_a_source_and_a_place() -> None:
    pieces = by_hand("It rained.,Ana,Porto", ",Ana,Porto", "It snowed.,,Porto")
    assert [piece.part for piece in pieces if piece.error] == ["row 3", "row 4"]
    ((claim,),) = (piece.ready.extraction.claims for piece in pieces if piece.ready)
    assert (claim.source.name, claim.stance) == ("Ana", "asserted")
    assert claim.event.first is None
    assert "not given" in claim.event.how


def test_a_persons_own_names_of_columns_are_understood_and_told() -> None:
    table = (
        "Quote,Speaker,Lat,Lng,Date\nIt rained.,Ana,41.1,-8.6,18 Oct 2024\nIt blew.,Bea,,,3/4/24\n"
    )
    bad, good = read_pieces("csv", table)
    assert (bad.part, bad.error[:5]) == ("row 3", "Date:")
    assert good.ready
    (claim,) = good.ready.extraction.claims
    assert claim.event.first == claim.event.last == date(2024, 10, 18)
    (place,) = good.ready.places
    assert (place.latitude, place.longitude) == (41.1, -8.6)


def test_rows_of_one_title_are_one_report() -> None:
    table = (
        "text,source,place,title\nIt rained.,Ana,Porto,Rain\nIt snowed.,Ana,Porto,\n"
        "It blew.,Bea,Porto,Rain\n"
    )
    found = [piece.ready.extraction for piece in read_pieces("csv", table) if piece.ready]
    assert [len(one.claims) for one in found] == [2, 1]


def test_points_of_features_are_places_longitude_first() -> None:
    features: Sequence[dict[str, Any]] = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [-8.6, 41.1]},
            "properties": {"text": "It rained.", "source": "Ana"},
        },
        {"type": "Feature", "geometry": {"type": "Polygon"}, "properties": {"text": "x"}},
    ]
    text = json.dumps({"features": features, "type": "FeatureCollection"})
    good, bad = read_pieces("geojson", text)
    assert good.ready
    assert (good.ready.places[0].latitude, good.ready.places[0].longitude) == (41.1, -8.6)
    assert bad.part == "feature 2"


def test_a_table_of_reports_stays_one(read: Read) -> None:
    (found,) = read(f"text,source,date\n{WORDS},The Paper,2024-10-18\n".encode(), "a.csv")
    assert isinstance(found, Found)
    assert found.document.outlet == "The Paper"


def test_a_table_of_claims_is_one_of_reports_if_a_person_says_so(read: Read) -> None:
    (found,) = read(f"{BY_HAND}{WORDS},Ana,Porto\n".encode(), "a.csv", {"text": "text"})
    assert isinstance(found, Found)
