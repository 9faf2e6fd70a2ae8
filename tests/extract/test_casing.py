"""Lines in capitals alone are read as headlines, and keep their length."""

from __future__ import annotations

import pytest

from claimmap.extract.casing import recase
from claimmap.extract.parsing import parse, words_at
from claimmap.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TROOPS LEAVE KUNDUZ FOR KABUL", "Troops Leave Kunduz for Kabul"),
        ("THE U.S. AND NATO MET IN GENEVA.", "The U.S. and NATO Met in Geneva."),
        ("TWO DIE\nIT WAS A BRIDGE", "TWO DIE\nIt was a Bridge"),
        ("BEIRUT (AP)", "BEIRUT (AP)"),
        ("The UN MET IN GENEVA", "The UN MET IN GENEVA"),
        ("ВОЙСКА УШЛИ ИЗ КАЗАНИ", "Войска Ушли Из Казани"),
        ("", ""),
    ],
)
def test_only_lines_of_three_words_in_capitals_change(text, expected):
    assert recase(text) == expected


@pytest.mark.parametrize("text", ["STRASSE İSTANBUL ŞEHİR ẞTADT", "DŽ ǅ ǈ ŉ ΐ IN CAPITALS ALONE"])
def test_letters_without_a_small_twin_never_move_the_rest(text):
    assert len(recase(text)) == len(text)


def test_offsets_of_a_shouted_text_are_its_own(parser):
    text = "ALL TRAINS TO OSLO STOPPED"
    assert parse(text, parser).text == "All Trains to Oslo Stopped"


def test_the_words_at_a_span_are_whole(parser):
    text = "Trains to Oslo stopped."
    words = words_at(parse(text, parser), Span(11, 17))
    assert words is not None
    assert words.text == "Oslo stopped"
