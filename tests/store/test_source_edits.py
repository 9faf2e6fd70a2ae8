"""What people say of sources is kept in order, for ever, and beside whatever is read again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claimmap.model import Source, SourceEdit
from claimmap.store import Store
from tests.store.conftest import Make, rows_of

WHEN = datetime(2024, 3, 4, 9, 30, 5, tzinfo=UTC)
HOSTILE = "<b>`x`</b> '; DROP TABLE source_edit; -- \u202e أحمد \u2028" + "n" * 5_000


def test_edits_come_back_as_they_were_kept_in_their_order(store: Store) -> None:
    edits = (
        SourceEdit("merge", WHEN, ("A", HOSTILE), value=HOSTILE),
        SourceEdit("split", WHEN, ("A",), (HOSTILE, "C")),
        SourceEdit("grade", WHEN, ("A",), value="B"),
        SourceEdit("note", WHEN, ("A",), value=HOSTILE),
        SourceEdit("undo", WHEN, of=2),
    )
    numbers = [store.edit_source(edit) for edit in edits]
    assert numbers == [1, 2, 3, 4, 5]
    kept = tuple(replace(edit, number=number) for number, edit in enumerate(edits, 1))
    assert store.source_edits() == kept


def test_an_edit_is_a_new_version_and_news(store: Store, make: Make) -> None:
    store.save(make())
    before = store.version()
    store.edit_source(SourceEdit("grade", WHEN, ("The mayor",), value="B"))
    assert store.version() != before
    with store.news(before, last=1_000) as news:
        assert [edit.value for edit in news.edits] == ["B"]
        assert (list(news.rows), news.removed, news.anew) == ([], (), False)


def test_two_who_edit_at_once_lose_nothing(store: Store, url: str) -> None:
    other = Store(url)
    for number in range(5):
        store.edit_source(SourceEdit("grade", WHEN, (f"mine {number}",), value="A"))
        other.edit_source(SourceEdit("grade", WHEN, (f"theirs {number}",), value="B"))
    assert store.source_edits() == other.source_edits()
    assert len(store.source_edits()) == 10


def test_edits_outlive_the_reports(store: Store, make: Make) -> None:
    store.save(make())
    store.edit_source(SourceEdit("merge", WHEN, ("The mayor", "Ann"), value="Ann"))
    store.save(make(sentences=("The mayor said so again.", "It rained.")))
    store.delete("one")
    store.save(make())
    (edit,) = store.source_edits()
    assert edit.names == ("The mayor", "Ann")


def test_the_roles_of_claims_are_told(store: Store, make: Make) -> None:
    store.save(make())
    numbers = sorted({row.number for row in rows_of(store)})
    assert store.roles(numbers) == {"mayor": 1}
    assert store.roles([]) == {}


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_store_of_the_version_before_is_brought_up_with_all_that_is_in_it(
    store: Store, url: str, make: Make
) -> None:
    found = make()
    cited = Source("A witness", "person")
    first, second = found.claims
    store.save(replace(found, claims=(replace(first, chain=(cited, *first.chain)), second)))
    kept = (rows_of(store), store.extraction("one"), store.sources())
    assert cited in store.sources()
    store.close()
    with sqlite3.connect(store.path) as connection:
        for table in ("source_edit", "signature", "copy_band", "copy"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM source WHERE name = 'A witness'")
        connection.execute("UPDATE alembic_version SET version_num = '0004'")
    renewed = Store(url)
    assert (rows_of(renewed), renewed.extraction("one"), renewed.sources()) == kept
    assert renewed.source_edits() == ()
    renewed.edit_source(SourceEdit("grade", WHEN, ("The mayor",), value="B"))
    assert len(renewed.source_edits()) == 1
