"""The sources as files: CSV for a spreadsheet, JSON for the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from claimmap.model import STANCES
from claimmap.relate.directory import Directory
from claimmap.view.accord import find_accord
from claimmap.view.columns import Flags
from claimmap.view.contested import Shelves
from claimmap.view.exports import safe_cell
from claimmap.view.figures import ClaimsOf
from claimmap.view.series import Figures
from claimmap.view.sources import (
    CountRow,
    SourceRow,
    list_sources,
    outlets_of,
    places_of,
    source_rows,
)

_COUNTS = ("claims", "witnesses", "own_words", "first_hand", "relayed")
COLUMNS = (
    *("name", "kind", "grade", "note", "names", *_COUNTS, *STANCES),
    *("first", "last", "outlets", "places"),
)
"""The columns of the CSV."""

_AT_ONCE = 200


def write_csv(rows: Iterable[SourceRow]) -> str:
    """A row a source (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        names = "; ".join(one["name"] for one in row["names"])
        grade = "" if row["grade"] == "ungraded" else row["grade"]
        stances: Mapping[str, int] = dict(row["stances"])  # type: ignore[arg-type]
        values: Mapping[str, Any] = {**row, **stances, "names": names, "grade": grade}
        writer.writerow([safe_cell(values[name]) for name in COLUMNS])
    return buffer.getvalue()


def _counted(rows: Iterable[CountRow], what: str) -> list[dict[str, Any]]:
    """Names with how many reports or claims there are of each, the number under that name."""
    told: list[dict[str, Any]] = [dict(row) for row in rows]
    return [{(what if key == "times" else key): row[key] for key in row} for row in told]


def print_sources(
    figures: Figures,
    shelves: Shelves,
    directory: Directory,
    shown: Flags,
    claims_of: ClaimsOf,
) -> Iterator[str]:
    """The sources of the claims shown as one JSON array, piece by piece, most claims first.

    shelves: of all figures, whatever is shown: so whom a source contradicts does not hang on the
    filter. claims_of: see ``series_on``.
    """
    codes = list_sources(figures.columns, directory, shown).tolist()
    before = "["
    for start in range(0, len(codes), _AT_ONCE):
        some = codes[start : start + _AT_ONCE]
        for code, row in zip(some, source_rows(figures, directory, shown, some), strict=True):
            accord = find_accord(figures, shelves, code, claims_of, directory.names)
            claims = np.flatnonzero(shown & (figures.columns.source == code))
            told = {key: value for key, value in row.items() if key != "when"} | {
                "grade": None if row["grade"] == "ungraded" else row["grade"],
                "names": _counted(row["names"], "reports"),
                "outlets": _counted(outlets_of(figures.columns, claims), "claims"),
                "places": _counted(places_of(figures.columns, claims), "claims"),
            }
            for kind in ("contradicts", "corroborates"):
                told[kind] = [
                    {name: value for name, value in one.items() if name not in ("kind", "link")}
                    for one in accord
                    if one["kind"] == kind
                ]
            yield before + json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            before = ",\n"
    yield ("[" if before == "[" else "") + "]\n"
