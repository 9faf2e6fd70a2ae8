"""Tables of claims: which are, and the reports that their rows belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimmap.reading.formats.claims.by_hand import as_exported, find_columns
from claimmap.reading.formats.claims.cells import Row, read_cell
from claimmap.reading.formats.claims.gathering import CLAIM, REPORT, gather_report
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.limits import MAX_ROWS, ReadingError
from claimmap.reading.ready import GivenPlace

_OURS = {"claim", "document", "sentence", "source", "stance"}
_PLACE = (
    *("place", "place_id", "place_kind", "address", "country", "latitude", "longitude", "role"),
    *("confidence", "precision", "radius_km", "reason"),
)
_READ = frozenset((*REPORT, *CLAIM, *_PLACE, "source_grade"))
_TOO_MANY = f"only the first {MAX_ROWS:,} rows of a table are read. Split it into several files."


def holds_claims(names: Iterable[str]) -> bool:
    """Whether a table of these columns is one of claims: an export of ours, or one by hand."""
    listed = list(names)
    return set(listed) >= _OURS or find_columns(listed) is not None


@dataclass(slots=True)
class _Reports:
    """The rows of a table by the report that they belong to, and what is wrong with others."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    places: dict[int, GivenPlace] = field(default_factory=dict)
    of_claim: dict[str, str] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Put a row of an export with those of its report. Raises ReadingError."""
        document, claim = row.id("document"), row.id("claim")
        if self.of_claim.setdefault(claim, document) != document:
            raise ReadingError(
                "its claim is of another report in a row before. Give it another id."
            )
        self.rows.setdefault(document, []).append(row)


def read_claim_rows(
    names: Sequence[str], rows: Iterable[tuple[int, Sequence[object]]], part: str = "row"
) -> Iterator[Piece]:
    """The pieces of a table of claims: what is wrong with rows, then a piece for each report.

    names: of the columns. rows: each with its number in the file. part: what a row is called.
    """
    reports = _Reports()
    columns = None if set(names) >= _OURS else find_columns(names)
    wanted = {name: name for name in _READ} if columns is None else columns
    at = {field: names.index(name) for field, name in wanted.items() if name in names}
    for count, (number, cells) in enumerate(rows):
        if count >= MAX_ROWS:
            yield Piece(part=f"{part} {number}", error=_TOO_MANY)
            break
        row = replace(_row(number, cells, at), called=wanted)
        try:
            if columns is not None and row.cells:
                written = as_exported(row)
                row = written.row
                if written.place:
                    reports.places[number] = written.place
            if row.cells:
                reports.add(row)
        except ReadingError as error:
            yield Piece(part=f"{part} {number}", error=str(error), progress=0.0)
    for done, some in enumerate(reports.rows.values(), start=1):
        for piece in gather_report(some, part, reports.places):
            yield replace(piece, progress=done / len(reports.rows))


def _row(number: int, cells: Sequence[object], at: Mapping[str, int]) -> Row:
    found = {name: read_cell(cells[index]) for name, index in at.items() if index < len(cells)}
    return Row(number, {name: text for name, text in found.items() if text})
