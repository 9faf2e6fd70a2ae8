"""When: reports of a day, of many fields, and the days on which what they tell happened.

The rows of DAYS but the last were written with their labels before the rules were tried on them;
24 of 40 were right at first sight.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from claimmap.extract.claims import extract_claims
from claimmap.extract.parsing import parse
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Claim, Document

THURSDAY = date(2025, 3, 13)
FRIDAY = date(2025, 3, 14)
Read = Callable[[str, date], Claim]

# What is told on Thursday 13 March 2025, and the first and last day of it.
DAYS: list[tuple[str, date | None, date | None]] = [
    (
        "Two climbers were found dead at the weekend, mountain rescuers said.",
        date(2025, 3, 8),
        date(2025, 3, 9),
    ),
    ("Thieves broke into the museum over the weekend.", date(2025, 3, 8), date(2025, 3, 9)),
    ("Volunteers will clean the beach this weekend.", date(2025, 3, 15), date(2025, 3, 16)),
    ("The orchestra played to a full house last weekend.", date(2025, 3, 8), date(2025, 3, 9)),
    ("The marathon will be held at the weekend.", date(2025, 3, 15), date(2025, 3, 16)),
    (
        "The council plans to sell the stadium before the end of the month.",
        date(2025, 3, 13),
        date(2025, 3, 31),
    ),
    (
        "Eleven people are feared dead after a boat capsized on Wednesday.",
        date(2025, 3, 12),
        date(2025, 3, 12),
    ),
    (
        "Dozens are missing after a mine collapsed on Monday, officials said.",
        date(2025, 3, 10),
        date(2025, 3, 10),
    ),
    ("The regulator fined the airline earlier this week.", date(2025, 3, 10), date(2025, 3, 13)),
    ("Egg prices have doubled in recent months, the farmers' union said.", None, date(2025, 3, 13)),
    ("Measles cases have risen sharply in recent weeks.", None, date(2025, 3, 13)),
    ("The satellite was launched in mid-October.", date(2024, 10, 1), date(2024, 10, 31)),
    ("The refinery was shut late on Monday.", date(2025, 3, 10), date(2025, 3, 10)),
    ("Shelling wounded three villagers overnight.", date(2025, 3, 12), date(2025, 3, 13)),
    (
        "A fire tore through the market in the early hours of Sunday.",
        date(2025, 3, 9),
        date(2025, 3, 9),
    ),
    ("The railway will reopen by year's end.", date(2025, 3, 13), date(2025, 12, 31)),
    ("Teachers have been on strike for the past two weeks.", date(2025, 2, 27), date(2025, 3, 13)),
    ("The tunnel is due to open by the end of the year.", date(2025, 3, 13), date(2025, 12, 31)),
    ("Rain is forecast for the weekend.", date(2025, 3, 15), date(2025, 3, 16)),
    (
        "The striker injured his knee in training on Tuesday morning.",
        date(2025, 3, 11),
        date(2025, 3, 11),
    ),
    (
        "Over the past month, the hospital has treated 400 cholera patients.",
        date(2025, 2, 13),
        date(2025, 3, 13),
    ),
    ("The central bank raised rates twice last year.", date(2024, 1, 1), date(2024, 12, 31)),
    ("The envoy is expected to arrive later this week.", date(2025, 3, 13), date(2025, 3, 16)),
    (
        "A magnitude 5.2 earthquake struck the island early on Saturday.",
        date(2025, 3, 8),
        date(2025, 3, 8),
    ),
    ("The court will rule in the coming days.", date(2025, 3, 13), None),
    (
        "Sales fell 4% in the first quarter of 2024, the carmaker said.",
        date(2024, 1, 1),
        date(2024, 3, 31),
    ),
    (
        "The ferry service was suspended on Sunday night because of high winds.",
        date(2025, 3, 9),
        date(2025, 3, 9),
    ),
    (
        "At least six miners have been killed since the start of the year.",
        date(2025, 1, 1),
        date(2025, 3, 13),
    ),
    ("The vaccine trial began a fortnight ago.", date(2025, 2, 27), date(2025, 2, 27)),
    ("Since Monday, 300 families have left the valley.", date(2025, 3, 10), date(2025, 3, 13)),
    (
        "The party lost its majority in the election three weeks ago.",
        date(2025, 2, 17),
        date(2025, 2, 23),
    ),
    ("The dam will be finished at the end of next year.", date(2026, 1, 1), date(2026, 12, 31)),
    (
        "Police arrested a man on Thursday over the theft of a violin.",
        date(2025, 3, 13),
        date(2025, 3, 13),
    ),
    ("The volcano has been quiet for decades.", None, date(2025, 3, 13)),
    (
        "A cargo ship ran aground in the early hours of this morning.",
        date(2025, 3, 13),
        date(2025, 3, 13),
    ),
    ("Wildfires destroyed 90 homes in late February.", date(2025, 2, 1), date(2025, 2, 28)),
    (
        "Nurses walked out on Wednesday evening and returned to work a day later.",
        date(2025, 3, 12),
        date(2025, 3, 12),
    ),
]
# What is told on Friday 14 March 2025.
SCHEDULED: list[tuple[str, date | None, date | None]] = [
    ("The queen is to visit Oslo on Thursday.", date(2025, 3, 20), date(2025, 3, 20)),
    ("A first plane is due on Thursday.", date(2025, 3, 20), date(2025, 3, 20)),
    ("Voters go to the polls on Sunday.", date(2025, 3, 16), date(2025, 3, 16)),
    ("From Monday, masks are compulsory.", date(2025, 3, 17), date(2025, 3, 17)),
    ("The union warned that the mill could close from May.", date(2025, 5, 1), date(2025, 5, 31)),
    ("Third-quarter profit fell 4%.", date(2024, 7, 1), date(2024, 9, 30)),
    ("The past six months saw 300 strikes.", date(2024, 9, 14), date(2025, 3, 14)),
    ("Sales rose 4% from a year earlier.", date(2025, 3, 14), date(2025, 3, 14)),
]


@pytest.fixture
def read(parser: Language, gazetteer: Gazetteer) -> Read:
    """A text and the day it came out to its first claim."""

    def claim_of(text: str, published: date) -> Claim:
        document = Document("d1", "The Gazette", "", "", published, text)
        return extract_claims(document, parse(text, parser), gazetteer).claims[0]

    return claim_of


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_the_event_has_the_days_that_a_reader_gives_it(
    text: str, first: date | None, last: date | None, read: Read
) -> None:
    claim = read(text, THURSDAY)

    assert (claim.event.first, claim.event.last) == (first, last)
    assert claim.statement.first == claim.statement.last == THURSDAY
    assert claim.event.how


@pytest.mark.parametrize(("text", "first", "last"), SCHEDULED)
def test_what_is_fixed_for_a_day_lies_ahead(
    text: str, first: date | None, last: date | None, read: Read
) -> None:
    claim = read(text, FRIDAY)

    assert (claim.event.first, claim.event.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "event", "statement"),
    [
        (
            "The minister said on Monday the deal was done on Friday.",
            date(2025, 3, 7),
            date(2025, 3, 10),
        ),
        (
            "Opening the case on Monday, the prosecutor said the clerk had lied.",
            date(2025, 3, 10),
            date(2025, 3, 10),
        ),
        (
            "The ministry said last month that 40 schools had closed in January.",
            date(2025, 1, 1),
            date(2025, 2, 1),
        ),
    ],
)
def test_the_statement_has_its_own_day_and_what_has_been_lies_before_it(
    text: str, event: date, statement: date, read: Read
) -> None:
    claim = read(text, FRIDAY)

    assert (claim.event.first, claim.statement.first) == (event, statement)


def test_a_hint_gives_no_day_but_an_open_stretch_and_says_so(read: Read) -> None:
    claim = read("Egg prices have doubled in recent months, the union said.", THURSDAY)

    assert claim.event.precision == 3
    assert claim.event.how == "'recent months' names no day: some time before the statement"


def test_a_following_day_that_follows_no_other_is_no_day(read: Read) -> None:
    claim = read("The following day the road was shut.", THURSDAY)

    assert claim.event.timex is None
    assert "names no day" in claim.event.how
