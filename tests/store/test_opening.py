"""A database is made, brought up to date, or refused with what to do; a kill leaves it whole."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from claimmap.model import Extraction
from claimmap.store import Store, StoreError, opening, sqlite, tables
from tests.store.alike import FLOOD
from tests.store.conftest import rows_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def kind() -> str:
    """A file; what is of a server is in test_postgresql.py."""
    return "sqlite"


def test_the_folder_and_the_file_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a b%20c" / "d" / "claims.db"
    Store(f"sqlite:///{quote(str(path))}").close()
    assert path.is_file()


def test_the_migrations_lead_to_the_tables(url: str) -> None:
    with opening.open_database(url).reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_a_table})
        assert compare_metadata(context, tables.metadata) == []


def _is_a_table(_: object, name: str, *__: object) -> bool:
    return not str(name).startswith("claim_words")


def test_the_code_is_written_for_the_newest_migration() -> None:
    folder = Path(opening.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == opening.REVISION


def test_the_file_is_safe_against_dying_writers(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)


@pytest.mark.parametrize(
    "content", [b"no database", b"SQLite format 3\x00" + b"\xff" * 5000, os.urandom(5000)]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="CLAIMMAP_DATABASE"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE document (x)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_database_of_the_first_program_is_brought_up_to_date(
    url: str, make: Callable[..., Extraction]
) -> None:
    found, other = make("one", (FLOOD,)), make("two", (FLOOD, "It rained."))
    store = Store(url)
    store.save_all([found, other])
    with sqlite3.connect(store.path) as connection:
        connection.execute("ALTER TABLE toponym DROP COLUMN reach")
        connection.execute("DROP TABLE source")
        connection.execute("DROP TABLE removed")
        connection.execute("DROP TABLE source_edit")
        for table in ("signature", "copy_band", "copy"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        text = "replace(CAST(body AS TEXT), ',\"language\":\"en\"', '')"
        connection.execute(f"UPDATE document SET body = CAST({text} AS BLOB)")
    store.close()
    renewed = Store(url)
    again = renewed.extraction(found.document.id)
    assert again is not None
    named = {one.source.name for one in (*found.claims, *other.claims)}
    assert {one.name for one in renewed.sources()} == named
    assert again.document == replace(found.document, language="")
    assert [one.reach for one in again.toponyms] == [""] * len(found.toponyms)
    assert [one.document for one in renewed.copies(["one"])["one"]] == ["two"]


def test_a_database_of_a_newer_program_is_refused(url: str, store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer Claim Map"):
        Store(url)


def test_a_damaged_page_is_told_of(store: Store, make: Callable[..., Extraction]) -> None:
    store.save(make(sentences=tuple(f"Sentence {number}." for number in range(500))))
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    with store.path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (store.path.stat().st_size - 8192))
    with pytest.raises(StoreError, match="damaged"):
        rows_of(Store(f"sqlite:///{store.path}"))


@pytest.mark.parametrize(
    "url",
    ["", "claims.db", "sqlite://", "sqlite:///:memory:", "mysql://host/db", "nonsense://x"],
)
def test_an_address_that_names_no_database_of_ours_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///path/to/file"):
        Store(url)


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="folder"):
        Store(f"sqlite:///{tmp_path / 'file' / 'claims.db'}")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path}")


def test_a_database_of_today_is_opened_without_alembic(store: Store, url: str) -> None:
    script = "import sys; from claimmap.store import Store; Store(sys.argv[1]); print(*sys.modules)"
    done = _python(script, url).communicate()[0]
    assert "claimmap.store.tables" in done.split()
    assert "alembic" not in done.split()


def test_processes_that_open_a_new_database_at_once_do_no_harm(url: str) -> None:
    script = "import sys; from claimmap.store import Store; print(Store(sys.argv[1]).version())"
    started = [_python(script, url) for _ in range(4)]
    versions = {process.communicate()[0] for process in started}
    assert [process.returncode for process in started] == [0] * 4
    assert len(versions) == 1


STUCK = """
import sys
sys.path.insert(0, "tests/store")
from conftest import make_extraction
from claimmap.store import Store, database
def hang(connection):
    print("in the middle", flush=True)
    sys.stdin.read()
database.count_change = hang
sentences = tuple(f"New sentence {number}." for number in range(20_000))
Store(sys.argv[1]).save(make_extraction("one", sentences=sentences, toponyms=()))
"""


def test_a_writer_killed_in_the_middle_leaves_the_store_as_before(
    store: Store, url: str, make: Callable[..., Extraction]
) -> None:
    store.save(make())
    version = store.version()
    writer = _python(STUCK, url)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "in the middle\n"
    writer.send_signal(signal.SIGKILL)
    assert writer.wait() == -signal.SIGKILL
    again = Store(url)
    assert again.extraction("one") == make()
    assert again.version() == version
    assert len(again.search("sentence")) == 0
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        check = "INSERT INTO claim_words (claim_words, rank) VALUES ('integrity-check', 1)"
        connection.execute(check)
    assert again.save(make("two")) is True


MIGRATOR = """
import sys
from claimmap.store import Store, opening
migrate = opening._migrate
def hang(connection, path):
    migrate(connection, path)
    print("in the middle", flush=True)
    sys.stdin.read()
opening._migrate = hang
Store(sys.argv[1])
"""


def test_a_program_killed_while_it_makes_the_tables_leaves_none(url: str) -> None:
    program = _python(MIGRATOR, url)
    assert program.stdout is not None
    assert program.stdout.readline() == "in the middle\n"
    program.kill()
    program.wait()
    assert Store(url).documents() == []


def _python(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
