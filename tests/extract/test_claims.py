"""Claims, as pairs of a report and what is claimed in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimmap.extract.claims import extract_claims, with_toponyms
from claimmap.extract.parsing import parse
from claimmap.model import Document

PUBLISHED = date(2023, 6, 14)


@pytest.fixture
def extract(parser, gazetteer):
    """Text to extraction, as published in The Gazette on Wednesday 14 June 2023."""

    def from_text(text, published=PUBLISHED):
        document = Document("d1", "The Gazette", "", "", published, text)
        return extract_claims(document, parse(text, parser), gazetteer)

    return from_text


def contents(extraction):
    text = extraction.document.text
    return [" … ".join(span.of(text) for span in claim.content) for claim in extraction.claims]


def places(extraction, claim):
    return [toponym.span.of(extraction.document.text) for toponym in claim.toponyms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river rose by two metres.", ["The river rose by two metres"]),
        ("The mayor said the river had risen.", ["the river had risen"]),
        (
            "The army claims that 20 died, but the rebels said that 50 were hurt.",
            ["that 20 died", "that 50 were hurt"],
        ),
        (
            "Ruth Bell stated that, according to police, she thought the dam might break.",
            ["the dam might break"],
        ),
        ("The accusation was made after the vote.", []),
        ("The ministry has been contacted by The Gazette for comment.", []),
        ("Storm over Lisbon", []),
        ("Who opened the gate?", []),
        ("The striker refused to comment.", []),
        ("Fans praised the goalkeeper.", ["Fans praised the goalkeeper"]),
    ],
)
def test_a_text_claims(text, expected, extract):
    assert contents(extract(text)) == expected


def test_what_nobody_answers_for_is_the_outlets_own(extract):
    [claim] = extract("The river rose by two metres.").claims
    assert claim.attribution is None
    assert [link.name for link in claim.chain] == ["The Gazette"]
    assert claim.source.name == "The Gazette"


def test_nested_attributions_make_one_claim_with_the_whole_chain(extract):
    text = "Ruth Bell stated that, according to police, she thought the dam might break."
    [claim] = extract(text).claims
    assert [link.name for link in claim.chain] == ["police", "Ruth Bell", "The Gazette"]
    assert claim.source.name == "Ruth Bell"
    assert claim.stance == "forecast"
    assert [hedge.of(text) for hedge in claim.hedges] == ["might"]


def test_each_of_two_joined_claims_has_its_own_places(extract):
    extraction = extract(
        "The army says troops reached Aleppo, but the mayor said that Poti was quiet."
    )
    assert [places(extraction, claim) for claim in extraction.claims] == [["Aleppo"], ["Poti"]]


def test_where_stands_for_the_place_before_it(extract):
    text = "The army showed maps of Aleppo and Homs, where it says that 30 shells fell."
    extraction = extract(text)
    inner = next(c for c in extraction.claims if "30 shells" in c.content[0].of(text))
    assert places(extraction, inner) == ["Aleppo", "Homs"]


@pytest.mark.parametrize(
    ("text", "event", "statement"),
    [
        ("The dam broke on Monday.", (12, 12), (14, 14)),
        ("The mayor said on Tuesday that the dam had broken on Monday.", (12, 12), (13, 13)),
        ("The mayor said on Tuesday that the dam had broken.", (13, 13), (13, 13)),
        ("The dam broke, the mayor said on Tuesday.", (13, 13), (13, 13)),
        ("The dam broke.", (14, 14), (14, 14)),
    ],
)
def test_an_event_and_its_statement_have_each_their_days(text, event, statement, extract):
    [claim] = extract(text).claims
    assert (claim.event.first.day, claim.event.last.day) == event
    assert (claim.statement.first.day, claim.statement.last.day) == statement


def test_a_date_in_a_clause_below_does_not_date_the_event(extract):
    text = "Soldiers will be sent to Gori, which the rebels took in January 2021."
    [claim] = extract(text).claims
    assert claim.event.timex is None


def test_what_is_to_come_without_a_date_is_open_to_the_end(extract):
    [claim] = extract("Soldiers will be sent to Gori.").claims
    assert (claim.event.first, claim.event.last) == (PUBLISHED, None)
    assert "from the statement on" in claim.event.how


def test_what_has_gone_on_since_a_day_ends_with_the_statement(extract):
    [claim] = extract("Since May, the mine has sent ore to Callao.").claims
    assert (claim.event.first, claim.event.last) == (date(2023, 5, 1), PUBLISHED)


def test_a_report_without_a_date_leaves_its_claims_undated(extract):
    [claim] = extract("The dam broke.", published=None).claims
    assert (claim.event.first, claim.event.how) == (None, "no date known")


def test_the_same_report_gives_the_same_ids_and_each_claim_its_own(extract):
    text = "The dam broke. The mayor said help was near. Help came, the mayor said."
    first, again = (extract(text) for _ in range(2))
    ids = [claim.id for claim in first.claims]
    assert ids == [claim.id for claim in again.claims]
    assert len(set(ids)) == len(ids) == 3


def test_contents_and_hedges_lie_within_the_sentence(extract):
    text = "“It is gone,” said Ivo Marek. “It might come back.”\n\nThe sea reportedly rose."
    for claim in extract(text).claims:
        for span in (*claim.content, *claim.hedges):
            assert claim.sentence.covers(span)


def test_placed_toponyms_replace_the_unplaced_ones_in_claims_too(extract, gazetteer):
    extraction = extract("The dam near Gori broke.")
    [toponym] = extraction.toponyms
    place = gazetteer.places("Gori")[0]
    placed = with_toponyms(extraction, [replace(toponym, place=place, confidence=0.9)])
    assert placed.toponyms[0].place == placed.claims[0].toponyms[0].place == place


@pytest.mark.parametrize("text", ["", "\n", "said", "“", "::", "He said he said.", "A\n\nB\n\nC"])
def test_broken_text_raises_nothing(text, extract):
    for claim in extract(text).claims:
        assert claim.sentence.end <= len(text)
