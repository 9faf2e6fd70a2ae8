"""Many reports saved at once: as one after the other, and a bad one stops no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import event

from claimmap.model import Extraction, Place
from claimmap.store import Store, StoreError, opening
from tests.store.conftest import TOWN, make_extraction, numbers, rows_of, toponym

Make = Callable[..., Extraction]


def told(name: str, *sentences: str) -> Extraction:
    return make_extraction(name, sentences or ("The mayor said Rivertown flooded.",))


def test_a_batch_is_stored_as_one_after_the_other_would_be(store: Store, other_url: str) -> None:
    other = Store(other_url)
    for first, second in (
        ([told("a"), told("b", "It rained.", "It poured."), told("c")], []),
        ([told("b"), told("d"), told("a")], [told("d", "Anew."), told("c", "Other words.")]),
    ):
        reports = [*first, *second]
        assert store.save_all(reports) == [other.save(report) for report in reports]
        for name in "abcd":
            assert store.extraction(name) == other.extraction(name)
        assert store.documents() == other.documents()
        assert store.sources() == other.sources()
        for words in ("rained", "mayor", "anew", "other words", "rivertown"):
            assert len(store.search(words)) == len(other.search(words))
    other.close()


def test_of_a_report_told_twice_the_later_stays(store: Store) -> None:
    batch = [told("a"), told("b"), told("a", "Only this."), told("b"), told("a", "No, this.")]
    assert store.save_all(batch) == [True, True, True, False, True]
    assert store.extraction("a") == batch[-1]
    assert [row.id for row in store.documents()] == ["a", "b"]
    assert len(rows_of(store)) == 2
    assert store.search("only").tolist() == []


def test_a_batch_is_one_change_and_the_same_again_none(store: Store) -> None:
    batch = [told("a"), told("b")]
    before = store.version()
    store.save_all(batch)
    assert store.version() == before.replace("-0", "-1")
    assert store.save_all(batch) == [False, False]
    assert store.save_all([]) == []
    assert store.version() == before.replace("-0", "-1")


def test_a_reader_is_told_what_each_report_of_a_batch_replaced(store: Store) -> None:
    store.save_all([told("a", "One.", "Two."), told("b"), told("c")])
    with store.news() as first:
        assert numbers(first) == [1, 2, 3, 4]
    store.save_all([told("c", "New."), told("d"), told("a", "New.", "Newer.")])
    with store.news(first.version, 4) as second:
        assert sorted(second.removed) == [(1, 2), (4, 4)]
        assert numbers(second) == [5, 6, 7, 8]


def test_a_report_that_cannot_be_kept_leaves_the_others_be(store: Store) -> None:
    thief = replace(told("thief"), claims=(replace(told("thief").claims[0], id="b-0"),))
    half_a_sign = told("odd", "The mayor said \ud83d.")
    far = Place(2**70, "Far", "", "city", 0.0, 0.0)
    beyond = make_extraction("far", toponyms=(toponym(15, far),))
    batch = [told("a"), told("b"), half_a_sign, told("c"), thief, beyond, told("d")]
    saved = store.save_all(batch)
    assert [one if isinstance(one, bool) else "refused" for one in saved] == [
        *(True, True, "refused", True),
        *("refused", "refused", True),
    ]
    assert [row.id for row in store.documents()] == ["a", "b", "c", "d"]
    for one in saved:
        assert isinstance(one, bool) or "cannot keep this report" in str(one)
    with pytest.raises(StoreError, match="cannot keep this report"):
        store.save(thief)
    assert store.save(told("e")) is True


def test_one_that_replaces_but_cannot_be_kept_leaves_what_was_there(store: Store) -> None:
    store.save_all([told("a"), told("b")])
    thief = replace(told("b"), claims=(replace(told("b").claims[0], id="a-0"),))
    saved = store.save_all([thief, told("c")])
    assert isinstance(saved[0], StoreError)
    assert saved[1] is True
    assert store.extraction("b") == told("b")


def test_many_reports_take_as_many_statements_as_two(url: str) -> None:
    database = opening.open_database(url)
    asked: list[str] = []
    event.listen(
        database._writer,
        "before_cursor_execute",
        lambda *given: asked.append(given[2]),
    )
    store = Store(url)
    store._database = database
    counts = []
    for group in (2, 60):
        asked.clear()
        store.save_all([told(f"{group} {number}") for number in range(group)])
        counts.append(len(asked))
    assert counts[0] == counts[1] < 20
    assert TOWN in store.places()
    store.close()
