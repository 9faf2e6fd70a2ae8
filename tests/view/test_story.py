"""Claims in the order of their statements, day by day, page by page."""

from __future__ import annotations

import random
from datetime import date

import numpy as np
import pytest

from claimmap.view.story import Story, tell_story
from tests.view.rows import columns_of, dated, many_rows, row


def a_story(*days: tuple[str | None, str | None]) -> Story:
    rows = [
        row(number=number, **dated(first, last, basis="statement"))
        for number, (first, last) in enumerate(days, 1)
    ]
    columns = columns_of(rows)
    return tell_story(columns, np.ones(len(columns), dtype=bool))


def told(story: Story, start: int = 0, size: int = 50) -> list[tuple[str, int, list[int], bool]]:
    return [
        (day.heading, day.total, day.claims.tolist(), day.begins) for day in story.page(start, size)
    ]


def one_day(day: str) -> tuple[str, str]:
    return day, day


STORY = (
    one_day("2024-03-02"),
    (None, None),
    one_day("2024-03-01"),
    one_day("2024-03-02"),
    ("2024-03-01", "2024-03-31"),
)


def test_days_follow_each_other_and_what_has_none_comes_last() -> None:
    story = a_story(*STORY)
    assert told(story) == [
        ("1 March 2024", 1, [2], True),
        ("1 to 31 March 2024", 1, [4], True),
        ("2 March 2024", 2, [0, 3], True),
        ("", 1, [1], True),
    ]
    assert (story.days, story.dated) == (3, 4)
    assert story.ends() == (date(2024, 3, 1), date(2024, 3, 2))


def test_a_day_that_a_page_cuts_goes_on_with_its_whole_number() -> None:
    story = a_story(*STORY)
    assert told(story, 0, 3)[-1] == ("2 March 2024", 2, [0], True)
    assert told(story, 3, 3)[0] == ("2 March 2024", 2, [3], False)


def test_a_statement_open_at_one_end_stands_at_the_end_it_has() -> None:
    story = a_story(one_day("2024-03-02"), ("2024-03-02", None), (None, "2024-03-01"))
    assert [heading for heading, *_ in told(story)] == [
        "up to 1 March 2024, beginning open",
        "2 March 2024",
        "from 2 March 2024 on, end open",
    ]


@pytest.mark.parametrize(
    ("day", "start"), [("2024-01-01", 0), ("2024-03-02", 2), ("2024-03-01", 0), ("2024-03-09", 4)]
)
def test_a_day_is_found_where_it_begins(day: str, start: int) -> None:
    assert a_story(*STORY).start_of(date.fromisoformat(day)) == start


def test_only_what_the_filter_leaves_is_told() -> None:
    columns = columns_of(
        row(number=n, **dated(f"2024-03-0{n}", basis="statement")) for n in (1, 2, 3)
    )
    assert told(tell_story(columns, np.array([True, False, True]))) == [
        ("1 March 2024", 1, [0], True),
        ("3 March 2024", 1, [2], True),
    ]


def test_a_story_without_claims_or_without_days_has_no_ends() -> None:
    assert told(a_story()) == []
    assert a_story().ends() is None
    undated = a_story((None, None))
    assert undated.ends() is None
    assert told(undated) == [("", 1, [0], True)]


def test_pages_hold_every_claim_once_whatever_their_dates() -> None:
    rng = random.Random(4)
    columns = columns_of(many_rows(4, 300))
    shown = np.array([rng.random() < 0.7 for _ in range(len(columns))])
    story = tell_story(columns, shown)
    pages = [told(story, start, 7) for start in range(0, len(story.claims), 7)]
    listed = [claim for page in pages for _, _, claims, _ in page for claim in claims]
    assert sorted(listed) == np.flatnonzero(shown).tolist()
    begun = [heading for page in pages for heading, _, _, begins in page if begins]
    assert len(begun) == story.days + (story.dated < len(story.claims))
    whole: dict[str, int] = {}
    for page in pages:
        for heading, total, claims, _ in page:
            whole[heading] = whole.get(heading, total) - len(claims)
    assert set(whole.values()) == {0}
