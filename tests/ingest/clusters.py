"""A Dask cluster as a team starts it: a scheduler and workers, each by its command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]


class DaskCluster:
    """A scheduler on this machine, and its workers; ``folder`` is for their files."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self._settings = settings
        self._file = folder / "scheduler.json"
        self.scheduler = self._run(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self._file)
        )
        self.workers: list[subprocess.Popen[bytes]] = []
        deadline = time.monotonic() + 60
        while not (self._file.exists() and self._file.read_text()):
            assert time.monotonic() < deadline, "the scheduler did not start"
            assert self.scheduler.poll() is None
            time.sleep(0.05)
        self.address: str = json.loads(self._file.read_text())["address"]

    def add_worker(self, *options: str) -> subprocess.Popen[bytes]:
        """Start a worker of one thread."""
        command = ("worker", self.address, "--nthreads", "1", "--host", "127.0.0.1", *options)
        worker = self._run(*command, "--local-directory", str(self.folder))
        self.workers.append(worker)
        return worker

    def close(self) -> None:
        """End all of it, whatever it is doing."""
        ours = [one for one in (*self.workers, self.scheduler) if one.poll() is None]
        running = [psutil.Process(one.pid) for one in ours]
        below = [child for one in running for child in one.children(recursive=True)]
        for process in (*running, *below):
            process.kill()
        for started in ours:
            started.wait(10)

    def _run(self, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log.txt").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
                cwd=ROOT,
                env=os.environ | self._settings,
                stdout=log,
                stderr=log,
            )


@contextmanager
def run_cluster(folder: Path, **settings: str) -> Iterator[DaskCluster]:
    """A scheduler without workers. settings: of its environment and theirs."""
    cluster = DaskCluster(folder, **settings)
    try:
        yield cluster
    finally:
        cluster.close()
