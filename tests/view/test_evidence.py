"""A claim's row carries the words it rests on, and links only where a link is safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from claimmap.model import Interval, Place, Quantity, Source, Span
from claimmap.view.dates import show_days
from claimmap.view.evidence import claim_row, claim_rows, runs, safe_link
from tests.view.rows import HOSTILE, a_claim

LYON = Place(7, "Lyon", "FR", "city", 45.76, 4.84, address="Rhône, France")
TEXT = "Some 40 people may have left Lyon on Friday, she said."


def marked(found: list[dict[str, object]], kind: str) -> str:
    return "".join(str(run["text"]) for run in found if kind in run["marks"])  # type: ignore[operator]


def test_the_row_is_plain_and_tells_source_chain_dates_and_place() -> None:
    row = claim_row(*a_claim(TEXT, place=LYON))
    assert msgspec.json.decode(msgspec.json.encode(row)) == row
    who = {"name": "Ada Stone", "kind": "person", "role": "a witness", "grade": "ungraded"}
    assert row["source"] == who
    assert row["chain"] == ["Ada Stone", "Morning Paper"]
    assert [link["kind"] for link in row["path"]] == ["person", "media"]
    assert row["heard"] == "first-hand"
    assert row["event"]["shown"] == "8 March 2024"
    assert row["event"]["how"] == "the text says so"
    assert row["statement"]["shown"] == "date unknown"
    (place,) = row["places"]
    assert (place["text"], place["address"], place["confidence"]) == ("Lyon", "Rhône, France", 0.75)
    assert (place["certainty"], place["role_shown"]) == ("likely", "where it happens")


def test_the_source_has_its_name_over_all_reports_and_the_grade_that_people_gave_it() -> None:
    names = {"Ada Stone": "Ada B. Stone"}
    row = claim_row(*a_claim(TEXT), names, {"Ada B. Stone": "C", "Ada Stone": "E"})
    assert (row["source"]["name"], row["source"]["grade"]) == ("Ada B. Stone", "C")


def test_a_place_name_that_is_not_drawn_stays_with_its_role() -> None:
    claim, report, text = a_claim(TEXT, place=LYON)
    capital = replace(claim.toponyms[0], role="metonym")
    row = claim_row(replace(claim, toponyms=(capital,)), report, text)
    assert row["places"] == []
    (name,) = row["undrawn"]
    assert (name["text"], name["name"], name["role"]) == ("Lyon", "Lyon", "metonym")
    assert name["not_drawn"] == "stands for a government"


def test_what_the_outlet_says_itself_has_no_form_and_the_outlet_as_source() -> None:
    claim, report, text = a_claim(TEXT)
    own = replace(claim, attribution=None, chain=(Source("Morning Paper", "media"),))
    row = claim_row(own, report, text)
    assert row["form"] is None
    assert row["heard"] == "own words"
    assert row["source"]["name"] == "Morning Paper"


def test_the_runs_join_to_the_sentence_and_mark_each_word_for_what_it_is() -> None:
    claim, report, text = a_claim(TEXT, place=LYON)
    told = replace(
        claim,
        content=(Span(50, 50 + text.index(", she")),),
        hedges=(Span(50 + text.index("may"), 53 + text.index("may")),),
        quantities=(Quantity(Span(55, 57), 40, None, None, True, "~", "person", "people"),),
    )
    row = claim_row(told, report, text)
    assert "".join(run["text"] for run in row["runs"]) == text
    assert marked(row["runs"], "content") == text[: text.index(", she")]
    assert marked(row["runs"], "place") == "Lyon"
    assert marked(row["runs"], "hedge") == "may" == row["hedges"][0]
    assert marked(row["runs"], "quantity") == "40" == row["quantities"][0]["text"]


def test_marks_may_overlap_and_reach_past_the_text() -> None:
    found = list(runs("abcdef", 10, {"x": [Span(0, 12), Span(14, 99)], "y": [Span(11, 15)]}))
    assert [(run["text"], run["marks"]) for run in found] == [
        ("a", ["x"]),
        ("b", ["x", "y"]),
        ("cd", ["y"]),
        ("e", ["x", "y"]),
        ("f", ["x"]),
    ]


def test_a_mark_outside_the_text_marks_nothing() -> None:
    assert list(runs("abc", 10, {"x": [Span(0, 5), Span(13, 20), Span(11, 11)]})) == [
        {"text": "abc", "marks": []}
    ]
    assert list(runs("", 10, {"x": [Span(0, 50)]})) == []


def test_hostile_text_stays_the_text_it_is() -> None:
    row = claim_row(*a_claim(HOSTILE, said=HOSTILE))
    assert row["sentence"] == "".join(run["text"] for run in row["runs"]) == HOSTILE
    assert row["source"]["name"] == HOSTILE


def test_the_link_to_the_report_names_document_and_claim() -> None:
    claim, report, text = a_claim(TEXT, document="a&b=c/#")
    row = claim_row(claim, report, text)
    assert row["link"] == "reports?document=a%26b%3Dc%2F%23&claim=c1"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt://example.org/%0aalert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//example.org", ""),
        ("https:", ""),
        ("http://[half", ""),
        ("", ""),
    ],
)
def test_only_http_and_https_become_links(url: str, safe: str) -> None:
    assert safe_link(url) == safe
    claim, report, text = a_claim(TEXT)
    assert claim_row(claim, replace(report, url=url), text)["url"] == safe


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "date unknown"),
        (date(2024, 3, 8), None, "from 8 March 2024 on, end open"),
        (None, date(2024, 3, 8), "up to 8 March 2024, beginning open"),
        (date(2024, 3, 8), date(2024, 3, 8), "8 March 2024"),
        (date(2024, 3, 1), date(2024, 3, 31), "1 to 31 March 2024"),
        (date(2024, 3, 1), date(2024, 4, 2), "1 March to 2 April 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 to 2 January 2024"),
    ],
)
def test_days_are_told_in_words(first: date | None, last: date | None, words: str) -> None:
    assert show_days(first, last) == words


def test_rows_come_in_the_order_given() -> None:
    several = [a_claim(TEXT, number=number) for number in (3, 1, 2)]
    assert [row["id"] for row in claim_rows(several)] == ["c3", "c1", "c2"]


def test_an_interval_without_any_day_tells_how_it_is_unknown() -> None:
    claim, report, text = a_claim(TEXT, day=None)
    unknown = replace(claim, event=Interval(None, None, None, "no day is told"))
    assert claim_row(unknown, report, text)["event"] == {
        "first": None,
        "last": None,
        "shown": "date unknown",
        "edtf": "",
        "precision": None,
        "precision_shown": "",
        "how": "no day is told",
    }
