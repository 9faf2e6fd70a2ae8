"""The claims of one place, newest first."""

from __future__ import annotations

from claimmap.view.frames import claims_frame
from claimmap.view.places import claims_at, newest_first, place_row
from tests.view.rows import at, dated, row


def test_a_place_is_told_as_plain_values() -> None:
    frame = claims_frame([row(**at(7, "Lyon", kind="city"))])
    assert place_row(frame, 7) == {"id": 7, "name": "Lyon", "country": "FR", "kind": "city"}
    assert place_row(frame, 8) is None
    assert place_row(claims_frame([]), 7) is None


def test_a_claim_is_at_each_of_its_places_with_all_its_rows() -> None:
    frame = claims_frame([row(**at(1)), row(**at(2)), row(claim="c2", **at(2)), row(claim="c3")])
    assert claims_at(frame, 1)["place"].tolist() == [1, 2]
    assert claims_at(frame, 2)["claim"].tolist() == ["c1", "c1", "c2"]


def test_claims_come_newest_first_and_undated_ones_last() -> None:
    frame = claims_frame(
        [
            row(claim="old", **dated("2024-01-01")),
            row(claim="none"),
            row(claim="open", **dated("2024-02-01", None)),
            row(claim="new", **dated("2024-03-01")),
            row(claim="also new", **dated("2024-02-20", "2024-03-01")),
        ]
    )
    assert newest_first(frame, "event") == ["new", "also new", "open", "old", "none"]
