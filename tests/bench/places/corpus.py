"""A corpus of hand-placed toponyms: its documents, and one shape for toponyms given and found.

One document a line: {"id", "text", "title"?, "toponyms": [{"start", "end", "lat"?, "lon"?,
"geonameid"?, "kind"?}]}. Spans count characters of the text; lat and lon are null or left out
where a toponym has no point.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from claimmap.model import Document, Span, Toponym

NEAR_KM = 161.0  # 100 miles, the field's measure of right (Gritta et al. 2020)
EARTH_KM = 6371.0088

Entry = dict[str, Any]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Named:
    """A toponym, given or found: its span, its point (None where it has none), its kind or ""."""

    start: int
    end: int
    point: Point | None = None
    kind: str = ""

    def overlap(self, other: Named) -> int:
        """How many characters two toponyms share; not above 0 where none."""
        return min(self.end, other.end) - max(self.start, other.start)


def read_corpus(path: Path, limit: int | None = None) -> list[Entry]:
    """The documents of a corpus, the first ``limit`` of them."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, limit) if line.strip()]


def document_of(entry: Entry) -> Document:
    """A document of the corpus as the resolver takes it."""
    return Document(str(entry["id"]), "", entry.get("title") or "", "", None, entry["text"])


def gold_of(entry: Entry) -> tuple[Named, ...]:
    """The toponyms that the corpus gives a document."""
    return tuple(
        Named(one["start"], one["end"], _point(one), one.get("kind") or "")
        for one in entry["toponyms"]
    )


def named(toponyms: Sequence[Toponym]) -> tuple[Named, ...]:
    """Toponyms of ours in the shape of the corpus."""
    return tuple(
        Named(
            one.span.start,
            one.span.end,
            None if one.place is None else (one.place.latitude, one.place.longitude),
        )
        for one in toponyms
    )


def spans_of(toponyms: Sequence[Named]) -> list[Span]:
    """Where the toponyms stand."""
    return [Span(one.start, one.end) for one in toponyms]


def great_circle_km(one: Point, other: Point) -> float:
    """Kilometres between two (latitude, longitude) points in degrees, by the haversine formula."""
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _point(one: Entry) -> Point | None:
    if one.get("lat") is None or one.get("lon") is None:
        return None
    return float(one["lat"]), float(one["lon"])
