"""The hand annotation in tests/gold: whole, in order, and in agreement with itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from claimmap.model import Interval, Span
from tests.bench.claims_likeness import plain_name
from tests.bench.claims_scoring import ASPECTS, Scores, macro_f1, score
from tests.gold.loading import ARTICLES, Gold, GoldError, find_words, read_article, read_gold

GOLD = read_gold()
each_article = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.document.id)


def in_order(interval: Interval) -> bool:
    return not (interval.first and interval.last) or interval.first <= interval.last


@pytest.mark.parametrize("half", ["tuning", "held"])
def test_each_half_has_six_articles_or_more(half: str) -> None:
    assert sum(gold.half == half for gold in GOLD) >= 6


@each_article
def test_an_article_is_as_long_as_a_report(gold: Gold) -> None:
    assert 250 <= len(gold.document.text.split()) <= 450


@each_article
def test_days_are_in_order_and_nothing_is_said_after_publication(gold: Gold) -> None:
    published = gold.document.published
    assert published
    for claim in gold.claims:
        assert in_order(claim.event), claim.id
        assert in_order(claim.statement), claim.id
        assert claim.statement.last
        assert claim.statement.last <= published, claim.id


@each_article
def test_what_is_asserted_has_a_last_day_and_what_is_to_come_a_first(gold: Gold) -> None:
    for claim in gold.claims:
        assert claim.event.last or claim.stance in ("forecast", "planned"), claim.id
        assert claim.event.first or claim.stance not in ("forecast", "planned"), claim.id


@each_article
def test_no_two_claims_have_the_same_words(gold: Gold) -> None:
    spans = sorted(span for claim in gold.claims for span in claim.content)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


@each_article
def test_every_chain_runs_to_the_outlet_and_holds_the_source(gold: Gold) -> None:
    for claim in gold.claims:
        assert claim.chain[-1].name == gold.document.outlet
        assert claim.source in claim.chain


@each_article
def test_a_number_lies_within_its_limits(gold: Gold) -> None:
    for quantity in (each for claim in gold.claims for each in claim.quantities):
        assert quantity.value is not None
        assert quantity.lower is None or quantity.lower <= quantity.value
        assert quantity.upper is None or quantity.value <= quantity.upper


@each_article
def test_other_names_are_those_of_one_source(gold: Gold) -> None:
    names = [plain_name(each) for name, also in gold.also.items() for each in (name, *also)]
    assert len(names) == len(set(names))


@each_article
def test_the_time_expressions_stand_in_text_order(gold: Gold) -> None:
    spans = [timex.span for timex in gold.timexes]
    assert spans == sorted(set(spans))


def test_the_gold_agrees_with_itself() -> None:
    scores = Scores()
    for gold in GOLD:
        score(gold, gold.claims, gold.timexes, scores)
    assert scores.errors == []
    assert macro_f1(scores.stances) == 1
    assert {scores.agreed[aspect] for aspect in ASPECTS} == {scores.claims.gold}
    for tally in (scores.claims, scores.timexes, scores.places, scores.quantities):
        assert tally.right == tally.found == tally.gold > 0


def test_a_claim_that_is_not_found_and_one_that_is_made_up_cost() -> None:
    gold = GOLD[0]
    made_up = replace(gold.claims[0], content=(Span(0, 1),))
    scores = Scores()
    score(gold, (made_up, *gold.claims[1:]), gold.timexes, scores)
    assert scores.claims.right == len(gold.claims) - 1
    assert scores.claims.found == scores.claims.gold == len(gold.claims)
    assert len(scores.errors) == 2


TEXT = "On Monday it rained. It snowed on Tuesday, and on Monday night it froze."
WHOLE = [Span(0, len(TEXT))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tuesday", "Tuesday"),
        ("Monday#2", "Monday"),
        ("It snowed … Monday", "It snowed on Tuesday, and on Monday"),
    ],
)
def test_quoted_words_are_found(words: str, found: str) -> None:
    assert find_words(TEXT, words, WHOLE).of(TEXT) == found


@pytest.mark.parametrize("words", ["Friday", "Mon", "Monday", "Tuesday#2", "Tuesday … Friday"])
def test_words_that_are_not_there_or_there_twice_are_refused(words: str) -> None:
    with pytest.raises(GoldError, match=r"not in the text|there 2 times"):
        find_words(TEXT, words, WHOLE)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('stance = "planned"', 'stance = "hoped"'),
        ("content = [\"Lunenburg's", "content = [\"Lunenberg's"),
        ('source = "Wade Zinck"', 'source = "Wade Zink"'),
        ("published = 2018-05-17", "published = 2018-15-17"),
    ],
)
def test_an_ill_written_article_is_refused_by_name(tmp_path: Path, right: str, wrong: str) -> None:
    written = (ARTICLES / "wharf.toml").read_text(encoding="utf-8")
    assert right in written
    path = tmp_path / "wharf.toml"
    path.write_text(written.replace(right, wrong), encoding="utf-8")
    with pytest.raises(GoldError, match=r"^wharf\.toml: "):
        read_article(path)
