"""When: the days of the event and of the statement, as pairs of a report and what it tells."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.extract.claims import extract_claims
from claimmap.extract.parsing import parse
from claimmap.model import Document

PUBLISHED = date(2023, 6, 14)


@pytest.fixture
def claims(parser, gazetteer):
    """Text to its claims, as published on Wednesday 14 June 2023."""

    def from_text(text):
        document = Document("d1", "The Gazette", "", "", PUBLISHED, text)
        return extract_claims(document, parse(text, parser), gazetteer).claims

    return from_text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "The strike began the day after the miners said that talks had failed.",
            date(2023, 6, 13),
            date(2023, 6, 13),
        ),
        (
            "Days after the governor said that the dam was safe, it burst.",
            date(2023, 6, 8),
            date(2023, 6, 12),
        ),
        (
            "Two weeks before the mayor said that she was well, she fell.",
            date(2023, 6, 28),
            date(2023, 6, 28),
        ),
    ],
)
def test_a_statement_is_dated_from_what_is_told_beside_it(claims, text, first, last):
    (claim,) = (c for c in claims(text) if c.attribution)

    assert (claim.statement.first, claim.statement.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "The minister promised to reopen the port by 30 June.",
            date(2023, 6, 14),
            date(2023, 6, 30),
        ),
        (
            "Analysts expect two more rate cuts by August.",
            date(2023, 6, 14),
            date(2023, 8, 31),
        ),
        (
            "The ferry company said the route would close on 30 November.",
            date(2023, 11, 30),
            date(2023, 11, 30),
        ),
        (
            "Water will run out within ten days, the aid group said.",
            date(2023, 6, 14),
            date(2023, 6, 24),
        ),
        (
            "The mill promised to hire nurses before the end of 2024.",
            date(2023, 6, 14),
            date(2024, 12, 31),
        ),
        (
            "The office will publish the figures for May on 20 June.",
            date(2023, 6, 20),
            date(2023, 6, 20),
        ),
        (
            "The general has ruled the island since a coup in March 2019.",
            date(2019, 3, 1),
            date(2023, 6, 14),
        ),
        (
            "Fuel costs more than a year ago, the airline said.",
            date(2023, 6, 14),
            date(2023, 6, 14),
        ),
        (
            "The bank forecasts a loss of two million euros for this year.",
            date(2023, 1, 1),
            date(2023, 12, 31),
        ),
    ],
)
def test_the_event_lies_where_its_date_and_the_statement_leave_it(claims, text, first, last):
    (claim,) = claims(text)

    assert (claim.event.first, claim.event.last) == (first, last)
    assert claim.statement.first == PUBLISHED


def test_nothing_is_said_until_a_day(claims):
    (claim,) = claims("Police said that the road was likely to remain closed until 30 June.")

    assert claim.statement.first == claim.statement.last == PUBLISHED


def test_the_day_of_the_saying_is_no_part_of_what_is_said(claims):
    text = "The envoy described the treaty as “a gift to peace” last week."
    (claim,) = claims(text)

    assert [span.of(text) for span in claim.content] == ["the treaty as “a gift to peace”"]
    assert claim.statement.first == date(2023, 6, 5)
