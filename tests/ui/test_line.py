"""The line: one message that tells the filter and what it leaves, and values taken out of it."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.ui import echo
from tests.ui.moving import chips, line, take_out, told

Start = Callable[..., AppTest]


def test_the_line_is_the_filter_of_a_link_and_what_it_leaves(open_app: Start) -> None:
    said = line(open_app(place="2735943", source="Ana Costa"))
    assert said["query"] == "source=Ana+Costa&place=2735943"
    assert said["counts"] == [4, 1, 0, 0]
    assert said["places"] == {"2735943": "Porto, Porto, Portugal"}


def test_each_line_is_later_than_the_one_before(open_app: Start) -> None:
    app = open_app()
    times = [line(app)["at"], line(app.run())["at"], line(app.run())["at"]]
    assert times == sorted(set(times))


def test_a_value_is_taken_out_and_the_others_stay(open_app: Start) -> None:
    app = open_app(place=["2735943", "2267226"], stance=["asserted", "denied"])
    take_out(app, "place", "2267226")
    take_out(app, "stance", "denied")
    assert chips(app) == [("place", "2735943"), ("stance", "asserted")]


@pytest.mark.parametrize(("key", "value"), [("moon", "x"), ("stance", "x"), ("source", "Nobody")])
def test_what_filters_nothing_cannot_be_taken_out(open_app: Start, key: str, value: str) -> None:
    app = open_app(stance="denied")
    take_out(app, key, value)
    assert not app.exception
    assert chips(app) == [("stance", "denied")]


def test_the_map_itself_is_told_nothing_that_changes(open_app: Start) -> None:
    app = open_app()
    before = app.get("component_instance")[0].proto.json_args
    app.multiselect(key="source").set_value(["Ana Costa"]).run()
    assert told(app)["shown"] == 1
    assert app.get("component_instance")[0].proto.json_args == before


def a_field() -> None:
    """A field whose value a button takes out, as a field that runs alone has it."""
    import streamlit as st

    from claimmap.ui.echo import drop_echoes, set_values, settle_turn

    def take() -> None:
        set_values({"names": []})

    drop_echoes()
    st.button("Take out", on_click=take)
    st.multiselect("Names", ["a", "b"], key="names")
    settle_turn()


@pytest.mark.parametrize(("soon", "left"), [(inf, []), (0, ["a"])])
def test_what_is_taken_out_alone_is_not_put_back_by_a_request_of_before(
    monkeypatch: pytest.MonkeyPatch, soon: float, left: list[str]
) -> None:
    monkeypatch.setattr(echo, "SOON", soon)
    app = AppTest.from_function(a_field).run()
    app.multiselect[0].set_value(["a"]).run()
    app.button[0].click().run()
    assert app.multiselect[0].value == []
    app.multiselect[0].set_value(["a"]).run()
    assert app.multiselect[0].value == left
