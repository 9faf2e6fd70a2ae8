"""The browser's columns say exactly what the frame says."""

from __future__ import annotations

import gzip
import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from claimmap.view.columns import pack_columns, take_snapshot
from claimmap.view.doubt import certainty
from claimmap.view.frames import claims_frame
from tests.view.rows import HOSTILE, at, dated, many_rows, row


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray[Any, Any]]]:
    """The header and the arrays, read as claimmap/view/columns.py describes them."""
    length = int.from_bytes(data[:4], "little")
    header = json.loads(data[4 : 4 + length])
    arrays = {
        name: np.frombuffer(data, np.dtype(kind).newbyteorder("<"), count, 4 + length + offset)
        for name, (kind, offset, count) in header["arrays"].items()
    }
    return header, arrays


def days(header: dict[str, Any], numbers: np.ndarray[Any, Any]) -> list[str | None]:
    origin = np.datetime64(header["origin"], "D")
    return [str(origin + int(number) - 1) if number else None for number in numbers]


def test_a_claims_days_source_outlet_and_stance_come_back() -> None:
    frame = claims_frame(many_rows(1, 200))
    header, arrays = unpack(pack_columns(frame))
    claims = frame[frame["lead"]]
    for name in ("event_first", "event_last", "statement_first", "published"):
        told = [None if pd.isna(day) else str(day.date()) for day in claims[name]]
        assert days(header, arrays[name]) == told
    for name, names in (("source", "sources"), ("outlet", "outlets"), ("stance", "stances")):
        assert [header[names][code] for code in arrays[name]] == claims[name].tolist()


def test_a_claims_places_and_roles_come_back() -> None:
    frame = claims_frame(many_rows(2, 200))
    header, arrays = unpack(pack_columns(frame))
    placed = frame[frame["place"].notna()]
    assert arrays["place_id"][arrays["link_place"]].tolist() == placed["place"].tolist()
    assert [header["roles"][code] for code in arrays["link_role"]] == placed["role"].tolist()
    links = frame.groupby("claim", sort=False)["place"].count()
    assert arrays["links"].tolist() == links.tolist()
    named = dict(zip(arrays["place_id"].tolist(), header["names"], strict=True))
    assert named == {
        int(key): name for key, name in zip(placed["place"], placed["place_name"], strict=True)
    }


def test_a_claims_doubtful_places_are_marked() -> None:
    frame = claims_frame(many_rows(2, 200))
    _, arrays = unpack(pack_columns(frame))
    placed = frame[frame["place"].notna()]
    told = [certainty(confidence) == "doubtful" for confidence in placed["confidence"]]
    assert arrays["link_doubt"].astype(bool).tolist() == told
    assert 0 < sum(told) < len(told)


def test_every_array_starts_where_a_typed_array_of_its_type_may_start() -> None:
    data = pack_columns(claims_frame(many_rows(3, 77)))
    length = int.from_bytes(data[:4], "little")
    header, _ = unpack(data)
    for kind, offset, _ in header["arrays"].values():
        assert (4 + length + offset) % np.dtype(kind).itemsize == 0


def test_an_empty_store_has_columns_too() -> None:
    header, arrays = unpack(pack_columns(claims_frame([])))
    assert header["names"] == header["sources"] == []
    assert all(len(array) == 0 for array in arrays.values())


@pytest.mark.parametrize(("number", "kind"), [(200, "uint8"), (300, "uint16"), (70_000, "uint32")])
def test_integers_are_as_wide_as_the_places_and_sources_need(number: int, kind: str) -> None:
    rows = [row(claim=f"c{n}", source=f"s{n}", **at(n + 1)) for n in range(number)]
    header, arrays = unpack(pack_columns(claims_frame(rows)))
    assert arrays["link_place"].dtype.name == arrays["source"].dtype.name == kind
    assert arrays["place_id"][arrays["link_place"]].tolist() == list(range(1, number + 1))
    assert header["sources"][arrays["source"][number - 1]] == f"s{number - 1}"


def test_dates_of_antiquity_and_of_today_fit_together() -> None:
    frame = claims_frame([row(**dated("0044-03-15")), row(claim="c2", **dated("2024-03-08"))])
    header, arrays = unpack(pack_columns(frame))
    assert days(header, arrays["event_first"]) == ["0044-03-15", "2024-03-08"]


def test_places_of_our_own_table_keep_their_negative_ids() -> None:
    _, arrays = unpack(pack_columns(claims_frame([row(**at(-12))])))
    assert arrays["place_id"].tolist() == [-12]


def test_hostile_names_stay_what_they_are() -> None:
    header, _ = unpack(pack_columns(claims_frame([row(source=HOSTILE, **at(1, HOSTILE))])))
    assert header["sources"] == header["names"] == [HOSTILE]


def test_the_digest_names_the_content() -> None:
    one, same, other = (take_snapshot(claims_frame(many_rows(seed, 40))) for seed in (1, 1, 2))
    assert one.digest == same.digest != other.digest
    assert one.columns == same.columns
    assert gzip.decompress(one.columns) == pack_columns(one.frame)


def test_a_bit_is_set_for_each_claim_that_matches() -> None:
    snapshot = take_snapshot(claims_frame(many_rows(5, 21)))
    bits = np.frombuffer(snapshot.match_bits({"c0", "c9", "c20", "unknown"}), np.uint8)
    assert np.flatnonzero(np.unpackbits(bits, bitorder="little")).tolist() == [0, 9, 20]
    assert snapshot.match_bits([]) == bytes(3)
