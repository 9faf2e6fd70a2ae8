"""Made-up claims are as many as asked for, the same for the same seed, and of every shape."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import STANCES, Extraction, Place
from claimmap.store import Store
from claimmap.view.snapshots import read_snapshot
from tests.bench.generate import fill_store
from tests.bench.made_up.reports import CLAIMS_A_REPORT, make_reports
from tests.bench.made_up.world import PLACES, SOURCES, choose_places, make_world, zipf

CLAIMS = 1_020


@pytest.fixture(scope="module")
def gazetteer() -> list[Place]:
    return list(Gazetteer.open())


@pytest.fixture(scope="module")
def reports(gazetteer: list[Place]) -> list[Extraction]:
    rng = random.Random(1)
    return list(make_reports(rng, make_world(rng, gazetteer), CLAIMS))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'made.db'}")
    yield store
    store.close()


def test_the_same_seed_makes_the_same_claims(
    gazetteer: list[Place], reports: list[Extraction]
) -> None:
    for seed, same in ((1, True), (2, False)):
        rng = random.Random(seed)
        again = list(make_reports(rng, make_world(rng, gazetteer), CLAIMS))
        assert (again == reports) is same


def test_there_are_as_many_claims_as_asked_for_fifty_a_report(reports: list[Extraction]) -> None:
    assert [len(report.claims) for report in reports] == [CLAIMS_A_REPORT] * 20 + [20]
    assert len({claim.id for report in reports for claim in report.claims}) == CLAIMS


def test_every_span_holds_the_words_it_is_of(reports: list[Extraction]) -> None:
    for report in reports:
        text = report.document.text
        for claim in report.claims:
            assert claim.sentence.of(text).endswith(".")
            assert claim.source.spans[0].of(text) == claim.source.name
            assert all(
                item.place and item.span.of(text) == item.place.name for item in claim.toponyms
            )
            assert all(claim.sentence.covers(span) for span in claim.content)


def test_claims_are_of_every_shape(reports: list[Extraction]) -> None:
    claims = [claim for report in reports for claim in report.claims]
    roles = Counter(tuple(item.role for item in claim.toponyms) for claim in claims)
    assert set(roles) == {("scene",), ("origin", "destination"), ()}
    assert {claim.stance for claim in claims} == set(STANCES)
    events = [claim.event for claim in claims]
    assert any(event.first and event.last is None for event in events)
    assert any(event.first and event.last and event.first < event.last for event in events)
    assert any(event.first is None for event in events)


def test_places_are_mostly_towns_and_sources_as_many_as_said(gazetteer: list[Place]) -> None:
    places = choose_places(gazetteer)
    assert len(places) == len({place.id for place in places}) == PLACES
    kinds = Counter(place.kind for place in places)
    assert kinds["city"] > 0.9 * PLACES
    assert kinds["country"] > 100
    world = make_world(random.Random(1), gazetteer)
    assert 100 < len({world.source().name for _ in range(5_000)}) <= SOURCES


def test_the_first_is_drawn_more_often_than_the_last() -> None:
    draw = zipf(random.Random(1), range(100))
    drawn = Counter(draw() for _ in range(10_000))
    assert drawn[0] > 5 * drawn[20] > drawn[99] > 0


def test_fewer_places_and_days_are_kept_to(gazetteer: list[Place]) -> None:
    rng = random.Random(1)
    made = list(make_reports(rng, make_world(rng, gazetteer, most=5), CLAIMS, days=10))
    named = {item.place for report in made for claim in report.claims for item in claim.toponyms}
    assert len(named) == 5
    days = [report.document.published for report in made if report.document.published]
    assert (max(days) - min(days)).days < 10


def test_a_made_store_is_read_and_searched_as_any_other(store: Store) -> None:
    fill_store(store, 120)
    assert len(read_snapshot(store).told) == 120
    assert store.count_documents() == 3
    assert 0 < len(store.search("rain")) < 120
