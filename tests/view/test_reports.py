"""A report's text cut into runs with what was found in each."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.model import (
    Attribution,
    Claim,
    Document,
    Extraction,
    Interval,
    Place,
    Provenance,
    Quantity,
    Source,
    Span,
    Timex,
    Toponym,
)
from claimmap.view.reports import (
    Mark,
    describe_provenance,
    find_marks,
    runs_data,
    split_runs,
)

TEXT = "About 300 left Porto on Monday, Ana said."
DAY = date(2024, 3, 4)
PORTO_READ_AS = (
    "Porto, Portugal; sure (90%); the town itself; where it comes from; the larger of two"
)


def make_extraction() -> Extraction:
    document = Document("d", "The Wire", "", "", DAY, TEXT)
    ana = Source("Ana Costa", "person", "", (Span(32, 35),))
    said = Attribution(ana, (Span(36, 40),), (Span(0, 30),), "indirect", (ana,))
    monday = Timex(Span(24, 30), "DATE", "2024-03-04", DAY, DAY, "day", "", "the Monday before")
    number = Quantity(Span(0, 9), 300, 270, 330, True, "~", "", "people")
    porto = Place(2735943, "Porto", "PT", "city", 41.15, -8.61, 0, "Portugal")
    toponym = Toponym(Span(15, 20), "origin", (), porto, 0.9, "the larger of two", 1)
    unplaced = Toponym(Span(32, 35), "name")
    day = Interval(DAY, DAY, 1, "on Monday")
    about = (Span(0, 5),)
    claim = Claim("c", "d", Span(0, 41), (Span(0, 30),), said, (ana,), "alleged", about, day, day)
    return Extraction(document, (said,), (monday,), (number,), (toponym, unplaced), (claim,))


def test_each_finding_is_marked_with_what_it_was_read_as() -> None:
    told = [(mark.kind, mark.span.of(TEXT), mark.note) for mark in find_marks(make_extraction())]
    assert told == [
        ("claim", "About 300 left Porto on Monday", "Ana Costa: alleged"),
        ("hedge", "About", "Makes the claim: alleged"),
        ("source", "Ana", "Source: Ana Costa (person)"),
        ("cue", "said", "Attributes to Ana Costa"),
        ("place", "Porto", PORTO_READ_AS),
        ("place", "Ana", "not placed; part of a name"),
        ("date", "Monday", "4 March 2024 (the Monday before)"),
        ("number", "About 300", "270 to 330 people"),
    ]


def test_the_runs_join_to_the_text_unchanged() -> None:
    runs = list(split_runs(TEXT, list(find_marks(make_extraction()))))
    assert "".join(run.text for run in runs) == TEXT
    assert all(run.text for run in runs)
    assert [run.start for run in runs] == sorted(run.start for run in runs)


@pytest.mark.parametrize(
    ("spans", "runs"),
    [
        ([], ["abcdef"]),
        ([(0, 6)], ["abcdef"]),
        ([(1, 3), (2, 5)], ["a", "b", "c", "de", "f"]),
        ([(1, 5), (2, 3)], ["a", "b", "c", "de", "f"]),
        ([(2, 2)], ["abcdef"]),
        ([(4, 99)], ["abcd", "ef"]),
        ([(50, 60)], ["abcdef"]),
    ],
)
def test_a_run_ends_where_a_mark_begins_or_ends(
    spans: list[tuple[int, int]], runs: list[str]
) -> None:
    marks = [Mark(Span(*span), "date") for span in spans]
    assert [run.text for run in split_runs("abcdef", marks)] == runs


def test_a_run_under_two_marks_has_both() -> None:
    marks = [Mark(Span(0, 4), "claim", "", "c"), Mark(Span(2, 6), "place")]
    kinds = [[mark.kind for mark in run.marks] for run in split_runs("abcdef", marks)]
    assert kinds == [["claim"], ["claim", "place"], ["place"]]


def test_an_empty_text_has_no_runs() -> None:
    assert list(split_runs("", [])) == []


def test_runs_become_plain_values() -> None:
    marks = [Mark(Span(0, 1), "claim", "Ana: denied", "c")]
    assert runs_data(split_runs("ab", marks)) == [["a", [["claim", "Ana: denied", "c"]]], ["b", []]]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (None, "how it is known was not recorded"),
        (Provenance("outlet", "given"), "given by a person, not by the text"),
        (Provenance("published", "inferred", "its first line"), "inferred: its first line"),
    ],
)
def test_how_a_field_is_known_is_said_in_words(known: Provenance | None, words: str) -> None:
    assert describe_provenance(known) == words
