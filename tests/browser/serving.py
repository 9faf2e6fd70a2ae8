"""The dashboard and the command line, started as a person starts them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running dashboard. url: its address, without a slash at the end. store: its database."""

    url: str
    store: str

    def ingest(self, *arguments: str | Path) -> None:
        """Have the command line read more reports into the dashboard's store while it runs."""
        run_claimmap(self.store, "ingest", *arguments)


def _environment(store: str) -> dict[str, str]:
    return {**os.environ, "CLAIMMAP_DATABASE": store, "PYTHONUNBUFFERED": "1"}


def store_in(folder: Path) -> str:
    """The URL of the database that ``run_dashboard`` keeps in a folder."""
    return f"sqlite:///{folder / 'claimmap.db'}"


def run_claimmap(store: str, *arguments: str | Path) -> str:
    """The output of ``python -m claimmap``; fails with its own words where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "claimmap", *map(str, arguments)],
        cwd=ROOT,
        env=_environment(store),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"claimmap {arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_healthy(url: str, process: subprocess.Popen[bytes], patience: float = START_SECONDS) -> bool:
    """Whether Streamlit answers at ``url`` before its process ends; patience: seconds."""
    opener = build_opener(ProxyHandler({}))
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with opener.open(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


@contextmanager
def run_dashboard(folder: Path, store: str = "") -> Iterator[Server]:
    """``streamlit run dashboard.py`` as a person starts it.

    store: the URL of its database; "": one in ``folder``, where also its log is written.
    """
    store = store or store_in(folder)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    log = folder / "dashboard.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "dashboard.py"),
                *("--server.port", str(port), "--server.address", "127.0.0.1"),
                *("--server.headless", "true"),
            ],
            cwd=ROOT,
            env=_environment(store),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            if not is_healthy(url, process):
                pytest.fail(f"the dashboard did not start:\n{log.read_text()}")
            yield Server(url, store)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
