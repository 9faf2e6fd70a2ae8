"""How claims stand beside each other is worked out once, and no page waits long for it."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from claimmap.store import Store
from claimmap.ui import comparing
from claimmap.ui.comparing import compare_all, compare_soon
from claimmap.ui.resources import current_snapshot
from claimmap.view.standing import Standing
from tests.ui.conftest import make_plain

WAIT_SECONDS = 30


def test_all_who_ask_of_one_snapshot_get_the_same(database: str) -> None:
    snapshot = current_snapshot(database)
    standing = compare_all(database, snapshot)
    assert len(standing.others) == len(snapshot.columns)
    assert compare_soon(database, snapshot) is standing


def test_a_page_does_not_wait_while_it_is_worked_out(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on, times = threading.Event(), []
    find = comparing.find_standing

    def slow(*given: Any) -> Standing:
        times.append(1)
        assert going_on.wait(WAIT_SECONDS)
        return find(*given)

    monkeypatch.setattr(comparing, "find_standing", slow)
    monkeypatch.setattr(comparing, "_SMALL", 0)
    snapshot = current_snapshot(database)
    assert compare_soon(database, snapshot) is None
    assert compare_soon(database, snapshot) is None
    going_on.set()
    standing = compare_all(database, snapshot)
    assert compare_soon(database, snapshot) is standing
    assert times == [1]


def test_a_store_that_has_changed_is_compared_anew(database: str) -> None:
    before = current_snapshot(database)
    standing = compare_all(database, before)
    store = Store(database)
    store.delete(make_plain().document.id)
    store.close()
    after = current_snapshot(database)
    assert len(after.columns) < len(before.columns)
    assert len(compare_all(database, after).others) == len(after.columns)
    assert len(standing.others) == len(before.columns)


def test_what_goes_wrong_beside_the_page_is_told_to_the_next_who_asks(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Standing:
        raise comparing.ClaimMapError("The database cannot be read.")

    monkeypatch.setattr(comparing, "find_standing", broken)
    snapshot = current_snapshot(database)
    assert compare_soon(database, snapshot) is None
    with pytest.raises(comparing.ClaimMapError):
        compare_all(database, snapshot)
