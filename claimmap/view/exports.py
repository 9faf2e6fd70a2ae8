"""Claims as CSV, GeoJSON and JSON, the same from the page, the command line and the web routes.

Each export is a generator of text, so that a million claims pass through without being held.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Literal

from claimmap.model import Filter
from claimmap.view.filters import Counts
from claimmap.view.rows import EvidenceRow, PlaceRow, QuantityRow

Format = Literal["csv", "geojson", "json"]
FORMATS: tuple[Format, ...] = ("csv", "geojson", "json")
MEDIA_TYPES: Mapping[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",  # RFC 7946, section 12
    "json": "application/json",
}

Cells = dict[str, Any]
"""A row of a file: a value for each of ``FILE_COLUMNS``."""

# One row a claim and place; the Claims page shows the same columns in the same order.
COLUMNS = (
    "source",
    "stance",
    "content",
    "place",
    "address",
    "certainty",
    "event_first",
    "event_last",
    "event_known",
    "statement_first",
    "statement_last",
    "statement_known",
    "published",
    "quantities",
    "chain",
    "source_kind",
    "source_grade",
    "role",
    "place_kind",
    "country",
    "latitude",
    "longitude",
    "place_id",
    "confidence",
    "precision",
    "extent",
    "radius_km",
    "reason",
    "sentence",
    "outlet",
    "title",
    "url",
    "document",
    "claim",
)
FILE_COLUMNS = (*COLUMNS, "record")
"""Those of a file: with what importing it again needs, which is nothing for a person to read."""

_NUMBERS = frozenset({"latitude", "longitude", "place_id", "confidence", "precision", "radius_km"})
_SAME = ("stance", "published", "sentence", "outlet", "title", "url", "document")
# A cell that begins so is run as a formula by spreadsheets (OWASP, "CSV Injection").
# One that has apostrophes before it gets another one, so that taking one off is always right.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def export(
    form: Format, claims: Iterable[EvidenceRow], wanted: Filter, counts: Counts
) -> Iterator[str]:
    """The claims (rows of ``records.file_rows``) as text of that form, piece by piece.

    wanted, counts: the filter that chose the claims and what it left, written into the forms that
    have a place for it (JSON and GeoJSON; CSV has none).
    """
    match form:
        case "csv":
            return write_csv(claims)
        case "geojson":
            return write_geojson(claims, wanted, counts)
        case "json":
            return write_json(claims, wanted, counts)


def write_csv(claims: Iterable[EvidenceRow]) -> Iterator[str]:
    """RFC 4180 with a header line; text that a spreadsheet would run gets an apostrophe first."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, FILE_COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for claim in claims:
        for row in place_rows(claim):
            writer.writerow({name: _cell(name, value) for name, value in row.items()})
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def write_geojson(claims: Iterable[EvidenceRow], wanted: Filter, counts: Counts) -> Iterator[str]:
    """RFC 7946: one feature a claim and place, geometry null for a claim without a place."""
    yield '{"type":"FeatureCollection",'
    yield f'"claimmap":{_json(_about(wanted, counts))},"features":['
    before = ""
    for claim in claims:
        for row in place_rows(claim):
            yield before + _json(_feature(row))
            before = ",\n"
    yield "]}\n"


def write_json(claims: Iterable[EvidenceRow], wanted: Filter, counts: Counts) -> Iterator[str]:
    """One object: the filter, the counts, and each claim once with its whole evidence."""
    yield f'{{"claimmap":{_json(_about(wanted, counts))},"claims":['
    before = ""
    for claim in claims:
        yield before + _json({name: value for name, value in claim.items() if name != "record"})
        before = ",\n"
    yield "]}\n"


def place_rows(row: EvidenceRow) -> Iterator[Cells]:
    """A row of ``FILE_COLUMNS`` for each place and role of the claim; one where it has no place.

    A place that is named twice in one role stands with its surest mention, as on the map.
    """
    base = _claim_columns(row)
    surest: dict[tuple[int, str], PlaceRow] = {}
    for place in row["places"]:
        known = surest.setdefault((place["id"], place["role"]), place)
        if place["confidence"] > known["confidence"]:
            surest[place["id"], place["role"]] = place
    for place in surest.values():
        yield base | _place_columns(place)
    if not surest:
        yield base


def _claim_columns(row: EvidenceRow) -> Cells:
    content = (run["text"] for run in row["runs"] if "content" in run["marks"])
    return dict.fromkeys(FILE_COLUMNS) | {
        **{name: value for name, value in row.items() if name in _SAME},
        "claim": row["id"],
        "record": row.get("record", ""),
        "source": row["source"]["name"],
        "source_kind": row["source"]["kind"],
        "source_grade": "" if row["source"]["grade"] == "ungraded" else row["source"]["grade"],
        "chain": " > ".join(row["chain"]),
        "event_first": row["event"]["first"],
        "event_last": row["event"]["last"],
        "event_known": row["event"]["how"],
        "statement_first": row["statement"]["first"],
        "statement_last": row["statement"]["last"],
        "statement_known": row["statement"]["how"],
        "quantities": "; ".join(map(_quantity, row["quantities"])),
        "content": "".join(content),
    }


def _place_columns(place: PlaceRow) -> Cells:
    return {
        **{name: value for name, value in place.items() if name in COLUMNS},
        "place": place["name"],
        "place_id": place["id"],
        "place_kind": place["kind"],
    }


def _feature(row: Cells) -> dict[str, Any]:
    located = row["longitude"] is not None
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    return {
        "type": "Feature",
        "geometry": point if located else None,
        "properties": row,
    }


def _quantity(quantity: QuantityRow) -> str:
    counted = quantity["counted"] or quantity["unit"]
    return f"{quantity['text']} ({counted})" if counted else str(quantity["text"])


def _about(wanted: Filter, counts: Counts) -> dict[str, Any]:
    return {"filter": asdict(wanted), "counts": asdict(counts)}


def safe_cell(value: Any) -> Any:
    """A value for a CSV cell; text that a spreadsheet would run gets an apostrophe first."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _cell(name: str, value: Any) -> Any:
    return value if name in _NUMBERS else safe_cell(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str, separators=(",", ":"))
