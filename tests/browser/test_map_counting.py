"""The live range: counted as the range moves, heard from the timeline, told back to it."""

from __future__ import annotations

import base64
import random
from datetime import date, timedelta
from typing import Any

import pytest
from backports import zstd
from playwright.sync_api import Frame, Page

from claimmap.model import TIME_BASES, Filter
from claimmap.view.filters import filter_query
from claimmap.view.snapshots import Snapshot
from tests.browser.screen import Screen
from tests.view.rows import at, columns_of, dated, many_rows, row, some_filters

READ = """encoded => {
  const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
  window.tried = claimmap.readColumns(bytes.buffer);
  window.groupOf = Uint16Array.from(tried.place_id, (_, index) => index % 7);
}"""
START = """query => {
  window.tally = new claimmap.Tally(tried, claimmap.readFilter(tried, query), null);
  tally.setGroups(groupOf, 7);
}"""
# What differs between the tally that was moved all along and one that is counted for this range.
DIFFERS = """([query, first, last]) => {
  const day = (iso) => claimmap.dayNumber(tried, iso);
  tally.move(day(first), day(last));
  const filter = { ...claimmap.readFilter(tried, query), first: day(first), last: day(last) };
  const fresh = new claimmap.Tally(tried, filter, null);
  fresh.setGroups(groupOf, 7);
  const arrays = ["counts", "loud", "firm", "long", "reaches", "flows", "groups"];
  const differ = arrays.filter((name) => fresh[name].some((n, at) => n !== tally[name][at]));
  for (const place of tried.place_id.keys()) {
    if (fresh.reach(place) !== tally.reach(place)) differ.push(`reach of ${place}`);
    if (Math.abs(fresh.share([place]) - tally.share([place])) > 1e-6) differ.push(`share ${place}`);
  }
  return fresh.shown === tally.shown ? differ : [...differ, "shown"];
}"""
SHARES = """([first, last]) => {
  tally.move(claimmap.dayNumber(tried, first), claimmap.dayNumber(tried, last));
  return [tally.shown, tally.counts[0] ? tally.share([0]) : null];
}"""
TALK = """async ([token, message]) => {
  const heard = [];
  const wire = new BroadcastChannel(`claimmap-${token}`);
  wire.onmessage = (event) => heard.push(event.data);
  wire.postMessage(message);
  const wanted = message.kind === "hello" ? 2 : 1;
  while (new Set(heard.map(({ kind }) => kind)).size < wanted) {
    await new Promise((done) => setTimeout(done, 20));
  }
  wire.close();
  const plain = (numbers) => ({ begins: [...numbers.begins], ends: [...numbers.ends] });
  return heard.map((told) => told.kind === "days"
    ? { ...told, all: plain(told.all), passing: plain(told.passing) } : told);
}"""
TOKEN = "feed"
KINDS = ("days", "drawn")


@pytest.fixture
def frame(page: Page) -> Frame:
    """The map's frame, drawn."""
    screen = Screen(page)
    frame = screen.map()
    screen.settle()
    return frame


def read(frame: Frame, rows: Any) -> None:
    columns = zstd.decompress(Snapshot(columns_of(rows), {}).packed)
    frame.evaluate(READ, base64.b64encode(columns).decode("ascii"))


def some_ranges(seed: int, number: int) -> list[tuple[str | None, str | None]]:
    """Ranges as hands make them: small steps of either end, jumps, open ends, the wrong way."""
    rng = random.Random(seed)
    low, high = date(2023, 12, 10), date(2024, 1, 20)
    found: list[tuple[str | None, str | None]] = []
    for _ in range(number):
        step = timedelta(days=rng.choice([-40, -9, -2, -1, 1, 1, 2, 9, 40]))
        low, high = (low + step * rng.choice([0, 1]), high + step * rng.choice([0, 1]))
        low, high = (max(min(end, date(2024, 6, 1)), date(2023, 10, 1)) for end in (low, high))
        ends = [None if rng.random() < 0.1 else end.isoformat() for end in (low, high)]
        found.append((ends[0], ends[1]))
    return found


@pytest.mark.parametrize("basis", TIME_BASES)
def test_a_range_that_moves_counts_as_one_counted_anew(frame: Frame, basis: Any) -> None:
    read(frame, many_rows(7, 2_000, places=60, sources=300))
    for seed, wanted in enumerate(some_filters(21, 6)):
        query = filter_query(
            Filter(
                basis=basis, sources=wanted.sources, stances=wanted.stances, places=wanted.places
            )
        )
        frame.evaluate(START, query)
        for first, last in some_ranges(seed, 25):
            assert frame.evaluate(DIFFERS, [query, first, last]) == [], (query, first, last)


MONTH = dated("2024-04-01", "2024-04-30")
SINCE = {**dated("2024-04-01", None), "published": "2024-04-10"}


@pytest.mark.parametrize(
    ("event", "first", "last", "share"),
    [
        (MONTH, "2024-04-01", "2024-04-30", 1.0),
        (MONTH, "2024-03-01", "2024-05-30", 1.0),
        (MONTH, "2024-04-15", "2024-04-15", 1 / 30),
        (MONTH, "2024-03-20", "2024-04-03", 3 / 30),
        (MONTH, "2024-04-28", "2024-05-20", 3 / 30),
        (MONTH, None, "2024-04-15", 0.5),
        (MONTH, None, None, 1.0),
        (MONTH, "2024-05-01", "2024-05-02", None),
        (SINCE, "2024-04-06", None, 0.5),
        (SINCE, "2024-04-06", "2024-04-06", 0.1),
        (SINCE, "2024-06-01", "2024-06-02", 0.0),
        (dated("2024-04-05"), "2024-04-05", "2024-04-05", 1.0),
        (dated("2024-04-05"), "2024-04-01", "2024-06-05", 1.0),
    ],
)
def test_a_claim_is_in_a_range_by_the_share_of_its_days_there(
    frame: Frame, event: dict[str, Any], first: str | None, last: str | None, share: float | None
) -> None:
    read(frame, [row(**at(1), **event)])
    frame.evaluate(START, "")
    shown, found = frame.evaluate(SHARES, [first, last])
    assert shown == (share is not None)
    assert found == (pytest.approx(share) if share is not None else None)


def test_the_days_of_a_range_add_up_to_the_range(frame: Frame) -> None:
    read(frame, many_rows(3, 400, places=1))
    frame.evaluate(START, "")
    days = [(date(2023, 12, 10) + timedelta(days=n)).isoformat() for n in range(30)]
    sums = """([first, last]) => {
      tally.move(claimmap.dayNumber(tried, first), claimmap.dayNumber(tried, last));
      return tally.counts[0] * tally.share([0]);
    }"""
    whole = frame.evaluate(sums, [days[0], days[-1]])
    assert sum(frame.evaluate(sums, [day, day]) for day in days) == pytest.approx(whole)


def told_filter(frame: Frame, turn: int, token: str = TOKEN) -> None:
    """Tell the map a filter that leaves all, as Python does, with the last turn that it knows."""
    told = {"kind": "filter", "digest": frame.evaluate("shownDigest"), "query": "", "turn": turn}
    frame.evaluate(TALK, [token, told])


@pytest.fixture
def wired(frame: Frame, page: Page) -> Frame:
    """The map, its channel joined under a name of the test's own."""
    digest = page.evaluate("claimmapLine.line.told.digest")
    frame.evaluate("digest => { window.shownDigest = digest; }", digest)
    frame.evaluate("token => claimmap.join(token)", TOKEN)
    told_filter(frame, 0)
    return frame


def test_a_timeline_that_says_hello_is_told_the_days_and_what_is_shown(wired: Frame) -> None:
    told = wired.evaluate(TALK, [TOKEN, {"kind": "hello"}])
    # A border that has come in between is drawn, and told, once more.
    days, drawn = ({message["kind"]: message for message in told}[kind] for kind in KINDS)
    state = wired.evaluate("claimmap.state")
    assert days["kind"] == "days"
    assert days["basis"] == "event"
    assert days["origin"] == state["first"]
    assert days["all"] == days["passing"]
    assert sum(days["all"]["begins"]) == sum(days["all"]["ends"])
    assert drawn == {
        "kind": "drawn",
        "shown": state["shown"],
        "total": state["shown"],
        "first": state["first"],
        "last": state["last"],
    }


def test_a_range_on_the_channel_is_shown_at_once_and_an_older_rerun_does_not_undo_it(
    wired: Frame,
) -> None:
    whole = wired.evaluate("claimmap.state")
    day = whole["first"]
    moved = {"kind": "range", "first": None, "last": day, "turn": 3}
    drawn = wired.evaluate(TALK, [TOKEN, moved])[-1]
    assert drawn["kind"] == "drawn"
    assert (drawn["first"], drawn["last"]) == (day, day)
    assert drawn["shown"] < drawn["total"] == whole["shown"]
    told_filter(wired, 2)
    assert wired.evaluate("claimmap.state.last") == day
    told_filter(wired, 3)
    assert wired.evaluate("claimmap.state") == whole


def test_an_older_message_is_not_heard_and_another_session_begins_anew(wired: Frame) -> None:
    whole = wired.evaluate("claimmap.state")
    first, last = whole["first"], whole["last"]
    wired.evaluate(TALK, [TOKEN, {"kind": "range", "first": last, "last": None, "turn": 9}])
    stale = {"kind": "range", "first": None, "last": first, "turn": 8}
    wired.evaluate(
        "([token, told]) => new BroadcastChannel(`claimmap-${token}`).postMessage(told)",
        [TOKEN, stale],
    )
    wired.wait_for_timeout(200)
    assert wired.evaluate("claimmap.state.first") == last
    wired.evaluate("claimmap.join('other')")
    told_filter(wired, 0, "other")
    assert wired.evaluate("claimmap.state") == whole
