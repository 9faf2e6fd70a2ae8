"""Starts an app over a store or a file of claims, and tells what its process takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.browser.serving import ROOT, free_port, is_healthy

__all__ = ["ROOT", "App", "run_app"]

_PATIENCE = 300.0
_MEGABYTE = 1 << 20
_KILOBYTES = 1 << 10  # in a MB


@dataclass(frozen=True, slots=True)
class App:
    """A running app. url: without a slash at the end."""

    url: str
    process: psutil.Process

    def memory(self) -> float:
        """The memory that is the server's own, in MB (USS: what its end would give back)."""
        return float(self.process.memory_full_info().uss) / _MEGABYTE

    def peak(self) -> float:
        """The most memory that it has had at any time, shared parts included, in MB (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        held = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return float(held.split()[1]) / _KILOBYTES

    def cpu(self) -> float:
        """Seconds of processor that the server has taken so far."""
        used = self.process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def run_app(script: Path, settings: dict[str, str]) -> Iterator[App]:
    """``streamlit run script`` with these environment variables, until the block ends."""
    port = free_port()
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
            if not is_healthy(url, process, _PATIENCE):
                raise SystemExit(f"{script} did not start")
            yield App(url, psutil.Process(process.pid))
        finally:
            process.kill()
