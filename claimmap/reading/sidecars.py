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


def read_sidecar(path: Path) -> Known:
    """What a TOML file beside a report says: a table for each field it knows.

    ``[published]`` with ``value = 2024-10-18``, ``how = "inferred"`` ("stated", "given" or
    "inferred"; "given" where it is left out) and ``reason = "..."``.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadingError(
            f"{path.name} cannot be read as TOML ({error}). Mend or remove it."
        ) from error
    strange = sorted(set(tables) - set(FIELDS))
    if strange:
        raise ReadingError(
            f"{path.name}: there is no field {strange[0]!r}. Known are {', '.join(FIELDS)}."
        )
    try:
        values = {name: _read_entry(name, entry) for name, entry in tables.items()}
        about = add(Known(), {name: value for name, (value, _) in values.items()})
    except ReadingError as error:
        raise ReadingError(f"{path.name}: {error}") from error
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
