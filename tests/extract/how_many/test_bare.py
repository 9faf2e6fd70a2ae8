"""Numbers without a noun of their own: stages, parts of a whole, votes."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from claimmap.extract.how_many import find_quantities
from claimmap.extract.how_many.things import find_things
from claimmap.extract.parsing import parse
from claimmap.extract.when import find_timexes
from claimmap.geocode.gazetteer import Gazetteer

# Sentence, and for each quantity: its words, value, thing and state. An earlier stage has no thing.
COUNTED: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("The death toll climbed from 12 to 19.", [("12", "", ""), ("19", "person", "killed")]),
    ("The toll has risen to 44.", [("44", "person", "killed")]),
    ("The number of patients dropped from 71 to 36.", [("71", "", ""), ("36", "patient", "")]),
    ("Cases jumped from 8 to 23 within a week.", [("8", "", ""), ("23", "case", "")]),
    (
        "Some 21 miners were killed, up from 6 on Monday.",
        [("21", "miner", "killed"), ("6", "", "")],
    ),
    ("The league saw 18 fires, down from 52 last year.", [("18", "fire", ""), ("52", "", "")]),
    ("Of the 60 pupils, 25 were absent.", [("60", "pupil", ""), ("25", "pupil", "")]),
    ("Police held 80 fans. Of these, 12 were charged.", [("80", "fan", ""), ("12", "fan", "")]),
    ("Of 90 Chilean nurses, 35 flew home.", [("90", "nurse", ""), ("35", "nurse", "")]),
    ("Senators voted 46 to 39 against the bill.", [("46", "vote", ""), ("39", "vote", "")]),
    (
        "The quake killed 33 people and drove about 4,100 from their villages.",
        [("33", "person", "killed"), ("4,100", "person", "")],
    ),
    ("They sent 900 nurses; 350 are in Manta.", [("900", "nurse", ""), ("350", "nurse", "")]),
    (
        "Sales were 40 million euros, against 55 million a year earlier.",
        [("40 million euros", "sale, euro", ""), ("55 million", "", "")],
    ),
    ("Vials delivered: 2.6 million.", [("2.6 million", "vial", "")]),
    ("They sent 50 trucks. Another 30 will follow.", [("50", "truck", ""), ("30", "truck", "")]),
    # What is no count stays none.
    ("The mayor lives at number 14.", []),
    ("Of all rivals, Team 7 was the best.", []),
    ("Prices range from 20 to 30 euros.", [("20 to 30 euros", "price, euro", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_bare_number_counts_what_was_named(
    text: str,
    expected: list[tuple[str, str, str]],
    parser: Language,
    gazetteer: Gazetteer,
) -> None:
    doc = parse(text, parser)
    quantities = find_quantities(doc, tuple(find_timexes(doc, date(2024, 10, 18))))
    found = find_things(doc, quantities, gazetteer)

    assert [(q.span.of(text), q.thing, q.state) for q in found] == expected


# Sentence, words, value, bound.
READ = [
    ("The crew picked up 22 people at sea.", "22", 22, "="),
    ("The gang gave up 3 boats.", "3", 3, "="),
    ("Salaries of teachers grew by 6.1%.", "6.1%", 6.1, "up"),
    ("Exports went up 12%.", "12%", 12, "up"),
    ("The storm wrecked 2 400 barns.", "2 400", 2400, "="),
    ("The fund holds 3 500 000 shares.", "3 500 000", 3.5e6, "="),
    ("The clinic has 1 thousand 160 beds.", "1 thousand 160", 1160, "="),
    ("They paid 2 million 700 thousand yuan.", "2 million 700 thousand yuan", 2.7e6, "="),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "bound"), READ)
def test_a_number_is_read_as_one_with_what_is_said_of_it(
    text: str, words: str, value: float, bound: str, parser: Language
) -> None:
    doc = parse(text, parser)
    found = list(find_quantities(doc, tuple(find_timexes(doc, date(2024, 10, 18)))))

    assert [(q.span.of(text), q.value, q.bound) for q in found] == [(words, value, bound)]


def test_a_part_of_a_whole_is_marked(parser: Language, gazetteer: Gazetteer) -> None:
    doc = parse("Of the 60 pupils, 25 were absent.", parser)
    found = list(find_things(doc, find_quantities(doc, ()), gazetteer))

    assert [q.part for q in found] == [False, True]


def test_who_speaks_does_not_own_the_people_counted(parser: Language, gazetteer: Gazetteer) -> None:
    doc = parse("The Global Health Fund said 640 people were infected.", parser)
    found = list(find_things(doc, find_quantities(doc, ()), gazetteer))

    assert [(q.thing, q.actor) for q in found] == [("person", "")]
