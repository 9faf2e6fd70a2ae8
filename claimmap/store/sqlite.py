"""SQLite: one file that needs no server."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claimmap.store.databases import PATIENCE_SECONDS, Database
from claimmap.store.nouns import StoreError

APPLICATION_ID = 0x436C4D70
"""Marks a SQLite file as ours, in its header ("ClMp"; https://sqlite.org/fileformat2.html)."""

_TROUBLE = {
    "SQLITE_NOTADB": "is no database, or is damaged. Move it away, or name another file in"
    " CLAIMMAP_DATABASE; the reports can be read again",
    "SQLITE_CORRUPT": "is damaged. Move it away, or name another file in CLAIMMAP_DATABASE; the"
    " reports can be read again, or a backup restored",
    "SQLITE_BUSY": "is being written by another program. Try again when that has ended",
    "SQLITE_FULL": "cannot grow: the disk is full. Make room and try again",
    "SQLITE_READONLY": "may not be written. Give yourself the right to write it and its folder",
    "SQLITE_CANTOPEN": "cannot be opened. Check that its folder exists and may be written",
}


class SQLite(Database):
    """A file; it and its folder are made where there are none."""

    reads_by = "BEGIN"
    # https://sqlite.org/lang_transaction.html
    writes_by = "BEGIN IMMEDIATE"

    def __init__(self, address: URL) -> None:
        """Raises StoreError where the address names no file, or its folder cannot be made."""
        if address.database in (None, "", ":memory:"):
            raise StoreError(
                "The database needs a file, for pages and programs share it."
                " Write sqlite:///path/to/file.db."
            )
        self.file = Path(str(address.database))
        _make_folder(self.file)
        engine = create_engine(
            address.set(drivername="sqlite+pysqlite"), connect_args={"timeout": PATIENCE_SECONDS}
        )
        event.listen(engine, "connect", _on_connect)
        super().__init__(engine, str(self.file), self.file)

    def revision(self, connection: Connection) -> str | None:
        """By the mark in the file's header."""
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
        if not tables:
            return None
        if application != APPLICATION_ID:
            raise StoreError(
                f"{self.name} is a database of another program. Name another file in"
                " CLAIMMAP_DATABASE."
            )
        known = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        return str(known.scalar_one())

    def settle(self) -> None:
        """Let readers and a writer at it at once (https://sqlite.org/wal.html)."""
        with self._trouble():
            raw = self._reader.raw_connection()
            try:
                # It stays set in the file; asking for what is set already takes no lock.
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            finally:
                raw.close()

    def explain(self, error: SQLAlchemyError) -> str:
        """By the name of SQLite's own error."""
        if not isinstance(error, DBAPIError):
            return f"could not be used ({error})"
        return explain_sqlite(error.orig)


def explain_sqlite(error: BaseException | None) -> str:
    """What SQLite's own error says of a file, in words that go on after the file's name."""
    name = str(getattr(error, "sqlite_errorname", ""))
    known = (words for start, words in _TROUBLE.items() if name.startswith(start))
    return next(known, f"could not be used ({error}). Start the program again")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder of {path} cannot be made ({error.strerror}). Name another file in"
            " CLAIMMAP_DATABASE."
        ) from error


def _on_connect(connection: sqlite3.Connection, _: object) -> None:
    # Python's driver would begin transactions by itself, and later than SQLAlchemy says.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # With a write-ahead log this loses nothing when a process dies.
    connection.execute("PRAGMA synchronous = NORMAL")
