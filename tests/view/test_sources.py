"""A page of sources tells what a plain count of their claims would."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest

from claimmap.model import STANCES, Source, SourceEdit
from claimmap.relate.directory import Directory
from claimmap.store import FigureRow
from claimmap.view.columns import Columns, to_day
from claimmap.view.figure_charts import LIGHT
from claimmap.view.series import Figures, read_figures
from claimmap.view.source_files import COLUMNS, write_csv
from claimmap.view.source_time import periods, periods_chart, tell_periods
from claimmap.view.sources import (
    ORDERS,
    SourceOrder,
    code_of,
    list_sources,
    outlets_of,
    places_of,
    source_rows,
)
from tests.view.rows import HOSTILE, columns_of, many_rows, row

WHEN = datetime(2024, 3, 4, tzinfo=UTC)


def told_of(columns: Columns, heard: Mapping[int, tuple[str, int]]) -> Figures:
    """The figures of columns whose claims have such a root and so many links in their chain."""
    rows = [
        FigureRow(number, "d", Source(heard[number][0], "person"), "", (), heard[number][1])
        for number in columns.number.tolist()
    ]
    return read_figures(lambda _: rows, columns, {})


def directory_of(columns: Columns, *edits: SourceEdit) -> Directory:
    said = Counter(Source(name, "person") for name in columns.sources)
    return Directory({name: name for name in columns.sources}, said, edits)


@pytest.fixture
def columns() -> Columns:
    return columns_of(many_rows(1, 300))


@pytest.fixture
def figures(columns: Columns) -> Figures:
    numbers = columns.number.tolist()
    return told_of(columns, {number: (f"Root {number % 7}", number % 4) for number in numbers})


def test_the_rows_are_what_a_plain_count_of_the_claims_gives(
    columns: Columns, figures: Figures
) -> None:
    shown = columns.number % 3 > 0
    directory = directory_of(columns)
    codes = list_sources(columns, directory, shown).tolist()
    for code, told in zip(codes, source_rows(figures, directory, shown, codes), strict=True):
        mine = np.flatnonzero(shown & (columns.source == code)).tolist()
        steps = Counter(int(columns.number[claim]) % 4 for claim in mine)
        assert told["name"] == columns.sources[code]
        assert told["claims"] == len(mine)
        assert told["witnesses"] == len({int(columns.number[claim]) % 7 for claim in mine})
        assert (told["first_hand"], told["relayed"]) == (steps[2], steps[3])
        assert told["own_words"] == steps[0] + steps[1]
        stances = Counter(STANCES[columns.stance[claim]] for claim in mine)
        assert told["stances"] == {stance: stances[stance] for stance in STANCES}
        assert told["outlets"] == len({int(columns.outlet[claim]) for claim in mine})
        links = np.isin(columns.link_claim, mine)
        assert told["places"] == len(set(columns.link_place[links].tolist()))
        claims = np.array(mine)
        assert sum(one["times"] for one in outlets_of(columns, claims)) == len(mine)
        assert len(places_of(columns, claims)) == told["places"]


@pytest.mark.parametrize("by", ORDERS)
def test_each_source_of_a_claim_shown_is_listed_once(columns: Columns, by: SourceOrder) -> None:
    shown = columns.number < 200
    codes = list_sources(columns, directory_of(columns), shown, by=by).tolist()
    assert sorted(codes) == np.unique(columns.source[shown]).tolist()


def test_the_list_can_be_put_in_order() -> None:
    columns = columns_of(
        [
            row(source="Ben", published="2024-05-01"),
            row(number=2, source="ada", published="2024-01-01"),
            row(number=3, source="ada", published="2024-01-02"),
            row(number=4, source="Cy", published=None),
        ]
    )

    def listed(by: SourceOrder) -> list[str]:
        every = np.ones(len(columns), dtype=bool)
        codes = list_sources(columns, directory_of(columns), every, by=by).tolist()
        return [columns.sources[code] for code in codes]

    assert listed("claims")[0] == "ada"
    assert listed("name") == ["ada", "Ben", "Cy"]
    assert listed("latest") == ["Ben", "ada", "Cy"]


def test_a_source_is_found_by_any_of_its_names() -> None:
    columns = columns_of([row(source="National Weather Agency"), row(number=2, source="Ben")])
    said = {Source("NWA", "government"): 1, Source("National Weather Agency", "government"): 1}
    names = {"NWA": "National Weather Agency", "National Weather Agency": "National Weather Agency"}
    directory = Directory(names, said, ())
    every = np.ones(2, dtype=bool)
    for asked in ("nwa", "weather national", "NATIONAL"):
        assert list_sources(columns, directory, every, asked).tolist() == [1]
    assert list_sources(columns, directory, every, "zzz").tolist() == []


def test_a_row_tells_what_people_said() -> None:
    columns = columns_of([row(source=HOSTILE)])
    edits = [
        SourceEdit("grade", WHEN, (HOSTILE,), value="C", number=1),
        SourceEdit("note", WHEN, (HOSTILE,), value="=1+1", number=2),
    ]
    (told,) = source_rows(
        told_of(columns, {1: ("r", 2)}), directory_of(columns, *edits), np.ones(1, bool), [0]
    )
    assert (told["grade"], told["note"]) == ("C", "=1+1")
    (cells,) = csv.DictReader(io.StringIO(write_csv([told]), newline=""))
    assert tuple(cells) == COLUMNS
    assert (cells["name"], cells["grade"], cells["note"]) == (HOSTILE, "C", "'=1+1")


def test_an_empty_store_has_no_source() -> None:
    columns = columns_of([])
    none = np.zeros(0, dtype=bool)
    directory = directory_of(columns)
    assert list_sources(columns, directory, none).tolist() == []
    assert source_rows(told_of(columns, {}), directory, none, []) == []
    assert code_of(columns, "Ada") is None
    assert write_csv([]).splitlines() == [",".join(COLUMNS)]


def test_a_source_without_a_claim_under_the_filter_counts_nothing(
    columns: Columns, figures: Figures
) -> None:
    none = np.zeros(len(columns), dtype=bool)
    (told,) = source_rows(figures, directory_of(columns), none, [0])
    assert (told["claims"], told["first"], told["when"]) == (0, None, "")


def test_a_code_is_found_by_the_name_alone(columns: Columns) -> None:
    assert [code_of(columns, name) for name in columns.sources] == list(range(len(columns.sources)))
    assert code_of(columns, "Source") is None


def days(*iso: str) -> Any:
    return np.array([to_day(date.fromisoformat(one)) for one in iso], dtype=np.int64)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], []),
        (["2024-03-04"], [("2024-03-04", "2024-03-05", 1)]),
        (
            ["2024-03-04", "2024-03-04", "2024-03-31"],
            [("2024-03-04", "2024-03-05", 2), ("2024-03-31", "2024-04-01", 1)],
        ),
        (
            ["2023-12-30", "2024-03-04", "2024-03-31"],
            [("2023-12-01", "2024-01-01", 1), ("2024-03-01", "2024-04-01", 2)],
        ),
        (
            ["1999-06-01", "2024-03-31"],
            [("1999-01-01", "2000-01-01", 1), ("2024-01-01", "2025-01-01", 1)],
        ),
        (
            ["0001-01-01", "9999-12-31"],
            [("0001-01-01", "0002-01-01", 1), ("9999-01-01", "9999-12-31", 1)],
        ),
    ],
)
def test_claims_are_told_by_day_month_or_year(
    told: Sequence[str], expected: list[tuple[str, str, int]]
) -> None:
    rows = periods(days(*told))
    assert [(one["first"], one["end"], one["claims"]) for one in rows] == expected


def test_the_chart_holds_each_period_and_its_words_do_too() -> None:
    rows = periods(days("2024-03-04", "2024-03-05", "2024-03-05"))
    assert periods_chart(rows, LIGHT)["data"]["values"] == rows
    assert tell_periods(rows) == "Claims over time. 4 March 2024: 1; 5 March 2024: 2"
