"""The command ``sources``: who is quoted in the seed and beyond, and whom each contradicts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimmap.__main__ import main
from claimmap.model import SourceEdit
from claimmap.store import Store

ROOT = Path(__file__).resolve().parents[1]
NIS = "National Intelligence Service"
WHEN = datetime(2024, 12, 11, tzinfo=UTC)
REPORTS = {
    "a": "The National Intelligence Service (NIS) said on 20 November 2024 that the dam near Kursk"
    " had burst. Police said the bridge near Kursk was closed.",
    "b": "The mayor of Kursk, Ivan Petrov, said on 20 November 2024 that the dam near Kursk had"
    " burst.",
    "c": "The governor, Oleg Sokolov, said on 20 November 2024 that the dam near Kursk had not"
    " burst. Reuters reported that the NIS said the dam near Kursk had not burst.",
    "d": "The NIS said on 20 November 2024 that the road to Kursk was open.",
}
Run = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("sources")
    url = f"sqlite:///{folder / 'claims.db'}"
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text)
        known = f'[outlet]\nvalue = "Paper {name}"\nhow = "given"\n'
        known += '[published]\nvalue = 2024-11-20\nhow = "given"\n'
        (folder / f"{name}.toml").write_text(known)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMMAP_DATABASE", url)
        patch.delenv("CLAIMMAP_NOMINATIM", raising=False)
        assert main(["ingest", str(ROOT / "seeds"), *map(str, folder.glob("*.txt"))]) == 0
    return url


@pytest.fixture
def sources(
    database: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    monkeypatch.setenv("CLAIMMAP_DATABASE", database)

    def run(*options: str) -> dict[str, dict[str, Any]]:
        assert main(["sources", *options]) == 0
        found: list[dict[str, Any]] = json.loads(capfdbinary.readouterr().out)
        return {one["name"]: one for one in found}

    return run


def told(rows: list[dict[str, Any]]) -> dict[str, tuple[str, str, str]]:
    return {row["source"]: (row["what"], row["own"], row["other"]) for row in rows}


def test_each_source_is_told_with_its_counts_most_claims_first(sources: Run) -> None:
    found = sources()
    claims = [one["claims"] for one in found.values()]
    assert claims == sorted(claims, reverse=True)
    for one in found.values():
        assert one["claims"] == one["own_words"] + one["first_hand"] + one["relayed"]
        assert one["claims"] == sum(one["stances"].values())
        assert one["claims"] == sum(outlet["claims"] for outlet in one["outlets"])
        assert one["grade"] is None
    service = found[NIS]
    assert service["kind"] == "intelligence service"
    assert {name["name"] for name in service["names"]} == {NIS, "NIS"}
    assert {outlet["name"] for outlet in service["outlets"]} == {"BBC", "Paper a", "Paper d"}


def test_a_source_contradicts_those_who_give_other_figures(sources: Run) -> None:
    contradicted = told(sources()[NIS]["contradicts"])
    assert contradicted["Kyrylo Budanov"] == ("North Korean soldiers", "1,500", "about 11,000")
    assert contradicted["South Korean media"][2] == "about 12,000"
    (row,) = [r for r in sources()["Kyrylo Budanov"]["contradicts"] if r["source"] == NIS]
    assert (row["own"], row["other"], row["independent"]) == ("about 11,000", "1,500", True)


def test_a_source_contradicts_and_corroborates_by_words_alone(sources: Run) -> None:
    mayor = sources()["Ivan Petrov"]
    assert "dam burst" in told(mayor["contradicts"])["Oleg Sokolov"]
    assert "dam burst" in told(mayor["corroborates"])[NIS]
    assert [row["series"] for row in mayor["corroborates"]] == [None]


def test_what_a_source_says_through_others_is_no_contradiction_of_theirs(sources: Run) -> None:
    assert "Reuters" not in told(sources()[NIS]["contradicts"])


def test_the_filter_narrows_the_claims_and_takes_any_of_a_sources_names(sources: Run) -> None:
    assert set(sources("--source", "NIS")) == {NIS}
    (one,) = sources("--source", NIS, "--outlet", "Paper a").values()
    assert one["claims"] == 1
    assert told(one["contradicts"]) == told(sources()[NIS]["contradicts"])
    assert sources("--text", "zzz") == {}


def test_what_people_say_is_told_and_filtered_by(sources: Run, database: str) -> None:
    store = Store(database)
    names = (NIS, "NIS")
    numbers = [
        store.edit_source(SourceEdit("grade", WHEN, names, value="B")),
        store.edit_source(SourceEdit("note", WHEN, names, value="By way of members.")),
        store.edit_source(SourceEdit("split", WHEN, ("NIS",), (NIS,))),
    ]
    found = sources("--grade", "B")
    assert set(found) == {NIS, "NIS"}
    assert (found["NIS"]["grade"], found["NIS"]["note"]) == ("B", "By way of members.")
    assert sources("--grade", "C") == {}
    for number in numbers:
        store.edit_source(SourceEdit("undo", WHEN, of=number))
    store.close()
    assert sources("--grade", "B") == {}
    assert "NIS" not in sources()
