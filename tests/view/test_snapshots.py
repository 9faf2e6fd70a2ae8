"""The next snapshot is made of the last one and of what is new: it is what a fresh one would be."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from backports import zstd

from claimmap.model import Claim, Extraction, Place, Source, SourceEdit
from claimmap.store import ClaimRow, News, Store
from claimmap.view.columns import pack_columns
from claimmap.view.snapshots import Snapshot, read_snapshot
from tests.store.conftest import make_extraction, toponym
from tests.view.rows import columns_of, many_rows


class Counting(Store):
    """A store that counts the rows read of it."""

    read = 0

    @contextmanager
    def news(self, since: str = "", last: int = 0) -> Iterator[News]:
        with super().news(since, last) as news:
            yield replace(news, rows=self._counted(news))

    def _counted(self, news: News) -> Iterator[Sequence[ClaimRow]]:
        for some in news.rows:
            self.read += len(some)
            yield some


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Counting]:
    store = Counting(f"sqlite:///{tmp_path / 'claims.db'}")
    yield store
    store.close()


WHEN = datetime(2024, 3, 4, tzinfo=UTC)


def some_edit(rng: random.Random, before: int) -> SourceEdit:
    names = ("NWA", "National Weather Agency", "The Board", "The Paper")
    match rng.randrange(4):
        case 0:
            return SourceEdit("merge", WHEN, (one := rng.choice(names), "The Board"), value=one)
        case 1:
            return SourceEdit("split", WHEN, names[:1], names[1:2])
        case 2:
            return SourceEdit("grade", WHEN, (rng.choice(names),), value=rng.choice("ABF"))
        case _:
            return SourceEdit("undo", WHEN, of=rng.randrange(before + 1))


def a_report(name: str, sentences: int = 2, place: int = 10, source: str = "") -> Extraction:
    where = toponym(0, Place(place, f"Place {place}", "XA", "city", 10.0, 20.0))
    texts = tuple(f"Sentence {number}." for number in range(sentences))
    report = make_extraction(name, texts, (replace(where, candidates=()),))
    return replace(report, claims=tuple(said_by(claim, source) for claim in report.claims))


def said_by(claim: Claim, source: str) -> Claim:
    if not source or claim.attribution is None:
        return claim
    speaker = Source(source, "government")
    return replace(claim, attribution=replace(claim.attribution, source=speaker))


def test_one_new_report_is_read_alone(store: Counting) -> None:
    for number in range(30):
        store.save(a_report(f"r{number}", 5))
    held = read_snapshot(store)
    store.read = 0
    store.save(a_report("new", 3))
    assert len(read_snapshot(store, held).told) == 30 * 5 + 3
    assert store.read == 3


def test_a_store_that_has_not_changed_is_not_read_again(store: Counting) -> None:
    store.save(a_report("one"))
    held = read_snapshot(store)
    store.read = 0
    assert read_snapshot(store, held).snapshot.digest == held.snapshot.digest
    assert store.read == 0


def test_however_the_store_came_to_be_its_snapshot_is_the_same(store: Counting) -> None:
    rng = random.Random(7)
    held = None
    for step in range(60):
        name = f"r{rng.randrange(12)}"
        if rng.random() < 0.3:
            store.delete(name)
        else:
            source = rng.choice(["", "NWA", "National Weather Agency", "The Board"])
            store.save(a_report(name, rng.randrange(1, 4), rng.randrange(1, 9), source))
        if rng.random() < 0.2:
            store.edit_source(some_edit(rng, len(store.source_edits())))
        if step % 3 == 0:
            held = read_snapshot(store, held)
    now, fresh = read_snapshot(store, held), read_snapshot(store)
    assert pack_columns(now.snapshot.columns) == pack_columns(fresh.snapshot.columns)
    assert now.snapshot.columns.places == fresh.snapshot.columns.places
    assert now.said == fresh.said
    assert now.snapshot.names == fresh.snapshot.names
    assert now.snapshot.edits == fresh.snapshot.edits != ()
    assert now.snapshot.columns.grades == fresh.snapshot.columns.grades


def test_a_source_that_is_defined_later_gets_its_one_name_everywhere(store: Counting) -> None:
    store.save(a_report("one", source="NWA"))
    held = read_snapshot(store)
    assert "NWA" in held.snapshot.columns.sources
    store.save(a_report("two", source="National Weather Agency"))
    sources = read_snapshot(store, held).snapshot.columns.sources
    assert "NWA" not in sources
    assert "National Weather Agency" in sources


def test_what_people_say_of_a_source_is_followed_without_reading_a_claim_again(
    store: Counting,
) -> None:
    store.save(a_report("one", source="The Board"))
    store.save(a_report("two", source="The Council"))
    held = read_snapshot(store)
    store.read = 0
    store.edit_source(SourceEdit("merge", WHEN, ("The Board", "The Council"), value="The Council"))
    store.edit_source(SourceEdit("grade", WHEN, ("The Board",), value="C"))
    now = read_snapshot(store, held).snapshot
    assert store.read == 0
    assert now.names["The Board"] == "The Council"
    assert now.columns.sources == ("The Council", "The Paper")
    assert now.columns.grades == {"The Council": "C"}
    assert now.digest != held.snapshot.digest
    assert now.directory.aliases["The Council"] == {"The Board": 1, "The Council": 1}


def test_another_database_in_its_place_is_read_whole(store: Counting, tmp_path: Path) -> None:
    store.save(a_report("one"))
    held = read_snapshot(store)
    other = Store(f"sqlite:///{tmp_path / 'other.db'}")
    assert len(read_snapshot(other, held).told) == 0


def test_the_digest_names_the_content() -> None:
    one, same, other = (Snapshot(columns_of(many_rows(seed, 40)), {}) for seed in (1, 1, 2))
    assert one.digest == same.digest != other.digest
    assert one.packed == same.packed
    packed = pack_columns(one.columns)
    assert zstd.decompress(one.packed) == gzip.decompress(one.gzipped) == packed


def test_claims_are_flagged_by_their_numbers() -> None:
    snapshot = Snapshot(columns_of(many_rows(5, 21)), {})
    flags = snapshot.match(np.array([1, 10, 21, 99]))
    assert np.flatnonzero(flags).tolist() == [0, 9, 20]
    assert not snapshot.match(np.empty(0, np.int64)).any()
    assert len(Snapshot(columns_of([]), {}).match(np.array([1]))) == 0
