"""The command ``figures``: the series of the seed, and the filter's options."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimmap.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
FIELDS = {
    *("claim", "source", "chain", "value", "lower", "upper", "approximate", "first", "last"),
    "role",
}
Run = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('figures') / 'claims.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMMAP_DATABASE", url)
        patch.delenv("CLAIMMAP_NOMINATIM", raising=False)
        assert main(["ingest", str(ROOT / "seeds")]) == 0
    return url


@pytest.fixture
def figures(
    database: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    monkeypatch.setenv("CLAIMMAP_DATABASE", database)

    def run(*options: str) -> list[dict[str, Any]]:
        assert main(["figures", *options]) == 0
        found: list[dict[str, Any]] = json.loads(capfdbinary.readouterr().out)
        return found

    return run


def test_north_korean_soldiers_are_one_series_of_four_rivals(figures: Run) -> None:
    (soldiers,) = [one for one in figures() if one["thing"] == "soldier"]
    rivals = [point for point in soldiers["points"] if point["role"] == "rival"]
    told = {point["value"]: (point["source"], point["approximate"]) for point in rivals}
    assert told == {
        1500: ("National Intelligence Service", False),
        10000: ("Volodymyr Zelensky", False),
        11000: ("Kyrylo Budanov", True),
        12000: ("South Korean media", True),
    }
    parts = {point["value"]: point["why"] for point in soldiers["points"] if point not in rivals}
    assert parts[2600] == "the words make it a part"
    assert (soldiers["actor"], soldiers["conflict"]) == ("North Korea", 4)
    assert "South Korean media, citing unidentified sources: about 12,000" in soldiers["words"]


def test_containers_and_rounds_are_series_of_their_own(figures: Run) -> None:
    by_value = {one["points"][0]["value"]: one for one in figures() if len(one["points"]) == 1}
    assert by_value[13000]["thing"] == "container"
    assert by_value[8000000]["points"][0]["upper"] == 8000000
    assert by_value[8000000]["points"][0]["lower"] is None


def test_each_point_has_the_fields_of_the_contract(figures: Run) -> None:
    for series in figures():
        assert {"counted", "actor", "points"} <= set(series)
        assert all(set(point) >= FIELDS for point in series["points"])


def test_the_most_contested_comes_first(figures: Run) -> None:
    conflicts = [series["conflict"] for series in figures()]
    assert conflicts == sorted(conflicts, reverse=True)


@pytest.mark.parametrize(
    ("options", "values"),
    [
        (["--source", "Kyrylo Budanov"], {11000, 2600}),
        (["--text", "containers"], {13000}),
        (["--outlet", "Nobody"], set()),
        (["--from", "1990-01-01", "--to", "1990-01-02", "--basis", "published"], set()),
    ],
)
def test_the_filter_leaves_what_it_names(
    figures: Run, options: list[str], values: set[int]
) -> None:
    found = {point["value"] for series in figures(*options) for point in series["points"]}
    assert found == values
