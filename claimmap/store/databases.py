"""What is the same of either database: a reader sees one state, a writer is alone or waits."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from claimmap.store.nouns import StoreError

PATIENCE_SECONDS = 30.0
"""How long one writer waits for another before it gives up."""


class Database(ABC):
    """A database that is open.

    name: how messages call it, without a password. path: its file, None where a server keeps it.
    """

    reads_by: ClassVar[str]
    """What begins a transaction that sees one state, whatever others write meanwhile."""

    writes_by: ClassVar[str]
    """What begins one that takes the write lock.

    One that reads first and asks for the lock later would read what another changes meanwhile.
    """

    def __init__(self, engine: Engine, name: str, path: Path | None = None) -> None:
        self.name = name
        self.path = path
        self._reader = engine.execution_options(claimmap_begin=self.reads_by)
        self._writer = engine.execution_options(claimmap_begin=self.writes_by)
        event.listen(engine, "begin", _begin)

    @abstractmethod
    def revision(self, connection: Connection) -> str | None:
        """The migration that it stands at, None for an empty one.

        Raises StoreError where it is another program's.
        """

    @abstractmethod
    def explain(self, error: SQLAlchemyError) -> str:
        """What is wrong with it and what to do, in words that go on after its name."""

    @abstractmethod
    def settle(self) -> None:
        """Set what is to be set, once it is known to be ours or empty."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database, whatever others write meanwhile."""
        with self._trouble(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All changes, or none where an error ends it."""
        with self._trouble(), self._writer.begin() as connection:
            yield connection

    def unfit(self, error: Exception) -> StoreError:
        """What to say of a report that it cannot keep, while it keeps others."""
        said = str(getattr(error, "orig", error)).strip().partition("\n")[0]
        return StoreError(
            f"{self.name} cannot keep this report ({said}). Please report this, with the text."
        )

    def close(self) -> None:
        """Give the connections back."""
        self._reader.dispose()

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise StoreError(f"{self.name} {self.explain(error)}.") from error


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["claimmap_begin"])
