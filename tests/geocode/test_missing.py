"""Toponyms that the gazetteer lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimmap.geocode.missing import GeocoderError, geocode_missing
from claimmap.geocode.reasons import UNLISTED
from claimmap.model import Candidate, Document, Place, Span, Toponym

TEXT = "Shelling hit Little Hamlet near Kyiv, and Little Hamlet again."
DOCUMENT = Document("d", "Outlet", "", "", None, TEXT)
KYIV = Place(703448, "Kyiv", "UA", "city", 50.45, 30.52)
ABROAD = Place(-4, "Little Hamlet", "CA", "city", 44.0, -63.0)
AT_HOME = Place(-5, "Little Hamlet", "UA", "city", 50.1, 30.1, radius_km=2.0)
NEAR_KYIV = Toponym(
    Span(32, 36), "scene", (Candidate(KYIV, 0.9),), KYIV, 0.9, "the largest of its name", 1
)
HAMLET = Toponym(Span(13, 26), "scene")
AGAIN = Toponym(Span(42, 55), "scene")


class Service:
    """A geocoder that knows a few names and writes down what it is asked."""

    name = "The Service"
    attribution = "Its Owners"

    def __init__(self, known: dict[str, tuple[Place, ...]], trouble: str = "") -> None:
        self.known = known
        self.trouble = trouble
        self.asked: list[str] = []

    def geocode(self, name: str) -> tuple[Place, ...]:
        self.asked.append(name)
        if self.trouble:
            raise GeocoderError(self.trouble)
        return self.known.get(name, ())


def test_a_name_that_the_gazetteer_lacks_is_placed_and_marked() -> None:
    service = Service({"Little Hamlet": (AT_HOME,)})
    (toponym,) = geocode_missing([HAMLET], DOCUMENT, service)
    assert toponym.place == AT_HOME
    assert toponym.reason.startswith("placed by The Service")
    assert "Its Owners" in toponym.reason
    assert (toponym.precision, toponym.radius_km) == (1, 2.0)
    assert 0 < toponym.confidence < 1


def test_a_place_in_the_reports_country_comes_before_a_better_known_one_abroad() -> None:
    service = Service({"Little Hamlet": (ABROAD, AT_HOME)})
    _, hamlet = geocode_missing([NEAR_KYIV, HAMLET], DOCUMENT, service)
    assert hamlet.place == AT_HOME
    assert [candidate.place for candidate in hamlet.candidates] == [AT_HOME, ABROAD]
    assert sum(candidate.score for candidate in hamlet.candidates) <= 1


def test_what_the_gazetteer_placed_is_neither_asked_for_nor_altered() -> None:
    service = Service({})
    assert geocode_missing([NEAR_KYIV], DOCUMENT, service) == (NEAR_KYIV,)
    assert service.asked == []


@pytest.mark.parametrize("role", ["metonym", "affiliation", "seat", "name"])
def test_what_would_not_be_drawn_is_not_asked_for(role: str) -> None:
    service = Service({"Little Hamlet": (AT_HOME,)})
    toponym = replace(HAMLET, role=role)
    assert geocode_missing([toponym], DOCUMENT, service) == (toponym,)
    assert service.asked == []


def test_a_name_that_has_candidates_is_left_to_the_gazetteer() -> None:
    service = Service({"Little Hamlet": (AT_HOME,)})
    doubtful = replace(HAMLET, candidates=(Candidate(ABROAD, 0.1),))
    assert geocode_missing([doubtful], DOCUMENT, service) == (doubtful,)
    assert service.asked == []


def test_a_name_that_only_its_surroundings_place_is_asked_for() -> None:
    service = Service({"Little Hamlet": (AT_HOME,)})
    lent = replace(
        HAMLET, candidates=(Candidate(KYIV, 0.6, UNLISTED),), place=KYIV, reason="r", radius_km=25.0
    )
    (toponym,) = geocode_missing([lent], DOCUMENT, service)
    assert (toponym.place, toponym.precision, toponym.radius_km) == (AT_HOME, 1, 2.0)
    (toponym,) = geocode_missing([lent], DOCUMENT, Service({}))
    assert toponym.place == KYIV
    assert toponym.reason == "r; neither the gazetteer nor The Service knows the name"


def test_a_name_that_nobody_knows_says_so() -> None:
    (toponym,) = geocode_missing([HAMLET], DOCUMENT, Service({}))
    assert toponym.place is None
    assert toponym.reason == "neither the gazetteer nor The Service knows the name"


def test_after_the_first_trouble_the_rest_of_the_report_goes_on_without_the_service() -> None:
    service = Service({}, trouble="host gave no answer. Try later.")
    first, kyiv, second = geocode_missing([HAMLET, NEAR_KYIV, AGAIN], DOCUMENT, service)
    assert service.asked == ["Little Hamlet"]
    assert kyiv == NEAR_KYIV
    for toponym in (first, second):
        assert toponym.place is None
        assert "Try later" in toponym.reason
