"""The shell: one filter on every page and in the link, and counts that add up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.model import STANCES
from claimmap.ui.resources import open_extractor
from claimmap.ui.script import SHELL
from claimmap.ui.settings import Settings
from tests.ui.moving import chips, line, take_out

Start = Callable[..., AppTest]
PAGES = ("../../pages/map.py", "../../pages/claims.py", "../../pages/reports.py")


def numbers(app: AppTest) -> list[int]:
    """How many claims are shown, and of how many."""
    total, shown, _, _ = line(app)["counts"]
    return [shown, total]


def test_no_filter_shows_every_claim(open_app: Start) -> None:
    app = open_app()
    assert not app.exception
    assert line(app)["counts"] == [4, 4, 1, 0]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_the_counts_without_an_error(open_app: Start, page: str) -> None:
    app = open_app(page)
    assert not app.exception
    assert numbers(app) == [4, 4]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"source": "Ana Costa"}, 1),
        ({"outlet": "The Wire"}, 3),
        ({"place": "2735943"}, 2),
        ({"place": ["2735943", "2267226"]}, 3),
        ({"stance": ["asserted", "denied"]}, 2),
        ({"text": "engineers"}, 1),
        ({"from": "2024-03-01", "to": "2024-03-31"}, 1),
        ({"from": "2024-03-07", "basis": "statement"}, 1),
        ({"to": "2024-03-06", "basis": "published"}, 3),
        ({"source": "Ana Costa", "stance": "denied"}, 0),
    ],
)
def test_a_link_restores_its_filter(open_app: Start, query: dict[str, str], shown: int) -> None:
    app = open_app(**query)
    assert not app.exception
    assert numbers(app) == [shown, 4]


@pytest.mark.parametrize(
    "query",
    [
        {"from": "yesterday", "basis": "whenever", "stance": "angry", "source": "Nobody"},
        {"place": ["x", "999", "2735943x"], "to": "2024-02-30"},
    ],
)
def test_what_a_link_asks_in_vain_is_dropped(open_app: Start, query: dict[str, str]) -> None:
    app = open_app(**query)
    assert not app.exception
    assert numbers(app) == [4, 4]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"from": "2024-05-10"},
        {"source": "Ana Costa"},
        {"from": "2024-05-10", "stance": "denied"},
    ],
)
def test_the_counts_add_up(open_app: Start, query: dict[str, str]) -> None:
    total, shown, unplaced, undated = line(open_app(**query))["counts"]
    assert 0 <= unplaced <= shown
    assert 0 <= undated <= total - shown


def test_the_filter_is_kept_on_every_page(open_app: Start) -> None:
    app = open_app(place="2735943", source="Ana Costa")
    for page in PAGES:
        app.switch_page(page).run()
        assert numbers(app) == [1, 4]


def test_a_chosen_place_stands_in_the_link_by_its_id(open_app: Start) -> None:
    app = open_app()
    app.multiselect(key="place").select(2267226).run()
    assert app.query_params["place"] in ("2267226", ["2267226"])
    assert numbers(app)[0] == 1


def test_places_are_offered_by_name_with_what_contains_them(open_app: Start) -> None:
    assert open_app().multiselect(key="place").options == [
        "Lagos, Faro, Portugal",
        "Porto, Porto, Portugal",
    ]


def test_clearing_shows_all_claims_again(open_app: Start) -> None:
    app = open_app(**{"place": "2735943", "stance": STANCES[0], "from": "2024-01-01", "text": "a"})
    clear = next(button for button in app.sidebar.button if button.label == "Clear filters")
    clear.click().run()
    assert numbers(app) == [4, 4]
    assert not chips(app)


@pytest.mark.parametrize(
    "query",
    [{"place": "2735943"}, {"source": "Ana Costa"}, {"from": "2024-05-01"}, {"text": "May"}],
)
def test_a_chip_takes_its_value_out(open_app: Start, query: dict[str, str]) -> None:
    app = open_app(**query)
    (chip,) = chips(app)
    take_out(app, *chip)
    assert not app.exception
    assert numbers(app) == [4, 4]


def test_a_range_that_ends_before_it_begins_is_told(open_app: Start) -> None:
    app = open_app(**{"from": "2024-05-10", "to": "2024-05-01"})
    assert not app.exception
    assert "later than" in app.sidebar.warning[0].value


def test_a_store_that_is_damaged_is_told_with_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 500)
    app = AppTest.from_file(SHELL, default_timeout=30)
    app.secrets["claimmap"] = {"database": f"sqlite:///{broken}", "seeds": "", "base_path": ""}
    app.run()
    assert not app.exception
    assert "is no database, or is damaged" in app.error[0].value.replace("\\", "")


def test_what_nominatim_is_sent_is_told_where_it_is_switched_on(database: str) -> None:
    app = AppTest.from_file(SHELL, default_timeout=30)
    app.secrets["claimmap"] = {
        "database": database,
        "seeds": "",
        "base_path": "",
        "contact": "me@example.org",
    }
    app.run()
    assert any("OpenStreetMap contributors" in caption.value for caption in app.caption)
    app.switch_page(PAGES[2]).run()
    told = " ".join(caption.value for caption in app.caption)
    assert "the name alone" in told
    assert "OpenStreetMap contributors" in told


def test_nominatim_is_not_spoken_of_where_it_is_off(open_app: Start) -> None:
    for page in (PAGES[0], PAGES[2]):
        assert not any("OpenStreetMap" in caption.value for caption in open_app(page).caption)


def test_the_form_reads_with_nominatim_where_it_is_switched_on(database: str) -> None:
    off, on = (open_extractor(Settings(database, "", "", who)) for who in ("", "me@example.org"))
    assert off.geocoder is None
    assert on.geocoder is not None
    assert on.geocoder.name == "Nominatim"
