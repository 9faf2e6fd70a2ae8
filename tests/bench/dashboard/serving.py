"""Starts an app over a store or a file of claims, and tells what its process takes."""

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

import psutil

ROOT = Path(__file__).resolve().parents[3]
_PATIENCE = 300.0
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class App:
    """A running app. url: without a slash at the end."""

    url: str
    process: psutil.Process

    def memory(self) -> float:
        """The memory that is the server's own, in MB (USS: what its end would give back)."""
        return float(self.process.memory_full_info().uss) / _MEGABYTE

    def cpu(self) -> float:
        """Seconds of processor that the server has taken so far."""
        used = self.process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def run_app(script: Path, settings: dict[str, str]) -> Iterator[App]:
    """``streamlit run script`` with these environment variables, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", str(port), "--server.address", "127.0.0.1"),
        *("--server.headless", "true", "--browser.gatherUsageStats", "false"),
        # What pandas and folium users meet with a large map: it is let through.
        *("--server.maxMessageSize", "2000"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_healthy(url, process)
            yield App(url, psutil.Process(process.pid))
        finally:
            process.kill()


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    opener = build_opener(ProxyHandler({}))
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with opener.open(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the app did not start")
