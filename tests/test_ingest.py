"""Reports go into the store whole, or not at all, and a bad one never stops the rest."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import Unpack

import pytest

from claimmap.extract.parsing import Parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor, ingest
from claimmap.model import Place
from claimmap.reading import Given, Item, find_files, read_files, read_text
from claimmap.store import Store

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "The mayor of Lyon said on Friday that 40 trucks had arrived in Marseille.\n"
    "Police in Toulouse denied it, according to Le Monde.\n"
)


def reports(*paths: Path, **given: Unpack[Given]) -> Iterator[Item]:
    return read_files(find_files(paths), given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"\x00\x01")
    (folder / "c.md").write_text("# Rain\n\nIt rained in Bordeaux.")
    return folder


def test_a_report_is_read_placed_and_stored(
    extractor: Extractor, store: Store, folder: Path
) -> None:
    (outcome,) = ingest(reports(folder / "a.txt", outlet="The Paper"), extractor, store)
    assert (outcome.name, outcome.status, outcome.reason) == ("a.txt", "read", "")
    found = store.extraction(outcome.document)
    assert found is not None
    assert found.document.text == TEXT
    assert outcome.claims == len(found.claims) > 0
    assert "Marseille" in {place.name for place in store.places()}


def test_one_bad_report_does_not_stop_the_rest(
    extractor: Extractor, store: Store, folder: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    found = reports(folder, folder / "none.txt", empty)
    outcomes = list(ingest(found, extractor, store))
    assert [(one.name, one.status) for one in outcomes] == [
        ("a.txt", "read"),
        ("b.txt", "skipped"),
        ("c.md", "read"),
        ("none.txt", "skipped"),
        (str(empty), "skipped"),
    ]
    assert all(one.reason for one in outcomes if one.status == "skipped")
    assert len(store.documents()) == 2


def test_reading_a_folder_again_changes_nothing(
    extractor: Extractor, store: Store, folder: Path
) -> None:
    first = list(ingest(reports(folder), extractor, store))
    version = store.version()
    again = list(ingest(reports(folder), extractor, store))
    assert [one.status for one in again] == ["unchanged", "skipped", "unchanged"]
    assert [one.document for one in again] == [one.document for one in first]
    assert store.version() == version


def test_reports_are_read_as_their_outcomes_are_asked_for(
    extractor: Extractor, store: Store, folder: Path
) -> None:
    outcomes = ingest(reports(folder), extractor, store)
    assert store.documents() == []
    next(outcomes)
    assert len(store.documents()) == 1


def test_a_fault_of_ours_is_told_and_stops_no_other(extractor: Extractor, store: Store) -> None:
    class Faulty(Gazetteer):
        def __init__(self) -> None: ...

    pasted = Item("pasted", read_text(TEXT))
    (outcome,) = ingest([pasted], Extractor(extractor.parser, Faulty()), store)
    assert outcome.status == "skipped"
    assert "Please report this" in outcome.reason
    assert store.documents() == []


def test_sessions_that_read_the_same_folder_at_once_do_no_harm(
    extractor: Extractor, store: Store, folder: Path
) -> None:
    statuses: list[Sequence[str]] = []

    def session() -> None:
        outcomes = ingest(reports(folder), extractor, store)
        statuses.append([one.status for one in outcomes])

    threads = [Thread(target=session) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(statuses) == 3
    assert sorted(one[0] for one in statuses) == ["read", "unchanged", "unchanged"]
    assert len(store.documents()) == 2


def test_the_text_decides_not_the_order_of_reading(
    extractor: Extractor, store: Store, folder: Path
) -> None:
    document = read_text(TEXT, outlet="The Paper", published="2024-10-18")
    assert extractor.extract(document) == extractor.extract(document)


def test_a_service_is_asked_only_for_what_the_gazetteer_lacks(
    parser: Parser, gazetteer: Gazetteer
) -> None:
    asked: list[str] = []

    class Service:
        name = "a service"

        def geocode(self, name: str) -> tuple[Place, ...]:
            asked.append(name)
            return ()

    document = read_text("Troops arrived in Marseille. Troops arrived in Qwxzyville.")
    start = document.text.index("Qwxzyville")
    Extractor(parser, gazetteer, Service()).extract(document)
    assert "Marseille" not in asked
    assert set(asked) <= {document.text[start : start + len("Qwxzyville")]}


KILLED = """
import sys
from pathlib import Path
from claimmap.extract.parsing import load_parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor, ingest
from claimmap.reading import find_files, read_files
from claimmap.store import Store, database
count = database.count_change
saved = []
def hang_at_the_second(connection):
    count(connection)
    saved.append(1)
    if len(saved) == 2:
        print("in the middle", flush=True)
        sys.stdin.read()
database.count_change = hang_at_the_second
extractor = Extractor(load_parser(), Gazetteer.open())
for outcome in ingest(read_files(find_files([Path(sys.argv[2])])), extractor, Store(sys.argv[1])):
    print(outcome.status, flush=True)
"""


def test_a_kill_in_the_middle_of_an_ingest_leaves_whole_reports_only(
    extractor: Extractor, store: Store, folder: Path
) -> None:
    earlier = read_text("It snowed in Grenoble.")
    list(ingest([Item("earlier", earlier)], extractor, store))
    program = subprocess.Popen(
        [sys.executable, "-c", KILLED, f"sqlite:///{store.path}", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert [program.stdout.readline().strip() for _ in range(3)] == [
        "read",
        "skipped",
        "in the middle",
    ]
    program.send_signal(signal.SIGKILL)
    assert program.wait() == -signal.SIGKILL
    titles = {row.title for row in store.documents()}
    assert len(titles) == 2
    assert "Rain" not in titles
    assert len(store.search("Bordeaux")) == 0
    outcomes = list(ingest(reports(folder), extractor, store))
    assert [one.status for one in outcomes] == ["unchanged", "skipped", "read"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> said ${x} `y` \\ \u2028 </script>.",
        "\u202eabc \u200b\u0301 😀😀 𝔘𝔫𝔦",
        "“““ said said said ”” ' \" „ «",
        "1 2 3 4/5/6 -- ... !!! ???",
        "a\n\n\n\n\n\nb\n \n",
        "." * 3000,
        "Paris " * 2000,
    ],
)
def test_no_text_makes_the_reading_fail(extractor: Extractor, text: str) -> None:
    found = extractor.extract(read_text(text))
    assert found.document.text == text
