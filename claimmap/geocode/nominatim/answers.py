"""Nominatim's answers as places.

Their form is Nominatim's JSON output: https://nominatim.org/release-docs/latest/api/Output/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from geopy.distance import geodesic

from claimmap.model import Place, PlaceKind

# The keys of OpenStreetMap's tags under which a news place is filed. Shops, streets, stations and
# offices that bear a place's name are filed under others.
_PLACE_KEYS = frozenset(
    {"place", "boundary", "natural", "water", "waterway", "landuse", "military", "aeroway"}
)
_KINDS: dict[str, PlaceKind] = {
    "country": "country",
    "state": "region",
    "province": "region",
    "region": "region",
    "state_district": "district",
    "county": "district",
    "district": "district",
    "municipality": "district",
    "city": "city",
    "town": "city",
    "village": "city",
    "hamlet": "city",
    "suburb": "city",
    "borough": "city",
    "quarter": "city",
    "neighbourhood": "city",
    "isolated_dwelling": "city",
    "sea": "sea",
    "ocean": "sea",
    "bay": "sea",
    "strait": "sea",
    "river": "river",
    "stream": "river",
    "canal": "river",
}
_OSM_TYPES = ("node", "way", "relation")
# Ids below those of our own table, and still within 32 bits, as the browser's columns have them.
_FIRST_ID = -(2**30)


def read_answers(raw: Iterable[Mapping[str, Any]]) -> tuple[Place, ...]:
    """The places among the answers, in Nominatim's order (most important first).

    Raises KeyError, TypeError or ValueError on an answer that is not of the documented form.
    """
    return tuple(_places(raw))


def _places(raw: Iterable[Mapping[str, Any]]) -> Iterator[Place]:
    for answer in raw:
        if answer.get("class", answer.get("category")) not in _PLACE_KEYS:
            continue
        whole = str(answer["display_name"])
        first, _, rest = whole.partition(", ")
        name = str(answer.get("name") or first)
        latitude, longitude = float(answer["lat"]), float(answer["lon"])
        yield Place(
            id=_place_id(answer),
            name=name,
            country=_country(answer),
            kind=_kind(answer),
            latitude=latitude,
            longitude=longitude,
            address=rest if first == name else whole,
            radius_km=_radius_km(answer),
        )


def _place_id(answer: Mapping[str, Any]) -> int:
    """A negative id, made from that of the object in OpenStreetMap, which needs 64 bits.

    That two of a thousand such places share an id has a chance of one in two thousand.
    """
    osm_type = _OSM_TYPES[_OSM_TYPES.index(answer["osm_type"])]
    digest = blake2b(f"{osm_type} {int(answer['osm_id'])}".encode(), digest_size=8).digest()
    return _FIRST_ID - int.from_bytes(digest, "big") % 2**30


def _kind(answer: Mapping[str, Any]) -> PlaceKind:
    for key in ("addresstype", "type"):
        kind = _KINDS.get(str(answer.get(key)))
        if kind:
            return kind
    return "area"


def _country(answer: Mapping[str, Any]) -> str:
    code = str(answer.get("address", {}).get("country_code", ""))
    return code.upper() if len(code) == 2 and code.isalpha() else ""


def _radius_km(answer: Mapping[str, Any]) -> float:
    """Half the diagonal of the bounding box (south, north, west, east), 0 where there is none."""
    if "boundingbox" not in answer:
        return 0.0
    south, north, west, east = (float(edge) for edge in answer["boundingbox"])
    return round(float(geodesic((south, west), (north, east)).kilometers) / 2, 3)
