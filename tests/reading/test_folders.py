"""A folder hands out what comes into it: whole, once, and again when it has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimmap.reading import Folder, ReadingError


def names(folder: Folder, now: float) -> list[str]:
    return [file.name for file in folder.look(now)]


def test_a_file_is_handed_out_once_when_it_has_been_still(tmp_path: Path) -> None:
    folder = Folder(tmp_path, quiet=1)
    (tmp_path / "a.txt").write_text("Rain.")
    assert [names(folder, now) for now in (0, 0.9, 1, 2, 3)] == [[], [], ["a.txt"], [], []]


def test_a_file_that_grows_is_waited_for(tmp_path: Path) -> None:
    folder = Folder(tmp_path, quiet=1)
    for now in range(5):
        (tmp_path / "a.txt").write_text("Rain." * (now + 1))
        assert names(folder, now) == []
    assert names(folder, 5) == ["a.txt"]


def test_what_changes_or_comes_back_is_handed_out_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    folder = Folder(tmp_path, quiet=1)
    path.write_text("Rain.")
    assert names(folder, 0) + names(folder, 1) == ["a.txt"]
    path.write_text("More rain.")
    assert names(folder, 2) + names(folder, 3) == ["a.txt"]
    path.with_suffix(".toml").write_text('[outlet]\nvalue = "The Wire"')
    assert names(folder, 4) + names(folder, 5) == ["a.txt"]
    path.unlink()
    assert names(folder, 6) == []
    path.write_text("More rain.")
    assert names(folder, 7) + names(folder, 8) == ["a.txt"]


def test_the_newest_come_first_and_what_is_no_report_not_at_all(tmp_path: Path) -> None:
    for age, name in enumerate(("c.txt", "in/b.md", "a.txt", ".hidden.txt", "x.part")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Rain.")
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    folder = Folder(tmp_path, quiet=0)
    assert names(folder, 0) == ["c.txt", str(Path("in/b.md")), "a.txt"]


def test_a_folder_that_is_gone_is_told_and_known_again(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text("Rain.")
    folder = Folder(inbox, quiet=0)
    assert names(folder, 0) == ["a.txt"]
    inbox.rename(tmp_path / "away")
    with pytest.raises(ReadingError, match="cannot be looked into"):
        folder.look(1)
    (tmp_path / "away").rename(inbox)
    assert names(folder, 2) == []
