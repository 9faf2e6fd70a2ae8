"""The browser's columns say exactly what the rows say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import numpy as np
import pytest

from claimmap.view.columns import DAYS, pack_columns, to_date
from claimmap.view.doubt import certainty
from claimmap.view.gathering import ROW_FIELDS
from tests.view.rows import HOSTILE, a_place, at, columns_of, dated, many_rows, row

Fields = dict[str, Any]


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray[Any, Any]]]:
    """The header and the arrays, read as claimmap/view/columns.py describes them."""
    length = int.from_bytes(data[:4], "little")
    header = json.loads(data[4 : 4 + length])
    arrays = {
        name: np.frombuffer(data, np.dtype(kind).newbyteorder("<"), count, 4 + length + offset)
        for name, (kind, offset, count) in header["arrays"].items()
    }
    return header, arrays


def packed(rows: Iterable[Any]) -> tuple[dict[str, Any], dict[str, np.ndarray[Any, Any]]]:
    return unpack(pack_columns(columns_of(rows)))


def days(header: dict[str, Any], numbers: np.ndarray[Any, Any]) -> list[str | None]:
    origin = np.datetime64(header["origin"], "D")
    return [str(origin + int(number) - 1) if number else None for number in numbers]


def claims_in(rows: Iterable[Any]) -> list[list[Fields]]:
    """The rows by their names, a list for each claim."""
    named = [dict(zip(ROW_FIELDS, one, strict=True)) for one in rows]
    return [list(some) for _, some in groupby(named, key=lambda one: one["number"])]


def test_a_claims_days_source_outlet_and_stance_come_back() -> None:
    header, arrays = packed(many_rows(1, 200))
    claims = [rows[0] for rows in claims_in(many_rows(1, 200))]
    for name in DAYS:
        told = [claim[name] if claim[name] is None else to_date(claim[name]) for claim in claims]
        assert days(header, arrays[name]) == [day and day.isoformat() for day in told]
    for name, names in (("source", "sources"), ("outlet", "outlets"), ("stance", "stances")):
        assert [header[names][code] for code in arrays[name]] == [one[name] for one in claims]


def test_a_claims_places_roles_and_doubts_come_back() -> None:
    header, arrays = packed(many_rows(2, 200))
    claims = claims_in(many_rows(2, 200))
    placed = [one for rows in claims for one in rows if one["place"] is not None]
    assert arrays["place_id"][arrays["link_place"]].tolist() == [one["place"] for one in placed]
    assert [header["roles"][code] for code in arrays["link_role"]] == [
        one["role"] for one in placed
    ]
    assert arrays["links"].tolist() == [
        sum(one["place"] is not None for one in rows) for rows in claims
    ]
    assert header["names"] == [f"Place {id_}" for id_ in arrays["place_id"]]
    doubtful = [certainty(one["confidence"]) == "doubtful" for one in placed]
    assert arrays["link_doubt"].astype(bool).tolist() == doubtful
    assert 0 < sum(doubtful) < len(doubtful)


def test_every_array_starts_where_a_typed_array_of_its_type_may_start() -> None:
    data = pack_columns(columns_of(many_rows(3, 77)))
    length = int.from_bytes(data[:4], "little")
    header, _ = unpack(data)
    for kind, offset, _ in header["arrays"].values():
        assert (4 + length + offset) % np.dtype(kind).itemsize == 0


def test_an_empty_store_has_columns_too() -> None:
    header, arrays = packed([])
    assert header["names"] == header["sources"] == []
    assert all(len(array) == 0 for array in arrays.values())


@pytest.mark.parametrize(("number", "kind"), [(200, "uint8"), (300, "uint16"), (70_000, "uint32")])
def test_integers_are_as_wide_as_the_places_and_sources_need(number: int, kind: str) -> None:
    header, arrays = packed(row(number=n, source=f"s{n}", **at(n)) for n in range(1, number + 1))
    assert arrays["link_place"].dtype.name == arrays["source"].dtype.name == kind
    assert arrays["place_id"][arrays["link_place"]].tolist() == list(range(1, number + 1))
    assert header["sources"][arrays["source"][number - 1]] == f"s{number}"


def test_dates_of_antiquity_and_of_today_fit_together() -> None:
    header, arrays = packed([row(**dated("0044-03-15")), row(number=2, **dated("2024-03-08"))])
    assert days(header, arrays["event_first"]) == ["0044-03-15", "2024-03-08"]


def test_places_of_our_own_table_keep_their_negative_ids() -> None:
    _, arrays = packed([row(**at(-12))])
    assert arrays["place_id"].tolist() == [-12]


def test_hostile_names_stay_what_they_are() -> None:
    columns = columns_of([row(source=HOSTILE, **at(1))], a_place(1, HOSTILE))
    header, _ = unpack(pack_columns(columns))
    assert header["sources"] == header["names"] == [HOSTILE]


def test_the_claims_of_a_place_are_found_once_each() -> None:
    rows = [
        row(**at(1, role="origin")),
        row(**at(1)),
        row(**at(2)),
        row(number=2, **at(2)),
        row(number=3),
    ]
    columns = columns_of(rows)
    codes = [columns.code_of(place) for place in (1, 2, 3)]
    assert codes == [0, 1, None]
    assert [columns.claims_at(code).tolist() for code in (0, 1)] == [[0], [0, 1]]
