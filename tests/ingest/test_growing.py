"""An import takes all cores when that pays, and leaves nothing behind."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path
from threading import Thread
from types import ModuleType

import psutil
import pytest

from claimmap.extract.parsing import Parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor, Outcome, Workers, ingest
from claimmap.ingest.finding import Found, Here
from claimmap.ingest.growing import Growing
from claimmap.ingest.workers import ALONE, open_finder
from claimmap.model import Document, Place
from claimmap.reading import Item, read_text
from claimmap.store import Store
from tests.ingest.made import documents, reports

UNKNOWN = "Three people were killed in Grubnovsk, Ukraine."


def workers() -> list[psutil.Process]:
    """The processes of a local cluster: that of its scheduler first."""
    return [
        process
        for one in psutil.Process().children()
        if "scheduling.py" in " ".join(one.cmdline())
        for process in (one, *one.children(recursive=True))
    ]


def listening(process: psutil.Process) -> set[str]:
    found = process.net_connections("inet")
    return {one.laddr.ip for one in found if one.status == psutil.CONN_LISTEN}


def test_few_reports_start_no_other_process(extractor: Extractor, store: Store) -> None:
    outcomes = list(ingest(reports(3), extractor, store, workers=Workers()))
    assert [one.status for one in outcomes] == ["read"] * 3
    assert workers() == []
    assert isinstance(open_finder(extractor, ALONE), Here)


def test_an_import_in_a_dashboards_thread_has_workers_until_it_is_stopped(
    extractor: Extractor, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a dashboard, where the main program of the moment is a page.
    page, drawn = tmp_path / "page.py", tmp_path / "drawn"
    page.write_text(f"open({str(drawn)!r}, 'w').close()")
    main = ModuleType("__main__")
    main.__file__ = str(page)
    monkeypatch.setitem(sys.modules, "__main__", main)
    outcomes: list[Outcome] = []
    heard: set[str] = set()

    def read() -> None:
        items = (Item(f"{i}.txt", one) for i, one in enumerate(documents()))
        found = ingest(items, extractor, store, workers=Workers(2))
        with closing(found):
            outcomes.extend(islice(found, 50))
            while not any(one.net_connections("inet") for one in workers()[1:]):
                outcomes.append(next(found))
            outcomes.extend(islice(found, 200))
            heard.update(*map(listening, workers()))

    thread = Thread(target=read)
    thread.start()
    thread.join(120)
    assert not thread.is_alive()
    assert heard == {"127.0.0.1"}
    assert workers() == []
    assert not drawn.exists()
    assert {one.status for one in outcomes} == {"read"}
    # What was told is stored, and an import of the same goes on behind it.
    told = {one.document for one in outcomes}
    assert len(told) == len(outcomes)
    assert told <= {row.id for row in store.documents()}
    again = list(ingest(reports(5), extractor, store))
    assert [one.status for one in again] == ["unchanged"] * 5


def test_workers_find_what_this_process_finds_and_when_they_break_down_it_goes_on(
    parser: Parser, gazetteer: Gazetteer
) -> None:
    asked: list[str] = []

    class Service:
        name = attribution = "a service"

        def geocode(self, name: str) -> tuple[Place, ...]:
            asked.append(name)
            return ()

    extractor = Extractor(parser, gazetteer, Service())
    found: list[Found] = []
    given: list[Document] = []

    def give(growing: Growing, documents: Iterable[Document]) -> None:
        for one in documents:
            while growing.full:
                found.extend(growing.take(wait=True))
            given.append(one)
            growing.give(one)

    def take_all(growing: Growing) -> None:
        while len(found) < len(given):
            found.extend(growing.take(wait=True))

    waiting = documents()
    with closing(Growing(extractor, 2, 0.0)) as growing:
        while growing.alone:
            give(growing, islice(waiting, 1))
            take_all(growing)
        give(growing, [read_text(UNKNOWN), *islice(waiting, 20)])
        take_all(growing)
        assert not growing.alone
        assert found[-1].extraction == extractor.extract(found[-1].document)
        # The service is asked by this process, at its pace, however many look for claims.
        assert asked == ["Grubnovsk"]
        give(growing, islice(waiting, 30))
        workers()[0].kill()
        take_all(growing)
        assert growing.alone
    assert workers() == []
    assert all(one.extraction for one in found)
    assert len(found) == len({one.document.id for one in found}) == len(given)
    assert len([one for one in found if "only one core" in one.notice]) == 1
