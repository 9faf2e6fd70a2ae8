"""A filter shows the claims that hold all its fields, and the counts always add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote_plus

import numpy as np
import pytest

from claimmap.model import STANCES, TIME_BASES, Filter, Grade
from claimmap.view.columns import BASES, Columns, to_day
from claimmap.view.filters import Counts, apply_filter, filter_query, name_filter, read_filter
from claimmap.view.gathering import ROW_FIELDS
from tests.view.rows import HOSTILE, at, columns_of, dated, graded, many_rows, row, some_filters


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def shown(columns: Columns, wanted: Filter, matches: Any = None) -> list[int]:
    """The numbers of the claims that pass."""
    numbers: list[int] = columns.number[apply_filter(columns, wanted, matches).claims()].tolist()
    return numbers


@pytest.mark.parametrize(
    ("interval", "first", "last", "expected"),
    [
        (("2024-03-08", "2024-03-08"), None, None, True),
        (("2024-03-08", "2024-03-08"), "2024-03-08", "2024-03-08", True),
        (("2024-03-08", "2024-03-08"), "2024-03-09", None, False),
        (("2024-03-08", "2024-03-08"), None, "2024-03-07", False),
        (("2024-03-01", "2024-03-31"), "2024-03-31", "2024-04-30", True),
        (("2024-03-01", "2024-03-31"), "2024-04-01", "2024-04-30", False),
        (("2024-03-01", "2024-03-31"), "2024-03-10", "2024-03-11", True),
        (("2024-03-01", None), "2030-01-01", "2030-01-02", True),
        (("2024-03-01", None), None, "2024-02-28", False),
        ((None, "2024-03-01"), None, "1990-01-01", True),
        ((None, "2024-03-01"), "2024-03-02", None, False),
        ((None, None), None, None, True),
        ((None, None), "2024-03-01", None, False),
        ((None, None), None, "2024-03-01", False),
    ],
)
def test_a_claim_is_shown_when_its_interval_meets_the_range(
    interval: tuple[str | None, str | None], first: str | None, last: str | None, expected: bool
) -> None:
    columns = columns_of([row(**dated(*interval))])
    assert bool(shown(columns, Filter(day(first), day(last)))) is expected


def test_the_basis_says_which_of_the_times_counts() -> None:
    columns = columns_of([row(**dated("2024-03-08"), **dated("2024-03-09", basis="statement"))])
    for basis, on in zip(TIME_BASES, (8, 9, 10), strict=True):
        for number in (8, 9, 10):
            the_day = date(2024, 3, number)
            assert bool(shown(columns, Filter(the_day, the_day, basis))) is (number == on)


def test_a_claim_passes_when_one_of_its_places_is_wanted() -> None:
    columns = columns_of([row(**at(1)), row(**at(2)), row(number=2, **at(3))])
    assert shown(columns, Filter(places=(2,))) == [1]
    assert shown(columns, Filter(places=(1, 2, 3, 99))) == [1, 2]
    assert shown(columns, Filter(places=(99,))) == []


def test_all_fields_must_hold_at_once() -> None:
    columns = columns_of([row(), row(number=2, source="Ben"), row(number=3, stance="denied")])
    assert shown(columns, Filter(sources=("Ada Stone",))) == [1, 3]
    assert shown(columns, Filter(sources=("Ada Stone",), stances=("denied",))) == [3]
    assert shown(columns, Filter(sources=("Nobody",))) == []
    matches = np.array([False, True, False])
    assert shown(columns, Filter(outlets=("Morning Paper",)), matches) == [2]
    assert shown(columns, Filter(text="nothing"), np.zeros(3, dtype=bool)) == []


def test_counts_tell_what_is_shown_unplaced_undated_and_hidden() -> None:
    columns = columns_of(
        [
            row(**dated("2024-03-08"), **at(1)),
            row(**dated("2024-03-08"), **at(2)),
            row(number=2, **dated("2024-03-08")),
            row(number=3, **dated("2020-01-01")),
            row(number=4),
            row(number=5, source="Ben"),
        ]
    )
    wanted = Filter(first=date(2024, 1, 1), sources=("Ada Stone",))
    counts = apply_filter(columns, wanted).counts
    assert counts == Counts(total=5, shown=2, unplaced=1, undated=1, hidden=2)


def passes(rows: list[dict[str, Any]], wanted: Filter, grades: Mapping[str, Grade]) -> bool:
    """The filter in plain words, over the rows of one claim."""
    claim = rows[0]
    if wanted.grades and grades.get(claim["source"], "ungraded") not in wanted.grades:
        return False
    named = (
        ("source", wanted.sources),
        ("outlet", wanted.outlets),
        ("stance", wanted.stances),
    )
    if any(names and claim[name] not in names for name, names in named):
        return False
    if wanted.places and not {one["place"] for one in rows} & set(wanted.places):
        return False
    if wanted.first is None and wanted.last is None:
        return True
    first, last = (claim[name] for name in BASES[wanted.basis])
    if first is None and last is None:
        return False
    begins = first is None or wanted.last is None or first <= to_day(wanted.last)
    ends = last is None or wanted.first is None or last >= to_day(wanted.first)
    return begins and ends


@pytest.mark.parametrize("every", [1, 3])
def test_the_filter_is_what_its_words_say_and_counts_always_add_up(every: int) -> None:
    claims: dict[int, list[dict[str, Any]]] = {}
    for one in many_rows(3, 400):
        claims.setdefault(one[0], []).append(dict(zip(ROW_FIELDS, one, strict=True)))
    columns = graded(columns_of(many_rows(3, 400)))
    matches = columns.number % every == 0
    for wanted in some_filters(4, 60):
        expected = [
            n
            for n, rows in claims.items()
            if n % every == 0 and passes(rows, wanted, columns.grades)
        ]
        assert shown(columns, wanted, matches) == expected
        counts = apply_filter(columns, wanted, matches).counts
        assert counts.total == counts.shown + counts.hidden + counts.undated == 400
        assert counts.shown == len(expected)
        assert counts.unplaced == sum(claims[n][0]["place"] is None for n in expected)
        assert min(counts.hidden, counts.undated) >= 0


def test_an_empty_store_counts_nothing() -> None:
    wanted = Filter(first=date(2024, 1, 1), places=(1,), sources=("Ada Stone",), stances=STANCES)
    assert apply_filter(columns_of([]), wanted).counts == Counts(0, 0, 0, 0, 0)


def test_a_filter_survives_its_link() -> None:
    for wanted in some_filters(5, 60):
        query = filter_query(wanted)
        pairs = [part.split("=", 1) for part in query.split("&") if part]
        read = read_filter([(key, unquote_plus(value)) for key, value in pairs])
        assert filter_query(read) == query
        assert set(read.stances) == set(wanted.stances)


def test_hostile_text_survives_the_link() -> None:
    wanted = Filter(sources=(HOSTILE,), text=HOSTILE)
    query = filter_query(wanted)
    assert not set(query) & set("<>`$\\\"' \u2028")
    pairs = [part.split("=", 1) for part in query.split("&")]
    assert read_filter((key, unquote_plus(value)) for key, value in pairs) == wanted


def test_equal_filters_have_one_link() -> None:
    one = Filter(sources=("b", "a"), places=(3, 1))
    assert filter_query(one) == filter_query(Filter(sources=("a", "b", "a"), places=(1, 3)))
    assert filter_query(Filter()) == ""


def test_what_is_no_filter_is_dropped() -> None:
    garbage = {
        "from": "2024-02-30",
        "to": ["yesterday"],
        "basis": "moon",
        "place": ["x", "7"],
        "stance": ["loud", "denied"],
        "source": ["", "  ", "Ada"],
        "grade": ["G", "ungraded", "B"],
        "page": "9",
    }
    assert read_filter(garbage) == Filter(
        places=(7,), stances=("denied",), sources=("Ada",), grades=("B", "ungraded")
    )


def test_a_sources_grade_is_a_field_of_its_own() -> None:
    columns = columns_of([row(), row(number=2, source="Ben"), row(number=3, source="Cy")])
    columns = replace(columns, grades={"Ben": "B", "Cy": "F", "Nobody": "A"})
    assert shown(columns, Filter(grades=("B",))) == [2]
    assert shown(columns, Filter(grades=("F", "ungraded"))) == [1, 3]
    assert shown(columns, Filter(grades=("B",), sources=("Cy",))) == []


def test_a_source_is_asked_for_by_any_of_its_names() -> None:
    wanted = Filter(sources=("NWA", "Ada Stone"), outlets=("NWA",))
    named = name_filter(wanted, {"NWA": "National Weather Agency", "Ada Stone": "Ada Stone"})
    assert named == replace(wanted, sources=("Ada Stone", "National Weather Agency"))
    assert name_filter(Filter(), {"NWA": "x"}) == Filter()
