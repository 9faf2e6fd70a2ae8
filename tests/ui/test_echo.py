"""A request that left the browser before it was told of a change does not undo the change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from streamlit.testing.v1 import AppTest

Start = Callable[..., AppTest]
FIRST, LAST = date(2024, 3, 4), date(2024, 5, 31)
LATER = date(2024, 3, 20)


def slid(open_app: Start) -> tuple[AppTest, str]:
    """The app after the slider was moved, and the turn that the browser knew when it was."""
    app = open_app()
    app.run()
    turn = app.text_input(key="turn").value
    assert turn is not None
    app.slider(key="range").set_range(LATER, LAST).run()
    assert app.date_input(key="from").value == LATER
    return app, turn


def test_a_range_is_not_undone_by_a_switch_that_was_pressed_before_it_was_told(
    open_app: Start,
) -> None:
    app, turn = slid(open_app)
    app.text_input(key="turn").set_value(turn)
    app.date_input(key="from").set_value(None)
    app.segmented_control(key="basis_below").set_value("statement").run()
    assert app.date_input(key="from").value == LATER
    assert app.slider(key="range").value == (LATER, LAST)
    assert app.selectbox(key="basis").value == "statement"


def test_a_switch_is_not_undone_by_a_slider_that_was_moved_before_it_was_told(
    open_app: Start,
) -> None:
    app = open_app()
    app.run()
    turn = app.text_input(key="turn").value
    app.segmented_control(key="basis_below").set_value("statement").run()
    app.text_input(key="turn").set_value(turn)
    app.selectbox(key="basis").set_value("event")
    app.slider(key="range").set_range(LATER, LAST).run()
    assert app.selectbox(key="basis").value == "statement"
    assert app.segmented_control(key="basis_below").value == "statement"
    assert app.date_input(key="from").value == LATER


def test_a_filter_taken_out_is_not_put_back_by_the_slider_of_before(open_app: Start) -> None:
    app, _ = slid(open_app)
    app.run()
    turn = app.text_input(key="turn").value
    (chip,) = (button for button in app.button if button.key and button.key.startswith("chip"))
    chip.click().run()
    assert app.slider(key="range").value == (FIRST, LAST)
    app.text_input(key="turn").set_value(turn)
    app.slider(key="range").set_range(LATER, LAST)
    app.date_input(key="from").set_value(LATER).run()
    assert app.date_input(key="from").value is None
    assert app.slider(key="range").value == (FIRST, LAST)


def test_what_the_reader_takes_back_later_is_taken_back(open_app: Start) -> None:
    app, _ = slid(open_app)
    app.date_input(key="from").set_value(None).run()
    assert app.date_input(key="from").value is None
    assert app.slider(key="range").value == (FIRST, LAST)


def test_what_the_reader_sets_anew_counts_though_the_browser_is_behind(open_app: Start) -> None:
    app, turn = slid(open_app)
    app.text_input(key="turn").set_value(turn)
    app.date_input(key="from").set_value(date(2024, 4, 1)).run()
    assert app.date_input(key="from").value == date(2024, 4, 1)
    assert app.slider(key="range").value == (date(2024, 4, 1), LAST)
