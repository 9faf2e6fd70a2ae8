"""Turns countries, cities and our own table into the gazetteer's places."""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale

from claimmap.geocode.names import code_key, name_key
from claimmap.model import PlaceKind
from data.build.alternates import is_brief, is_too_short, kept_names
from data.build.sources import City, Country

_LOCALES = """
en de fr es pt it nl sv nb da fi pl cs sk hu ro hr sr bg ru uk be el tr ar fa he hi ur bn id vi th
ja ko zh zh_Hant kk uz ka hy az sq et lv lt sw
""".split()  # noqa: SIM905
# A settlement of p people covers about p / 3,000 square kilometres (UN-Habitat's usual density).
_PEOPLE_PER_KM2 = 3000.0
_KNOWN = 2_000
_WELL_KNOWN = 50_000
_OWN_WEIGHT = {"area": 1_500_000, "sea": 1_000_000, "river": 400_000}


@dataclass(frozen=True, slots=True)
class Record:
    """One place of the gazetteer. parent: the id of the division or country that holds it.

    names: folded, as they are looked up; primary: those of them that are its first name. weight:
    what its rank among namesakes goes by. seat, seat_names: the people of a
    division's town that bears its name, and the town's folded names. capital: of its country.
    """

    id: int
    name: str
    country: str
    kind: PlaceKind
    latitude: float
    longitude: float
    population: int
    radius_km: float
    parent: int
    names: frozenset[str] = field(repr=False)
    weight: int = 0
    primary: frozenset[str] = frozenset()
    seat: int = 0
    seat_names: frozenset[str] = frozenset()
    capital: bool = False

    def sounds(self) -> Iterator[str]:
        """The names by which it is found when misspelt: none for a small place.

        A large one's second names count too ("Kharkov").
        """
        if self.kind == "district" or (self.kind == "city" and self.population < _KNOWN):
            return
        for name in self.names if self.weight >= _WELL_KNOWN else self.primary or self.names:
            if not name.startswith("="):
                yield name

    def rank(self, name: str) -> int:
        """Its weight among the bearers of a folded name: a second name counts for a quarter.

        So that a town which bears the name today goes before a larger one that bore it once. A
        division goes right behind the town in it that bears the same name: "Kursk" alone is the
        town (of 338 such names in GeoWebNews and LGL outside the United States, 308).
        """
        if self.seat and name in self.seat_names and self.country != "US":
            return (self.seat if name in self.primary else self.seat // 4) - 1
        return self.weight if not self.primary or name in self.primary else self.weight // 4


@dataclass(frozen=True, slots=True)
class Own:
    """Our own tables: names that no package has (names.toml) and regions.csv."""

    countries: Mapping[str, Mapping[str, Any]]
    places: Mapping[str, Mapping[str, Any]]
    dropped: Mapping[str, Sequence[int]]

    @classmethod
    def read(cls, path: Path) -> Own:
        """Reads names.toml."""
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(table["countries"], table["places"], table["dropped"])


def country_records(
    countries: Iterable[Country], points: Mapping[str, tuple[float, float]], own: Own
) -> list[Record]:
    """Countries, named in all the languages of ``_LOCALES`` (CLDR).

    They weigh double, since divisions do too: their towns' counts overlap.
    """
    records = []
    for country in countries:
        extra = own.countries.get(country.code, {})
        names = {name_key(name) for name in (country.name, *country.aliases)}
        # Brazil is "Brasilia" in Finnish
        names |= abroad(country.code) - {name_key(country.capital)}
        latitude, longitude = extra.get("point") or points.get(country.code, (0.0, 0.0))
        records.append(
            Record(
                id=country.id,
                name=extra.get("name", country.name),
                country=country.code,
                kind="country",
                latitude=latitude,
                longitude=longitude,
                population=country.population,
                radius_km=round(math.sqrt(max(country.area, 1.0) / math.pi), 1),
                parent=0,
                names=frozenset(
                    {name for name in names if not (is_too_short(name) or is_brief(name))}
                    | set(map(name_key, extra.get("names", ())))
                    | set(map(code_key, extra.get("codes", ())))
                ),
                weight=country.population * 2,
            )
        )
    return records


def abroad(code: str) -> set[str]:
    """The folded names of a country (ISO 3166-1) or a part of the world (UN M49) in CLDR."""
    locales = [Locale.parse(locale) for locale in _LOCALES]
    return {name_key(locale.territories.get(code, "")) for locale in locales}


def city_records(
    cities: Iterable[City], levels: Mapping[int, int], capitals: Container[int], own: Own
) -> list[Record]:
    """Cities; ``levels`` tells the level of each division's id, ``capitals`` the capitals' ids."""
    records = []
    for city in cities:
        extra = own.places.get(str(city.id), {})
        alternates = (*city.alternates, *extra.get("names", ()))
        parents = sorted(city.regions, key=lambda id_: -levels.get(id_, 0))
        records.append(
            Record(
                id=city.id,
                name=extra.get("name", city.name),
                country=city.country,
                kind="city",
                latitude=city.latitude,
                longitude=city.longitude,
                population=city.population,
                radius_km=city_radius(city.population),
                parent=parents[0] if parents else 0,
                names=frozenset(kept_names(city.name, alternates, city.population))
                | {code_key(code) for code in extra.get("codes", ())},
                weight=city.population,
                primary=frozenset({name_key(city.name), name_key(extra.get("name", city.name))}),
                capital=city.id in capitals,
            )
        )
    return records


def capital_ids(countries: Iterable[Country], cities: Iterable[City]) -> frozenset[int]:
    """The ids of the countries' capitals: the largest town that bears the capital's name.

    A town for which it is a second name comes last (Delhi is no New Delhi).
    """
    wanted = {country.code: name_key(country.capital) for country in countries if country.capital}
    found: dict[str, City] = {}
    for city in cities:
        name = wanted.get(city.country)
        if not name:
            continue
        best = found.get(city.country)
        if name not in (name_key(city.name), *map(name_key, city.alternates)):
            continue
        if best is None or _fit(city, name) > _fit(best, name):
            found[city.country] = city
    return frozenset(city.id for city in found.values())


def _fit(city: City, name: str) -> tuple[bool, int]:
    return name_key(city.name) == name, city.population


def city_radius(population: int) -> float:
    """How far a settlement reaches from its point, in kilometres, at least 1."""
    return round(max(1.0, math.sqrt(population / _PEOPLE_PER_KM2 / math.pi)), 1)


def own_records(path: Path, own: Own) -> list[Record]:
    """The informal regions, seas and rivers of regions.csv; ids count down from -1."""
    records = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            extra = own.places.get(f"-{row['id']}", {})
            names = (row["name"], *filter(None, row["aliases"].split("|")), *extra.get("names", ()))
            kind: Any = row["kind"]
            held = [code for code in row["countries"].split("|") if code]
            records.append(
                Record(
                    id=-int(row["id"]),
                    name=row["name"],
                    country=held[0] if len(held) == 1 else "",
                    kind=kind,
                    latitude=float(row["latitude"]),
                    longitude=float(row["longitude"]),
                    population=0,
                    radius_km=float(row["radius_km"]),
                    parent=0,
                    names=frozenset(code_key(name) or name_key(name) for name in names)
                    | (abroad(extra["m49"]) if "m49" in extra else set()),
                    weight=int(row["rank"] or _OWN_WEIGHT[kind]),
                )
            )
    return records
