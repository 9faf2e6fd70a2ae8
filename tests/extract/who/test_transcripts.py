"""Who speaks in transcripts, interviews and live blogs, as pairs of a text and its claims."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions, puts_forward
from claimmap.extract.who.transcripts import name_of_label

INTERVIEW = (
    "Ivan Petrik, head of the zoo, spoke to the Gazette.\n\n"
    "Q: Why did the tigers leave?\n"
    "A: The old house was too small.\n"
    "Q: You said in May that they would stay.\n"
    "A: The new owner has bought them.\n"
)
DEBATE = (
    "MODERATOR: Thank you both. Senator Blake, will you pay for it?\n\n"
    "BLAKE: The tax cut cost us nine billion dollars.\n\n"
    "We will not pay for it twice.\n\n"
    "MODERATOR: Governor Ruiz?\n\n"
    "RUIZ: I think he is wrong. (APPLAUSE)\n"
)
LIVE = (
    "10:15 Police say the road is closed.\n\n"
    "10:32 GMT The airline Nordfly says its flights will leave late.\n\n"
    "10:40 Ana Lund, mayor: Please stay at home.\n\n"
    "2.05pm “Nobody has told us anything,” says Mona Reed.\n"
)


def said(text, parser, gazetteer):
    """(source, content) of each attribution that puts a claim forward."""
    doc = parse(text, parser)
    return [
        (a.source.name, " … ".join(s.of(text) for s in a.content))
        for a in find_attributions(doc, "The Gazette", gazetteer)
        if puts_forward(doc, a)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            INTERVIEW,
            [
                ("Ivan Petrik", "The old house was too small"),
                ("Ivan Petrik", "The new owner has bought them"),
            ],
        ),
        (
            DEBATE,
            [
                ("moderator", "Thank you both"),
                (
                    "Blake",
                    "The tax cut cost us nine billion dollars … We will not pay for it twice",
                ),
                ("Ruiz", "I think he is wrong"),
            ],
        ),
        (
            LIVE,
            [
                ("Police", "the road is closed"),
                ("Nordfly", "its flights will leave late"),
                ("Ana Lund", "Please stay at home"),
                ("Mona Reed", "“Nobody has told us anything,”"),
            ],
        ),
        # a word that heads a list is nobody
        ("Summary: The river rose.\n\nIt rained.", []),
    ],
)
def test_each_turn_is_its_speakers(text, expected, parser, gazetteer):
    assert said(text, parser, gazetteer) == expected


def test_a_transcript_is_set_down_word_for_word(parser, gazetteer):
    found = list(find_attributions(parse(INTERVIEW, parser), "The Gazette", gazetteer))

    assert {a.form for a in found} == {"direct"}


@pytest.mark.parametrize(
    ("label", "text", "name"),
    [
        ("JOHN DOE", "JOHN DOE: Yes.", "John Doe"),
        ("MODERATOR", "MODERATOR: Yes.", "moderator"),
        ("NATO", "NATO: Yes. We in NATO agree.", "NATO"),
        ("BLAKE", "BLAKE: Yes.", "Blake"),
        ("Ana Lund", "Ana Lund: Yes.", "Ana Lund"),
    ],
)
def test_a_label_in_capitals_becomes_a_name(label, text, name):
    assert name_of_label(label, text) == name
