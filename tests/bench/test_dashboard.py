"""The dashboard's benchmark says what it measured, holds it to the bounds, and hides no failure."""

from __future__ import annotations

from dataclasses import replace

from tests.bench.dashboard.acts import delays
from tests.bench.dashboard.bounds import judge
from tests.bench.dashboard.costs import Cost, Own, Result, Session
from tests.bench.dashboard.tables import report

COST = Cost((1500.0, 1600.0, 1700.0), (40.0, 50.0, 60.0), 1_500.0, 100.0, 30.0, 800.0)
OWN = Own(
    cold=7000.0,
    drags=(30.0, 40.0),
    frames=(16.0, 17.0),
    messages=0,
    sources=(180.0, 190.0),
    searches=(400.0, 650.0),
    filter_bytes=1_900.0,
    popups=(90.0, 120.0),
    columns=11_000_000.0,
    peak=890.0,
    sessions=(Session(1, 800.0, (180.0,)), Session(4, 860.0, (700.0,))),
    missed=(),
)
OURS = Result("Claim Map", 1_000_000, 20_000, 731, cost=COST, own=OWN)
FLOOR = replace(OURS, way="floor", own=None, cost=replace(COST, firsts=(1000.0,), changes=(100.0,)))
PYDECK = replace(FLOOR, way="pydeck_places", cost=replace(COST, changes=(500.0,)))


def test_each_bound_is_judged_by_what_was_measured() -> None:
    held = {verdict.what: verdict.held for verdict in judge([OURS, FLOOR, PYDECK], 1_000_000)}
    assert held.pop("a change faster than pydeck point a place") == "no"
    assert len(held) == 14
    assert set(held.values()) == {"yes"}
    slow = replace(OURS, own=replace(OWN, searches=(400.0, 800.0)))
    assert {
        verdict.what for verdict in judge([slow, FLOOR], 1_000_000) if verdict.held == "no"
    } == {"words, worst"}


def test_a_bound_that_was_not_measured_is_not_held() -> None:
    empty = replace(OURS, own=replace(OWN, popups=(), searches=()))
    told = {verdict.what: verdict.held for verdict in judge([empty], 1_000_000)}
    assert {what for what, held in told.items() if held == "not measured"} == {
        "popup open, worst",
        "words, worst",
        "first map, of the floor's first page",
        "drag, p50, of the floor's rerun",
        "drag, p95, of the floor's rerun",
        "another source, p50, of the floor's rerun",
        "a change faster than pydeck point a place",
    }


def test_a_way_that_shows_no_map_has_a_line_that_says_so() -> None:
    failed = replace(PYDECK, cost=None, trouble="no map in 45 s")
    lines = list(report([OURS, FLOOR, failed]))
    assert any(line.startswith("| pydeck_places | no map in 45 s |") for line in lines)
    missed = replace(OURS, own=replace(OWN, missed=("source 3: Timeout",)))
    assert "missed at 1,000,000: source 3: Timeout" in list(report([missed, FLOOR]))


def test_a_drag_is_drawn_when_a_drawing_has_got_as_far() -> None:
    log = {
        "moves": [100.0, 200.0],
        "posts": [
            {"kind": "range", "first": "2024-01-02", "at": 105.0},
            {"kind": "drawn", "first": "2024-01-01", "at": 110.0},
            {"kind": "range", "first": "2024-01-05", "at": 205.0},
            {"kind": "drawn", "first": "2024-01-02", "at": 210.0},
            {"kind": "drawn", "first": "2024-01-05", "at": 225.0},
        ],
    }
    assert delays(log) == (110.0, 25.0)
