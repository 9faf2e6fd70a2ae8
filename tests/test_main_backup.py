"""A backup is made and restored by the command line, which says what it did and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimmap.__main__ import main
from claimmap.store import Store
from tests.store.conftest import make_extraction


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'claims.db'}"
    monkeypatch.setenv("CLAIMMAP_DATABASE", url)
    return url


def test_a_backup_is_made_and_restored(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "monday.backup"
    store = Store(url)
    store.save(make_extraction())
    assert main(["backup", str(file)]) == 0
    store.delete("one")
    assert main(["restore", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"backed up 1 reports to {file}",
        f"restored 1 reports from {file}",
    ]
    assert store.extraction("one") == make_extraction()


def test_a_damaged_backup_is_refused(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "monday.backup"
    Store(url).save(make_extraction())
    main(["backup", str(file)])
    file.write_bytes(file.read_bytes()[:-5000])
    assert main(["restore", str(file)]) == 1
    assert "Nothing was restored" in capsys.readouterr().err
    assert Store(url).extraction("one") == make_extraction()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_file_that_cannot_be_is_a_wrong_use(
    url: str, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(tmp_path / "no" / "folder")]) == 2
    assert "There is no" in capsys.readouterr().err
