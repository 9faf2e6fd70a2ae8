"""The towns nearest to a point, by a grid of cells of one degree."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from claimmap.geocode.columns import RECORD, Columns

_ROWS, _LANES = 180, 360
_POINT = np.dtype(
    {
        "names": ["latitude", "longitude"],
        "formats": ["<i4", "<i4"],
        "offsets": [4, 8],
        "itemsize": RECORD.size,
    }
)
_EARTH_KM = 6371.0088  # mean radius, IUGG


def nearest_rows(columns: Columns, latitude: float, longitude: float, limit: int) -> list[int]:
    """Rows of the nearest towns by great circle, the nearest first.

    Cells are searched in growing squares until the towns found are surely the nearest.
    """
    if limit < 1 or not -90 <= latitude <= 90:
        return []
    for reach in (1, 3, 9, 27, 180):
        rows = _rows_around(columns, latitude, longitude, reach)
        if not len(rows):
            continue
        distance = _distances(columns, rows, latitude, longitude)
        order = np.argsort(distance, kind="stable")[:limit]
        if reach == 180 or (len(order) == limit and distance[order[-1]] < _sure(latitude, reach)):
            return [int(row) for row in rows[order]]
    return []


def _sure(latitude: float, reach: int) -> float:
    """Kilometres around the point that a square of ``reach`` cells is sure to hold."""
    edge = min(89.9, abs(latitude) + reach)
    return 111.1 * reach * float(np.cos(np.radians(edge)))


def _rows_around(
    columns: Columns, latitude: float, longitude: float, reach: int
) -> npt.NDArray[np.uint32]:
    starts = np.frombuffer(columns.cell, np.uint32)
    rows = np.frombuffer(columns.cell_row, np.uint32)
    middle, lane = min(int(latitude + 90), _ROWS - 1), int((longitude + 180) % _LANES)
    runs = []
    for line in range(max(0, middle - reach), min(_ROWS, middle + reach + 1)):
        if 2 * reach + 1 >= _LANES:
            runs.append(rows[starts[line * _LANES] : starts[(line + 1) * _LANES]])
            continue
        for at in range(lane - reach, lane + reach + 1):
            cell = line * _LANES + at % _LANES
            runs.append(rows[starts[cell] : starts[cell + 1]])
    return np.concatenate(runs)


def distances_km(
    latitude: float, longitude: float, latitudes: npt.ArrayLike, longitudes: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """Kilometres from a point to each of others, all in degrees, by the haversine formula."""
    lat, lon = np.radians(latitudes), np.radians(longitudes)
    here, there = np.radians(latitude), np.radians(longitude)
    half = (
        np.sin((lat - here) / 2) ** 2 + np.cos(lat) * np.cos(here) * np.sin((lon - there) / 2) ** 2
    )
    result: npt.NDArray[np.float64] = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
    return result


def _distances(
    columns: Columns, rows: npt.NDArray[np.uint32], latitude: float, longitude: float
) -> npt.NDArray[np.float64]:
    points = np.frombuffer(columns.records, _POINT)[rows]
    return distances_km(latitude, longitude, points["latitude"] / 1e5, points["longitude"] / 1e5)
