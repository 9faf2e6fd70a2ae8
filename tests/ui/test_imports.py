"""Many reports at once from the screen: columns are asked for, each report's fate is told."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.ingest import Outcome, describe_pace, report_csv
from claimmap.reading import File
from claimmap.store import Store
from claimmap.ui import imports
from claimmap.ui.imports import Import
from claimmap.ui.settings import Settings
from tests.store.alike import FLOOD
from tests.ui.test_pages import component_data

Start = Callable[..., AppTest]
REPORTS = "../../pages/reports.py"
WORDS = "The mayor of Porto said on Tuesday that 40 boats had left Lagos."


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run(timeout=60)


def upload(app: AppTest, **files: bytes) -> AppTest:
    given = [(name.replace("_", "."), raw, "") for name, raw in files.items()]
    app.file_uploader[0].set_value(given)
    return press(app, "Read")


def test_each_of_many_files_is_told_and_one_bad_one_stops_none(
    open_app: Start, database: str
) -> None:
    good = {f"{name}_txt": f"{WORDS} {name}".encode() for name in "abc"}
    app = upload(open_app(REPORTS), **good, d_pdf=b"%PDF-1.7 broken")
    assert not app.exception
    assert app.success[0].value.replace("\\", "") == "4 reports: 3 read, 1 skipped."
    rows = app.dataframe[0].value
    assert list(rows["status"]) == ["read", "read", "read", "skipped"]
    assert "damaged" in rows["reason"][3]
    store = Store(database)
    assert store.count_documents() == 5
    store.close()
    again = upload(app, **good, d_pdf=b"%PDF-1.7 broken")
    assert again.success[0].value.replace("\\", "") == "4 reports: 3 unchanged, 1 skipped."
    assert not press(again, "Close").dataframe


def test_near_duplicates_are_told_and_lead_to_each_other(open_app: Start, database: str) -> None:
    changed = FLOOD.replace("Dam bursts above Rivertown, hundreds flee", "<b>Flood</b>")
    few = upload(open_app(REPORTS), a_txt=FLOOD.encode())
    app = upload(few, b_txt=changed.encode(), c_txt=f"{WORDS} c".encode())
    assert "b.txt is read: 11 claims found" in app.info[0].value.replace("\\", "")
    assert "(98% the same words)" in app.info[0].value.replace("\\", "")
    many = {f"{name}_txt": f"{WORDS} {name}".encode() for name in "def"}
    app = upload(app, **many, g_txt=f"{changed} More.".encode())
    assert app.success[0].value.replace("\\", "") == "4 reports: 3 read, 1 near-duplicate."
    told = app.dataframe[0].value.iloc[3]
    assert (told["status"], told["claims"]) == ("near-duplicate", 11)
    assert told["reason"].startswith("a copy of “")
    notes = [row["note"] for row in component_data(app, "claimmap_reports")["reports"]]
    assert [note.endswith("· near-duplicate") for note in notes].count(True) == 3
    opened = open_app(REPORTS, document=told["document"], outlet="Agency")
    others = component_data(opened, "claimmap_report")["report"]["copies"]
    assert [copy["words"][:11] for copy in others] == ["A copy of “", "A copy of “"]
    for other in others:
        assert other["link"] == f"/reports?document={other['document']}&claim=&outlet=Agency"
        opened = open_app(REPORTS, document=other["document"])
        back = component_data(opened, "claimmap_report")["report"]["copies"]
        assert told["document"] in {copy["document"] for copy in back}


def test_the_columns_of_a_table_are_asked_for_with_a_good_guess(
    open_app: Start, database: str
) -> None:
    raw = f"who;said;when\nThe Paper;{WORDS};18.10.2024\n".encode()
    app = upload(open_app(REPORTS), t_csv=raw)
    assert not app.exception
    chosen = {box.label: box.value for box in app.selectbox if str(box.key).startswith("column")}
    assert (chosen["Text"], chosen["Published"], chosen["Outlet"]) == ("said", "when", "(none)")
    app.selectbox(key="column 0 outlet").set_value("who")
    app = press(app, "Read")
    assert not app.exception
    assert "is read: 1 claim found" in app.success[0].value
    store = Store(database)
    (row,) = (row for row in store.documents() if row.outlet == "The Paper")
    assert str(row.published) == "2024-10-18"
    store.close()


def test_a_table_without_a_text_is_asked_for_again(open_app: Start) -> None:
    app = press(upload(open_app(REPORTS), t_csv=b"a,b\n1,2\n"), "Read")
    assert "which column holds the text" in app.error[0].value
    assert any(area.label == "Text of the report" for area in press(app, "Back").text_area)


def test_what_is_not_known_of_a_report_is_asked_for(open_app: Start, database: str) -> None:
    app = open_app(REPORTS)
    app.text_area[0].set_value(WORDS)
    app = press(app, "Read")
    store = Store(database)
    (new,) = (row for row in store.documents() if row.published is None)
    app = open_app(REPORTS, document=new.id)
    asked = {one.label: one for one in (*app.text_input, *app.date_input)}
    asked["Outlet of this report"].set_value("The Paper")
    asked["Day of this report"].set_value(date(2024, 10, 18))
    app = press(app, "Keep")
    assert not app.exception
    (row,) = (row for row in store.documents() if row.outlet == "The Paper")
    assert row.id in app.query_params["document"]
    found = store.extraction(row.id)
    assert found is not None
    assert store.extraction(new.id) is None
    assert (found.document.outlet, found.document.text) == ("The Paper", WORDS)
    assert str(found.claims[0].event.first) == "2024-10-15"
    assert {one.field: one.how for one in found.document.provenance} == {
        "outlet": "given", "title": "inferred", "published": "given",
    }  # fmt: skip
    assert "Keep" not in [button.label for button in app.button]
    store.close()


def test_an_import_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    settings = Settings(f"sqlite:///{tmp_path / 'claimmap.db'}", "seeds", "")

    def files() -> list[File]:
        return [File(f"{name}.txt", f"{WORDS} {name}".encode) for name in "abc"]

    first = Import(settings, files(), {})
    first.stopped.set()
    first.read()
    assert [one.status for one in first.outcomes] == ["read"]
    again = Import(settings, files(), {})
    again.read()
    assert [one.status for one in again.outcomes] == ["unchanged", "read", "read"]
    assert [one.claims for one in again.outcomes] == [1, 1, 1]
    assert [round(one.progress, 2) for one in again.outcomes] == [0.33, 0.67, 1.0]


def test_a_fault_of_the_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Settings) -> None:
        raise OSError("no such model")

    monkeypatch.setattr(imports, "open_extractor", fail)
    running = Import(Settings(f"sqlite:///{tmp_path / 'claimmap.db'}", "seeds", ""), (), {})
    with pytest.raises(OSError, match="no such model"):
        running.read()
    [outcome] = running.outcomes
    assert outcome.status == "skipped"
    assert "OSError: no such model" in outcome.reason
    assert "give the rest again" in outcome.reason


def test_the_file_of_a_report_is_harmless_in_a_spreadsheet() -> None:
    outcomes = [Outcome("=1+1.txt", "skipped", reason="-x"), Outcome("a.txt", "read", "d", 3)]
    rows = list(csv.DictReader(io.StringIO(report_csv(outcomes))))
    assert rows[0] == {
        "file": "'=1+1.txt", "status": "skipped", "reason": "'-x", "document": "", "claims": "0",
    }  # fmt: skip
    assert rows[1]["claims"] == "3"


@pytest.mark.parametrize(
    ("done", "progress", "seconds", "words"),
    [
        (1, 0.1, 5.0, "1 report"),
        (50, 0.5, 10.0, "50 reports, 5.0 a second, about 10 seconds left"),
        (10, 0.25, 60.0, "10 reports, 10 a minute, about 3 minutes left"),
        (1000, 0.1, 1000.0, "1,000 reports, 1.0 a second, about 2 hours left"),
        (9, 1.0, 9.0, "9 reports, 1.0 a second"),
    ],
)
def test_rate_and_time_left_are_told(
    done: int, progress: float, seconds: float, words: str
) -> None:
    assert describe_pace(done, progress, seconds) == words
