"""ACLED's geographic precision (codebook, "Geo precision codes"), for every kind of place.

1  the town itself, or a spot as exactly known: an airport, a plant
2  near a town, or a part of a region (a district, a base outside the town)
3  a region, or a larger informal area: a forest, a sea, a river, a border
4  the country only, or what is wider than a country (ACLED has no event so vague; we show it)
"""

from __future__ import annotations

from typing import Literal

from claimmap.model import Place

Precision = Literal[1, 2, 3, 4]

_LEAST: dict[str, Precision] = {"city": 1, "district": 2, "country": 4}  # all else is 3
TOWN_KM = 10.0  # an area no wider than a town is known as exactly: an airport, a plant, an island
SMALL_KM = 25.0  # one no wider than this is a part of a region: a pass, a gorge
WIDER_THAN_COUNTRIES_KM = 1000.0


def precision_of(place: Place, *, wide: bool) -> Precision:
    """The code of a place; ``wide``: whether the text means only somewhere near it."""
    precision = _area_precision(place) if place.kind == "area" else _LEAST.get(place.kind, 3)
    return 2 if wide and precision == 1 else precision


def _area_precision(place: Place) -> Precision:
    if place.radius_km <= TOWN_KM:
        return 1
    if place.radius_km <= SMALL_KM:
        return 2
    return 4 if not place.country and place.radius_km >= WIDER_THAN_COUNTRIES_KM else 3
