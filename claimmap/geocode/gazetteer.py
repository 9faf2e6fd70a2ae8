"""The offline gazetteer: from a name to the places that bear it, and from a point to the nearest.

Some 288,000 places: GeoNames' cities of 500 people and more, divisions of two levels, countries,
and our own table of informal regions, seas and rivers (ids below zero). Nothing is loaded before
it is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from claimmap.geocode.columns import NO_PARENT, RECORD, Columns, GazetteerError, open_columns
from claimmap.geocode.names import code_key, name_key, split_level
from claimmap.geocode.near import nearest_rows
from claimmap.geocode.spelling import near_spellings
from claimmap.model import Place, PlaceKind

__all__ = ["Gazetteer", "GazetteerError"]

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"
_REMEMBERED = 4096
_ADDRESSES = 65_536  # all divisions have fewer
_LEVELS = {"division": ("region", "district"), "city": ("city",)}
_PARENT, _COUNTRY, _KIND = 5, 7, 8  # fields of a record


class Gazetteer:
    """A gazetteer on disk. Safe to share between threads: nothing in it changes."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._records = columns.records
        self._places = lru_cache(maxsize=_REMEMBERED)(self._read_places)
        self._address = lru_cache(maxsize=_ADDRESSES)(self._read_address)
        self._countries = {
            columns.countries[self._record(row)[_COUNTRY]]: row for row in columns.sections[0]
        }

    @classmethod
    def open(cls, folder: Path = FOLDER) -> Gazetteer:
        """Opens the gazetteer of a folder; raises GazetteerError where it cannot be used."""
        return cls(open_columns(folder))

    def __len__(self) -> int:
        return self._columns.sections[-1].stop

    def __iter__(self) -> Iterator[Place]:
        return map(self._place, range(len(self)))

    def names(self) -> Iterator[str]:
        """All names under which places are found, folded; abbreviations begin with "="."""
        yield from self._columns.names.iterkeys()

    def places(self, name: str) -> tuple[Place, ...]:
        """All places that bear a name or an alternate name, the most populous first.

        Case, accents, apostrophes and hyphens do not count, but for abbreviations ("US") case
        does. A division counts as the people of its cities. "Kursk region" and "Kursk Oblast"
        give divisions, "Kursk city" gives cities, "Kursk" both. () where there is none.
        """
        return self._places(name)

    def place(self, id: int) -> Place | None:  # noqa: A002
        """The place of a GeoNames id, or of our own table for an id below zero."""
        row = self._row(id)
        return None if row is None else self._place(row)

    def near(self, latitude: float, longitude: float, limit: int = 5) -> tuple[Place, ...]:
        """The towns nearest to a point (WGS 84 degrees), the nearest first."""
        return tuple(map(self._place, nearest_rows(self._columns, latitude, longitude, limit)))

    def region(self, place: Place) -> Place | None:
        """The first-level division that a place lies in, or is; None for a country or a sea."""
        row = self._row(place.id)
        while row is not None and row != NO_PARENT:
            if row in self._columns.sections[1]:
                return self._place(row)
            row = self._record(row)[_PARENT]
        return None

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        row = self._countries.get(code.upper())
        return None if row is None else self._place(row)

    def is_capital(self, place: Place) -> bool:
        """Whether a town is the capital of its country."""
        return place.id in self._columns.capitals

    def demonym(self, word: str) -> tuple[str, ...]:
        """The ISO codes of the countries a demonym belongs to: "Korean" gives KP and KR."""
        return self._columns.demonyms.get(" ".join(word.split()).casefold(), ())

    def people(self, code: str) -> tuple[str, ...]:
        """The words, in small letters, that name the people of a country and of no other."""
        return tuple(word for word, codes in self._columns.demonyms.items() if codes == (code,))

    def similar(self, name: str, limit: int = 5) -> tuple[Place, ...]:
        """Places whose name sounds nearly like a misspelt one (spelling.py); the nearest first.

        Of the places of one name the weightiest ``limit`` count.
        """
        rows: dict[int, None] = {}
        for key in near_spellings(self._columns.sounds, name, limit):
            rows.update(dict.fromkeys(self._found(key)[:limit]))
        return tuple(map(self._place, rows))

    def _read_places(self, name: str) -> tuple[Place, ...]:
        return tuple(map(self._place, self._rows(name)))

    def _rows(self, name: str) -> Sequence[int]:
        key = name_key(name)
        rows = self._found(key)
        code = code_key(name)
        if code:
            rows = list(dict.fromkeys((*self._found(code), *rows)))
        if " " not in key:
            return rows
        stem, level = split_level(key)
        if level is None:
            return rows
        kinds = _LEVELS[level]
        more = [row for row in self._found(stem) if self._kind(row) in kinds]
        return list(dict.fromkeys((*rows, *more))) if more else rows

    def _found(self, key: str) -> list[int]:
        """The rows of a folded name: three bytes each, the most populous first."""
        packed = self._columns.names.get(key)
        if not packed:
            return []
        data: bytes = packed[0]
        if len(data) == 3:
            return [int.from_bytes(data, "little")]
        return [data[i] | data[i + 1] << 8 | data[i + 2] << 16 for i in range(0, len(data), 3)]

    def _row(self, id_: int) -> int | None:
        """Finds an id by bisection: each section's rows stand in the order of their ids."""
        for section in self._columns.sections:
            low = bisect_left(section, abs(id_), key=lambda row: abs(self._record(row)[0]))
            if low < len(section) and self._record(section[low])[0] == id_:
                return section[low]
        return None

    def _record(self, row: int) -> tuple[int, ...]:
        return RECORD.unpack_from(self._records, row * RECORD.size)

    def _kind(self, row: int) -> PlaceKind:
        return self._columns.kinds[self._record(row)[_KIND]]

    def _place(self, row: int) -> Place:
        id_, lat, lon, people, start, parent, reach, country, kind, length = RECORD.unpack_from(
            self._records, row * RECORD.size
        )
        columns = self._columns
        name = str(columns.text[start : start + length], "utf-8")
        address = self._address(parent)
        if address.startswith(name):
            # a city state's town lies in a region of the same name: say it once
            address = address.removeprefix(f"{name}, ")
        return Place(
            id_,
            name,
            columns.countries[country],
            columns.kinds[kind],
            lat / 1e5,
            lon / 1e5,
            people,
            address,
            reach / 10,
        )

    def _read_address(self, row: int) -> str:
        """The names of a row and of what contains it; addresses leave the second level out."""
        if row == NO_PARENT:
            return ""
        *_, start, above, _, _, _, length = self._record(row)
        beyond = self._address(above)
        if row in self._columns.sections[2]:
            return beyond
        name = str(self._columns.text[start : start + length], "utf-8")
        return f"{name}, {beyond}" if beyond else name
