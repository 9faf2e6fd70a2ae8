"""How sure: pairs of a sentence, its cue and content, and the stance and hedges they make."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.sure import find_stance, through_chain
from claimmap.extract.who import find_attributions
from claimmap.model import Source, Span, Stance

STANCES = get_args(Stance)


def labelled(half):
    """(sentence, stance, its words) of each line of one half; tests/extract/sure/README.md."""
    lines = (Path(__file__).parent / "sure" / f"{half}.txt").read_text("utf-8").splitlines()
    fields = ([field.strip() for field in line.split("|")] for line in lines)
    return [(text, label, set(words.split())) for label, words, text in fields]


def macro_f1(pairs):
    """The mean over the stances of F1, for pairs of the right stance and the one found."""
    both = Counter(pairs)
    right, found = Counter(gold for gold, _ in pairs), Counter(guess for _, guess in pairs)
    return sum(2 * both[s, s] / (right[s] + found[s]) for s in STANCES) / len(STANCES)


def stance(text, parser, gazetteer):
    """The stance and hedges of the first attribution, or of the whole text without one."""
    doc = parse(text, parser)
    for attribution in find_attributions(doc, "The Gazette", gazetteer):
        found, hedges = find_stance(doc, attribution.content, attribution.cue)
        break
    else:
        found, hedges = find_stance(doc, [Span(0, len(text))], [])
    return found, [hedge.of(text) for hedge in hedges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # disaster
        ("The dam burst on Sunday, the Red Crescent said.", "asserted"),
        ("Residents claim that the alarm never sounded.", "alleged"),
        ("The cyclone could reach Beira by Friday, forecasters said.", "forecast"),
        ("The company denied that the pipeline had leaked.", "denied"),
        ("Engineers say the bridge will be rebuilt in May.", "planned"),
        ("The fire reportedly started in a kitchen.", "alleged"),
        # election
        ("The board said turnout was 61%.", "asserted"),
        ("The party accused the board of fraud.", "alleged"),
        ("She predicted that turnout would rise.", "forecast"),
        ("The senator promised to cut taxes.", "planned"),
        ("He argued that the law should be scrapped.", "opinion"),
        ("The minister said there was no fraud.", "denied"),
        # health
        ("The ministry confirmed that 12 patients had died.", "asserted"),
        ("Doctors believe the virus came from a market.", "alleged"),
        ("Cases are likely to double, the agency warned.", "forecast"),
        ("The hospital plans to open a new ward.", "planned"),
        ("Nurses think the ward is dangerous.", "opinion"),
        ("The lab said it had not tested the vaccine.", "denied"),
        # economy
        ("Exports fell 3% in June, the bank reported.", "asserted"),
        ("Prices will rise next year, the bank said.", "forecast"),
        ("The plant is due to close in March.", "planned"),
        ("The tax is unfair, the union said.", "opinion"),
        ("The firm allegedly hid its losses.", "alleged"),
        ("The chairman dismissed the report.", "denied"),
        # war
        ("The army said it had taken the hill.", "asserted"),
        ("The rebels claimed that they had shot down a jet.", "alleged"),
        ("Two brigades will be sent to the border, the general said.", "planned"),
        ("The troops might join the fight, he said.", "forecast"),
        ("“An attack is something I would rule out,” she said.", "denied"),
        ("He called the shelling “a crime”.", "opinion"),
        # sport
        ("The striker signed for Porto on Monday.", "asserted"),
        ("The coach may have left, the paper wrote.", "alleged"),
        ("The final is expected to sell out.", "forecast"),
        ("The team is set to play in Osaka.", "planned"),
        ("The referee was wrong, the captain said.", "opinion"),
        ("The club rejected the bid.", "denied"),
    ],
)
def test_the_stance_is(text, expected, parser, gazetteer):
    assert stance(text, parser, gazetteer)[0] == expected


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The fire reportedly started in a kitchen.", ["reportedly"]),
        ("The troops might join the fight, he said.", ["might"]),
        ("The rebels claimed that they had shot down a jet.", ["claimed"]),
        ("An attack is something I would rule out, she said.", ["rule", "out"]),
        ("The river rose by two metres.", []),
    ],
)
def test_the_words_that_hedge_are_kept(text, hedges, parser, gazetteer):
    assert stance(text, parser, gazetteer)[1] == hedges


def test_what_an_unidentified_root_asserts_is_alleged():
    outlet = Source("The Gazette", "media")
    nameless = Source("unidentified sources", "unidentified")
    assert through_chain("asserted", (nameless, outlet)) == "alleged"
    assert through_chain("planned", (nameless, outlet)) == "planned"
    assert through_chain("asserted", (Source("Ivo Marek", "person"), outlet)) == "asserted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police have arrested three men suspected of theft, officials said.", "asserted"),
        ("The rescuers could not reach the village, the mayor said.", "asserted"),
        ("The rescuers could reach the village, the mayor said.", "forecast"),
        ("“It would be a mistake to wait,” the banker said.", "opinion"),
        ("The bank refused to raise rates.", "denied"),
        ("“I don't know what is happening,” the mayor said.", "asserted"),
        ("“I did not sign it,” the mayor said.", "denied"),
        ("The rebels have lost 600 trucks, an official estimated.", "asserted"),
        ("Prices would average two pounds, the grocer said.", "forecast"),
        ("They hope to publish more photos.", "planned"),
        ("They hope that the storm will pass.", "forecast"),
    ],
)
def test_who_took_part_and_what_could_not_be_done_make_no_doubt(text, expected, parser, gazetteer):
    assert stance(text, parser, gazetteer)[0] == expected


@pytest.mark.parametrize(("text", "expected", "words"), labelled("tuning"))
def test_a_sentence_of_the_tuning_half_has_its_stance_and_hedges(
    text, expected, words, parser, gazetteer
):
    found, hedges = stance(text, parser, gazetteer)
    assert (found, words - set(hedges)) == (expected, set())


@pytest.mark.parametrize("half", ["tuning", "held"])
def test_stances_are_right_on_both_halves(half, parser, gazetteer):
    score = macro_f1(
        [(label, stance(text, parser, gazetteer)[0]) for text, label, _ in labelled(half)]
    )
    assert score >= 0.85, f"macro F1 on the {half} half is {score:.3f}, and should be 0.85"


def test_the_sentences_are_many_and_of_all_stances():
    both = [*labelled("tuning"), *labelled("held")]
    assert len({text for text, _, _ in both}) == len(both) >= 400
    assert min(Counter(label for _, label, _ in both)[s] for s in STANCES) >= 25


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We expect to ship the first doses by the third quarter.", "forecast"),
        ("A man is to appear before a judge tomorrow.", "planned"),
        ("The suspect is to appear in court on Monday.", "planned"),
        ("“That is simply not true,” the mayor said.", "denied"),
        ("“These inventions have nothing in common with reality,” the ministry said.", "denied"),
        ("Rumours that the vaccine causes infertility are false, the ministry stressed.", "denied"),
        ("“If the boat came on time, I would sleep till six,” she said.", "opinion"),
        ("If found guilty, he faces a ban of four years.", "forecast"),
        ("The company now sees sales falling this year.", "forecast"),
        ("“What we need are ferries,” the mayor said.", "opinion"),
        (
            "A surgeon told the Post, asking not to be named, that the hospital had 210 bodies.",
            "alleged",
        ),
        ("“Those figures are old,” a surgeon told the Post, asking not to be named.", "alleged"),
        ("A total of 412 new cases were reported.", "asserted"),
        ("Three deaths were reported on the island.", "asserted"),
        ("It was reported that he had fled.", "alleged"),
        ("The charity hopes to deliver tents by Friday.", "planned"),
        ("It hopes to deliver tents by Friday, the agency said.", "planned"),
        ("He faces up to ten years in prison.", "forecast"),
        ("Analysts see growth slowing to 2% next year.", "forecast"),
        ("The trial opens on Wednesday.", "planned"),
        ("Voters go to the polls on Sunday.", "planned"),
        ("“The report was simply not true,” the mayor said.", "denied"),
        ("“It is not entirely true,” the mayor said.", "asserted"),
        ("Explosions were reported near the airport.", "alleged"),
    ],
)
def test_what_is_fixed_hoped_threatened_or_kept_back(text, expected, parser, gazetteer):
    assert stance(text, parser, gazetteer)[0] == expected
