"""Draws informal regions as the countries and regions that make them up."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from claimmap.geocode.gazetteer import Gazetteer
from data.build.shapes import Shape
from data.build.topojson import Feature


def informal_areas(
    table: Path, shapes: Sequence[Shape], regions: Sequence[int], gazetteer: Gazetteer
) -> list[Feature]:
    """A feature for each row of regions.csv whose parts all have a shape.

    A part is a country ("UA") or a first-level region ("UA:Donetsk Oblast"). Raises SystemExit on
    a part that the gazetteer does not know.
    """
    members: dict[int | str, list[int]] = defaultdict(list)
    for i, (shape, region) in enumerate(zip(shapes, regions, strict=True)):
        members[shape.country].append(i)
        members[region].append(i)
    features = []
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = [_key(part, gazetteer) for part in row["parts"].split("|") if part]
            if parts and all(members.get(part) for part in parts):
                found = sorted({i for part in parts for i in members[part]})
                features.append(Feature(-int(row["id"]), tuple(found)))
    return features


def _key(part: str, gazetteer: Gazetteer) -> int | str:
    country, _, name = part.partition(":")
    if not name:
        return country
    for place in gazetteer.places(name):
        if (place.name, place.country, place.kind) == (name, country, "region"):
            return place.id
    raise SystemExit(f"regions.csv names {part}, which the gazetteer does not have")
