"""Many processes write one store at once: nothing is lost, nothing is there twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from multiprocessing.pool import Pool

import pytest

from claimmap.model import Extraction
from claimmap.store import News, Store
from tests.store.conftest import numbers
from tests.store.writing import WRITERS, write, writers, written_by


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with writers() as pool:
        yield pool


def test_what_eight_processes_write_at_once_is_stored_once_and_whole(pool: Pool, url: str) -> None:
    before = Store(url)
    with before.news() as nothing:
        pass
    told: dict[str, list[Extraction]] = {}
    for writer in range(WRITERS):
        for report in written_by(writer):
            versions = told.setdefault(report.document.id, [])
            versions += [report] * (report not in versions)
    changes = pool.map(write, [(url, writer) for writer in range(WRITERS)], chunksize=1)
    # Of two that tell the same, the later changes nothing; of two that differ, each one replaces.
    assert sum(changes) == sum(map(len, told.values())) == 1_200
    store = Store(url)
    assert store.version() == nothing.version.replace("-0", "-1200")
    assert store.count_documents() == len(told) == 900
    for name, versions in told.items():
        assert store.extraction(name) in versions
    assert len(store.search("rained")) == len(store.search("river flooded")) == 900
    with before.news(nothing.version, 0) as news:
        assert _numbers_given(news) == Counter(range(1, 2_401))


def _numbers_given(news: News) -> Counter[int]:
    """How often each number was given to a claim, of those that are there and those gone."""
    given = Counter(numbers(news))
    for first, last in news.removed:
        given.update(range(first, last + 1))
    return given
