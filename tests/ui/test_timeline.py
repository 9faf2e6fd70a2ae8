"""The timeline and the filter are one state, whoever changes it; and little is said about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.store import Store
from claimmap.ui.script import SHELL
from tests.ui.moving import move, report, shown_range, take_out, told

Start = Callable[..., AppTest]
ROOT = Path(__file__).parents[2]


def test_the_timeline_is_told_the_days_of_the_data(open_app: Start) -> None:
    data = told(open_app())
    assert data["extent"] == ["2024-03-04", "2024-05-31"]
    assert (data["first"], data["last"], data["basis"]) == (None, None, "event")
    assert (data["shown"], data["total"], data["turn"]) == (4, 4, 0)


def test_a_range_that_came_to_rest_is_the_filter(open_app: Start) -> None:
    app = move(open_app(), None, "2024-03-20")
    assert not app.exception
    assert app.date_input(key="to").value == date(2024, 3, 20)
    assert app.date_input(key="from").value is None
    assert shown_range(app) == (None, "2024-03-20")
    assert told(app)["turn"] == 1
    assert told(app)["shown"] == 1


def test_typed_dates_move_the_timeline_and_take_no_turn(open_app: Start) -> None:
    app = move(open_app(), "2024-03-10", None)
    app.date_input(key="from").set_value(date(2024, 5, 2)).run()
    assert shown_range(app) == ("2024-05-02", None)
    assert told(app)["turn"] == 1


def test_a_chip_taken_out_opens_that_end(open_app: Start) -> None:
    app = move(open_app(), "2024-03-10", "2024-04-10")
    take_out(app, "from", "2024-03-10")
    assert shown_range(app) == (None, "2024-04-10")


def test_links_and_the_timeline_hold_one_range(open_app: Start) -> None:
    app = open_app(**{"from": "2023-12-01", "to": "9999-12-31"})
    assert shown_range(app) == ("2023-12-01", "9999-12-31")
    move(app, "0001-01-01", None)
    assert app.date_input(key="from").value == date(1, 1, 1)
    assert app.date_input(key="to").value is None


def test_a_later_end_before_an_earlier_one_is_shown_as_it_is(open_app: Start) -> None:
    app = open_app(**{"from": "2024-05-01", "to": "2024-04-01"})
    assert shown_range(app) == ("2024-05-01", "2024-04-01")
    assert told(app)["shown"] == 0


def test_both_switches_of_time_are_one_state(open_app: Start) -> None:
    app = open_app(basis="statement")
    assert told(app)["basis"] == "statement"
    move(app, None, None, basis="published")
    assert app.selectbox(key="basis").value == "published"
    app.selectbox(key="basis").set_value("event").run()
    assert told(app)["basis"] == "event"


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        "all",
        {},
        {"first": "yesterday", "last": 7, "turn": "x", "basis": 1},
        {"first": "2024-02-30", "last": None, "turn": -3, "basis": "moon"},
    ],
)
def test_nonsense_changes_nothing(open_app: Start, nonsense: object) -> None:
    app = report(open_app(), nonsense)
    assert not app.exception
    assert shown_range(app) == (None, None)
    assert told(app)["basis"] == "event"
    assert told(app)["turn"] == 0


def test_turns_only_count_up(open_app: Start) -> None:
    app = move(open_app(), "2024-03-10", None, turn=7)
    move(app, "2024-03-11", None, turn=3)
    assert told(app)["turn"] == 7


def test_every_session_has_a_channel_of_its_own(open_app: Start) -> None:
    one, other = open_app(), open_app()
    token = told(one)["token"]
    assert len(token) == 32
    assert told(one.run())["token"] == token
    assert told(other)["token"] != token


def test_the_turn_is_kept_over_pages(open_app: Start) -> None:
    app = move(open_app(), "2024-03-10", None)
    app.switch_page("../../pages/claims.py").run()
    app.switch_page("../../pages/map.py").run()
    assert told(app)["turn"] == 1
    assert shown_range(app) == ("2024-03-10", None)


def test_little_is_sent_at_a_change(open_app: Start) -> None:
    app = open_app(**{"from": "2024-03-10", "to": "2024-04-10"})
    faces = [one.proto for one in app.get("bidi_component")]
    face = next(proto for proto in faces if proto.component_name == "claimmap_timeline")
    assert len(face.SerializeToString()) < 1000
    code = next(proto for proto in faces if proto.component_name == "claimmap_timeline_code")
    # From this size on Streamlit sends a message that has not changed as its hash alone.
    assert len(code.SerializeToString()) > 10_000
    assert not code.json


def test_a_store_of_one_day_has_that_day(open_app: Start, database: str) -> None:
    store = Store(database)
    store.delete("d1")
    store.close()
    assert told(open_app())["extent"] == ["2024-03-07", "2024-03-07"]


def test_a_store_without_any_claim_has_no_days(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    store = Store(url)
    store.close()
    app = AppTest.from_file(SHELL, default_timeout=30)
    app.secrets["claimmap"] = {"database": url, "seeds": str(tmp_path), "base_path": ""}
    app.run()
    assert not app.exception
    assert told(app)["extent"] is None
    assert json.dumps(told(app)["total"]) == "0"
