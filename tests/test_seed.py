"""The sample report, read from end to end and held against what a careful person finds in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor
from claimmap.model import DRAWN_ROLES, Claim, Extraction
from claimmap.reading import read_path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@pytest.fixture(scope="module")
def seed(parser, gazetteer: Gazetteer) -> Extraction:
    (path,) = SEEDS.glob("*.txt")
    return Extractor(parser, gazetteer).extract(read_path(path))


def said_of(seed: Extraction, words: str) -> Claim:
    """The one claim whose content holds these words."""
    text = seed.document.text
    start = text.index(words)
    (claim,) = [
        claim
        for claim in seed.claims
        if any(span.start <= start and start + len(words) <= span.end for span in claim.content)
    ]
    return claim


def drawn(seed: Extraction, claim: Claim) -> set[str]:
    return {t.span.of(seed.document.text) for t in claim.toponyms if t.role in DRAWN_ROLES}


@pytest.mark.parametrize(
    ("surface", "kind", "latitude", "longitude"),
    [
        ("Kursk", "region", 51.7, 36.2),
        ("Poltava", "region", 49.6, 34.0),
        ("Ussuriysk", "city", 43.80, 131.95),
        ("Khabarovsk", "city", 48.48, 135.08),
        ("Vladivostok", "city", 43.11, 131.87),
        ("Chongjin", "city", 41.80, 129.78),
    ],
)
def test_each_place_of_the_report_is_where_it_is_on_earth(
    seed: Extraction, surface: str, kind: str, latitude: float, longitude: float
) -> None:
    text = seed.document.text
    found = [t for t in seed.toponyms if surface in t.span.of(text)]
    assert found
    for toponym in found:
        assert toponym.role in DRAWN_ROLES
        assert toponym.place is not None
        assert toponym.place.kind == kind
        assert toponym.place.latitude == pytest.approx(latitude, abs=1.0)
        assert toponym.place.longitude == pytest.approx(longitude, abs=1.0)


@pytest.mark.parametrize("capital", ["Seoul", "Pyongyang", "Moscow"])
def test_capitals_that_stand_for_governments_are_no_pins(seed: Extraction, capital: str) -> None:
    found = [t for t in seed.toponyms if t.span.of(seed.document.text) == capital]
    assert found
    assert not {t.role for t in found} & DRAWN_ROLES


@pytest.mark.parametrize(
    ("words", "source", "chain"),
    [
        ("1,500 troops", "National Intelligence Service", 2),
        ("may be closer to 12,000", "unidentified sources", 3),
        ("approximately 11,000 North Korean infantry", "Kyrylo Budanov", 2),
        ("The first group of 2,600", "Kyrylo Budanov", 2),
        ("on 1 November", "Kyrylo Budanov", 3),
        ("North Korea has shipped 13,000", "National Intelligence Service", 2),
        ("a number of North Koreans have arrived", "military source", 3),
        ("they could guard some sections", "Valeriy Ryabykh", 2),
        ("might join the conflict", "Volodymyr Zelensky", 0),
    ],
)
def test_each_claim_is_laid_at_the_door_of_who_makes_it(
    seed: Extraction, words: str, source: str, chain: int
) -> None:
    claim = said_of(seed, words)
    names = [link.name for link in claim.chain]
    assert any(source.casefold() in name.casefold() for name in (claim.source.name, names[0]))
    assert names[-1] == "BBC"
    assert chain in (0, len(names))


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("The first group of 2,600", {"Kursk"}),
        ("forces are training in Russian facilities", {"Vladivostok", "Ussuriysk", "Khabarovsk"}),
        ("recent recovery of a missile", {"Poltava"}),
    ],
)
def test_a_place_has_the_claims_that_the_text_ties_to_it(
    seed: Extraction, words: str, places: set[str]
) -> None:
    assert places <= drawn(seed, said_of(seed, words))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on 1 November", date(2024, 11, 1), date(2024, 11, 1)),
        ("attended the security meeting", date(2024, 10, 18), date(2024, 10, 18)),
    ],
)
def test_a_date_is_counted_from_the_day_of_publication(
    seed: Extraction, words: str, first: date, last: date
) -> None:
    event = said_of(seed, words).event
    assert (event.first, event.last) == (first, last)


@pytest.mark.parametrize(
    ("words", "value", "lower", "upper"),
    [
        ("1,500 troops", 1_500, 1_500, 1_500),
        ("up to eight million 122-mm", 8_000_000, None, 8_000_000),
        ("13,000 cargo containers", 13_000, 13_000, 13_000),
    ],
)
def test_a_number_keeps_its_bounds(
    seed: Extraction, words: str, value: float, lower: float | None, upper: float
) -> None:
    quantities = [q for q in said_of(seed, words).quantities if q.value == value]
    assert quantities
    assert (quantities[0].lower, quantities[0].upper) == (lower, upper)


def test_what_a_source_rules_out_is_denied(seed: Extraction) -> None:
    assert said_of(seed, "these units will show up").stance == "denied"


def test_every_claim_ends_its_chain_at_the_outlet_read(seed: Extraction) -> None:
    assert seed.claims
    assert {claim.chain[-1].name for claim in seed.claims} == {"BBC"}
