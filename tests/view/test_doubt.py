"""Doubt in words: how sure, how exactly, and why a name is not on the map."""

from __future__ import annotations

from typing import Any

import pytest

from claimmap.model import DRAWN_ROLES, ROLES, Place, PlaceKind, Span, Toponym
from claimmap.view import doubt


def place(kind: PlaceKind, radius: float = 0.0) -> Place:
    return Place(1, "Lyon", "FR", kind, 45.7, 4.8, radius_km=radius)


def named(where: Place | None, **fields: Any) -> Toponym:
    return Toponym(Span(0, 4), **{"role": "scene", "place": where, **fields})


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (1.0, "sure"),
        (0.9, "sure"),
        (0.899, "likely"),
        (0.5, "likely"),
        (0.499, "doubtful"),
        (0.0, "doubtful"),
    ],
)
def test_a_confidence_has_a_word(confidence: float, word: str) -> None:
    assert doubt.certainty(confidence) == word


@pytest.mark.parametrize(
    ("toponym", "words"),
    [
        (named(place("city"), precision=1), "the town itself"),
        (named(place("city", 4.0), precision=1, radius_km=4.0), "the town itself"),
        (
            named(place("city"), precision=2, radius_km=25.0, reach="near"),
            "near it, within 25 km of Lyon, for the text says “near”",
        ),
        (
            named(place("city", 12.0), precision=2, radius_km=12.0, reach="port"),
            "near it, within 12 km of Lyon, for the text says “port”",
        ),
        (
            named(place("city"), precision=2, radius_km=15.0),
            "near it, within 15 km of Lyon, as the text says",
        ),
        (named(place("district", 9.0), precision=2, radius_km=9.0), "the district"),
        (named(place("region", 150.0), precision=3, radius_km=150.0), "the region"),
        (
            named(place("sea", 300.0), precision=3, radius_km=300.0),
            "the sea, some 300 km around its middle",
        ),
        (named(place("country", 500.0), precision=4, radius_km=500.0), "the country only"),
        (named(place("city")), ""),
        (named(None), ""),
    ],
)
def test_a_precision_has_words(toponym: Toponym, words: str) -> None:
    assert doubt.extent(toponym) == words


def test_every_role_has_words() -> None:
    assert set(doubt.ROLES) == set(ROLES)
    assert len(set(doubt.ROLES.values())) == len(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_drawn_says_why(role: Any) -> None:
    told = doubt.why_not_drawn(named(place("city"), role=role), claimed=True)
    assert told == ("" if role in DRAWN_ROLES else doubt.ROLES[role])


def test_a_name_without_a_place_or_a_claim_is_not_drawn() -> None:
    assert doubt.why_not_drawn(named(None), claimed=True) == "no place was found for it"
    assert doubt.why_not_drawn(named(place("city")), claimed=False) == "no claim is about it"
