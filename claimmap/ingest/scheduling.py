"""The program of the process that runs a local cluster: see ``local_cluster``.

It stands alone: each worker reads this file when it starts, and the scheduler needs nothing of us.
It tells its door in a line on stdout, and ends with its stdin.
"""

from __future__ import annotations

import json
import os
import sys
from shutil import rmtree
from threading import Event, Thread
from typing import Any, TypedDict

_SETTINGS = {
    "distributed.logging": {"distributed": "error"},
    # One death may be chance; a report that kills a second worker is looked at alone.
    "distributed.scheduler.allowed-failures": 1,
    # Nothing is told over HTTP.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    # A worker holds no results to speak of: what fills its memory is a parse, which no file
    # relieves. One that is out of bounds is ended.
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": 0.95,
    # Dask has its workers give memory back at once (MALLOC_TRIM_THRESHOLD_), and a parse takes it
    # again a moment later: an eighth of their time.
    "distributed.nanny.pre-spawn-environ": {},
    # What watches the workers for Dask's own dashboard, many times a second on every core.
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.system-monitor.gil.enabled": False,
}
_MEMORY = "2GB"  # of a worker, which takes some 250 MB with reports of usual length


class Door(TypedDict):
    """Where a scheduler is, and the keys to it, in PEM."""

    address: str
    certificate: str
    key: str


def main(workers: int, folder: str) -> None:
    """Run a scheduler and so many workers for good, keeping their files in ``folder``."""
    import dask
    from distributed import LocalCluster, Security

    dask.config.set(_SETTINGS)
    security: Any = Security.temporary()
    cluster = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        protocol="tls://",
        security=security,
        dashboard_address=None,
        scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
        memory_limit=_MEMORY,
        local_directory=folder,
    )
    door: Door = {
        "address": cluster.scheduler_address,
        "certificate": security.tls_client_cert,
        "key": security.tls_client_key,
    }
    print(json.dumps(door), flush=True)
    Event().wait()


def _end_with_stdin(folder: str) -> None:
    """Wait for the end of stdin; then end the workers and this process, whatever they are doing.

    Nothing of them stays, even where the process that started this one was killed.
    """
    import psutil

    sys.stdin.read()
    below = psutil.Process().children(recursive=True)
    for process in below:
        process.kill()
    psutil.wait_procs(below, timeout=5)
    rmtree(folder, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    sys.path[:], _workers, _folder = json.loads(sys.argv[1])
    Thread(target=_end_with_stdin, args=[_folder], daemon=True).start()
    main(_workers, _folder)
