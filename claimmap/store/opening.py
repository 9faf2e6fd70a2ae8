"""A database's address -> an engine on it, its schema brought up to date.

SQLite alone is spoken here: the words of sentences are searched through its FTS5, and one file
that needs no server is what an analyst can copy, keep and delete.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from claimmap.store.nouns import StoreError

REVISION = "0004"
"""The newest migration, which this code is written for."""

APPLICATION_ID = 0x436C4D70
"""Marks a SQLite file as ours, in its header ("ClMp"; https://sqlite.org/fileformat2.html)."""

PATIENCE_SECONDS = 30.0
"""How long one writer waits for another before it gives up."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_TROUBLE = {
    "SQLITE_NOTADB": "is no database, or is damaged. Move it away, or name another file in"
    " CLAIMMAP_DATABASE; the reports can be read again",
    "SQLITE_CORRUPT": "is damaged. Move it away, or name another file in CLAIMMAP_DATABASE; the"
    " reports can be read again",
    "SQLITE_BUSY": "is being written by another program. Try again when that has ended",
    "SQLITE_FULL": "cannot grow: the disk is full. Make room and try again",
    "SQLITE_READONLY": "may not be written. Give yourself the right to write it and its folder",
    "SQLITE_CANTOPEN": "cannot be opened. Check that its folder exists and may be written",
}


def open_engine(url: str) -> tuple[Engine, Path]:
    """An engine on the database at ``url`` and the database's file.

    The file and its folder are made where there are none. A transaction on the engine begins as a
    reader's; ``writing`` makes it a writer's. Raises StoreError on anything that is not ours.
    """
    address = _read_url(url)
    path = Path(str(address.database))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder of {path} cannot be made ({error.strerror}). Name another file in"
            " CLAIMMAP_DATABASE."
        ) from error
    engine = create_engine(address, connect_args={"timeout": PATIENCE_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    try:
        with trouble(path):
            _bring_up_to_date(engine, path)
    except StoreError:
        engine.dispose()
        raise
    return engine, path


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Turn the database's errors into StoreError, in words that say what to do."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(f"{path} {_in_words(error)}.") from error


def writing(engine: Engine) -> Engine:
    """The same engine for those who write: a transaction takes the write lock when it begins.

    A transaction that reads first and asks for the lock later fails at once where another has
    written in between, however patient it is (https://sqlite.org/lang_transaction.html).
    """
    return engine.execution_options(claimmap_begin="BEGIN IMMEDIATE")


def _read_url(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError(
            f"{url!r} is no address of a database. Write sqlite:///path/to/file.db."
        ) from error
    if address.get_backend_name() != "sqlite":
        raise StoreError(
            f"Claim Map keeps its data in SQLite and cannot use {address.get_backend_name()}."
            " Write sqlite:///path/to/file.db."
        )
    if address.database in (None, "", ":memory:"):
        raise StoreError(
            "The database needs a file, for pages and programs share it."
            " Write sqlite:///path/to/file.db."
        )
    return address.set(drivername="sqlite+pysqlite")


def _on_connect(connection: sqlite3.Connection, _: object) -> None:
    # Python's driver would begin transactions by itself, and later than SQLAlchemy says.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # With a write-ahead log this loses nothing when a process dies.
    connection.execute("PRAGMA synchronous = NORMAL")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("claimmap_begin", "BEGIN"))


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        found = _revision(connection, path)
    raw = engine.raw_connection()
    try:
        # It stays set in the file; asking for what is set already takes no lock.
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()
    if found != REVISION:
        with writing(engine).begin() as connection:
            # Another process may have been first, so look again under the lock.
            if _revision(connection, path) != REVISION:
                _migrate(connection, path)


def _revision(connection: Connection, path: Path) -> str | None:
    """The migration that the database stands at, None for an empty one."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    if not tables:
        return None
    if application != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database of another program. Name another file in CLAIMMAP_DATABASE."
        )
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _migrate(connection: Connection, path: Path) -> None:
    # Alembic takes most of a second to import, which a start on a database of today is spared.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"{path} was made by a newer Claim Map. Update the program, or name another file in"
            " CLAIMMAP_DATABASE."
        ) from error


def _in_words(error: SQLAlchemyError) -> str:
    if not isinstance(error, DBAPIError):
        return f"could not be used ({error})"
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    known = (words for start, words in _TROUBLE.items() if name.startswith(start))
    return next(known, f"could not be used ({error.orig}). Start the program again")
