"""Rules asked all at once match where each of them would by itself."""

from __future__ import annotations

import random

import pytest

from claimmap.extract.when import anchored, clock, eras, lengths, relative, weekends, written
from claimmap.extract.when.matching import Matcher
from tests.gold.loading import read_gold

RULES = (
    *(rule for part in (written, eras, clock, weekends) for rule in part.RULES),
    *(rule for part in (relative, anchored, lengths) for rule in part.RULES),
)
PIECES = (
    *("mid-", "pre-", "x-", "-", "–", " ", "  ", "\n", ", ", "'", "’s", ".", "(", "the ", "of "),
    *("Monday", "May", "1 May", "12", "2024", "1990s", "last", "next week", "two days", "an hour"),
    *("ago", "later", "at night", "per day", "Q3", "AD 70", "44 BC", "10:30 p.m.", "2024-10-18"),
    *("weekend", "spring", "Christmas", "earlier this", "week", "month", "first half", "decade"),
)


def shuffled(seed: int) -> str:
    return "".join(random.Random(seed).choices(PIECES, k=400))


@pytest.mark.parametrize(
    "text",
    [
        *(gold.document.text for gold in read_gold()),
        *map(shuffled, range(20)),
        "",
        "May",
        "mid-May",
    ],
)
def test_no_rule_misses_a_match_or_finds_another(text: str) -> None:
    alone = [
        (match.start(), -match.end(), order, match.groupdict())
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text)
    ]
    alone.sort(key=lambda each: each[:3])
    at_once = [
        (match.start(), -match.end(), RULES.index(rule), match.groupdict())
        for match, rule in Matcher(RULES).find(text)
    ]
    assert at_once == alone
