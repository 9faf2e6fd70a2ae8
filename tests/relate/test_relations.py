"""Relations: pairs of reports that must agree, disagree, repeat or have nothing to do."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from claimmap.extract.claims import extract_claims, with_toponyms
from claimmap.extract.parsing import parse
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.resolve import resolve
from claimmap.model import Claim, Document
from claimmap.relate import find_relations

Told = tuple[str, str, str]
PAIRS = [
    pair
    for name in ("pairs.toml", "pairs_later.toml")
    for pair in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["pairs"]
]


def claims_of(told: Told, parser: Language, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    outlet, day, text = told
    document = Document(f"{outlet} {day} {text}", outlet, "", "", date.fromisoformat(day), text)
    found = extract_claims(document, parse(text, parser), gazetteer)
    return with_toponyms(found, resolve(found.toponyms, document, gazetteer)).claims


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(pair["one"], pair["other"], pair["relation"]) for pair in PAIRS],
)
def test_two_reports_stand_to_each_other_as_a_reader_would_say(
    first: Told, second: Told, expected: str, parser: Language, gazetteer: Gazetteer
) -> None:
    one, other = (claims_of(told, parser, gazetteer) for told in (first, second))
    found = {relation.kind for relation in find_relations([*one, *other])}

    assert found == ({expected} - {"none"})


def test_two_papers_with_one_source_are_one_witness(parser: Language, gazetteer: Gazetteer) -> None:
    text = "The Red Crescent said 14 Tunisian fishermen were rescued."
    other = "The Red Cross said 20 Tunisian fishermen were rescued."
    told = [("Daily A", "2024-05-02", text), ("Daily B", "2024-05-03", text)]
    one, same, another = (
        claims_of(each, parser, gazetteer) for each in (*told, ("Daily C", "2024-05-02", other))
    )

    assert [each.independent for each in find_relations([*one, *same])] == [False]
    assert [each.independent for each in find_relations([*one, *another])] == [True]


def test_nobody_knows_whether_a_source_without_a_name_is_independent(
    parser: Language, gazetteer: Gazetteer
) -> None:
    one = claims_of(("A", "2024-05-02", "Residents said the dam had burst."), parser, gazetteer)
    two = claims_of(("B", "2024-05-02", "Villagers said the dam had burst."), parser, gazetteer)

    assert [each.independent for each in find_relations([*one, *two])] == [None]
