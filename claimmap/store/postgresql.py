"""PostgreSQL, through psycopg: one server that many dashboards share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claimmap.store.databases import PATIENCE_SECONDS, Database
from claimmap.store.nouns import StoreError
from claimmap.store.tables import MARK

_LOCK = 0x436C4D70
_CONNECT_SECONDS = 10
_TROUBLE = {
    "55P03": "is being written by another program. Try again when that has ended",
    "53100": "cannot grow: the server's disk is full. Make room and try again",
    "42501": "may not be used so by this user. Give the user the right to create and write tables",
    "25006": "may not be written: the server only answers readers. Name the one that is written",
    "XX001": "is damaged. Restore a backup into another database",
    "XX002": "is damaged. Restore a backup into another database",
}


class PostgreSQL(Database):
    """A database on a server, its tables in the first schema of the user's search path."""

    # A reader's statements then see one state, and the server refuses to write anything
    # (https://www.postgresql.org/docs/current/transaction-iso.html).
    reads_by = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
    # One writer at a time, as on SQLite; readers never wait. Each statement after it sees what was
    # committed before, which it would not under REPEATABLE READ.
    writes_by = f"SELECT pg_advisory_xact_lock({_LOCK})"

    def __init__(self, address: URL) -> None:
        """Raises StoreError where the address names no database, or psycopg is not installed."""
        if not address.database:
            raise StoreError(
                "The address names no database."
                " Write postgresql+psycopg://user:password@host/database."
            )
        patience: dict[str, Any] = (
            {} if "connect_timeout" in address.query else {"connect_timeout": _CONNECT_SECONDS}
        )
        try:
            engine = create_engine(
                address.set(drivername="postgresql+psycopg"),
                # A server that was started anew is met again at the next question.
                pool_pre_ping=True,
                connect_args=patience,
            )
        except ModuleNotFoundError as error:
            raise StoreError(
                "PostgreSQL needs the package psycopg, which is not installed."
                ' Run: pip install "psycopg[binary]".'
            ) from error
        event.listen(engine, "connect", _on_connect)
        # Never the user's password, wherever in the address it stands.
        super().__init__(engine, f"postgresql://{address.host or ''}/{address.database}")

    def revision(self, connection: Connection) -> str | None:
        """By the comment on one of its tables."""
        ask = connection.exec_driver_sql
        tables = ask("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        if not tables.scalar_one():
            return None
        mark = ask("SELECT obj_description(to_regclass('content'), 'pg_class')").scalar_one()
        if mark != MARK:
            raise StoreError(
                f"{self.name} is a database of another program. Name another one in"
                " CLAIMMAP_DATABASE."
            )
        return str(ask("SELECT version_num FROM alembic_version").scalar_one())

    def settle(self) -> None:
        """Refuse a database that cannot keep every text."""
        with self.reading() as connection:
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise StoreError(
                f"{self.name} keeps text in {encoding}, which lacks most scripts. Make a database"
                " with ENCODING 'UTF8'."
            )

    def explain(self, error: SQLAlchemyError) -> str:
        """By the server's code (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""
        if not isinstance(error, DBAPIError):
            return f"could not be used ({error})"
        state = getattr(error.orig, "sqlstate", None)
        said = next(iter(str(error.orig).strip().splitlines()), "")
        if state is None and error.connection_invalidated is False and _is_connecting(error):
            return (
                f"cannot be reached ({said}). Check that the server runs and that"
                " CLAIMMAP_DATABASE has its address, the user and the password"
            )
        return _TROUBLE.get(str(state), f"could not be used ({said}). Try again")


def _is_connecting(error: DBAPIError) -> bool:
    return error.statement is None


def _on_connect(connection: Any, _: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{PATIENCE_SECONDS}s'")
    connection.commit()
