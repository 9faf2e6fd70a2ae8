"""A database's address -> the database, its schema brought up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from claimmap.store.copies import fill_copies
from claimmap.store.databases import Database
from claimmap.store.nouns import StoreError
from claimmap.store.postgresql import PostgreSQL
from claimmap.store.sqlite import SQLite

REVISION = "0006"
"""The newest migration, which this code is written for."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_SPOKEN: dict[str, type[SQLite] | type[PostgreSQL]] = {"sqlite": SQLite, "postgresql": PostgreSQL}
_WRITE = "Write sqlite:///path/to/file.db, or postgresql+psycopg://user:password@host/database."


def open_database(url: str) -> Database:
    """The database at ``url``, migrated. Raises StoreError on anything that is not ours."""
    address = _read_url(url)
    database = _SPOKEN[address.get_backend_name()](address)
    try:
        _bring_up_to_date(database)
    except StoreError:
        database.close()
        raise
    return database


def knows_revision(revision: str) -> bool:
    """Whether a store that stands at this migration can be brought up to date."""
    known = (_MIGRATIONS / "versions").glob("*.py")
    return revision in {file.name.partition("_")[0] for file in known}


def _read_url(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        # The address is not shown, for a password may stand in it.
        raise StoreError(f"CLAIMMAP_DATABASE is no address of a database. {_WRITE}") from error
    if address.get_backend_name() not in _SPOKEN:
        raise StoreError(
            f"Claim Map keeps its data in SQLite or PostgreSQL and cannot use"
            f" {address.get_backend_name()}. {_WRITE}"
        )
    return address


def _bring_up_to_date(database: Database) -> None:
    with database.reading() as connection:
        found = database.revision(connection)
    database.settle()
    if found != REVISION:
        with database.writing() as connection:
            # Another process may have been first, so look again under the lock.
            if database.revision(connection) != REVISION:
                _migrate(connection, database.name)
                fill_copies(connection)


def _migrate(connection: Connection, name: str) -> None:
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
            f"{name} was made by a newer Claim Map. Update the program, or name another database in"
            " CLAIMMAP_DATABASE."
        ) from error
