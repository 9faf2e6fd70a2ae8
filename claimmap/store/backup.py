"""A store <-> one file that holds all of it, of either database, while others read and write.

The file is SQLite's, whatever the store is kept in, so a backup moves a store between the two. Its
header marks it as a backup, and it names its rows by a digest: a bit that has changed shows.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from sqlalchemy import URL, update

from claimmap.store.databases import PATIENCE_SECONDS, Database
from claimmap.store.nouns import StoreError
from claimmap.store.opening import knows_revision, open_database
from claimmap.store.rows import copy_rows, digest_rows
from claimmap.store.sqlite import APPLICATION_ID, SQLite, explain_sqlite
from claimmap.store.tables import content

BACKUP_ID = 0x436C4D42
"""Marks a SQLite file as a backup, in its header ("ClMB")."""

_MAGIC = b"SQLite format 3\x00"
_PAGES_AT_ONCE = 4_096


def write_backup(database: Database, target: Path) -> None:
    """Put all of the store, as it is now, into one file, in place of an older backup there.

    Raises StoreError, and leaves what was there, where the file is none of ours or cannot be
    written.
    """
    _check_target(target)
    with _trouble(target), _folder(target.parent) as folder:
        copy = folder / "backup.db"
        if isinstance(database, SQLite):
            with _trouble(database.name):
                _copy_pages(database.file, copy)
        else:
            _copy_out(database, copy)
        _seal(copy)
        copy.replace(target)
        _flush(target.parent)


def read_backup(database: Database, source: Path) -> None:
    """Put what a backup holds in place of all that is in the store; all of it or nothing.

    Whoever reads the store meanwhile sees it as before or as after. Raises StoreError, and leaves
    the store as it was, where the file is no backup, damaged, or of a newer program.
    """
    _check_source(source)
    beside = database.path.parent if database.path else None
    with _trouble(database.name), _folder(beside) as folder:
        copy = folder / "restored.db"
        with _damage(source):
            _copy_pages(source, copy)
            _unseal(copy, source)
        restored = _open(copy)
        try:
            with restored.writing() as connection:
                # Readers take it for another database, and forget what they hold.
                connection.execute(update(content).values(identity=secrets.token_hex(4)))
            if not isinstance(database, SQLite):
                with restored.reading() as rows, database.writing() as connection:
                    copy_rows(rows, connection)
        finally:
            restored.close()
        if isinstance(database, SQLite):
            _replace_pages(copy, database)


def _check_target(target: Path) -> None:
    if target.exists() and _mark(target) != BACKUP_ID:
        raise StoreError(f"{target} is there and is no backup. Name another file.")


def _check_source(source: Path) -> None:
    mark = _mark(source)
    if mark == APPLICATION_ID:
        raise StoreError(
            f"{source} is a store, not a backup. Name it in CLAIMMAP_DATABASE, and make a backup."
        )
    if mark != BACKUP_ID:
        raise StoreError(f"{source} is no backup of Claim Map, or is damaged.")


def _mark(path: Path) -> int | None:
    """The application id in a SQLite file's header; None for another file."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}).") from error
    return int.from_bytes(header[68:72], "big") if header.startswith(_MAGIC) else None


def _copy_out(database: Database, copy: Path) -> None:
    """The rows of a server's database as a file."""
    made = _open(copy)
    try:
        with database.reading() as rows, made.writing() as connection:
            copy_rows(rows, connection)
    finally:
        made.close()


def _seal(copy: Path) -> None:
    with closing(_connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("CREATE TABLE backup (digest TEXT NOT NULL)")
        digest = digest_rows(connection, "backup")
        connection.execute("INSERT INTO backup VALUES (?)", (digest,))
        connection.execute(f"PRAGMA application_id = {BACKUP_ID}")


def _unseal(copy: Path, source: Path) -> None:
    """Make a store of the copy of a backup, if nothing in it has changed since it was made."""
    with closing(_connect(copy)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise _damaged(source)
        said = connection.execute("SELECT digest FROM backup").fetchall()
        if said != [(digest_rows(connection, "backup"),)]:
            raise _damaged(source)
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if not knows_revision(revision):
            raise StoreError(f"{source} was made by a newer Claim Map. Update the program.")
        connection.execute("DROP TABLE backup")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _copy_pages(source: Path, target: Path) -> None:
    """One state of a SQLite file, whatever others write meanwhile."""
    address = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        # In one step, for it would begin again whenever another process writes between two.
        old.backup(new)


def _replace_pages(copy: Path, database: SQLite) -> None:
    """All pages of a file in place of the database's, in one transaction of the database's own."""
    began = monotonic()

    def check_patience(status: int, *_: int) -> None:
        waited = monotonic() - began
        if status == sqlite3.SQLITE_BUSY and waited > PATIENCE_SECONDS:
            raise StoreError(
                f"{database.name} is being written by another program. Try again when that has"
                " ended."
            )

    with closing(_connect(copy)) as new, closing(_connect(database.file)) as old:
        # The two must have pages of one size.
        (size,) = old.execute("PRAGMA page_size").fetchone()
        new.execute("PRAGMA journal_mode = DELETE")
        if new.execute("PRAGMA page_size").fetchone() != (size,):
            new.execute(f"PRAGMA page_size = {size}")
            new.execute("VACUUM")
        new.backup(old, pages=_PAGES_AT_ONCE, progress=check_patience)


def _open(path: Path) -> Database:
    return open_database(URL.create("sqlite", database=str(path)).render_as_string())


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)


@contextmanager
def _folder(beside: Path | None) -> Iterator[Path]:
    """A folder for a time; beside what it is to become part of, for there is room and one disk."""
    with TemporaryDirectory(prefix=".claimmap-", dir=beside) as name:
        yield Path(name)


@contextmanager
def _trouble(name: object) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{name} {explain_sqlite(error)}.") from error
    except OSError as error:
        raise StoreError(f"{name} cannot be read or written ({error.strerror}).") from error


@contextmanager
def _damage(source: Path) -> Iterator[None]:
    """What SQLite or the text itself tells of a file that was a backup once."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL":
            raise
        raise _damaged(source) from error


def _damaged(source: Path) -> StoreError:
    return StoreError(f"{source} is damaged. Nothing was restored; use another backup.")


def _flush(folder: Path) -> None:
    """Have the file's new name outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
