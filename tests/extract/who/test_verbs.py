"""Cue verbs in less common frames, as pairs of a text and who says what in it."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions, puts_forward


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
            'The coach, asked whether he would stay, said: "I am closer to leaving."',
            ("coach", '"I am closer to leaving."'),
        ),
        (
            "«We have dealt a blow to the smugglers,» said prosecutor Ana Lopes.",
            ("Ana Lopes", "«We have dealt a blow to the smugglers,»"),
        ),
        (
            "Floods have killed more than 300 people in northern Ghana, the UN's Food Fund says.",
            ("Food Fund", "Floods have killed more than 300 people in northern Ghana"),
        ),
        (
            "Economists polled by the paper expect two more cuts.",
            ("Economists", "two more cuts"),
        ),
        ("The army denied losing the bridge.", ("army", "losing the bridge")),
        (
            "Lund ruled out dismissing pilots before the end of May.",
            ("Lund", "dismissing pilots before the end of May"),
        ),
        ("The institute put the toll at 40.", ("institute", "the toll at 40")),
        ("The minister called the strike unlawful.", ("minister", "the strike unlawful")),
        (
            "A driver, Hassan Bakhit, described how he had waited for days.",
            ("Hassan Bakhit", "how he had waited for days"),
        ),
        ("“Please stay put,” Rosal appealed to residents.", ("Rosal", "“Please stay put,”")),
        (
            "The report was dismissed by the farmers.",
            ("farmers", "The report"),
        ),
        (
            "There is a high chance that one year will be hotter than this one, the Met Institute "
            "said in a report released the same day.",
            (
                "Met Institute",
                "There is a high chance that one year will be hotter than this one",
            ),
        ),
        (
            'The valley is "drinking its own grave", the bishop warned.',
            ("bishop", 'The valley is "drinking its own grave"'),
        ),
    ],
)
def test_a_text_attributes(text, expected, parser, gazetteer):
    assert expected in said(text, parser, gazetteer)


def test_what_another_says_while_the_first_does_is_not_the_firsts(parser, gazetteer):
    text = "The dam broke, the mayor said, while the army said it held."

    assert said(text, parser, gazetteer) == [("mayor", "The dam broke"), ("army", "it held")]


def test_asking_to_stay_unnamed_or_somebody_to_act_claims_nothing(parser, gazetteer):
    assert (
        said("An aide, asking not to be named because talks go on, smiled.", parser, gazetteer)
        == []
    )
    assert said("Lima asked Quito to reopen the pass, which is closed.", parser, gazetteer) == []


def test_who_is_quoted_stands_before_the_paper_that_quotes(parser, gazetteer):
    text = "Chilean media quoted a senior minister as saying that the army would stay."
    (found,) = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert [link.name for link in found.chain] == [
        "senior minister",
        "Chilean media",
        "The Gazette",
    ]


def test_a_new_sentence_does_not_take_the_quotation_before_it(parser, gazetteer):
    text = 'Her mother described her as "the light of our lives". She said Amy was due at work.'

    assert said(text, parser, gazetteer)[-1][1] == "Amy was due at work"


def test_a_dateline_is_no_part_of_its_first_sentence(parser, gazetteer):
    text = "QUITO, Oct. 1, 2024 -- Andina Mining today announced that output rose."

    assert said(text, parser, gazetteer) == [("Andina Mining", "that output rose")]


@pytest.mark.parametrize(
    "text",
    [
        "“We do not comment on rumours,” Lund said.",
        "The general rejected an appeal for a ceasefire.",
        "The judge pronounced the verdict in the absence of the accused, who is in Malaysia.",
        "It has ordered ten more, the first of which is to be delivered in Hamburg.",
        "The province has already refused to help.",
    ],
)
def test_what_somebody_does_is_no_claim_of_theirs(text, parser, gazetteer):
    assert said(text, parser, gazetteer) == []


def test_what_others_expect_of_a_thing_is_not_said_by_the_thing(parser, gazetteer):
    assert said("The inquiry, expected to last three months, is costly.", parser, gazetteer) == []


def test_a_bare_that_is_no_content(parser, gazetteer):
    assert said("A council spokesman rejected that.", parser, gazetteer) == []
