"""``watch``: a real process reads what comes into a folder, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from claimmap.store import Store

ROOT = Path(__file__).resolve().parents[1]
TEXT = "The mayor of Lyon said on Friday that 40 trucks had arrived in Marseille.\n"
PATIENCE = 120.0

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return inbox


@pytest.fixture
def told(tmp_path: Path) -> Callable[[], str]:
    return lambda: (tmp_path / "told").read_text(encoding="utf-8")


@pytest.fixture
def start(tmp_path: Path, inbox: Path) -> Iterator[Start]:
    """Starts to watch the folder; what it says goes into a file."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*options: str) -> subprocess.Popen[bytes]:
        with (tmp_path / "told").open("wb") as told:
            process = subprocess.Popen(
                [sys.executable, "-m", "claimmap", "watch", str(inbox), "--every", "0.3", *options],
                cwd=ROOT,
                env=os.environ | {"CLAIMMAP_DATABASE": f"sqlite:///{tmp_path / 'claims.db'}"},
                stdout=told,
                stderr=subprocess.STDOUT,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def wait_for(words: str, told: Callable[[], str]) -> None:
    until = monotonic() + PATIENCE
    while words not in told():
        assert monotonic() < until, told()
        sleep(0.05)


def test_what_comes_into_a_folder_is_read_until_somebody_stops_it(
    start: Start, inbox: Path, tmp_path: Path, told: Callable[[], str]
) -> None:
    (inbox / "first.txt").write_text(TEXT)
    process = start("--outlet", "The Paper")
    wait_for("read first.txt: 1 claims", told)
    (inbox / "bad.txt").write_bytes(b"\x00\x01")
    wait_for("skipped bad.txt", told)
    (inbox / "first.txt").unlink()
    inbox.rename(tmp_path / "away")
    wait_for("Waiting for it", told)
    (tmp_path / "away").rename(inbox)
    (inbox / "second.md").write_text("# Rain\n\nIt rained in Bordeaux, police said.")
    wait_for("read second.md", told)
    store = Store(f"sqlite:///{tmp_path / 'claims.db'}")
    assert {row.outlet for row in store.documents()} == {"The Paper"}
    assert store.count_documents() == 2
    store.close()
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert "stopped watching" in told()


def test_a_folder_that_is_not_there_is_refused_at_once(
    start: Start, inbox: Path, told: Callable[[], str]
) -> None:
    inbox.rmdir()
    assert start().wait(PATIENCE) == 2
    assert "cannot be looked into" in told()
