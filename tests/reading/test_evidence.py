"""What a report's first lines tell of its day and outlet is used, and marked as inferred."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.reading import read_text

DAY = date(2024, 10, 18)
REST = "South Korea said on Friday that troops had moved.\n"


@pytest.mark.parametrize(
    ("text", "outlet", "published"),
    [
        (f"SEOUL, Oct 18, 2024 (Reuters) - {REST}", "Reuters", DAY),
        (f"SEOUL, 18 October 2024 (AFP) – {REST}", "AFP", DAY),
        (f"COLUMBUS, Ohio (AP) — {REST}", "AP", None),
        (f"SEOUL, Oct 18 (Yonhap) -- {REST}", "Yonhap", None),
        (f"Troops move\nBy Ana Costa\nOctober 18, 2024 9:30 AM GMT\n\n{REST}", "", DAY),
        (f"Troops move\n\nPublished: 18 October 2024\n\n{REST}", "", DAY),
        (f"Fri 18 Oct 2024 11.30 BST\n{REST}", "", DAY),
        (f"On October 18, 2024 the war went on.\n{REST}", "", None),
        (f"Seoul, Oct 18, 2024 (AFP) - {REST}", "AFP", DAY),
        (f"SEOUL - {REST}", "", None),
        (f"The alliance (NATO) - {REST}", "", None),
        (f"By October 18, 2024 - the deadline - {REST}", "", None),
        (f"A man (left) - {REST}", "", None),
        (REST, "", None),
    ],
)
def test_a_dateline_and_a_line_of_its_own_date_a_report(
    text: str, outlet: str, published: date | None
) -> None:
    document = read_text(text)
    assert (document.outlet, document.published) == (outlet, published)
    how = {one.field: one for one in document.provenance if one.field != "title"}
    assert set(how) == {name for name in ("outlet", "published") if getattr(document, name)}
    assert all(one.how == "inferred" for one in how.values())
    assert all("“" in one.reason for one in how.values())


def test_a_dateline_without_a_year_takes_that_of_its_file() -> None:
    text = f"SEOUL, Dec 30 (Reuters) - {REST}"
    assert read_text(text, made=date(2025, 1, 2)).published == date(2024, 12, 30)
    assert "year" in read_text(text, made=date(2025, 1, 2)).provenance[-1].reason


def test_the_day_of_the_file_is_the_last_resort_and_says_so() -> None:
    document = read_text(REST, made=DAY)
    assert document.published == DAY
    assert "may be older" in document.provenance[-1].reason
    old = read_text(f"SEOUL, Oct 18 (Reuters) - {REST}", made=date(2026, 3, 1))
    assert old.published == date(2026, 3, 1)


def test_a_web_address_may_hold_the_day() -> None:
    document = read_text(REST, url="https://paper.example/2024/10/18/troops")
    assert document.published == DAY
    assert document.provenance[-1].how == "inferred"


def test_what_a_person_says_goes_before_all_of_it() -> None:
    text = f"SEOUL, Oct 18, 2024 (Reuters) - {REST}"
    document = read_text(text, outlet="The Paper", published="2024-10-20")
    assert (document.outlet, document.published) == ("The Paper", date(2024, 10, 20))
