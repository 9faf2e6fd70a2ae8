"""Documents of much the same words are linked, in any order of coming, while both are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from claimmap.model import Extraction
from claimmap.store import Store, copies
from claimmap.store.opening import open_database
from claimmap.store.tables import copy_band
from tests.store.alike import FLOOD, SAME_EVENT, bulletin
from tests.store.conftest import make_extraction

ADDED = "A witness of ours saw boats at the bridge."


def report(name: str, words: str = FLOOD, *added: str) -> Extraction:
    """A report of these words; its claims: the whole text, and each sentence added to it."""
    return make_extraction(name, (words, *added), ())


def linked(store: Store, names: Sequence[str]) -> dict[str, list[str]]:
    """For each document the names of its copies."""
    found = store.copies(names)
    return {name: sorted(one.document for one in found[name]) for name in names if name in found}


def groups(store: Store) -> set[frozenset[str]]:
    """The documents that hang together by links."""
    with store.news() as news:
        pairs = [(link.document, link.of) for link in news.copies]
    assert {(other, one) for one, other in pairs} == set(pairs)
    found = {frozenset([name]) for pair in pairs for name in pair}
    for one, other in pairs:
        together = {group for group in found if one in group or other in group}
        found = found - together | {frozenset().union(*together)}
    return found


def test_a_copy_is_linked_both_ways_and_told_how_much_is_the_same(store: Store) -> None:
    store.save(report("agency"))
    store.save(report("paper", "Another headline\n\n" + FLOOD))
    store.save(report("other", SAME_EVENT))
    assert linked(store, ["agency", "paper", "other"]) == {
        "agency": ["paper"],
        "paper": ["agency"],
    }
    [mine], [theirs] = (store.copies([name])[name] for name in ("agency", "paper"))
    assert (theirs.title, theirs.outlet) == ("Agency", "The Paper")
    assert mine.share == theirs.reverse == 1.0
    assert 0.95 < theirs.share == mine.reverse < 1.0


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("together", [True, False])
def test_in_any_order_and_in_one_batch_the_same_are_linked(store: Store, together: bool) -> None:
    texts = {
        "a": FLOOD,
        "b": "A word before. " + FLOOD,
        "c": FLOOD + " A word after.",
        "d": SAME_EVENT,
    }
    for names in permutations(texts):
        reports = [report(name, texts[name]) for name in names]
        if together:
            store.save_all(reports)
        else:
            for one in reports:
                store.save(one)
        assert linked(store, sorted(texts)) == {"a": ["b", "c"], "b": ["a", "c"], "c": ["a", "b"]}
        for name in names:
            store.delete(name)
        assert linked(store, names) == {}


def test_a_claim_that_the_copy_adds_is_its_own(store: Store) -> None:
    store.save_all([report("agency"), report("paper", FLOOD, ADDED)])
    with store.news() as news:
        own = {link.document: link.own for link in news.copies}
    [number] = own["paper"]
    assert own["agency"] == ()
    assert store.claims([number])[number].sentence == ADDED


def test_a_copy_that_is_read_again_with_another_text_is_none_any_more(store: Store) -> None:
    store.save_all([report("agency"), report("paper")])
    again = report("paper", SAME_EVENT)
    store.save(again)
    assert linked(store, ["agency", "paper"]) == {}
    store.save(replace(again, document=replace(again.document, text=FLOOD)))
    assert linked(store, ["agency"]) == {"agency": ["paper"]}


def test_a_copy_that_is_read_again_stays_one(store: Store) -> None:
    reports = [report(name) for name in "abcd"]
    store.save_all(reports)
    named = replace(reports[0].document, title="Another title")
    store.save(replace(reports[0], document=named))
    assert groups(store) == {frozenset("abcd")}
    assert store.copies(["b"])["b"][0].title == "Another title"


def test_the_links_of_a_removed_report_go_with_it(store: Store) -> None:
    store.save_all([report("agency"), report("paper")])
    store.delete("agency")
    assert linked(store, ["agency", "paper"]) == {}
    store.save(report("late"))
    assert linked(store, ["late"]) == {"late": ["paper"]}


def test_of_a_story_that_many_print_all_hang_together_whichever_go(store: Store) -> None:
    names = [f"paper {nth:02}" for nth in range(40)]
    store.save_all([report(name) for name in names[:30]])
    for name in names[30:]:
        store.save(report(name))
    assert groups(store) == {frozenset(names)}
    for name in names[:25]:
        store.delete(name)
    assert groups(store) == {frozenset(names[25:])}


@pytest.mark.parametrize("kind", ["sqlite"])
def test_what_is_looked_at_does_not_grow_with_the_copies(url: str, store: Store) -> None:
    store.save_all([report(f"paper {nth}") for nth in range(100)])
    with open_database(url).reading() as connection:
        counted = func.count(copy_band.c.document).label("held")
        most = select(counted).group_by(copy_band.c.value).subquery()
        assert connection.scalar(select(func.max(most.c.held))) == copies.IN_A_BAND
    with store.news() as news:
        assert len(news.copies) <= 2 * copies.MOST * 100


def test_bulletins_of_one_frame_are_no_copies(store: Store) -> None:
    store.save_all([report(str(nth), bulletin(nth)) for nth in range(40)])
    found = linked(store, [str(nth) for nth in range(40)])
    assert found == {}


def test_short_notices_are_never_copies(store: Store) -> None:
    store.save_all([report("one", "Ten people died."), report("two", "Ten people died.")])
    assert linked(store, ["one", "two"]) == {}


def test_a_removed_report_leaves_nothing_in_the_bands(url: str, store: Store) -> None:
    store.save_all([report("agency"), report("paper")])
    store.delete("agency")
    store.delete("paper")
    database = open_database(url)
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(copy_band)) == 0
    database.close()


def test_links_come_back_from_a_backup(store: Store, other_url: str, tmp_path: Path) -> None:
    store.save_all([report("agency"), report("paper")])
    store.backup(tmp_path / "backup")
    other = Store(other_url)
    other.restore(tmp_path / "backup")
    assert other.copies(["paper"]) == store.copies(["paper"])
    other.save(report("late"))
    assert linked(other, ["late"]) == {"late": ["agency", "paper"]}
    other.close()


def test_a_store_of_the_version_before_gets_its_links_when_it_is_opened(
    url: str, store: Store
) -> None:
    store.save_all([report("agency"), report("paper", FLOOD, ADDED), report("other", SAME_EVENT)])
    with store.news() as news:
        before = news.copies
    store.close()
    database = open_database(url)
    with database.writing() as connection:
        for table in ("signature", "copy_band", "copy"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    database.close()
    renewed = Store(url)
    with renewed.news() as news:
        assert news.copies == before
    renewed.save(report("late"))
    assert linked(renewed, ["late"]) == {"late": ["agency", "paper"]}
    renewed.close()
