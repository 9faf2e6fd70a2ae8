"""What is counted, what befell it and whose it is: pairs of a sentence and the answer."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claimmap.extract.how_many import find_quantities
from claimmap.extract.how_many.things import find_things
from claimmap.extract.parsing import parse
from claimmap.geocode.gazetteer import Gazetteer

# Sentence, thing, state, actor.
THINGS = [
    ("Some 300 Kenyan troops landed.", "soldier", "", "Kenya"),
    ("The 300 servicemen landed at dawn.", "soldier", "", ""),
    ("France has sent 40 armoured vehicles.", "car", "", "France"),
    ("Brazil's 12 warships left port.", "warship", "", "Brazil"),
    ("Nine people died in the blaze.", "person", "killed", ""),
    ("The blaze killed nine people.", "person", "killed", ""),
    ("Nine people were killed by the blaze.", "person", "killed", ""),
    ("There were nine deaths in the blaze.", "person", "killed", ""),
    ("The blaze left nine dead.", "person", "killed", ""),
    ("The clinic took in 31 wounded people.", "person", "injured", ""),
    ("So far 31 have died.", "person", "killed", ""),
    ("The mayor put the toll at four.", "person", "killed", ""),
    ("Nine residents are missing.", "person", "missing", ""),
    ("Police detained 60 Greek fans.", "fan", "arrested", "Greece"),
    ("About 4,000 families fled the valley.", "family", "displaced", ""),
    ("The storm destroyed 70 houses.", "house", "destroyed", ""),
    ("Seventy homes were destroyed.", "house", "destroyed", ""),
    ("Turnout was 64%.", "turnout, percentage", "", ""),
    ("Exports fell by 3%.", "export, percentage", "", ""),
    ("There was a 3% fall in exports.", "export, percentage", "", ""),
    ("The bridge cost $40 million.", "bridge, dollar", "", ""),
    ("Ten South Koreans were freed.", "person", "", "South Korea"),
    ("The rebels hold 20 prisoners.", "inmate", "", ""),
]

PARTS = [
    ("The first batch of 600 nurses has left.", True),
    ("The 600 nurses have left.", False),
    ("Forty of the nurses were new.", True),
    ("Ninety people died, including 12 children.", True),
    ("Another 30 miners walked out.", True),
]


@pytest.mark.parametrize(("text", "thing", "state", "actor"), THINGS)
def test_what_is_counted_has_one_form_for_all_wordings(
    text: str, thing: str, state: str, actor: str, parser: Language, gazetteer: Gazetteer
) -> None:
    doc = parse(text, parser)
    (found,) = find_things(doc, find_quantities(doc, ()), gazetteer)

    assert (found.thing, found.state, found.actor) == (thing, state, actor)


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_words_can_make_a_number_a_part_of_a_whole(
    text: str, part: bool, parser: Language, gazetteer: Gazetteer
) -> None:
    doc = parse(text, parser)
    *_, last = find_things(doc, find_quantities(doc, ()), gazetteer)

    assert last.part == part


def test_an_actor_named_before_is_that_of_the_same_things_later(
    parser: Language, gazetteer: Gazetteer
) -> None:
    doc = parse("He expects 900 Chadian soldiers. So far 200 troops and 30 trucks came.", parser)
    found = [(q.thing, q.actor) for q in find_things(doc, find_quantities(doc, ()), gazetteer)]

    assert found == [("soldier", "Chad"), ("soldier", "Chad"), ("truck", "")]
