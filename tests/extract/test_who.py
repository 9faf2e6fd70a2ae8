"""Who says what, as pairs of a text and what is found in it."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions
from claimmap.extract.who.kinds import kind_of
from claimmap.extract.who.owners import role_key
from claimmap.extract.who.quotes import find_quotes


def said(text, parser, gazetteer):
    """(source, cue, content) of each attribution, as words."""
    return [
        (a.source.name, *(" … ".join(s.of(text) for s in part) for part in (a.cue, a.content)))
        for a in find_attributions(parse(text, parser), "The Gazette", gazetteer)
    ]


def chains(text, parser, gazetteer):
    found = find_attributions(parse(text, parser), "The Gazette", gazetteer)
    return [tuple(link.name for link in a.chain) for a in found]


def sources(text, parser, gazetteer):
    found = find_attributions(parse(text, parser), "The Gazette", gazetteer)
    return [(a.source.name, a.source.kind) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The coast guard said that the ferry had sunk off Samar.",
            ("coast guard", "said", "that the ferry had sunk off Samar"),
        ),
        (
            "The ferry had sunk off Samar, the coast guard said.",
            ("coast guard", "said", "The ferry had sunk off Samar"),
        ),
        (
            "The ferry, the coast guard said, had sunk off Samar.",
            ("coast guard", "said", "The ferry … had sunk off Samar"),
        ),
        (
            "According to the hospital, 12 patients died overnight.",
            ("hospital", "According to", "12 patients died overnight"),
        ),
        (
            "Unemployment fell in March, according to the statistics office.",
            ("statistics office", "according to", "Unemployment fell in March"),
        ),
        (
            "“We lost the match in the first minute,” said Ama Owusu.",
            ("Ama Owusu", "said", "“We lost the match in the first minute,”"),
        ),
        (
            "“The bridge,” said the mayor, “was closed on Friday.”",
            ("mayor", "said", "“The bridge,” … “was closed on Friday.”"),
        ),
        (
            'The judge said: "The trial begins in Lima on Monday."',
            ("judge", "said", '"The trial begins in Lima on Monday."'),
        ),
        (
            "The minister denied that the plant would close.",
            ("minister", "denied", "that the plant would close"),
        ),
        (
            "The army's claim that it had taken the town could not be checked.",
            ("army", "claim", "that it had taken the town"),
        ),
        (
            "Researchers believe the virus came from bats.",
            ("Researchers", "believe", "the virus came from bats"),
        ),
        (
            "The union called for a strike in Rotterdam.",
            ("union", "called for", "a strike in Rotterdam"),
        ),
        (
            "The president vowed to rebuild the port.",
            ("president", "vowed", "to rebuild the port"),
        ),
        (
            "Acme Corp said on Monday it would close its plant in Leipzig.",
            ("Acme Corp", "said", "it would close its plant in Leipzig"),
        ),
        (
            "MENDEZ: The budget has been cut twice this year.",
            ("MENDEZ", ":", "The budget has been cut twice this year"),
        ),
        (
            "“We have no water and no light.” ― Rosa Mendez",
            ("Rosa Mendez", "―", "“We have no water and no light.”"),
        ),
        (
            "GENEVA (Newswire) - The outbreak is over, the minister said.",
            ("minister", "said", "The outbreak is over"),
        ),
        (
            "Turnout will exceed 60%, the board's chairwoman, Maria Lopes, predicted on Tuesday.",
            ("Maria Lopes", "predicted", "Turnout will exceed 60%"),
        ),
    ],
)
def test_source_cue_and_content_are_found(text, expected, parser, gazetteer):
    assert expected in said(text, parser, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "The river rose by two metres overnight.",
        "Rescuers reached the village on foot.",
        "She opened the door and walked out.",
    ],
)
def test_a_plain_sentence_has_no_attribution(text, parser, gazetteer):
    assert said(text, parser, gazetteer) == []


def test_two_joined_speakers_have_each_their_own_content(parser, gazetteer):
    text = "The army says it hit 20 targets; the rebels said that three children had died."
    assert [content for _, _, content in said(text, parser, gazetteer)] == [
        "it hit 20 targets",
        "that three children had died",
    ]


def test_a_floating_quotation_belongs_to_the_last_speaker(parser, gazetteer):
    text = "“It was dark,” said Ivo Marek. “We could not see the road.”"
    [(source, _, content)] = said(text, parser, gazetteer)
    assert source == "Ivo Marek"
    assert content == "“It was dark,” … “We could not see the road.”"


def test_a_quotation_goes_on_over_paragraphs(parser, gazetteer):
    text = "“We came by night,” said Ivo Marek. “The road was gone.\n\n“No one had warned us.”"
    [(_, _, content)] = said(text, parser, gazetteer)
    assert content.endswith("“No one had warned us.”")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “come in” and left.", ["“come in”"]),
        ("He said «come in» and left.", ["«come in»"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("''One,'' he said.", ["''One,''"]),
        ("'We lost it,' she said. It's the team's fault.", ["'We lost it,'"]),
        ("“Never closed, he said", ["“Never closed, he said"]),
        ("Never opened,” he said.", ["Never opened,”"]),
        ("It’s the soldiers’ camp.", []),
    ],
)
def test_quotations_survive_odd_and_missing_marks(text, quoted):
    assert [quote.span.of(text) for quote in find_quotes(text)] == quoted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ana Lopes won. Lopes said the count was fair. “I am proud,” she said.",
            ["Ana Lopes", "Ana Lopes"],
        ),
        (
            "The World Health Organization (WHO) said 30 died. The WHO warned that it may spread.",
            ["World Health Organization", "World Health Organization"],
        ),
        (
            "France’s spy service said it had found the ship. The spy agency added that it burned.",
            ["France’s spy service", "France’s spy service"],
        ),
        (
            "Paris’s intelligence service said A was true. "
            "France’s spy agency, the DGSE, said that B was false.",
            ["DGSE", "DGSE"],
        ),
        (
            "A nurse in Goma said the ward was full. “We turn people away,” she said.",
            ["nurse in Goma", "nurse in Goma"],
        ),
        (
            "The port authority said two ships collided. The statement said no oil had leaked.",
            ["port authority", "port authority"],
        ),
        (
            "Some economists think that rates will fall. According to them, growth is weak.",
            ["economists", "economists"],
        ),
    ],
)
def test_one_source_has_one_name(text, names, parser, gazetteer):
    assert [name for name, *_ in said(text, parser, gazetteer)] == names


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Local media has heard from unidentified sources that the mine had flooded.",
            ("unidentified sources", "Local media", "The Gazette"),
        ),
        (
            "A rescue worker told Radio Kosmos that the mine had flooded.",
            ("rescue worker", "Radio Kosmos", "The Gazette"),
        ),
        (
            "Radio Kosmos reported, citing police sources, that the mine had flooded.",
            ("police sources", "Radio Kosmos", "The Gazette"),
        ),
        (
            "The mine had flooded, the company said on its website.",
            ("company", "website", "The Gazette"),
        ),
        ("The mine had flooded, the company told reporters.", ("company", "The Gazette")),
    ],
)
def test_the_chain_runs_from_the_root_to_the_outlet(text, chain, parser, gazetteer):
    assert chain in chains(text, parser, gazetteer)


def test_a_source_cited_inside_a_statement_is_the_root(parser, gazetteer):
    text = "Ruth Adeyemi stated that, according to satellite data, she thought the dam had failed."
    assert chains(text, parser, gazetteer)[-1] == ("satellite data", "Ruth Adeyemi", "The Gazette")


@pytest.mark.parametrize(
    ("name", "role", "label", "kind"),
    [
        ("Ivo Marek", "", "PERSON", "person"),
        ("Ivo Marek", "mayor of Brno", "PERSON", "government"),
        ("Ivo Marek", "professor of law", "PERSON", "expert"),
        ("Ivo Marek", "head of the country’s spy service", "PERSON", "intelligence service"),
        ("defence ministry", "", "ORG", "government"),
        ("General Staff", "", "ORG", "military"),
        ("Daily Mirror News", "", "ORG", "media"),
        ("Red Cross", "", "ORG", "NGO"),
        ("Acme Inc", "", "ORG", "company"),
        ("two officials familiar with the matter", "", "", "unidentified"),
        ("military source", "", "", "unidentified"),
        ("Lisbon", "", "GPE", "government"),
    ],
)
def test_a_source_has_a_kind(name, role, label, kind):
    assert kind_of(name, role, label) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Spain’s spy agency", "Spanish intelligence service"),
        ("Tokyo’s defence ministry", "Japanese defense ministry"),
        ("Kyiv’s government", "Ukrainian government"),
    ],
)
def test_a_role_is_the_same_under_country_capital_and_adjective(one, other, gazetteer):
    assert role_key(one, gazetteer) == role_key(other, gazetteer) != ""


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The road is open,” said the mayor of Arlen.", "direct"),
        ("The mayor of Arlen said the road was “open to all” again.", "mixed"),
        ("The mayor of Arlen said the road was open again.", "indirect"),
    ],
)
def test_speech_is_direct_mixed_or_indirect(text, form, parser, gazetteer):
    [attribution] = find_attributions(parse(text, parser), "", gazetteer)
    assert attribution.form == form


@pytest.mark.parametrize(
    "text",
    ["", "said", '"', "“”", "said said said:", ":\n:\n", "''''''", "he said he said he said that"],
)
def test_broken_text_raises_nothing_and_spans_stay_inside(text, parser, gazetteer):
    for attribution in find_attributions(parse(text, parser), "", gazetteer):
        for span in (*attribution.cue, *attribution.content, *attribution.source.spans):
            assert 0 <= span.start < span.end <= len(text)
