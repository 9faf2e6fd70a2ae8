"""What became of each report, and how it is told: to a program, to a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Literal, get_args

import msgspec

from claimmap.relate.copies import tell_copy
from claimmap.store import Copy

Status = Literal["read", "updated", "unchanged", "near-duplicate", "skipped"]
STATUSES: tuple[Status, ...] = get_args(Status)
COLUMNS = ("file", "status", "reason", "document", "claims")
# A cell that begins so is run by a spreadsheet; an apostrophe before it keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report.

    status: "updated" where it was stored with other particulars or findings, "unchanged" where the
    very same was, "near-duplicate" where it was stored anew and is a copy of another one. document:
    its id, "" where it was skipped. claims: how many were found in it. reason: why it was skipped,
    and what to do; or what it is a copy of. notice: what to mind in what was found, "" mostly.
    progress: how much of all reports is behind it, from 0 to 1, as far as that is known.
    """

    name: str
    status: Status
    document: str = ""
    claims: int = 0
    reason: str = ""
    notice: str = ""
    progress: float = 0.0


def mark_copies(outcomes: Sequence[Outcome], copies: Mapping[str, Sequence[Copy]]) -> list[Outcome]:
    """Outcomes of reports that were just saved, in their order, with what is a copy marked as such.

    copies: ``Store.copies`` of their documents. A report that was stored anew is a near-duplicate
    of what was there before, or came before it; the first of several that come at once is none.
    """
    found: list[Outcome] = []
    late = {one.document for one in outcomes if one.status == "read"}
    for one in outcomes:
        late.discard(one.document)
        before = [copy for copy in copies.get(one.document, ()) if copy.document not in late]
        if one.status == "read" and before:
            first = before[0]
            reason = tell_copy(first.title, first.outlet, first.share, first.reverse)
            one = replace(one, status="near-duplicate", reason=reason)
        found.append(one)
    return found


def outcome_rows(outcomes: Iterable[Outcome]) -> list[dict[str, str | int]]:
    """The report of an import, a row for each report: see ``COLUMNS``."""
    return [
        {
            # A file's name may be bytes that are no text.
            "file": one.name.encode(errors="backslashreplace").decode(),
            "status": one.status,
            "reason": _explained(one).encode(errors="backslashreplace").decode(),
            "document": one.document,
            "claims": one.claims,
        }
        for one in outcomes
    ]


def write_report(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Write the report of an import as a JSON array. Raises OSError."""
    rows = msgspec.json.format(msgspec.json.encode(outcome_rows(outcomes)), indent=1)
    path.write_bytes(rows + b"\n")


def report_csv(outcomes: Iterable[Outcome]) -> str:
    """The same as CSV (RFC 4180), harmless in a spreadsheet."""
    written = StringIO(newline="")
    rows = csv.DictWriter(written, COLUMNS)
    rows.writeheader()
    for row in outcome_rows(outcomes):
        rows.writerow({name: _harmless(value) for name, value in row.items()})
    return written.getvalue()


def _explained(outcome: Outcome) -> str:
    return "; ".join(filter(None, (outcome.reason, outcome.notice)))


def _harmless(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
