"""The three pages over a small store: what they show, and that outside text stays text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.store import Store
from claimmap.view.exports import COLUMNS, Format
from tests.ui.conftest import TEXT
from tests.ui.moving import chips, line, told

Start = Callable[..., AppTest]
CLAIMS = "../../pages/claims.py"
REPORTS = "../../pages/reports.py"


def component_data(app: AppTest, name: str) -> Any:
    """What was sent to one of our components, as plain values."""
    protos = [one.proto for one in app.get("bidi_component")]
    found = next(proto for proto in protos if proto.component_name == name)
    return json.loads(found.json)


def test_the_maps_list_is_told_where_to_ask_and_holds_no_claim(open_app: Start) -> None:
    app = open_app()
    data = component_data(app, "claimmap_twin")
    assert data == {"root": "/claimmap/", "base": "", "token": told(app)["token"]}


def test_links_to_reports_carry_the_filter(open_app: Start) -> None:
    app = open_app(CLAIMS, outlet="The Wire")
    app.segmented_control(key="claims_look").set_value("Cards").run()
    groups = component_data(app, "claimmap_claims")["groups"]
    link = groups[0]["claims"][0]["link"]
    assert link.startswith("/reports?document=d1&claim=d1-")
    assert link.endswith("&outlet=The+Wire")


def test_the_table_has_the_columns_of_the_exports(open_app: Start) -> None:
    table = open_app(CLAIMS).dataframe[0].value
    assert tuple(table.columns) == (*COLUMNS, "conflict", "hedges")
    assert len(table) == 4
    assert table["published"].max().date() == date(2024, 3, 7)


def test_a_report_opened_is_marked_whole(open_app: Start) -> None:
    data = component_data(open_app(REPORTS, document="d1", claim="d1-0"), "claimmap_report")
    assert "".join(text for text, _ in data["runs"]).startswith("About 300 engineers")
    kinds = {kind for _, marks in data["runs"] for kind, _, _ in marks}
    assert kinds == {"claim", "source", "place", "date", "number"}
    assert data["chosen"] == "d1-0"
    assert data["report"]["facts"][1][:2] == ["Published", "6 March 2024"]
    assert "inferred: the week" in data["report"]["facts"][1][2]


def test_hostile_text_reaches_the_report_unchanged_and_gives_no_link(open_app: Start) -> None:
    data = component_data(open_app(REPORTS, document="d2"), "claimmap_report")
    text = "".join(text for text, _ in data["runs"])
    assert "<script>alert(1)</script>" in text
    assert "${alert(2)}" in text
    assert all(not link for *_, link in data["report"]["facts"])


def test_the_places_of_a_report_show_what_each_may_mean(open_app: Start) -> None:
    app = open_app(REPORTS, document="d1")
    app.segmented_control(key="report_view").set_value("places").run()
    assert not app.exception
    names = component_data(app, "claimmap_names")["names"]
    assert [(name["text"], name["certainty"]) for name in names] == [
        ("Porto", "sure"),
        ("Lagos", "sure"),
    ]
    (candidate,) = names[0]["candidates"]
    assert (candidate["name"], candidate["chosen"], candidate["score"]) == ("Porto", True, 0.9)
    assert "<script>alert(1)</script>" in candidate["reason"]


def test_the_places_of_a_report_can_be_narrowed(open_app: Start) -> None:
    app = open_app(REPORTS, document="d1")
    app.segmented_control(key="report_view").set_value("places").run()
    app.segmented_control(key="group_of_names").set_value("doubtful").run()
    assert not app.exception
    assert any("No place name of this report" in text.value for text in app.caption)


def test_a_name_that_was_asked_about_is_shown_open(open_app: Start) -> None:
    app = open_app(REPORTS, document="d1")
    start = TEXT.index("Lagos")
    app.session_state["asked_name"] = ("d1", start)
    app.run()
    data = component_data(app, "claimmap_names")
    assert data["opened"] == start == data["names"][1]["start"]


def test_a_report_in_another_language_says_so(open_app: Start, database: str) -> None:
    store = Store(database)
    found = store.extraction("d1")
    assert found is not None
    store.save(replace(found, document=replace(found.document, language="de")))
    store.close()
    app = open_app(REPORTS, document="d1")
    assert "this seems to be German" in app.warning[0].value
    assert component_data(app, "claimmap_report")["runs"]


def test_a_report_in_another_language_is_read_and_told(open_app: Start) -> None:
    app = open_app(REPORTS)
    app.text_area[0].set_value(
        "Der Bürgermeister von Porto sagte am Dienstag, dass vierzig Boote den Hafen verlassen"
        " hätten und dass niemand im Sturm verletzt worden sei."
    )
    next(button for button in app.button if button.label == "Read").click().run(timeout=60)
    assert not app.exception
    assert "is read" in app.success[0].value
    assert "English is expected" in app.warning[0].value


def test_hostile_names_go_to_the_line_as_plain_values(open_app: Start) -> None:
    app = open_app(source="<script>alert(1)</script>")
    assert not app.exception
    assert chips(app) == [("source", "<script>alert(1)</script>")]


def test_a_report_that_is_gone_is_told(open_app: Start) -> None:
    app = open_app(REPORTS, document="d9")
    assert not app.exception
    assert "not in the store" in app.warning[0].value


def test_a_refused_report_keeps_what_was_typed(open_app: Start) -> None:
    app = open_app(REPORTS)
    app.text_area[0].set_value("Some words.")
    app.text_input(key="url_0").set_value("javascript:alert(1)")
    next(button for button in app.button if button.label == "Read").click().run()
    assert not app.exception
    assert "not a web address" in app.error[0].value.replace("\\", "")
    assert app.text_area[0].value == "Some words."


def test_an_empty_form_is_refused_with_what_to_do(open_app: Start) -> None:
    app = open_app(REPORTS)
    next(button for button in app.button if button.label == "Read").click().run()
    assert len(app.error) == 1


def test_a_report_of_another_process_shows_on_the_next_run(open_app: Start, database: str) -> None:
    app = open_app()
    store = Store(database)
    store.delete("d2")
    store.close()
    app.run()
    assert line(app)["counts"][:2] == [3, 3]


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_the_files_hold_the_filtered_claims(open_app: Start, form: Format) -> None:
    app = open_app(CLAIMS, source="Ana Costa")
    screen = app.session_state["screen"]
    from claimmap.ui.tables import write_file

    text = write_file(screen, form).decode()
    if form == "csv":
        assert [row["source"] for row in csv.DictReader(io.StringIO(text))] == ["Ana Costa"]
    else:
        assert json.loads(text)["claimmap"]["counts"]["shown"] == 1


def test_a_report_that_is_read_is_told_and_shown(open_app: Start) -> None:
    app = open_app(REPORTS)
    app.text_area[0].set_value("The mayor of Porto said on Tuesday that 40 boats had left Lagos.")
    app.text_input(key="title_0").set_value("*Boats*")
    app.date_input(key="published_0").set_value(date(2024, 3, 8))
    next(button for button in app.button if button.label == "Read").click().run(timeout=60)
    assert not app.exception
    assert "is read: 1 claim found, at" in app.success[0].value
    assert app.text_area[0].value == ""
    titles = [one["title"] for one in component_data(app, "claimmap_reports")["reports"]]
    assert titles[0] == "*Boats*"


def test_the_claims_page_shows_the_claims_as_cards_too(open_app: Start) -> None:
    app = open_app(CLAIMS)
    app.segmented_control(key="claims_look").set_value("Cards").run()
    assert not app.dataframe
    (group,) = component_data(app, "claimmap_claims")["groups"]
    assert len(group["claims"]) == 4
    assert all(claim["path"][-1]["kind"] == "media" for claim in group["claims"])
