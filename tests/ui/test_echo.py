"""A request that left the browser before it was told of a change does not undo the change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from streamlit.testing.v1 import AppTest

from tests.ui.moving import chips, move, shown_range, take_out, told

Start = Callable[..., AppTest]
LATER = date(2024, 3, 20)


def slid(open_app: Start) -> tuple[AppTest, str]:
    """The app after the timeline was moved, and the turn that the browser knew when it was."""
    app = open_app()
    app.run()
    turn = app.text_input(key="turn").value
    assert turn is not None
    move(app, LATER.isoformat(), None)
    assert app.date_input(key="from").value == LATER
    return app, turn


def test_a_range_is_not_undone_by_a_filter_that_was_chosen_before_it_was_told(
    open_app: Start,
) -> None:
    app, turn = slid(open_app)
    app.text_input(key="turn").set_value(turn)
    app.date_input(key="from").set_value(None)
    app.multiselect(key="stance").set_value(["denied"]).run()
    assert app.date_input(key="from").value == LATER
    assert shown_range(app) == (LATER.isoformat(), None)
    assert app.multiselect(key="stance").value == ["denied"]


def test_a_switch_of_times_is_not_undone_by_an_old_request(open_app: Start) -> None:
    app = open_app()
    app.run()
    turn = app.text_input(key="turn").value
    move(app, None, None, basis="statement")
    app.text_input(key="turn").set_value(turn)
    app.selectbox(key="basis").set_value("event")
    app.multiselect(key="stance").set_value(["denied"]).run()
    assert app.selectbox(key="basis").value == "statement"
    assert told(app)["basis"] == "statement"


def test_a_filter_taken_out_is_not_put_back_by_a_request_of_before(open_app: Start) -> None:
    app, _ = slid(open_app)
    app.run()
    turn = app.text_input(key="turn").value
    (chip,) = chips(app)
    take_out(app, *chip)
    assert shown_range(app) == (None, None)
    app.text_input(key="turn").set_value(turn)
    app.date_input(key="from").set_value(LATER).run()
    assert app.date_input(key="from").value is None
    assert shown_range(app) == (None, None)


def test_what_the_reader_takes_back_later_is_taken_back(open_app: Start) -> None:
    app, _ = slid(open_app)
    app.date_input(key="from").set_value(None).run()
    assert app.date_input(key="from").value is None
    assert shown_range(app) == (None, None)


def test_what_the_reader_sets_anew_counts_though_the_browser_is_behind(open_app: Start) -> None:
    app, turn = slid(open_app)
    app.text_input(key="turn").set_value(turn)
    app.date_input(key="from").set_value(date(2024, 4, 1)).run()
    assert app.date_input(key="from").value == date(2024, 4, 1)
    assert shown_range(app) == ("2024-04-01", None)
