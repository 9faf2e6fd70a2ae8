"""The table of claims has one schema, empty or full."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from claimmap.model import DRAWN_ROLES, PLACE_KINDS
from claimmap.store.nouns import ClaimRow
from claimmap.view.frames import ROW_FIELDS, SCHEMA, claims_frame
from tests.view.rows import at, dated, many_rows, row


def kinds(frame: pd.DataFrame) -> dict[str, str]:
    return {name: dtype.name for name, dtype in frame.dtypes.items()}


def test_the_columns_are_the_schemas_whether_empty_or_full() -> None:
    empty, full = claims_frame([]), claims_frame(many_rows(1, 50))
    assert list(empty.columns) == list(full.columns) == list(SCHEMA)
    assert kinds(empty) == kinds(full)


def test_a_row_of_the_store_is_a_row_of_the_frame() -> None:
    assert ClaimRow._fields == ROW_FIELDS


def test_dates_are_whole_days_from_dates_and_from_iso_strings() -> None:
    frame = claims_frame([row(**dated("2024-03-08")), row(claim="c2", published="2024-03-09")])
    assert frame["event_first"][0] == pd.Timestamp(2024, 3, 8)
    assert frame["published"].tolist() == [pd.Timestamp(2024, 3, 10), pd.Timestamp(2024, 3, 9)]
    assert frame["event_last"].isna().tolist() == [False, True]


def test_days_far_from_ours_are_kept() -> None:
    frame = claims_frame([row(published=date(1212, 7, 16)), row(claim="c2", published=date.max)])
    assert [day.year for day in frame["published"]] == [1212, 9999]


def test_a_claim_without_a_place_has_one_row_with_nothing_in_its_place() -> None:
    frame = claims_frame([row()])
    assert frame[["place", "place_name", "latitude", "kind"]].isna().all(axis=None)
    assert frame["lead"].tolist() == [True]


def test_a_place_named_twice_in_one_claim_is_one_row() -> None:
    twice = [row(**at(5)), row(**at(5)), row(**at(5, role="origin"))]
    assert claims_frame(twice)["role"].tolist() == ["scene", "origin"]


def test_rows_of_a_claim_stand_together_however_they_come() -> None:
    frame = claims_frame([row(**at(1)), row(claim="c2"), row(**at(2))])
    assert frame["claim"].tolist() == ["c1", "c1", "c2"]
    assert frame["lead"].tolist() == [True, False, True]


def test_counting_claims_is_summing_leads() -> None:
    frame = claims_frame(many_rows(2, 300))
    assert frame["lead"].sum() == frame["claim"].nunique() == 300


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_every_kind_of_place_has_a_category(kind: str) -> None:
    assert claims_frame([row(**at(1, kind=kind))])["kind"][0] == kind


@pytest.mark.parametrize("role", sorted(DRAWN_ROLES))
def test_every_drawn_role_has_a_category(role: str) -> None:
    assert claims_frame([row(**at(1, role=role))])["role"][0] == role


def test_a_source_goes_by_one_name_over_all_reports() -> None:
    rows = [row(source="NWA"), row(claim="c2", source="National Weather Agency")]
    frame = claims_frame(rows, {"NWA": "National Weather Agency"})
    assert frame["source"].tolist() == ["National Weather Agency"] * 2
