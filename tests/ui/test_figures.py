"""The Figures page over the seed and over one story of many outlets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from claimmap.ui.series import write_csv
from claimmap.view.figures import SeriesRow
from tests.story import OUTLETS
from tests.ui.conftest import HOSTILE, SHELL

FIGURES = "../../pages/figures.py"
Start = Callable[..., AppTest]


def open_figures(database: str, **query: str) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {"database": database, "seeds": "", "base_path": ""}
    for key, value in query.items():
        app.query_params[key] = value
    return app.run().switch_page(FIGURES).run()


def plain(words: str) -> str:
    return words.replace("\\", "")


def component_data(app: AppTest, name: str) -> Any:
    protos = [one.proto for one in app.get("bidi_component")]
    return json.loads(next(one.json for one in protos if one.component_name == name))


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


def test_a_link_shows_a_series_whole_also_what_the_filter_hides(seed: str) -> None:
    app = open_figures(seed, series="6", source="National Intelligence Service")
    assert [plain(one.value) for one in app.header] == ["North Korean soldiers"]
    told = [plain(one.value) for one in app.caption]
    assert "Here is the whole series, also what the filter hides: 4 claims." in told
    assert len(app.dataframe[0].value) == 6
    next(one for one in app.button if one.label == "All figures").click()
    app.run()
    assert len(app.dataframe[0].value) == 2


def test_a_link_to_a_claim_without_a_figure_says_so(seed: str) -> None:
    app = open_figures(seed, series="1")
    assert not app.header
    assert "no figure that could be compared" in app.caption[-1].value


def test_paths_lead_from_roots_to_outlets(story: str) -> None:
    app = open_figures(story)
    labels = [plain(one.label) for one in app.expander]
    assert "Paths from root to outlet: 4 independent sources → 32 outlets" in labels
    paths = component_data(app, "claimmap_paths")["paths"]
    assert {root["claims"] for root in paths["roots"]} == {8}
    gazette = next(root for root in paths["roots"] if root["kind"] == "unidentified")
    assert [link["name"] for link in gazette["next"]] == ["Sierra Gazette"]


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
