"""The Story page over the seed, over one story of many outlets, and over hostile text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from claimmap.store import Store
from tests.ui.conftest import HOSTILE, SHELL, UNDATED, make_plain

STORY = "../../pages/story.py"
Start = Callable[..., AppTest]


def open_story(database: str, seeds: str = "", **query: str) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {"database": database, "seeds": seeds, "base_path": ""}
    for key, value in query.items():
        app.query_params[key] = value
    return app.run().switch_page(STORY).run()


def groups(app: AppTest) -> list[dict[str, Any]]:
    """The days of the page, with their claims, as they were sent."""
    assert not app.exception
    protos = [one.proto for one in app.get("bidi_component")]
    told = next(one.json for one in protos if one.component_name == "claimmap_claims")
    days: list[dict[str, Any]] = json.loads(told)["groups"]
    return days


def changes(app: AppTest) -> list[tuple[str, str, str]]:
    claims = [claim for day in groups(app) for claim in day["claims"]]
    return [
        (change["before"], change["after"], change["who"])
        for claim in claims
        for change in claim.get("changes", ())
    ]


def plain(words: str) -> str:
    return words.replace("\\", "")


def test_the_seed_is_told_day_by_day_with_the_figures_that_change(seed: str) -> None:
    app = open_story(seed)
    assert [day["heading"] for day in groups(app)][-2:] == ["17 October 2024", "18 October 2024"]
    assert changes(app) == [
        ("10,000", "1,500", "National Intelligence Service"),
        ("1,500", "about 12,000", "South Korean media, citing unidentified sources"),
        ("about 12,000", "about 11,000", "Kyrylo Budanov"),
    ]
    assert "29 claims" in plain(app.caption[1].value)
    assert "independent sources" in plain(app.caption[1].value)


def test_a_claim_in_conflict_carries_its_badge(seed: str) -> None:
    claims = [
        claim
        for day in groups(open_story(seed, source="Kyrylo Budanov"))
        for claim in day["claims"]
    ]
    told = [claim["conflict"] for claim in claims if claim["conflict"]]
    assert [one["words"] for one in told] == ["3 other figures"]
    assert told[0]["link"].startswith("/figures?series=")
    assert "source=Kyrylo+Budanov" in told[0]["link"]


def test_a_page_holds_a_part_and_stands_in_the_link(story: str) -> None:
    first, second = open_story(story), open_story(story, story_page="2")
    assert sum(len(day["claims"]) for day in groups(first)) == 20
    assert groups(second)[0]["heading"] == "3 June 2024"
    assert groups(second)[0]["note"] == "33 claims, continued"
    assert open_story(story, story_page="99").get("bidi_component")


def test_a_day_is_gone_to_and_a_sources_new_figure_is_its_own(story: str) -> None:
    app = open_story(story)
    app.date_input(key="story_day").set_value(date(2024, 6, 5)).run()
    assert "5 June 2024" in [day["heading"] for day in groups(app)]
    assert changes(app) == [("2,000", "3,000", "National Mining Union")]


def test_what_papers_repeat_is_no_change(story: str) -> None:
    app = open_story(story, story_page="2")
    assert changes(app) == []


def test_only_the_changes_can_be_read(story: str) -> None:
    app = open_story(story, changes="true")
    assert [change[:2] for change in changes(app)] == [
        ("2,000", "5,000"),
        ("5,000", "about 1,200"),
        ("about 1,200", "up to 400"),
        ("2,000", "3,000"),
    ]
    assert [day["heading"] for day in groups(app)] == ["3 June 2024", "5 June 2024"]
    assert sum(day["claims"] != [] for day in groups(app)) == 2
    alone = open_story(story, changes="true", source="Andes Company")
    assert alone.caption[-1].value == "No figure changes among the claims shown."


def test_claims_without_a_day_come_last_under_a_label(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'claims.db'}"
    store, plain_report = Store(url), make_plain()
    first, *rest = plain_report.claims
    store.save(replace(plain_report, claims=(replace(first, statement=UNDATED), *rest)))
    store.close()
    app = open_story(url)
    assert [day["heading"] for day in groups(app)][-1] == "Without a day"
    assert "1 without a day, at the end" in plain(app.caption[1].value)


def test_hostile_text_stays_text(open_app: Start) -> None:
    app = open_app(STORY)
    assert HOSTILE.split(".")[0] in json.dumps(groups(app), ensure_ascii=False).replace('\\"', '"')
    for one in (*app.caption, *app.markdown):
        assert "<" not in one.value


def test_a_filter_that_leaves_nothing_is_said(seed: str) -> None:
    app = open_story(seed, text="zzz")
    assert app.caption[-1].value == "No claim passes the filter."


def test_an_empty_store_has_no_story(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    app = open_story(f"sqlite:///{tmp_path / 'claims.db'}", str(tmp_path / "seeds"))
    assert not app.exception
    assert app.caption[-1].value == "No claim passes the filter."
