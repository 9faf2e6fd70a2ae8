"""The Sources page: the list, one source opened, and what people say of it, kept and undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from claimmap.model import Document, Extraction, Source
from claimmap.store import Store
from tests.ui.conftest import HOSTILE, SHELL, gather, make_claim
from tests.ui.test_figures import FIGURES, plain

SOURCES = "../../pages/sources.py"
Start = Callable[..., AppTest]
UNION, COMPANY = "National Mining Union", "Andes Company"
HOSTILE_NAME = "<script>alert(1)</script>"


@pytest.fixture
def story(story: str, tmp_path: Path) -> str:
    """A copy of the store of one story by many outlets, for a test to edit."""
    copy = tmp_path / "claims.db"
    with (
        sqlite3.connect(story.removeprefix("sqlite:///")) as read,
        sqlite3.connect(copy) as written,
    ):
        read.backup(written)
    return f"sqlite:///{copy}"


def open_sources(database: str, **query: str) -> AppTest:
    """The page, with what stands in its link."""
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {"database": database, "seeds": "", "base_path": ""}
    app.run().switch_page(SOURCES)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def told(app: AppTest) -> dict[str, Any]:
    """What the page's components are told, by their part."""
    sent = (getattr(getattr(one, "proto", None), "json", "") for one in app.main)
    every = [json.loads(one) for one in sent if one]
    return {one["part"]: one for one in every if isinstance(one, dict) and "part" in one}


def button(app: AppTest, label: str) -> Button:
    return next(one for one in app.button if one.label == label)


def texts(app: AppTest) -> str:
    return "\n".join(one.value for one in app.text)


def save_grade(app: AppTest, grade: str, note: str = "") -> AppTest:
    next(one for one in app.selectbox if one.label == "Grade").set_value(grade)
    app.text_area[0].set_value(note)
    return button(app, "Save").click().run()


def choose(app: AppTest, label: str, *names: str) -> AppTest:
    """Choose in a field of several names, and run."""
    next(one for one in app.multiselect if one.label == label).set_value(list(names))
    return app.run()


def merge(app: AppTest, *names: str) -> AppTest:
    return (
        button(choose(app, "The same source under other names", *names), "Put together")
        .click()
        .run()
    )


def witnesses(database: str) -> str:
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {"database": database, "seeds": "", "base_path": ""}
    return " ".join(plain(one.value) for one in app.run().switch_page(FIGURES).run().caption)


def test_the_list_tells_of_each_source(story: str) -> None:
    app = open_sources(story)
    assert not app.exception
    rows = {row["name"]: row for row in told(app)["list"]["sources"]}
    assert list(rows)[:3] == [COMPANY, "Labour Ministry of Bolivia", UNION]
    union = rows[UNION]
    assert (union["claims_shown"], union["kind"], union["grade"]) == ("8 claims", "NGO", "ungraded")
    assert union["reach"] == "1 independent source · 8 outlets · 3 to 5 June 2024"
    assert rows["Unidentified sources"]["heard_shown"] == "8 relayed"


def test_sources_are_found_by_name_and_listed_by_page(story: str) -> None:
    app = open_sources(story)
    assert len(told(app)["list"]["sources"]) == 20
    app.text_input(key="find_source").set_value("mining UNION").run()
    assert [row["name"] for row in told(app)["list"]["sources"]] == [UNION]
    app.text_input(key="find_source").set_value("nobody").run()
    assert "list" not in told(app)
    assert app.caption[-1].value == "No source of that name."


def test_an_opened_source_tells_what_it_says_and_whom_it_contradicts(story: str) -> None:
    app = open_sources(story, name=UNION)
    assert not app.exception
    parts = told(app)
    assert parts["head"]["sum"] == "8 claims · 1 independent source · 3 to 5 June 2024"
    (against,) = parts["accord"]["accord"]
    assert against["title"] == "It contradicts"
    assert {row["source"] for row in against["rows"]} == {
        *(COMPANY, "Labour Ministry of Bolivia", "Unidentified sources"),
    }
    titles = {one["title"]: one["rows"] for one in parts["counts"]["counts"]}
    assert titles["How it puts its claims"] == [
        {"name": "asserted", "times": 8, "stance": "asserted"}
    ]
    assert titles["How its claims reached us"][0]["times"] == 8
    assert len(titles["Outlets that carry it"]) == 8
    assert "When it was heard" in [one.value for one in app.subheader]


def test_a_filter_narrows_what_is_told_and_an_unknown_name_is_said(story: str) -> None:
    app = open_sources(story, name=UNION)
    app.multiselect(key="outlet").set_value(["Paper 0"]).run()
    assert told(app)["head"]["sum"].startswith("1 of its 8 claims shown")
    app.multiselect(key="outlet").set_value(["Paper 1"]).run()
    assert told(app)["head"]["sum"].startswith("0 of its 8 claims shown")
    assert app.caption[-1].value == "None of its claims passes the filter."
    assert "Choose one from the list" in open_sources(story, name="Nobody").warning[0].value


def test_a_grade_and_a_note_are_kept_shown_and_filtered_by(story: str) -> None:
    app = save_grade(open_sources(story, name=UNION), "D", "Asked twice, no answer.")
    assert not app.exception
    assert (told(app)["head"]["grade"], told(app)["head"]["note"]) == (
        "D",
        "Asked twice, no answer.",
    )
    assert "Graded D: not usually reliable" in texts(app)
    app.multiselect(key="grade").set_value(["D"]).run()
    assert told(app)["head"]["sum"].startswith("8 claims")
    app.multiselect(key="grade").set_value(["ungraded"]).run()
    assert told(app)["head"]["sum"].startswith("0 of its 8 claims shown")
    again = AppTest.from_file(SHELL, default_timeout=60)
    again.secrets["claimmap"] = {"database": story, "seeds": "", "base_path": ""}
    again.query_params["grade"] = "D"
    assert again.run().session_state["grades"] == ["D"]


def test_an_undone_grade_is_gone_and_can_be_given_again(story: str) -> None:
    app = save_grade(open_sources(story, name=UNION), "B")
    button(app, "Undo").click().run()
    assert told(app)["head"]["grade"] == "ungraded"
    assert "undone" in texts(app)
    button(app, "Do it again").click().run()
    assert told(app)["head"]["grade"] == "B"


def test_two_names_put_together_are_one_witness_everywhere_till_it_is_undone(story: str) -> None:
    assert "4 independent sources" in witnesses(story)
    app = merge(open_sources(story, name=UNION), COMPANY)
    assert not app.exception
    assert told(app)["head"]["sum"].startswith("16 claims · 1 independent source")
    assert "3 independent sources" in witnesses(story)
    assert COMPANY not in {row["name"] for row in told(open_sources(story))["list"]["sources"]}
    assert told(open_sources(story, name=COMPANY))["head"]["name"] == UNION
    button(app, "Undo").click().run()
    assert told(app)["head"]["sum"].startswith("8 claims")
    assert "4 independent sources" in witnesses(story)


def test_a_name_taken_out_stands_alone_and_outlives_reading_the_reports_again(
    story: str, tmp_path: Path
) -> None:
    merge(open_sources(story, name=UNION), COMPANY)
    app = choose(open_sources(story, name=UNION), "Names that mean another source", COMPANY)
    button(app, "Take out").click().run()
    assert told(app)["head"]["sum"].startswith("8 claims")
    merge(open_sources(story, name=UNION), "Labour Ministry of Bolivia")
    folder = tmp_path / "again"
    folder.mkdir()
    for report in read_again(story):
        store = Store(story)
        store.delete(report.document.id)
        store.save(report)
        store.close()
    assert told(open_sources(story, name=UNION))["head"]["sum"].startswith("16 claims")
    assert told(open_sources(story, name=COMPANY))["head"]["name"] == COMPANY


def read_again(database: str) -> Iterator[Extraction]:
    """The stored reports, as reading them again would give them."""
    store = Store(database)
    found = [store.extraction(one.id) for one in store.documents()]
    store.close()
    return (one for one in found if one is not None)


def test_two_sessions_keep_both_edits_and_see_each_others(story: str) -> None:
    mine, theirs = (open_sources(story, name=UNION) for _ in range(2))
    save_grade(mine, "B")
    merge(theirs, COMPANY)
    mine.run()
    assert told(mine)["head"]["sum"].startswith("16 claims")
    assert told(mine)["head"]["grade"] == told(theirs)["head"]["grade"] == "B"


def test_a_choice_that_another_session_has_put_elsewhere_does_no_harm(story: str) -> None:
    mine, theirs = open_sources(story, name=UNION), open_sources(story, name="Paper 1")
    choose(mine, "The same source under other names", COMPANY, "Paper 2")
    merge(theirs, COMPANY)
    mine.run()
    assert not mine.exception
    button(mine, "Put together").click().run()
    assert not mine.exception


def test_nobody_knows_who_unidentified_sources_are(story: str) -> None:
    app = open_sources(story, name="Unidentified sources")
    assert "Put together" not in [one.label for one in app.button]
    offered = next(
        one for one in open_sources(story, name=UNION).multiselect if "same source" in one.label
    )
    assert "Unidentified sources" not in offered.options
    assert COMPANY in offered.options


def test_hostile_names_stay_text(open_app: Start, database: str) -> None:
    app = open_sources(database, name=HOSTILE_NAME)
    save_grade(app, "E", HOSTILE)
    merge(app, "the ministry")
    assert not app.exception
    assert told(app)["head"]["note"] == HOSTILE.strip()
    assert HOSTILE_NAME in texts(app)
    for one in (*app.caption, *app.markdown, *app.header, *app.subheader):
        assert "<script>" not in one.value


@pytest.mark.parametrize(
    "name", ["`" * 5_000, "وزارة الصحة", "[x](javascript:alert(1)) :red[n]", " "]
)
def test_any_name_can_be_opened_graded_and_put_together(tmp_path: Path, name: str) -> None:
    url = f"sqlite:///{tmp_path / 'odd.db'}"
    store = Store(url)
    text = "It rained, she said."
    document = Document("d9", "The Wire", "Rain", "", None, text)
    claims = tuple(
        make_claim(document, text, words, Source(who, "person"))
        for words, who in (("It rained", name), ("she said", "Ana Costa"))
    )
    store.save(gather(document, claims, ()))
    store.close()
    app = merge(save_grade(open_sources(url, name=name), "A", name), "Ana Costa")
    assert not app.exception
    assert (told(app)["head"]["name"], told(app)["head"]["grade"]) == (name, "A")
    assert told(app)["head"]["sum"].startswith("2 claims")


def test_a_store_without_a_report_says_what_to_do(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    Store(url).close()
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {"database": url, "seeds": str(tmp_path), "base_path": ""}
    app.run().switch_page(SOURCES).run()
    assert not app.exception
    assert "No report has been read yet" in app.caption[-1].value
