"""GeoJSON (RFC 7946) of ready claims: a feature a claim and place, its properties the columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from claimmap.reading.decoding import BOMS, decode
from claimmap.reading.formats.claims.tables import holds_claims, read_claim_rows
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.limits import MAX_COLUMNS, MAX_ROWS, ReadingError

_NO_CLAIMS = (
    "its features are no claims. Each needs a property “text” (the sentence) and one “source” (who"
    " says it), and a place or a point."
)
_POINT = ("longitude", "latitude")  # in this order: section 3.1.1


class _Collection(msgspec.Struct):
    type: str
    features: list[msgspec.Raw]


_COLLECTION = msgspec.json.Decoder(_Collection)


def read_geojson(raw: bytes) -> Iterator[Piece]:
    """The pieces of its features, which are counted from 1."""
    features = _features(raw)
    names: dict[str, None] = {}
    for one in features:
        properties = _properties(one)
        names.update(dict.fromkeys(list(properties or ())[:MAX_COLUMNS]))
        if len(names) > MAX_COLUMNS:
            break
    listed = list(names)
    if features and not holds_claims(listed):
        raise ReadingError(_NO_CLAIMS)
    bad: list[int] = []
    yield from read_claim_rows(listed, _rows(features, listed, bad), "feature")
    for number in bad:
        yield Piece(part=f"feature {number}", error="it is no feature at a point, or at none.")


def _features(raw: bytes) -> list[msgspec.Raw]:
    try:
        found = _COLLECTION.decode(decode(raw).encode() if raw.startswith(BOMS) else raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadingError(
            f"this is no GeoJSON, or a damaged one ({error}). Export it again."
        ) from error
    if found.type != "FeatureCollection":
        raise ReadingError("this is no collection of features. Export it as a FeatureCollection.")
    return found.features


def _rows(
    features: list[msgspec.Raw], names: list[str], bad: list[int]
) -> Iterator[tuple[int, list[object]]]:
    """The properties of each feature; the numbers of those that have none go to ``bad``."""
    for number, one in enumerate(features, start=1):
        properties = _properties(one)
        if properties is None:
            if len(bad) < MAX_ROWS:
                bad.append(number)
        else:
            yield number, [properties.get(name) for name in names]


def _properties(raw: msgspec.Raw) -> Mapping[str, object] | None:
    """A feature's properties, with its point among them; None where it is no such feature."""
    try:
        feature: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return None
    geometry = feature.get("geometry")
    if geometry is None:
        return dict.fromkeys(_POINT) | properties
    at = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(at, list) or geometry.get("type") != "Point" or len(at) < len(_POINT):
        return None
    return properties | dict(zip(_POINT, at, strict=False))
