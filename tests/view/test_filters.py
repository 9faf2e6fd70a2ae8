"""A filter shows the claims that hold all its fields, and the counts always add up."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote_plus

import pandas as pd
import pytest

from claimmap.model import Filter
from claimmap.view.filters import Counts, apply_filter, count_claims, filter_query, read_filter
from claimmap.view.frames import claims_frame
from tests.view.rows import HOSTILE, at, dated, many_rows, row, some_filters


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def shown(frame: pd.DataFrame, wanted: Filter, matches: frozenset[str] | None = None) -> list[str]:
    return apply_filter(frame, wanted, matches)["claim"].unique().tolist()


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
    frame = claims_frame([row(**dated(*interval))])
    assert bool(shown(frame, Filter(day(first), day(last)))) is expected


def test_the_basis_says_which_of_the_times_counts() -> None:
    frame = claims_frame([row(**dated("2024-03-08"), **dated("2024-03-09", basis="statement"))])
    for basis, on in (("event", 8), ("statement", 9), ("published", 10)):
        for number in (8, 9, 10):
            the_day = date(2024, 3, number)
            found = shown(frame, Filter(the_day, the_day, basis))  # type: ignore[arg-type]
            assert bool(found) is (number == on)


def test_all_rows_of_a_claim_stay_when_one_of_its_places_is_wanted() -> None:
    frame = claims_frame([row(**at(1)), row(**at(2)), row(claim="c2", **at(3))])
    assert apply_filter(frame, Filter(places=(2,)))["place"].tolist() == [1, 2]


def test_all_fields_must_hold_at_once() -> None:
    frame = claims_frame([row(), row(claim="c2", source="Ben"), row(claim="c3", stance="denied")])
    assert shown(frame, Filter(sources=("Ada Stone",))) == ["c1", "c3"]
    assert shown(frame, Filter(sources=("Ada Stone",), stances=("denied",))) == ["c3"]
    assert shown(frame, Filter(sources=("Nobody",))) == []
    assert shown(frame, Filter(outlets=("Morning Paper",)), frozenset({"c2", "c9"})) == ["c2"]
    assert shown(frame, Filter(text="nothing"), frozenset()) == []


def test_counts_tell_what_is_shown_unplaced_undated_and_hidden() -> None:
    frame = claims_frame(
        [
            row(**dated("2024-03-08"), **at(1)),
            row(**dated("2024-03-08"), **at(2)),
            row(claim="c2", **dated("2024-03-08")),
            row(claim="c3", **dated("2020-01-01")),
            row(claim="c4"),
            row(claim="c5", source="Ben"),
        ]
    )
    wanted = Filter(first=date(2024, 1, 1), sources=("Ada Stone",))
    counts = count_claims(frame, apply_filter(frame, wanted), wanted)
    assert counts == Counts(total=5, shown=2, unplaced=1, undated=1, hidden=2)


@pytest.mark.parametrize("matches", [None, frozenset(f"c{n}" for n in range(0, 400, 3))])
def test_counts_always_add_up(matches: frozenset[str] | None) -> None:
    frame = claims_frame(many_rows(3, 400))
    for wanted in some_filters(4, 60):
        found = apply_filter(frame, wanted, matches)
        counts = count_claims(frame, found, wanted, matches)
        assert counts.total == counts.shown + counts.hidden + counts.undated == 400
        assert counts.shown == found["claim"].nunique()
        assert counts.unplaced == found.loc[found["place"].isna(), "claim"].nunique()
        assert min(counts.hidden, counts.undated) >= 0


def test_an_empty_store_counts_nothing() -> None:
    frame = claims_frame([])
    wanted = Filter(first=date(2024, 1, 1), places=(1,), sources=("Ada Stone",))
    assert count_claims(frame, apply_filter(frame, wanted), wanted) == Counts(0, 0, 0, 0, 0)


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
        "page": "9",
    }
    assert read_filter(garbage) == Filter(places=(7,), stances=("denied",), sources=("Ada",))
