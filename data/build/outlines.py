"""Reads our own outlines of seas and lakes, and turns the courses of rivers into bands."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np

from data.build.topology import Points

RIVER_KM = 15.0  # to either side: as far as a course of some ten points is off
_KM_PER_DEGREE = 111.2


def read_outlines(path: Path) -> list[tuple[str, int, Points]]:
    """(layer, id, closed ring of longitudes and latitudes) of outlines.toml."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    found = []
    for layer, rows in table.items():
        for id_, numbers in rows.items():
            points = np.array(numbers, dtype=float).reshape(-1, 2)[:, ::-1]
            ring = _band(points) if layer == "rivers" else points
            found.append((layer, -int(id_), np.concatenate([ring, ring[:1]])))
    return found


def _band(course: Points) -> Points:
    """The ring around a line, ``RIVER_KM`` to either side, flat at each point's latitude."""
    flat = np.column_stack([np.cos(np.radians(course[:, 1])), np.ones(len(course))])
    steps = np.diff(course, axis=0) * flat[1:]
    steps /= np.linalg.norm(steps, axis=1, keepdims=True)
    along = np.concatenate([steps[:1], steps[:-1] + steps[1:], steps[-1:]])
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    aside = np.column_stack([-along[:, 1], along[:, 0]]) / flat * (RIVER_KM / _KM_PER_DEGREE)
    return np.concatenate([course + aside, (course - aside)[::-1]])
