"""Which texts are copies of one another, and which only look like it."""

from __future__ import annotations

import random
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimmap.store.copies import LIKELY, NEAR
from claimmap.store.signatures import (
    BANDS,
    Signature,
    bands,
    estimate,
    find_own,
    pack,
    shares,
    sign,
    split_words,
    unpack,
)
from tests.store.alike import FLOOD, SAME_EVENT, bulletin, situation

BODY = FLOOD.partition("\n\n")[2]
PARAGRAPHS = FLOOD.split("\n\n")


def signed(text: str) -> Signature:
    signature = sign(text)
    assert signature is not None
    return signature


def are_copies(text: str, other: str) -> bool:
    """Judged as the store does: by what the signatures find, then by the texts."""
    one, two = signed(text), signed(other)
    met = bool(set(bands(one)) & set(bands(two)))
    return (
        met
        and estimate(one, two) >= LIKELY
        and max(shares(split_words(text), split_words(other))) >= NEAR
    )


@pytest.mark.parametrize(
    ("change", "other"),
    [
        ("nothing", FLOOD),
        ("lines and case", FLOOD.upper().replace("\n\n", " ").replace("\n", "\r\n")),
        ("quotation marks and dashes", FLOOD.replace('"', "”").replace(" - ", " — ")),
        ("the headline", "Flood disaster in the hills: many missing\n\n" + BODY),
        ("an agency's line above", "From our news agency. All rights reserved.\n\n" + FLOOD),
        ("a note below", FLOOD + "\n\nThis report was first printed by the Agency."),
        ("a paragraph cut", "\n\n".join(PARAGRAPHS[:5] + PARAGRAPHS[6:])),
        ("the last paragraph cut", "\n\n".join(PARAGRAPHS[:-1])),
        ("misprints put right", FLOOD.replace("kilometres", "kilometers").replace("Ada", "Ida")),
        ("half of it cut", "\n\n".join(PARAGRAPHS[:5])),
        ("as much again of its own", FLOOD + "\n\n" + SAME_EVENT),
        ("a toll brought up to date", FLOOD.replace("14 people had", "19 people had")),
    ],
)
def test_a_report_changed_a_little_is_a_copy(change: str, other: str) -> None:
    assert are_copies(FLOOD, other)
    assert are_copies(other, FLOOD)


@pytest.mark.parametrize(
    ("case", "text", "other"),
    [
        ("another paper's own report of the event", FLOOD, SAME_EVENT),
        ("the bulletin of another day and place", bulletin(1), bulletin(2)),
        ("the bulletin of the same place", bulletin(3), bulletin(8)),
        ("half of it told in other words", FLOOD, "\n\n".join(PARAGRAPHS[:4]) + SAME_EVENT),
        (
            "the next day's report of a ministry",
            situation(5, 14, 6, "Rivertown"),
            situation(6, 19, 8, "Rivertown and Hillford"),
        ),
    ],
)
def test_another_report_is_no_copy(case: str, text: str, other: str) -> None:
    assert not are_copies(text, other)


def test_a_long_frame_around_few_numbers_is_taken_for_a_copy() -> None:
    """A limit: by the words alone, nobody can tell it from a copy that was brought up to date."""
    frame = FLOOD.replace("14 people", "{} people").replace("32 were", "{} were")
    assert are_copies(frame.format(14, 32), frame.format(19, 27))


def test_a_report_in_the_midst_of_a_longer_one_is_no_copy_that_is_seen() -> None:
    """A limit: one of a third of the other's length shares too few bands to be met reliably."""
    part = "\n\n".join(PARAGRAPHS[1:3])
    assert shares(split_words(part), split_words(FLOOD))[0] == 1.0
    assert not are_copies(part, FLOOD + SAME_EVENT)


@pytest.mark.parametrize("text", ["", "!?", "One word after another, but only a few."])
def test_a_short_notice_has_no_signature(text: str) -> None:
    assert sign(text) is None


def test_a_signature_is_the_same_in_every_process() -> None:
    script = "import sys; from claimmap.store.signatures import *; "
    script += "print(bands(sign(sys.stdin.read()))[:4])"
    told = subprocess.run(
        [sys.executable, "-c", script],
        input=FLOOD,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": "."},
    ).stdout
    assert told == f"{bands(signed(FLOOD))[:4]}\n"
    # Stores hold such numbers: who changes them has to have all signatures made anew.
    assert bands(signed(FLOOD))[0] == -3668084709210372331


def test_a_signature_comes_back_as_it_was_kept() -> None:
    signature = signed(FLOOD)
    again = unpack(pack(signature), signature.runs)
    assert np.array_equal(again.lowest, signature.lowest)
    assert again.runs == signature.runs


WORDS = st.lists(st.sampled_from(["dam", "rain", "town", "14", "said"]), min_size=30)


@given(WORDS, WORDS)
def test_shares_are_those_of_runs_of_five_words(one: list[str], other: list[str]) -> None:
    mine, theirs = _fives(one), _fives(other)
    common = len(mine & theirs)
    found = shares(one, split_words("\n".join(other).upper()))
    assert found == (common / len(mine), common / len(theirs))
    if mine == theirs:
        assert estimate(signed(" ".join(one)), signed(" ".join(other))) == 1.0


def test_signatures_tell_about_the_share_of_common_runs_and_bands_find_it() -> None:
    drawn = random.Random(7)
    off: list[float] = []
    for _ in range(100):
        words = [f"w{drawn.randrange(4000)}" for _ in range(drawn.randrange(60, 600))]
        other = list(words)
        for _ in range(drawn.randrange(1, 1 + len(words) // 40)):
            other[drawn.randrange(len(other))] = "changed"
        mine, theirs = _fives(words), _fives(other)
        true = len(mine & theirs) / min(len(mine), len(theirs))
        one, two = signed(" ".join(words)), signed(" ".join(other))
        off.append(estimate(one, two) - true)
        assert len(bands(one)) == BANDS
        assert set(bands(one)) & set(bands(two))
    assert abs(float(np.mean(off))) < 0.01
    assert float(np.std(off)) < 0.04


def _fives(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[nth:] for nth in range(5)), strict=False))


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("The regional governor said 14 people had died and 32 were missing.", False),
        ("THE REGIONAL GOVERNOR SAID 14 PEOPLE HAD DIED, and 32 were missing!", False),
        ("The regional governor said that 14 people had died and 32 were missing.", False),
        ("The regional governor said 19 people had died and 32 were missing.", True),
        ("A spokesman for the mine said it had nothing to do with the dam.", True),
        ("The town.", False),
        ("The mine.", True),
    ],
)
def test_a_sentence_is_a_reports_own_where_the_other_lacks_it(sentence: str, own: bool) -> None:
    assert list(find_own([(7, split_words(sentence))], split_words(FLOOD))) == [7] * own
