"""The first start: an empty store reads the samples, once, and says what it could not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.store import Store
from claimmap.ui.script import SHELL
from tests.ui.moving import line


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "one.txt").write_text("The mayor of Porto said that two bridges had been closed.")
    return folder


def start(tmp_path: Path, seeds: Path) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["claimmap"] = {
        "database": f"sqlite:///{tmp_path / 'new' / 'claimmap.db'}",
        "seeds": str(seeds),
        "base_path": "",
    }
    return app.run()


def test_an_empty_store_reads_the_samples(tmp_path: Path, seeds: Path) -> None:
    app = start(tmp_path, seeds)
    assert not app.exception
    store = Store(f"sqlite:///{tmp_path / 'new' / 'claimmap.db'}")
    assert [report.title[:9] for report in store.documents()] == ["The mayor"]


def test_a_second_session_finds_them_read(tmp_path: Path, seeds: Path) -> None:
    start(tmp_path, seeds)
    (seeds / "two.txt").write_text("The mayor of Faro said that the harbour was open.")
    start(tmp_path, seeds)
    store = Store(f"sqlite:///{tmp_path / 'new' / 'claimmap.db'}")
    assert len(store.documents()) == 1


def test_a_sample_that_cannot_be_read_is_named_and_stops_nothing(
    tmp_path: Path, seeds: Path
) -> None:
    (seeds / "bad.txt").write_bytes(b"")
    app = start(tmp_path, seeds)
    assert not app.exception
    assert "bad.txt" in app.error[0].value.replace("\\", "")
    store = Store(f"sqlite:///{tmp_path / 'new' / 'claimmap.db'}")
    assert len(store.documents()) == 1


def test_no_samples_at_all_leave_an_empty_map(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    app = start(tmp_path, folder)
    assert not app.exception
    assert line(app)["counts"] == [0, 0, 0, 0]
