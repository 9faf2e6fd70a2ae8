"""Whom a pronoun or a bare role means, as pairs of a text and its last source."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karen Holt said he would pay. Prosecutors said that Paul Reilly's sister hid the "
            "money. She denies any wrongdoing.",
            "Paul Reilly's sister",
        ),
        (
            "France condemned the coup, the palace said. Ali Keita was last seen on Saturday. "
            "He says he is well.",
            "Ali Keita",
        ),
        (
            "Chilean airline Alas de Oro cut its fares and said it would fly. It now expects a "
            "loss of $3 million.",
            "Alas de Oro",
        ),
        ("Bluefin said it would close. Fares will rise, according to a statement.", "Bluefin"),
        (
            "Rain will fall, according to a report by the consultants Seabright Marine.",
            "Seabright Marine",
        ),
        ("Prices rose, data from the fuel regulator showed.", "fuel regulator"),
        (
            "Chad's disaster agency said it rained. The National Disaster Institute put the "
            "number of dead at 40.",
            "National Disaster Institute",
        ),
        (
            "The South Shore Fishermen's Union said it was small. The union added that it leaked.",
            "South Shore Fishermen's Union",
        ),
        (
            "A spokesman for the zoo said it was shut. The spokesman added that a lion was ill.",
            "spokesman for the zoo",
        ),
        (
            "The union said no. Its director, Klara Berg, warned of hunger. “It is bad,” she said.",
            "Klara Berg",
        ),
        (
            "The fire service said 12 were hurt. The harbour office closed the quay. It says no "
            "ship is in danger.",
            "harbour office",
        ),
        (
            "The health agency said it was ill. The state news agency said it was well.",
            "state news agency",
        ),
        (
            "America's spy agency, the CIA, said A was true. America's spy agency, the NSA, said "
            "B was true.",
            "NSA",
        ),
        (
            "The Norland Football Association banned two players. The association said the ban "
            "would last a year.",
            "Norland Football Association",
        ),
        ("The ship's owner, Delta Tankers, denied that the hull had cracked.", "Delta Tankers"),
        ("Bangkok said it would pay. The Thai government said that it had paid.", "Bangkok"),
        ("The ward of Dr Ana Lund Berg is full. “It is full,” Berg said.", "Ana Lund Berg"),
        ("Astronomers have found a planet, they report.", "Astronomers"),
        (
            "The Lagos Post reported that the port was shut. A clerk told the newspaper that it "
            "would reopen. The newspaper said that ships were waiting.",
            "Lagos Post",
        ),
        (
            "Two clerks spoke up. “It sank,” one of them said. The memo, dated 3 May, warns that "
            "it could sink.",
            "memo",
        ),
    ],
)
def test_the_last_source_is(text, expected, parser, gazetteer):
    *_, last = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert last.source.name == expected


@pytest.mark.parametrize(
    "text",
    [
        "Seoul's spy agency said that A was true.",
        "The South Korean intelligence service said that A was true.",
        "South Korea's spy agency, the NIS, said that A was true.",
    ],
)
def test_whose_body_it_is_gives_it_one_name_over_all_documents(text, parser, gazetteer):
    (found,) = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert "South Korea's intelligence service" in found.source.aliases


def test_an_acronym_is_kept_as_another_name(parser, gazetteer):
    text = "The National Weather Agency (NWA) said that it would rain."
    (found,) = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert found.source.aliases == ("NWA",)
