"""Rows that a person wrote -> rows as an export has them, and where each is in the person's words.

What a row leaves out is unknown, or the plainest: a claim is asserted, its source of no known kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from claimmap.reading.formats.claims.cells import MAX_SENTENCE, Row
from claimmap.reading.known import report_id
from claimmap.reading.limits import ReadingError
from claimmap.reading.ready import GivenPlace

# What a column is called, the usual name first; an export's own names are among them.
NAMES: Mapping[str, str] = {
    "sentence": "sentence text claim statement quote",
    "source": "source speaker claimant",
    "place": "place location city",
    "latitude": "latitude lat",
    "longitude": "longitude lon lng long",
    "country": "country",
    "event_first": "eventfirst date day eventdate when",
    "event_last": "eventlast enddate",
    "statement_first": "statementfirst said statementdate",
    "stance": "stance",
    "source_kind": "sourcekind",
    "outlet": "outlet publisher newspaper publication",
    "title": "title headline",
    "url": "url link address",
    "published": "published publicationdate",
}
"""Field of an export -> the names, without case and signs, that a column of it may have."""

NEEDED = ("sentence", "source")
_SIGNS = re.compile(r"[\W_]+")
_GIVEN = "given with the claim, not by its words"


def find_columns(names: Sequence[str]) -> dict[str, str] | None:
    """Which column holds what in a table of claims; None where it is none.

    It is one that has a column for the sentence, one for who says it, and one for the place or two
    for its latitude and longitude.
    """
    plain = {_SIGNS.sub("", name).casefold(): name for name in reversed(names)}
    found: dict[str, str] = {}
    for field, known in NAMES.items():
        if name := next((plain[one] for one in known.split() if one in plain), ""):
            found[field] = name
    placed = "place" in found or {"latitude", "longitude"} <= set(found)
    return found if placed and set(NEEDED) <= set(found) else None


@dataclass(frozen=True, slots=True)
class Written:
    """A row as an export would have it, and the place that is yet to be looked up."""

    row: Row
    place: GivenPlace | None


def as_exported(row: Row) -> Written:
    """A person's row, its cells under the names of an export. Raises ReadingError.

    Its report is that of all rows with the same title or address, else one of its own.
    """
    sentence = row.needed("sentence", MAX_SENTENCE).strip()
    source = row.needed("source").strip()
    outlet = row.text("outlet").strip()
    shared = [row.text(name).strip() for name in ("title", "url", "published")]
    together = bool(shared[0] or shared[1])
    document = report_id(outlet, "\0".join(shared) if together else sentence)
    first, last = row.day("event_first"), row.day("event_last")
    last = last or first
    said = row.day("statement_first") or row.day("published")
    digest = blake2b("\0".join((document, sentence, source)).encode(), digest_size=8).hexdigest()
    cells = {
        "document": document,
        "claim": digest,
        "sentence": sentence,
        "source": source,
        "source_kind": row.text("source_kind").strip(),
        "stance": row.text("stance").strip(),
        "outlet": outlet,
        "title": shared[0],
        "url": shared[1],
        "published": shared[2],
        "event_first": first.isoformat() if first else "",
        "event_last": last.isoformat() if last else "",
        "event_known": _GIVEN if first or last else "not given with the claim",
        "statement_first": said.isoformat() if said else "",
        "statement_last": said.isoformat() if said else "",
        "statement_known": _said(row, bool(said)),
    }
    return Written(replace(row, cells={k: v for k, v in cells.items() if v}), _place(row, digest))


def _said(row: Row, known: bool) -> str:
    if row.text("statement_first"):
        return _GIVEN
    return "the day on which it was published, for no other was given" if known else "not given"


def _place(row: Row, claim: str) -> GivenPlace | None:
    name, country = row.text("place").strip(), row.text("country").strip()
    latitude = row.number_of("latitude", -90, 90)
    longitude = row.number_of("longitude", -180, 180)
    if (latitude is None) != (longitude is None):
        raise ReadingError("it has a latitude or a longitude, and not both. Write both or none.")
    if not name and latitude is None:
        return None
    return GivenPlace(claim, name, country, latitude, longitude)
