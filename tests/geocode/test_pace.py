"""Turns at a service: apart by the interval, one at a time, none while it rests."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimmap.geocode.nominatim.pace import Pace, RestingError
from tests.geocode.clock import Clock


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(1.0, clock=clock, sleep=clock.sleep)


def test_the_first_turn_comes_at_once(pace: Pace, clock: Clock) -> None:
    with pace.turn():
        pass
    assert clock.slept == []


def test_the_next_turn_starts_an_interval_after_the_last_one_started(
    pace: Pace, clock: Clock
) -> None:
    with pace.turn():
        clock.now += 0.25
    with pace.turn():
        pass
    assert clock.slept == [0.75]


def test_after_a_long_turn_nobody_waits(pace: Pace, clock: Clock) -> None:
    with pace.turn():
        clock.now += 30
    with pace.turn():
        pass
    assert clock.slept == []


def test_threads_take_their_turns_one_at_a_time_and_an_interval_apart(
    pace: Pace, clock: Clock
) -> None:
    starts: list[float] = []
    inside = threading.Semaphore(1)

    def ask() -> None:
        with pace.turn():
            assert inside.acquire(blocking=False)
            starts.append(clock.now)
            inside.release()

    with ThreadPoolExecutor(8) as threads:
        for turn in [threads.submit(ask) for _ in range(20)]:
            turn.result()
    assert starts == [1000.0 + turn for turn in range(20)]


def test_a_turn_that_failed_counts_too(pace: Pace, clock: Clock) -> None:
    with pytest.raises(OSError, match="no route"), pace.turn():
        raise OSError("no route")
    with pace.turn():
        pass
    assert clock.slept == [1.0]


def test_a_resting_service_is_refused_without_waiting(pace: Pace, clock: Clock) -> None:
    with pace.turn():
        pace.rest(60)
    with pytest.raises(RestingError, match="60 seconds"), pace.turn():
        pytest.fail("a turn was given")
    assert clock.slept == []


def test_turns_come_again_when_the_rest_is_over(pace: Pace, clock: Clock) -> None:
    with pace.turn():
        pace.rest(60)
    clock.now += 60
    with pace.turn():
        pass
    assert clock.slept == []
