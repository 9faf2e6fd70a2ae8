"""The TOML file beside a report -> what is known of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from claimmap.model import Provenance
from claimmap.reading.known import FIELDS, Known, add
from claimmap.reading.limits import ReadingError

How = Literal["stated", "given", "inferred"]


def find_sidecar(path: Path) -> Known:
    """What the sidecar of the report at ``path`` (its name, ``.toml``) says; nothing if none."""
    sidecar = path.with_suffix(".toml")
    return read_sidecar(sidecar) if sidecar.is_file() else Known()


def read_sidecar(path: Path) -> Known:
    """What a TOML file beside a report says: a table for each field it knows.

    ``[published]`` with ``value = 2024-10-18``, ``how = "inferred"`` ("stated", "given" or
    "inferred"; "given" where it is left out) and ``reason = "..."``.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"{path.name} cannot be opened ({error.strerror}). Mend or remove it."
        ) from error
    return read_sidecar_text(raw, path.name)


def read_sidecar_text(raw: bytes, name: str) -> Known:
    """The same of the file's bytes. name: what it is called in what is said of it."""
    try:
        tables = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadingError(
            f"{name} cannot be read as TOML ({error}). Mend or remove it."
        ) from error
    strange = sorted(set(tables) - set(FIELDS))
    if strange:
        raise ReadingError(
            f"{name}: there is no field {strange[0]!r}. Known are {', '.join(FIELDS)}."
        )
    try:
        values = {field: _read_entry(field, entry) for field, entry in tables.items()}
        about = add(Known(), {field: value for field, (value, _) in values.items()})
    except ReadingError as error:
        raise ReadingError(f"{name}: {error}") from error
    return replace(about, provenance=tuple(values[one.field][1] for one in about.provenance))


def _read_entry(name: str, entry: object) -> tuple[date | str | None, Provenance]:
    """A sidecar's table: the value, and how it is known."""
    table: Mapping[str, object] = entry if isinstance(entry, dict) else {"value": entry}
    value, how = table.get("value"), table.get("how", "given")
    if how not in get_args(How):
        raise ReadingError(f"{name}: how must be one of {', '.join(get_args(How))}, not {how!r}.")
    if value is not None and not isinstance(value, date | str):
        raise ReadingError(f"{name}: the value must be text, or a date, not {value!r}.")
    return value, Provenance(name, cast(How, how), str(table.get("reason", "")))
