"""The offline gazetteer: from a name to the places that bear it, and from a point to the nearest.

Some 288,000 places: GeoNames' cities of 500 people and more, divisions of two levels, countries,
and our own table of informal regions, seas and rivers (ids below zero). Nothing is loaded before
it is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from claimmap.geocode.columns import NO_PARENT, RECORD, Columns, GazetteerError, open_columns
from claimmap.geocode.index import NameIndex
from claimmap.geocode.near import nearest_rows
from claimmap.geocode.spelling import near_spellings
from claimmap.model import Place

__all__ = ["Gazetteer", "GazetteerError"]

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"
# Names whose places are kept: reports name the same ones again and again. Not those that one place
# bears, which is made sooner than remembered.
_REMEMBERED = 4096
_PARENT, _COUNTRY = 5, 7  # fields of a record


class Gazetteer:
    """A gazetteer on disk. Safe to share between threads: what it remembers never changes."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._index = NameIndex(columns)
        self._records = columns.records
        self._unpack = RECORD.unpack_from
        self._text = columns.text
        self._codes, self._kinds = columns.countries, columns.kinds
        self._remembered: dict[str, tuple[Place, ...]] = {}
        self._addresses = {NO_PARENT: ""}  # by the row that contains: at most one a region
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
        yield from self._index

    def places(self, name: str) -> tuple[Place, ...]:
        """All places that bear a name or an alternate name, the most populous first.

        Case, accents, apostrophes and hyphens do not count, but for abbreviations ("US") case
        does. A division counts as the people of its cities. "Kursk region" and "Kursk Oblast"
        give divisions, "Kursk city" gives cities, "Kursk" both. () where there is none.
        """
        places = self._remembered.get(name)
        if places is not None:
            return places
        rows = self._index.rows(name)
        if len(rows) == 1:
            return (self._place(rows[0]),)
        places = tuple([self._place(row) for row in rows])
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[name] = places
        return places

    def place(self, id: int) -> Place | None:  # noqa: A002
        """The place of a GeoNames id, or of our own table for an id below zero."""
        row = self._row(id)
        return None if row is None else self._place(row)

    def near(self, latitude: float, longitude: float, limit: int = 5) -> tuple[Place, ...]:
        """The towns nearest to a point (WGS 84 degrees), the nearest first."""
        return tuple(map(self._place, nearest_rows(self._columns, latitude, longitude, limit)))

    def region(self, place: Place) -> Place | None:
        """The first-level division that a place lies in, or is; None for a country or a sea."""
        regions = self._columns.sections[1]
        row = self._row(place.id)
        if row is not None and row not in regions:
            row = self._record(row)[_PARENT]
        return None if row is None or row not in regions else self._place(row)

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        row = self._countries.get(code.upper())
        return None if row is None else self._place(row)

    def is_capital(self, place: Place) -> bool:
        """Whether a town is the capital of its country."""
        return place.id in self._columns.capitals

    def demonym(self, word: str) -> tuple[str, ...]:
        """The ISO codes of the countries a demonym belongs to: "Korean" gives KP and KR."""
        return self._columns.demonyms.get(_word(word), ())

    def demonym_places(self, word: str) -> tuple[Place, ...]:
        """The places that a demonym or an adjective belongs to; () where it is none.

        The narrowest: "Scottish" gives Scotland, "Texan" Texas, "European" Europe, "Korean" both
        Koreas.
        """
        key = _word(word)
        found = [self.place(id_) for id_ in self._columns.peoples.get(key, ())] or [
            self.country(code) for code in self._columns.demonyms.get(key, ())
        ]
        return tuple(place for place in found if place is not None)

    def people(self, code: str) -> tuple[str, ...]:
        """The words, in small letters, that name the people of a country and of no other."""
        return tuple(word for word, codes in self._columns.demonyms.items() if codes == (code,))

    def longest(self, text: str) -> int:
        """How many characters of the longest name stand at the start of a text; 0 for none.

        For scripts that set no spaces between words: "北京时间" gives 2.
        """
        return self._index.longest(text)

    def similar(self, name: str, limit: int = 5) -> tuple[Place, ...]:
        """Places whose name sounds nearly like a misspelt one (spelling.py); the nearest first.

        Of the places of one name the weightiest ``limit`` count.
        """
        rows: dict[int, None] = {}
        for key in near_spellings(self._columns.sounds, name, limit):
            rows.update(dict.fromkeys(self._index.bearing(key)[:limit]))
        return tuple(map(self._place, rows))

    def _row(self, id_: int) -> int | None:
        """Finds an id by bisection: each section's rows stand in the order of their ids."""
        for section in self._columns.sections:
            low = bisect_left(section, abs(id_), key=lambda row: abs(self._record(row)[0]))
            if low < len(section) and self._record(section[low])[0] == id_:
                return section[low]
        return None

    def _record(self, row: int) -> tuple[int, ...]:
        return RECORD.unpack_from(self._records, row * RECORD.size)

    def _place(self, row: int) -> Place:
        id_, lat, lon, people, start, parent, reach, country, kind, length = self._unpack(
            self._records, row * RECORD.size
        )
        name = self._text[start : start + length].decode()
        address = self._addresses.get(parent)
        if address is None:
            address = self._read_address(parent)
        if address.startswith(name):
            # a city state's town lies in a region of the same name: say it once
            address = address.removeprefix(f"{name}, ")
        return Place(
            id_,
            name,
            self._codes[country],
            self._kinds[kind],
            lat / 1e5,
            lon / 1e5,
            people,
            address,
            reach / 10,
        )

    def _read_address(self, row: int) -> str:
        """The names of a division or country and of what contains it."""
        *_, start, above, _, _, _, length = self._record(row)
        name = self._text[start : start + length].decode()
        beyond = self._addresses.get(above)
        if beyond is None:
            beyond = self._read_address(above)
        self._addresses[row] = address = f"{name}, {beyond}" if beyond else name
        return address


def _word(text: str) -> str:
    return " ".join(text.split()).casefold()
