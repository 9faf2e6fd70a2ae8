"""What the words beside a name say of it."""

from __future__ import annotations

import re

import pytest

from claimmap.geocode.beside import find_containers, full_name, is_dateline, read_level

LEVELS = [
    ("Shells fell in the [Kursk] region.", "division"),
    ("They met in the city of [Kursk].", "city"),
    ("They sailed into the port of [Mersin].", "city"),
    ("The boat crossed the [Amur] at night.", "water"),
    ("Tanks stood by the [Aras] river.", "water"),
    ("The [Amur] plant was closed.", ""),
    ("Trains left [Kursk].", ""),
    ("A quake shook [San Jose], Costa Rica's capital.", "capital"),
    ("In the Ghanaian capital, [Accra], shops closed.", "capital"),
]
LEVELS += [
    ("Farmers of [Walton] and Oconee counties met.", "division"),
    ("Sirens sounded in [Kyiv], Kharkiv and Sumy regions.", "division"),
    ("Floods hit the [Sumy] and Poltava provinces.", "division"),
    ("Trains left [Kyiv], Kharkiv and Sumy.", ""),
]
FULL_NAMES = [
    ("Farmers of [Walton] and Oconee counties met.", "Walton county"),
    ("Shells fell in the [Kursk] region.", "Kursk region"),
    ("They met in the city of [Kursk].", "Kursk city"),
    ("Trains left [Kursk].", ""),
]
DATELINES = [
    ("[LIMA], Peru (Agency) — Miners met.", True),
    ("[LIMA] (Agency) Miners met.", True),
    ("Miners met.\n\n[LIMA] - Others did not.", True),
    ("[Lima] is a city.", False),
    ("[LIMA] IS A CITY.", False),
    ("They left [LIMA] - and came back.", False),
]
CONTAINERS = [
    ("Trains stopped in [Paris], Texas.", {"Texas": "apposed"}),
    ("Trains stopped in [Cordoba] in northern Argentina.", {"Argentina": "within"}),
    ("Shells fell in the [Poltava] region of Ukraine.", {"Ukraine": "within"}),
    ("Floods hit Pakistan's [Hyderabad].", {"Pakistan": "owner"}),
    ("They left Egypt's port of [Alexandria].", {"Egypt": "owner"}),
    ("A ship left the Syrian port of [Tartus].", {"Syria": "owner"}),
    ("They came from [Mali], Guinea and Niger.", {}),
]


def _read(marked):
    start, end = marked.index("["), marked.index("]") - 1
    return re.sub(r"[\[\]]", "", marked), start, end


@pytest.mark.parametrize(("marked", "level"), LEVELS)
def test_words_beside_a_name_tell_what_it_is(marked, level):
    assert read_level(*_read(marked)) == level


@pytest.mark.parametrize(("marked", "full"), FULL_NAMES)
def test_a_name_is_full_with_the_word_for_its_kind(marked, full):
    assert full_name(*_read(marked)) == full


@pytest.mark.parametrize(("marked", "dateline"), DATELINES)
def test_a_name_in_capitals_that_opens_a_report_is_a_dateline(marked, dateline):
    assert is_dateline(*_read(marked)) == dateline


@pytest.mark.parametrize(("marked", "expected"), CONTAINERS)
def test_words_beside_a_name_tell_what_holds_it(gazetteer, marked, expected):
    found = dict(find_containers(*_read(marked), gazetteer))
    assert {gazetteer.place(id_).name: how for id_, how in found.items()} == expected
