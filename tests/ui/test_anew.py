"""Stored reports are searched for claims again from the screen, and exports are read there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.model import Filter, SourceEdit
from claimmap.reading import read_text
from claimmap.store import Store
from claimmap.ui.imports import Import
from claimmap.ui.settings import Settings
from claimmap.view.exports import export
from claimmap.view.filters import Counts
from claimmap.view.records import file_rows
from tests.ui.test_imports import WORDS, press, upload

Start = Callable[..., AppTest]
REPORTS = "../../pages/reports.py"


def told(app: AppTest) -> list[str]:
    boxes = (*app.success, *app.info, *app.warning, *app.error)
    return [box.value.replace("\\", "") for box in boxes]


def test_a_report_is_searched_again_and_what_people_said_stays(
    open_app: Start, database: str
) -> None:
    upload(open_app(REPORTS), a_txt=WORDS.encode())
    store = Store(database)
    document = read_text(WORDS)
    stored = store.extraction(document.id)
    assert stored
    store.edit_source(SourceEdit("grade", datetime.now(UTC), ("the mayor",), value="B"))
    app = press(open_app(REPORTS, document=document.id), "Read anew")
    assert not app.exception
    assert told(app) == ["Read anew: nothing has changed (1 claim)."]
    assert store.extraction(document.id) == stored
    assert [edit.value for edit in store.source_edits()] == ["B"]
    store.close()


def test_all_reports_are_searched_again_without_their_files(database: str) -> None:
    store = Store(database)
    ids = {row.id for row in store.documents()}
    running = Import(Settings(database, ""), (), {}, again=True)
    running.read()
    assert {one.status for one in running.outcomes} <= {"updated", "unchanged"}
    assert {one.document for one in running.outcomes} == ids
    assert {row.id for row in store.documents()} == ids
    store.close()


def test_the_search_of_all_is_offered_with_what_it_does(open_app: Start) -> None:
    app = press(open_app(REPORTS), "Read them anew")
    assert not app.exception
    assert any("updated" in words for words in told(app))


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_an_export_is_read_without_a_question_and_says_what_it_lacks(
    open_app: Start, database: str, form: str
) -> None:
    store = Store(database)
    text = "".join(
        export(
            "csv" if form == "csv" else "geojson",
            file_rows(store.each_claim(range(1, 4))),
            Filter(),
            Counts(total=3, shown=3, unplaced=0, undated=0, hidden=0),
        )
    )
    app = upload(open_app(REPORTS), **{f"claims_{form}": text.encode()})
    assert not app.exception
    assert "was read before; nothing has changed" in told(app)[0], told(app)
    assert store.delete("d1")
    app = upload(app, **{f"claims_{form}": text.encode()})
    assert any("is read: 3 claims found" in words for words in told(app))
    opened = open_app(REPORTS, document="d1")
    assert any("only the sentences" in words for words in told(opened))
    assert not [one for one in opened.button if one.label == "Read anew"]
    store.close()
