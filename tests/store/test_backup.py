"""A backup holds all of a store, goes into either database, and is refused when it is damaged."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import make_url

from claimmap.model import SourceEdit
from claimmap.store import Store, StoreError
from claimmap.store.backup import write_backup
from claimmap.store.sqlite import SQLite
from tests.store.alike import FLOOD
from tests.store.conftest import KINDS, Make, make_extraction, new_database, numbers, rows_of

ROOT = Path(__file__).resolve().parents[2]
WHEN = datetime(2024, 3, 4, 9, 30, 5, tzinfo=UTC)
DAMAGES = 60
only_sqlite = pytest.mark.parametrize("kind", ["sqlite"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups" / "monday.backup"


def fill(store: Store) -> None:
    hostile = ("'; DROP TABLE claim; -- \u2028 😀 Zürich", "It rained.")
    store.save_all([make_extraction("one"), make_extraction("two", hostile)])
    store.save(make_extraction("gone"))
    store.delete("gone")
    store.edit_source(SourceEdit("merge", WHEN, ("The mayor", "Ann"), value="Ann"))
    store.remember("Nowhere", None)
    store.remember("Rivertown", "[1]")


def contents(store: Store) -> list[object]:
    """All that a store is asked for."""
    names = [row.id for row in store.documents()]
    return [
        store.documents(),
        [store.extraction(name) for name in names],
        rows_of(store),
        store.places(),
        store.sources(),
        store.source_edits(),
        list(store.figures()),
        [store.remembered(name) for name in ("Nowhere", "Rivertown", "Other")],
        [store.search(words).tolist() for words in ("rained", "zurich", "drop table", "gone")],
    ]


@pytest.mark.parametrize("into", KINDS)
def test_a_backup_brings_back_all_into_either_database(
    store: Store, file: Path, into: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    fill(store)
    before = contents(store)
    assert store.backup(file) == 2
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    with new_database(into, tmp_path / "into", request) as url:
        other = Store(url)
        other.save(make_extraction("another", ("Something else.",)))
        assert other.restore(file) == 2
        assert contents(other) == before
        # What was taken out keeps its number there too.
        other.save(make_extraction("three"))
        assert [row.number for row in rows_of(other)][-2:] == [7, 8]
        other.close()


def test_those_who_have_the_store_open_notice(store: Store, url: str, file: Path) -> None:
    fill(store)
    store.backup(file)
    other = Store(url)
    other.save(make_extraction("later"))
    with other.news() as held:
        pass
    store.restore(file)
    with other.news(held.version, 8) as news:
        assert news.anew
        assert numbers(news) == [1, 2, 3, 4]
    assert other.save(make_extraction("later")) is True
    assert store.search("rained").tolist() == other.search("rained").tolist() == [2, 4, 8]


def test_who_reads_while_a_backup_is_restored_sees_the_state_before(
    store: Store, url: str, file: Path
) -> None:
    store.backup(file)
    fill(store)
    with store.news() as news:
        Store(url).restore(file)
        assert numbers(news) == [1, 2, 3, 4]
    assert rows_of(store) == []


def test_a_backup_made_while_others_write_holds_whole_reports(
    store: Store, url: str, file: Path
) -> None:
    stop = Event()
    failed: list[BaseException] = []

    def work() -> None:
        other = Store(url)
        try:
            for number in range(10_000):
                other.save(make_extraction(f"d{number}"))
                if stop.is_set():
                    break
        except BaseException as error:
            failed.append(error)
        other.close()

    writer = Thread(target=work)
    writer.start()
    try:
        while store.count_documents() < 5:
            pass
        for _ in range(3):
            assert store.backup(file) >= 5
    finally:
        stop.set()
        writer.join()
    assert failed == []
    there = store.restore(file)
    assert there >= 5
    assert len(rows_of(store)) == 2 * len(store.search("river")) == 2 * there
    assert store.version().endswith(f"-{there}")


@only_sqlite
def test_a_damaged_backup_is_refused_and_the_store_left_as_it_was(store: Store, file: Path) -> None:
    fill(store)
    store.backup(file)
    whole = file.read_bytes()
    kept = contents(store)
    store.save(make_extraction("later"))
    later, version = contents(store), store.version()
    chance = random.Random(7)
    refused = 0
    for number in range(DAMAGES):
        file.write_bytes(_damage(whole, chance, number))
        try:
            store.restore(file)
        except StoreError:
            refused += 1
            assert store.version() == version
        else:
            # What was hit holds nothing.
            assert contents(store) == kept
            store.save(make_extraction("later"))
            version = store.version()
    assert contents(store) == later
    assert refused > DAMAGES // 3


def _damage(whole: bytes, chance: random.Random, number: int) -> bytes:
    """A bit turned, in the header as often as elsewhere; some bytes overwritten; an end cut off."""
    damaged = bytearray(whole)
    match number % 4:
        case 0:
            damaged[chance.randrange(100)] ^= 1 << chance.randrange(8)
        case 1:
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        case 2:
            start = chance.randrange(len(whole) - 200)
            damaged[start : start + 200] = chance.randbytes(200)
        case 3:
            del damaged[chance.randrange(len(whole)) :]
    return bytes(damaged)


@only_sqlite
def test_each_text_that_was_changed_in_a_backup_shows(store: Store, file: Path) -> None:
    fill(store)
    store.backup(file)
    whole = file.read_bytes()
    for old, new in ((b"It rained", b"It snowed"), (b"The Paper", b"The Piper"), (b"Ann", b"Bob")):
        file.write_bytes(whole.replace(old, new))
        with pytest.raises(StoreError, match="damaged"):
            store.restore(file)


@only_sqlite
def test_each_bit_that_was_turned_in_the_index_of_words_shows(store: Store, file: Path) -> None:
    fill(store)
    store.backup(file)
    whole = file.read_bytes()
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        longest = "SELECT block FROM claim_words_data ORDER BY length(block) DESC LIMIT 1"
        (block,) = connection.execute(longest).fetchone()
    start = whole.index(block)
    for place in range(start, start + len(block), len(block) // 10):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 64]) + whole[place + 1 :])
        with pytest.raises(StoreError, match="damaged"):
            store.restore(file)


@only_sqlite
def test_a_foreign_file_is_refused(store: Store, file: Path, tmp_path: Path) -> None:
    fill(store)
    before = contents(store)
    file.write_text("Lyon")
    with pytest.raises(StoreError, match="no backup"):
        store.restore(file)
    with pytest.raises(StoreError, match="no backup"):
        store.backup(file)
    assert file.read_text() == "Lyon"
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE backup (digest)")
    with pytest.raises(StoreError, match="no backup"):
        store.restore(other)
    assert store.path is not None
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(StoreError, match="is a store"):
        store.restore(store.path)
    with pytest.raises(StoreError, match="no backup"):
        store.backup(store.path)
    for path in (tmp_path, tmp_path / "nothing", tmp_path / "no" / "folder"):
        with pytest.raises(StoreError, match="read"):
            store.restore(path)
    with pytest.raises(StoreError):
        store.backup(tmp_path / "no" / "folder")
    store.backup(file.with_name("tuesday"))
    with pytest.raises(StoreError, match="another program"):
        Store(f"sqlite:///{file.with_name('tuesday')}")
    assert contents(store) == before


def test_a_backup_of_an_older_program_is_brought_up_to_date(
    store: Store, tmp_path: Path, file: Path
) -> None:
    old = f"sqlite:///{tmp_path / 'old.db'}"
    older = Store(old)
    copies = [make_extraction(name, (FLOOD,)) for name in ("a copy", "another")]
    older.save_all([make_extraction(), *copies])
    assert older.path is not None
    with closing(sqlite3.connect(older.path, isolation_level=None)) as connection:
        for table in ("source_edit", "signature", "copy_band", "copy"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0004'")
    write_backup(SQLite(make_url(old)), file)
    assert store.restore(file) == 3
    assert store.extraction("one") == make_extraction()
    assert [one.document for one in store.copies(["a copy"])["a copy"]] == ["another"]
    assert store.edit_source(SourceEdit("grade", WHEN, ("The mayor",), value="B")) == 1


@only_sqlite
def test_a_backup_of_a_newer_program_is_refused(store: Store, file: Path, url: str) -> None:
    assert store.path is not None
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    write_backup(SQLite(make_url(url)), file)
    with pytest.raises(StoreError, match="newer Claim Map"):
        store.restore(file)


RESTORER = """
import sys
from pathlib import Path
from claimmap.store import Store, backup, rows
def hang(*_):
    print("in the middle", flush=True)
    sys.stdin.read()
def hang_soon():
    asked.append(1)
    return hang() if len(asked) == 4 else 0.0
asked = []
backup._PAGES_AT_ONCE = 5
backup.monotonic = hang_soon
rows.keep_words = hang
Store(sys.argv[1]).restore(Path(sys.argv[2]))
"""


def test_a_kill_in_the_middle_of_restoring_leaves_the_store_as_before(
    store: Store, url: str, file: Path, make: Make, stop: Callable[[subprocess.Popen[str]], None]
) -> None:
    fill(store)
    store.backup(file)
    store.save(make("later"))
    before = contents(store), store.version()
    restorer = subprocess.Popen(
        [sys.executable, "-c", RESTORER, url, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert restorer.stdout is not None
    assert restorer.stdout.readline() == "in the middle\n"
    stop(restorer)
    assert (contents(store), store.version()) == before
    assert store.restore(file) == 2


@pytest.fixture
def stop() -> Callable[[subprocess.Popen[str]], None]:
    def kill(process: subprocess.Popen[str]) -> None:
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL

    return kill
