"""The Figures page over the seed and over one story of many outlets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.__main__ import main
from claimmap.ui.figures import write_csv
from claimmap.view.figures import SeriesRow
from tests.story import OUTLETS, write_story
from tests.ui.conftest import HOSTILE, ROOT, SHELL

FIGURES = "../../pages/figures.py"
Start = Callable[..., AppTest]


def ingested(folder: Path, reports: Path) -> str:
    url = f"sqlite:///{folder / 'claims.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMMAP_DATABASE", url)
        patch.delenv("CLAIMMAP_NOMINATIM", raising=False)
        assert main(["ingest", str(reports)]) == 0
    return url


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> str:
    return ingested(tmp_path_factory.mktemp("seed"), ROOT / "seeds")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    reports = write_story(tmp_path_factory.mktemp("reports"))
    return ingested(tmp_path_factory.mktemp("story"), reports)


def open_figures(database: str, **query: str) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {"database": database, "seeds": "", "base_path": ""}
    for key, value in query.items():
        app.query_params[key] = value
    return app.run().switch_page(FIGURES).run()


def plain(words: str) -> str:
    return words.replace("\\", "")


def charts(app: AppTest) -> list[Any]:
    return [json.loads(one.proto.spec) for one in app.get("vega_lite_chart")]


def test_the_seeds_figures_stand_under_their_headings(seed: str) -> None:
    app = open_figures(seed)
    assert not app.exception
    headings = [plain(one.value) for one in app.header]
    assert headings[0] == "North Korean soldiers"
    assert {"cargo containers", "122-mm and 152-mm rounds"} <= set(headings)
    words = plain(app.markdown[0].value)
    assert "National Intelligence Service: 1,500" in words
    assert "South Korean media, citing unidentified sources: about 12,000" in words
    assert "4 figures that cannot all hold · 6 claims" in plain(app.caption[1].value)
    assert len(charts(app)) == len(headings)


def test_each_series_has_its_table(seed: str) -> None:
    table = open_figures(seed).dataframe[0].value
    assert list(table.columns)[:2] == ["Figure", "Role"]
    assert list(table["Role"]) == ["rival"] * 4 + ["part"] * 2
    assert {"1,500", "about 12,000", "2,600"} <= set(table["Figure"])


def test_a_filter_leaves_its_figures(seed: str) -> None:
    app = open_figures(seed, text="containers")
    assert [one.value for one in app.header] == ["cargo containers"]


def test_nothing_to_compare_is_said(seed: str) -> None:
    app = open_figures(seed, outlet="Nobody", text="zzz")
    assert not app.header
    assert "None of the claims shown" in app.caption[-1].value


def test_show_on_map_carries_the_filter(seed: str) -> None:
    app = open_figures(seed, text="containers")
    next(one for one in app.button if one.label == "Show on map").click()
    app.run()
    assert not app.exception
    assert [app.text_input(key="text").value] == ["containers"]
    assert len(app.session_state["places"]) == 1


def test_a_story_of_many_outlets_is_one_series(story: str) -> None:
    app = open_figures(story)
    assert [one.value for one in app.header] == ["Bolivian miners"]
    told = plain(app.caption[1].value)
    assert f"{OUTLETS} claims" in told
    assert "4 figures that cannot all hold" in told
    assert "4 independent sources" in told
    stages = app.dataframe[0].value.query("Role == 'stage'")
    assert set(stages["Figure"]) == {"2,000"}


def test_a_link_leads_to_one_series(seed: str) -> None:
    app = open_figures(seed)
    every = len(app.header)
    one = open_figures(seed, series="25")
    assert 0 < len(one.header) < every
    assert any(button.label == "All figures" for button in one.button)


def test_hostile_text_stays_text(open_app: Start) -> None:
    app = open_app(FIGURES)
    assert not app.exception
    for one in (*app.header, *app.markdown):
        assert "<img" not in one.value.replace("\\", "") or "\\<img" in one.value


def test_a_file_runs_no_formula() -> None:
    point: dict[str, Any] = dict.fromkeys(
        ("role", "why", "value", "lower", "upper", "approximate", "bound", "source", "stance"), 1
    )
    point |= {"first": None, "last": None, "said": None, "claim": "c", "chain": ["=1+1", HOSTILE]}
    row: Any = {"counted": "=cmd()", "actor": "+x", "points": [point]}
    series: SeriesRow = row
    (cells,) = csv.DictReader(io.StringIO(write_csv(series), newline=""))
    assert (cells["counted"], cells["actor"]) == ("'=cmd()", "'+x")
    assert cells["chain"].startswith("'=1+1 > ")
