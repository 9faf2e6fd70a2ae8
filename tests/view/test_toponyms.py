"""A report's place names with their candidates."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from claimmap.model import (
    Candidate,
    Claim,
    Document,
    Extraction,
    Interval,
    Place,
    Source,
    Span,
    Toponym,
)
from claimmap.view.toponyms import (
    GROUPS,
    Group,
    find_mention,
    find_names,
    name_rows,
    names_of,
)
from tests.view.rows import HOSTILE

TEXT = (
    "Two boats left Faro for Salem.\nSalem, Lisbon said, would not take them. Salem was warned"
    " by Xyzzy."
)
FARO = Place(1, "Faro", "PT", "city", 37.0, -7.9, 41000, "Faro District, Portugal")
OREGON = Place(2, "Salem", "US", "city", 44.9, -123.0, 175000, "Oregon, United States")
INDIA = Place(3, "Salem", "IN", "city", 11.7, 78.2, 831000, "Tamil Nadu, India")
LISBON = Place(4, "Lisbon", "PT", "city", 38.7, -9.1, 517000, "Lisbon, Portugal")
SALEMS = (Candidate(INDIA, 0.4, "the largest"), Candidate(OREGON, 0.35, "nearer"))


def spans(words: str) -> list[Span]:
    starts = [at for at in range(len(TEXT)) if TEXT.startswith(words, at)]
    return [Span(at, at + len(words)) for at in starts]


def make_extraction() -> Extraction:
    faro = Toponym(spans("Faro")[0], "origin", (Candidate(FARO, 0.95),), FARO, 0.95, "alone", 1)
    salems = [
        Toponym(span, "destination", SALEMS, INDIA, 0.4, "the largest", 1)
        for span in spans("Salem")[:2]
    ]
    other = Toponym(spans("Salem")[2], "metonym", SALEMS, INDIA, 0.4, "the largest", 1)
    lisbon = Toponym(spans("Lisbon")[0], "metonym", (Candidate(LISBON, 0.9),), LISBON, 0.9, "", 1)
    nowhere = Toponym(spans("Xyzzy")[0], "scene", reason="no place of that name")
    document = Document("d", "The Wire", "", "", None, TEXT)
    never = Interval(None, None, None, "")
    wire = Source("The Wire", "media")
    whole = Span(0, 30)
    claim = Claim(
        "c", "d", whole, (whole,), None, (wire,), "asserted", (), never, never, (faro, salems[0])
    )
    toponyms = (faro, salems[0], salems[1], lisbon, other, nowhere)
    return Extraction(document, (), (), (), toponyms, (claim,))


def test_names_read_alike_are_one_with_their_number() -> None:
    rows = list(name_rows(find_names(make_extraction()), TEXT))
    assert [(row["text"], row["times"]) for row in rows] == [
        ("Faro", 1),
        ("Salem", 2),
        ("Lisbon", 1),
        ("Salem", 1),
        ("Xyzzy", 1),
    ]


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("all", ["Faro", "Salem", "Lisbon", "Salem", "Xyzzy"]),
        ("drawn", ["Faro", "Salem"]),
        ("not drawn", ["Lisbon", "Salem", "Xyzzy"]),
        ("doubtful", ["Salem", "Salem"]),
    ],
)
def test_names_by_group(group: Group, names: list[str]) -> None:
    found = names_of(group, find_names(make_extraction()))
    assert [row["text"] for row in name_rows(found, TEXT)] == names
    assert group in GROUPS


def test_a_name_has_its_candidates_in_order_with_the_chosen_one_marked() -> None:
    row = list(name_rows(find_names(make_extraction()), TEXT))[1]
    assert [(one["address"], one["score"], one["chosen"]) for one in row["candidates"]] == [
        ("Tamil Nadu, India", 0.4, True),
        ("Oregon, United States", 0.35, False),
    ]
    assert (row["certainty"], row["confidence"], row["extent"]) == (
        "doubtful",
        0.4,
        "the town itself",
    )
    assert row["role_shown"] == "where it is bound"


def test_a_mention_leads_to_its_name() -> None:
    names = find_names(make_extraction())
    assert [find_mention(names, span.start) for span in spans("Salem")] == [1, 1, 3]
    assert find_mention(names, 9_999) == 0


def test_what_is_not_drawn_says_why() -> None:
    rows = list(name_rows(find_names(make_extraction()), TEXT))
    assert [row["not_drawn"] for row in rows] == [
        "",
        "",
        "stands for a government",
        "stands for a government",
        "no place was found for it",
    ]
    assert rows[-1]["certainty"] is None
    assert rows[-1]["candidates"] == []


def test_a_place_that_no_claim_is_about_is_not_drawn() -> None:
    found = replace(make_extraction(), claims=())
    assert {row["not_drawn"] for row in name_rows(find_names(found), TEXT)} == {
        "no claim is about it",
        "stands for a government",
        "no place was found for it",
    }


def test_a_name_stands_in_its_words() -> None:
    rows = list(name_rows(find_names(make_extraction()), TEXT))
    assert (rows[0]["before"], rows[0]["after"]) == ("Two boats left ", " for Salem.")
    assert rows[2]["before"] == "Salem, "
    long = "word " * 40
    text = f"{long}Faro {long}"
    name = find_names(make_extraction())[0]
    there = replace(name, toponym=replace(name.toponym, span=Span(len(long), len(long) + 4)))
    (row,) = name_rows([there], text)
    assert row["before"].startswith("…word ")
    assert row["after"].endswith(" word…")
    assert len(row["before"]) < 80 > len(row["after"])


def test_rows_are_plain_and_hostile_text_stays_what_it_is() -> None:
    found = make_extraction()
    evil = replace(FARO, name=HOSTILE, address=HOSTILE)
    bad = replace(found.toponyms[0], place=evil, candidates=(Candidate(evil, 1.0, HOSTILE),))
    (row,) = name_rows(find_names(replace(found, toponyms=(bad,))), TEXT)
    assert msgspec.json.decode(msgspec.json.encode(row)) == row
    assert row["place"] == row["candidates"][0]["name"] == HOSTILE
