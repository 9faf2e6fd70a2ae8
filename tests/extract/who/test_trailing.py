"""Speakers at the end of a sentence, as pairs of a text and what its last source says."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions, puts_forward
from claimmap.extract.who.trailing import find_trailing


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A bus burned in Linz, the TSB announced.", "TSB", "A bus burned in Linz"),
        (
            "A bus burned in Linz, the Traffic Safety Board (TSB) announced on Tuesday.",
            "Traffic Safety Board",
            "A bus burned in Linz",
        ),
        (
            "He paid a trip to the north, his press service informs.",
            "his press service",
            "He paid a trip to the north",
        ),
        ("Prices will not fall, the pollster Cifra projects.", "Cifra", "Prices will not fall"),
        (
            "Some 80 people are missing, the coast guard said on Monday, citing survivors.",
            "coast guard",
            "Some 80 people are missing",
        ),
        (
            "“We will block every road,” the leader threatened.",
            "leader",
            "“We will block every road,”",
        ),
        ("Mr Lowe replied: “Absolutely not.”", "Lowe", "“Absolutely not.”"),
        ("Whale reserve to double in size, minister says", "minister", "Whale reserve to double"),
    ],
)
def test_the_speaker_stands_behind_the_comma(text, source, content, parser, gazetteer):
    doc = parse(text, parser)
    *_, last = (a for a in find_attributions(doc, "The Gazette", gazetteer) if puts_forward(doc, a))

    assert last.source.name == source
    assert last.content[0].of(text).startswith(content)


def test_a_semicolon_parts_two_speakers(parser, gazetteer):
    text = "It hit at noon, the Traffic Safety Board said; the police put the damage at $2,000."
    found = list(find_attributions(parse(text, parser), "The Gazette", gazetteer))

    assert [(a.source.name, a.content[0].of(text)) for a in found] == [
        ("Traffic Safety Board", "It hit at noon"),
        ("police", "the damage at $2,000"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "As the crowd left, the singer and her band played on Monday.",
        "After the fire in the mill, the mayor announced a ban.",
        "In Linz, the board announced two plans.",
        "Founded in 1990, the group reports yearly.",
        "When asked about it, the mayor said no.",
        "",
    ],
)
def test_other_sentences_have_no_trailing_speaker(text, parser):
    assert [f for sent in parse(text, parser).sents for f in find_trailing(sent)] == []
