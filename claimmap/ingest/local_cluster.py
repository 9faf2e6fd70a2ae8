"""A Dask cluster on this machine alone: its process started, heard of, and ended with all below it.

The scheduler and the workers are no children of this process, for those would begin by importing
its main program anew, which in a dashboard is a page.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from claimmap.ingest import scheduling
from claimmap.ingest.finding import FinderError

# As in reading.process: a worker needs none of this process's settings. One thread each, for there
# is a worker for every core.
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_PARTING = 10.0  # seconds


class LocalCluster:
    """A scheduler and workers for this process alone, that listen on 127.0.0.1.

    Who connects must have keys that are made anew each time, so that nobody else who uses the
    machine can.
    """

    def __init__(self, workers: int) -> None:
        self._folder = TemporaryDirectory(prefix="claimmap-workers-", ignore_cleanup_errors=True)
        self._errors = Path(self._folder.name, "errors.txt")
        given = json.dumps([sys.path, workers, self._folder.name])
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-I", scheduling.__file__, given],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_ENVIRONMENT,
                start_new_session=True,  # so that Ctrl-C is for this process alone
            )

    def wait(self) -> scheduling.Door:
        """Where it is and how to get in, as soon as it stands. Raises FinderError."""
        stdout = cast(IO[bytes], self._process.stdout)
        said = stdout.readline()
        if not said:
            lines = self._errors.read_text(errors="replace").strip().splitlines()
            why = lines[-1] if lines else "it told nothing"
            raise FinderError(f"The workers did not start ({why}). Try --workers 1.")
        door: scheduling.Door = json.loads(said)
        return door

    def close(self) -> None:
        """End all its processes, whatever they are doing."""
        with suppress(OSError):
            cast(IO[bytes], self._process.stdin).close()
        try:
            self._process.wait(_PARTING)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._folder.cleanup()
