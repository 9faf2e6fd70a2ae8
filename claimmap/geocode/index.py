"""From a name to the rows of the places that bear it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimmap.geocode.columns import KIND_AT, RECORD, ROW, Columns
from claimmap.geocode.endings import base_forms
from claimmap.geocode.names import code_key, name_key, split_level

_LONGEST_NAME = 40  # characters; longer names are not looked for inside a run of text
_LEVELS = {"division": ("region", "district"), "city": ("city",)}


class NameIndex:
    """The names of a gazetteer's files."""

    def __init__(self, columns: Columns) -> None:
        self._names = columns.names
        self._name_rows = columns.name_rows
        self._runs = len(columns.names) * ROW
        self._places = columns.sections[-1].stop
        self._kinds = columns.records
        self._levels = {
            level: frozenset(columns.kinds.index(kind) for kind in kinds if kind in columns.kinds)
            for level, kinds in _LEVELS.items()
        }

    def __iter__(self) -> Iterator[str]:
        """All names, folded; abbreviations begin with "="."""
        yield from self._names.iterkeys()

    def rows(self, name: str) -> Sequence[int]:
        """The rows of a name as a text has it, the weightiest first, also of a declined one."""
        found = self._rows(name)
        if found or name.isascii():
            return found
        return next(filter(None, map(self._rows, base_forms(name))), found)

    def _rows(self, name: str) -> Sequence[int]:
        key = name_key(name)
        rows = self.bearing(key)
        code = code_key(name)
        if code:
            rows = list(dict.fromkeys((*self.bearing(code), *rows)))
        if " " not in key:
            return rows
        stem, level = split_level(key)
        if level is None:
            return rows
        kinds = self._levels[level]
        more = [r for r in self.bearing(stem) if self._kinds[r * RECORD.size + KIND_AT] in kinds]
        return list(dict.fromkeys((*rows, *more))) if more else rows

    def bearing(self, key: str) -> list[int]:
        """The rows of a folded name, the weightiest first."""
        number = self._names.get(key)
        if number is None:
            return []
        rows, at = self._name_rows, number * ROW
        row = int.from_bytes(rows[at : at + ROW], "little")
        if row < self._places:
            return [row]
        first = self._runs + (row - self._places) * ROW
        run = rows[first : first + (rows[first] + 1) * ROW]
        return [int.from_bytes(run[at : at + ROW], "little") for at in range(ROW, len(run), ROW)]

    def longest(self, text: str) -> int:
        """How many characters of the longest name stand at the start of a text; 0 for none."""
        run = text[:_LONGEST_NAME].partition(" ")[0]
        known = set(self._names.prefixes(name_key(run)))
        ends = range(len(run), 0, -1) if known else ()
        return next((end for end in ends if name_key(run[:end]) in known), 0)
