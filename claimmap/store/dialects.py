"""What the two databases say in different words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Table,
    Text,
    cast,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

_EPOCH = 2440587.5  # the Julian day of 1970-01-01


class days(FunctionElement[int]):  # noqa: N801 (a function of SQL)
    """A date as its number of days from 1970-01-01."""

    type = Integer()
    inherit_cache = True

    def __init__(self, column: ColumnElement[date | None]) -> None:
        super().__init__(column)


class by_code(FunctionElement[str]):  # noqa: N801
    """A text that is to be ordered by its code points, whatever the server's language."""

    type = Text()
    inherit_cache = True

    def __init__(self, column: ColumnElement[str]) -> None:
        super().__init__(column)


class _Listed(FunctionElement[Any]):
    """The elements of a JSON array, as rows of one column ``value``."""

    inherit_cache = True


def among(column: ColumnElement[Any], values: Iterable[int] | Iterable[str]) -> ColumnElement[bool]:
    """Whether a column's value is one of these, of which there may be any number."""
    listed = _Listed(literal(msgspec.json.encode(list(values)).decode(), Text))
    return column.in_(select(cast(listed.table_valued("value").c.value, column.type)))


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows in, in place of those with the same primary key."""
    dialect = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name]
    statement = dialect.insert(table)
    newest = {c.name: statement.excluded[c.name] for c in table.c if not c.primary_key}
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=list(table.primary_key),
            set_=newest,
            # What stays the same is not written anew.
            where=or_(*(table.c[name].is_distinct_from(new) for name, new in newest.items())),
        ),
        rows,
    )


# https://sqlite.org/lang_datefunc.html
@compiles(days, "sqlite")
def _days_sqlite(element: days, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST(julianday({compiler.process(element.clauses, **options)}) - {_EPOCH} AS INTEGER)"


@compiles(days, "postgresql")
def _days_postgresql(element: days, compiler: SQLCompiler, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} - DATE '1970-01-01')"


@compiles(by_code, "sqlite")
def _by_code_sqlite(element: by_code, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(by_code, "postgresql")
def _by_code_postgresql(element: by_code, compiler: SQLCompiler, **options: Any) -> str:
    return f'({compiler.process(element.clauses, **options)}) COLLATE "C"'


@compiles(_Listed, "sqlite")
def _listed_sqlite(element: _Listed, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Listed, "postgresql")
def _listed_postgresql(element: _Listed, compiler: SQLCompiler, **options: Any) -> str:
    listed = compiler.process(element.clauses, **options)
    return f"json_array_elements_text(CAST({listed} AS JSON))"
