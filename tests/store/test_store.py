"""What is put into the store comes out of it unchanged."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Thread

import pytest

from claimmap.model import Extraction, Place, Provenance, Span, Toponym
from claimmap.store import MISSING, ClaimRow, DocumentRow, Store, StoreError
from tests.store.conftest import numbers, rows_of

Make = Callable[..., Extraction]
SEA = Place(-5, "Grey Sea", "", "sea", 1.0, 2.0, radius_km=300.0)


def test_an_extraction_comes_out_as_it_went_in(store: Store, make: Make) -> None:
    extraction = make()
    assert store.save(extraction) is True
    assert store.extraction("one") == extraction
    assert store.extraction("none") is None


def test_a_toponym_that_only_a_claim_has_is_kept(store: Store, make: Make) -> None:
    extraction = make()
    stray = Toponym(Span(1, 2), "seat")
    claims = (replace(extraction.claims[0], toponyms=(stray,)), extraction.claims[1])
    extraction = replace(extraction, claims=claims)
    store.save(extraction)
    assert store.extraction("one") == extraction


def test_saving_the_same_again_changes_nothing(store: Store, make: Make) -> None:
    store.save(make())
    version = store.version()
    assert store.save(make()) is False
    assert store.version() == version
    assert len(rows_of(store)) == 2


def test_saving_a_document_anew_replaces_all_of_it(store: Store, make: Make) -> None:
    store.save(make())
    store.save(make("two"))
    shorter = make(sentences=("Only this is left.",), toponyms=())
    assert store.save(shorter) is True
    assert store.extraction("one") == shorter
    assert [row.number for row in rows_of(store)] == [3, 4, 5]
    assert store.search("Rivertown").tolist() == [3]


def test_a_changed_particular_is_a_change(store: Store, make: Make) -> None:
    extraction = make()
    store.save(extraction)
    changed = replace(extraction, document=replace(extraction.document, published=None))
    assert store.save(changed) is True
    assert store.documents()[0].published is None


def test_deleting_a_document_takes_its_claims_and_words_along(store: Store, make: Make) -> None:
    store.save(make())
    assert store.delete("one") is True
    assert store.delete("one") is False
    assert store.documents() == []
    assert rows_of(store) == []
    assert store.search("rained").tolist() == []
    assert store.places() == []


def test_the_version_changes_with_each_change_made_anywhere(url: str, make: Make) -> None:
    here, there = Store(url), Store(url)
    versions = [here.version()]
    there.save(make())
    versions.append(here.version())
    there.save(make("two"))
    versions.append(here.version())
    there.delete("two")
    versions.append(here.version())
    assert len(set(versions)) == 4


def test_two_databases_never_share_a_version(url: str, other_url: str) -> None:
    assert Store(url).version() != Store(other_url).version()


def test_rows_are_one_a_claim_drawn_place_and_role(store: Store, make: Make) -> None:
    here = make().toponyms[0]
    there = replace(here, span=Span(0, 3), place=SEA, confidence=0.5)
    surer = replace(here, span=Span(4, 6), confidence=0.9, radius_km=7.0)
    leaving = replace(here, span=Span(7, 9), role="origin")
    unseen = replace(here, span=Span(10, 12), role="metonym")
    nowhere = replace(here, span=Span(13, 14), place=None)
    store.save(make(toponyms=(here, there, surer, leaving, unseen, nowhere)))
    rows = rows_of(store)
    assert [(row.number, row.place, row.role) for row in rows] == [
        (1, -5, "scene"),
        (1, 10, "origin"),
        (1, 10, "scene"),
        (2, None, None),
    ]
    assert (rows[2].confidence, rows[2].radius_km) == (0.9, 7.0)


def test_a_row_says_what_is_filtered_by(store: Store, make: Make) -> None:
    store.save(make())
    placed, unplaced = rows_of(store)
    assert placed == ClaimRow(
        number=1,
        outlet="The Paper",
        source="The mayor",
        stance="alleged",
        published=(date(2024, 10, 18) - date(1970, 1, 1)).days,
        event_first=(date(2024, 10, 17) - date(1970, 1, 1)).days,
        event_last=None,
        statement_first=None,
        statement_last=None,
        place=10,
        role="scene",
        confidence=0.75,
        radius_km=2.5,
    )
    assert unplaced.number == 2
    assert unplaced[9:] == (None,) * 4


def test_days_long_ago_are_counted_backwards(store: Store, make: Make) -> None:
    extraction = make()
    for day in (date.min, date(1212, 7, 16), date.max):
        store.save(replace(extraction, document=replace(extraction.document, published=day)))
        assert rows_of(store)[0].published == (day - date(1970, 1, 1)).days


def test_a_reader_is_told_only_what_is_new(store: Store, make: Make) -> None:
    store.save(make())
    with store.news() as first:
        assert first.anew
        assert numbers(first) == [1, 2]
    store.save(make("two"))
    with store.news(first.version, 2) as second:
        assert (second.anew, second.removed, numbers(second)) == (False, (), [3, 4])
    store.delete("one")
    store.save(make("two", sentences=("Only this.",), toponyms=()))
    with store.news(second.version, 4) as third:
        assert (third.removed, numbers(third)) == (((1, 2), (3, 4)), [5])
        assert third.version == store.version()
    with store.news(first.version, 2) as late:
        assert (late.removed, numbers(late)) == (((1, 2), (3, 4)), [5])


def test_a_claims_number_is_never_given_again(store: Store, make: Make) -> None:
    store.save(make())
    store.delete("one")
    store.save(make("two"))
    with store.news() as news:
        assert numbers(news) == [3, 4]


def test_a_reader_of_another_database_has_to_begin_anew(
    store: Store, other_url: str, make: Make
) -> None:
    store.save(make())
    other = Store(other_url)
    with other.news(store.version(), 2) as news:
        assert (news.anew, news.removed, numbers(news)) == (True, (), [])


def test_claims_come_with_their_sentence_and_document_in_the_order_asked(
    store: Store, make: Make
) -> None:
    extraction = make()
    store.save(extraction)
    store.save(make("two"))
    found = store.claims([4, 99, 1])
    assert [item.claim.id for item in found.values()] == ["two-1", "one-0"]
    claim, document, sentence = found[1]
    assert claim == extraction.claims[0]
    assert sentence == "The mayor said Rivertown flooded."
    assert document == DocumentRow(
        "one", "The Paper", "One", "", date(2024, 10, 18), (Provenance("url", "given"),), 2
    )


def test_any_number_of_claims_may_be_asked_for(store: Store, make: Make) -> None:
    store.save(make(sentences=tuple(f"Sentence {number}." for number in range(1200))))
    wanted = list(range(1, 1201))
    random.Random(1).shuffle(wanted)
    ids = [f"one-{number - 1}" for number in wanted]
    assert [item.claim.id for item in store.claims(wanted).values()] == ids
    assert [item.claim.id for item in store.each_claim(iter(wanted))] == ids
    assert store.claims([]) == {}


def test_who_speaks_is_counted_by_documents(store: Store, make: Make) -> None:
    store.save(make())
    store.save(make("two"))
    store.save(make("three", sentences=("The mayor said so.",), toponyms=()))
    assert {one.name: times for one, times in store.sources().items()} == {
        "The mayor": 3,
        "The Paper": 2,
    }
    assert {one.name: times for one, times in store.sources(4).items()} == {"The mayor": 1}


def test_documents_stand_latest_first_the_undated_last(store: Store, make: Make) -> None:
    for name, day in (("a", None), ("b", date(2024, 1, 1)), ("c", date(2024, 2, 1))):
        extraction = make(name)
        store.save(replace(extraction, document=replace(extraction.document, published=day)))
    assert [(row.id, row.claims) for row in store.documents()] == [("c", 2), ("b", 2), ("a", 2)]
    assert [row.id for row in store.documents(1, 1)] == ["b"]
    assert store.count_documents() == 3


def test_places_are_those_that_claims_are_drawn_at(store: Store, make: Make) -> None:
    here = make().toponyms[0]
    sea = replace(here, place=SEA, role="destination")
    metonym = replace(here, place=Place(12, "Capital", "XA", "city", 0.0, 0.0), role="metonym")
    store.save(make(toponyms=(here, sea, metonym)))
    assert [place.name for place in store.places()] == ["Grey Sea", "Rivertown"]
    assert store.places()[0] == SEA


def test_a_place_is_as_the_gazetteer_last_had_it(store: Store, make: Make) -> None:
    store.save(make())
    here = make().toponyms[0]
    grown = Place(10, "Rivertown", "XA", "city", 10.5, 20.25, 5000, "Lakeland, Exland", 3.0)
    store.save(make("two", toponyms=(replace(here, place=grown, candidates=()),)))
    assert store.places() == [grown]


def test_two_documents_cannot_claim_the_same_id(store: Store, make: Make) -> None:
    store.save(make())
    version = store.version()
    thief = make("two")
    thief = replace(thief, claims=(replace(thief.claims[0], id="one-0"),))
    with pytest.raises(StoreError):
        store.save(thief)
    assert store.extraction("two") is None
    assert store.version() == version


def test_any_text_is_kept_to_the_letter(store: Store, make: Make) -> None:
    hostile = "'; DROP TABLE claim; -- <script>alert(1)</script> ${x} ` \\ \u2028 \x01 😀 \u202e"
    extraction = make(sentences=(hostile, "It rained."), toponyms=())
    store.save(extraction)
    assert store.extraction("one") == extraction
    assert store.claims([1])[1].sentence == hostile
    assert len(store.documents()) == 1


def test_what_a_geocoder_answered_is_remembered_misses_too(store: Store) -> None:
    version = store.version()
    assert store.remembered("Nowhere") is MISSING
    store.remember("Nowhere", None)
    store.remember("Rivertown", "[]")
    store.remember("Rivertown", "[1]")
    assert store.remembered("Nowhere") is None
    assert store.remembered("Rivertown") == "[1]"
    assert store.version() == version


def test_many_threads_may_use_one_store(store: Store, make: Make) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            store.save(make(f"d{number}"))
            assert store.extraction(f"d{number}") is not None
            rows_of(store)
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.documents()) == 12


def test_a_reader_sees_one_state_while_another_writes(store: Store, make: Make) -> None:
    store.save(make())
    with store.news() as news:
        store.save(make("two"))
        store.delete("one")
        assert numbers(news) == [1, 2]
    assert news.version != store.version()
