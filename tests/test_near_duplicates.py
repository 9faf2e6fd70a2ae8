"""A copy of a report is stored like any other, and the import tells what it is a copy of."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from claimmap.extract.parsing import Parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor, Outcome, ingest, report_csv
from claimmap.ingest.outcomes import mark_copies
from claimmap.reading import find_files, read_files
from claimmap.store import Copy, Store
from tests.store.alike import FLOOD, SAME_EVENT


def test_a_copy_is_stored_and_told_with_what_it_copies(
    parser: Parser, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    extractor, store = Extractor(parser, gazetteer), Store(f"sqlite:///{tmp_path}/claims.db")
    (tmp_path / "1.md").write_text(f"# Dam bursts\n\n{FLOOD}")
    (tmp_path / "2.md").write_text(f"# Flood in the hills\n\n{FLOOD}\n\nPrinted by us.")
    (tmp_path / "3.md").write_text(f"# Rivertown\n\n{SAME_EVENT}")
    outcomes = list(ingest(read_files(find_files([tmp_path])), extractor, store))
    assert [one.status for one in outcomes] == ["read", "near-duplicate", "read"]
    assert re.fullmatch(
        r"a copy of “Dam bursts”, Agency \(9\d% the same words\)", outcomes[1].reason
    )
    assert outcomes[1].claims >= outcomes[0].claims > 0
    found = store.extraction(outcomes[1].document)
    assert found is not None
    assert len(found.claims) == outcomes[1].claims
    again = list(ingest(read_files(find_files([tmp_path])), extractor, store))
    assert {one.status for one in again} == {"unchanged"}


def test_of_copies_that_are_saved_together_the_first_is_none() -> None:
    told = [
        Outcome("a", "read", "1"),
        Outcome("b", "read", "2", notice="Mind this."),
        Outcome("c", "updated", "3"),
        Outcome("d", "skipped"),
    ]
    copy = {one: Copy(one, "", "", 1.0, 1.0) for one in "0123"}
    found = mark_copies(told, {"1": [copy["2"]], "2": [copy["1"]], "3": [copy["1"]]})
    assert [one.status for one in found] == ["read", "near-duplicate", "updated", "skipped"]
    rows = list(csv.DictReader(io.StringIO(report_csv(found))))
    words = "a copy of an untitled report (100% the same words); Mind this."
    assert [row["reason"] for row in rows] == ["", words, "", ""]
    [older] = mark_copies(told[:1], {"1": [copy["0"]]})
    assert older.status == "near-duplicate"
