"""A store of more places than the sidebar lists: the others are typed, or stand in the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.model import Place
from claimmap.store import Store
from claimmap.ui.choices import OFFERED
from tests.store.conftest import make_extraction, toponym

Start = Callable[..., AppTest]
PLACES = OFFERED + 5
RARE = PLACES  # the id of the last, which is not listed


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The URL of a store with one claim a place, and one more at each but the last few."""
    url = f"sqlite:///{tmp_path / 'claimmap.db'}"
    store = Store(url)
    for name, places in (("one", PLACES), ("two", OFFERED)):
        report = make_extraction(name, tuple(f"Sentence {number}." for number in range(places)), ())
        claims = tuple(
            replace(claim, toponyms=(replace(toponym(0, a_place(number)), candidates=()),))
            for number, claim in enumerate(report.claims, start=1)
        )
        store.save(replace(report, claims=claims))
    store.close()
    return url


def a_place(number: int) -> Place:
    return Place(number, f"Town {number}", "XA", "city", number / 10, 20.0, address="Exland")


def shown(app: AppTest) -> int:
    assert not app.exception
    return int(app.session_state["screen"].counts.shown)


def test_a_place_that_is_not_listed_can_be_typed(open_app: Start) -> None:
    app = open_app()
    field = app.multiselect(key="place")
    assert len(field.options) == OFFERED
    assert f"Town {RARE}, Exland" not in field.options
    field.set_value([f"town {RARE}"])
    assert shown(app.run()) == 1
    assert app.query_params["place"] in (str(RARE), [str(RARE)])


def test_a_name_of_no_place_is_told_and_changes_nothing(open_app: Start) -> None:
    app = open_app()
    app.multiselect(key="place").set_value(["Atlantis"])
    assert shown(app.run()) == PLACES + OFFERED
    assert "Atlantis" in app.toast[0].value


def test_a_link_may_name_any_place(open_app: Start) -> None:
    app = open_app(place=str(RARE))
    assert shown(app) == 1
    assert f"Town {RARE}, Exland" in app.multiselect(key="place").options


def test_sessions_share_the_claims_and_what_a_filter_leaves_of_them(open_app: Start) -> None:
    one, other = (open_app(place=str(RARE)).session_state["screen"] for _ in range(2))
    assert one.columns is other.columns
    assert one.selection is other.selection
