"""In this process at first, on all cores as soon as that pays."""

from __future__ import annotations

from math import inf
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from claimmap.ingest.extracting import Extractor
from claimmap.ingest.finding import Finder, FinderError, Found, Here
from claimmap.model import Document

# Dask takes a second to import, which few reports are worth.
if TYPE_CHECKING:
    from claimmap.ingest.cluster import Cluster
    from claimmap.ingest.local_cluster import LocalCluster

# One import of this process has the cores; another meanwhile goes on as it began.
_CORES = Lock()
# What a worker takes with reports of usual length, and some for the longest.
_MEMORY = 700_000_000


def count_cores() -> int:
    """How many workers this machine has the cores and the free memory for."""
    import psutil
    from dask.system import CPU_COUNT

    return max(1, min(CPU_COUNT, psutil.virtual_memory().available // _MEMORY))


class Growing:
    """Finds here until it has taken ``seconds``, and from then on by a cluster of its own.

    workers: of the cluster; None: as many as the machine has room for. Where that cluster cannot
    be started or breaks down, it goes on here: see ``Finder``.
    """

    def __init__(self, extractor: Extractor, workers: int | None, seconds: float) -> None:
        self._here = Here(extractor)
        self._place = extractor.place_missing
        self._finder: Finder = self._here
        self._workers = workers
        self._seconds = seconds
        self._spent = 0.0
        self._starting: Thread | None = None
        self._processes: LocalCluster | None = None
        self._cluster: Cluster | None = None
        self._holds = False  # the cores
        self._trouble = ""

    @property
    def alone(self) -> bool:
        """Whether it finds in this process."""
        return self._finder is self._here

    @property
    def full(self) -> bool:
        """Whether it has as many documents as it should hold."""
        return self._finder.full

    def give(self, document: Document) -> None:
        """Hand over a document."""
        self._finder.give(document)

    def take(self, *, wait: bool) -> list[Found]:
        """What has been found since, wherever that was."""
        if self.alone:
            return self._take_here()
        try:
            return self._finder.take(wait=wait)
        except FinderError as error:
            self._go_home(str(error))
            return []

    def close(self) -> None:
        """Drop what was not taken, and end the cluster."""
        self._here.close()
        if self._starting and self._starting.is_alive() and self._processes:
            self._processes.close()
            self._starting.join()
        self._leave()

    def _take_here(self) -> list[Found]:
        began = monotonic()
        found = self._here.take(wait=True)
        self._spent += monotonic() - began
        if self._starting is None:
            if self._spent >= self._seconds:
                self._start()
        elif not self._starting.is_alive() and not self._here.full:
            if self._cluster:
                self._finder = self._cluster
            else:
                self._leave()
        if found and self._trouble:
            told = f"only one core looks for claims: {self._trouble}"
            found, self._trouble = [one._replace(notice=told) for one in found], ""
        return found

    def _start(self) -> None:
        """Begin to start a cluster, unless another import has the cores or there is but one."""
        if not _CORES.acquire(blocking=False):
            return
        self._holds = True
        workers = self._workers or count_cores()
        if workers == 1:
            self._seconds = inf
            self._leave()
            return
        from claimmap.ingest.local_cluster import LocalCluster

        self._processes = LocalCluster(workers)
        self._starting = Thread(target=self._enter, args=[self._processes], daemon=True)
        self._starting.start()

    def _enter(self, processes: LocalCluster) -> None:
        """Wait for the cluster, and become its client."""
        from distributed import Security

        from claimmap.ingest.cluster import Cluster

        try:
            door = processes.wait()
            keys = Security(
                require_encryption=True,
                tls_ca_file=door["certificate"],
                tls_client_cert=door["certificate"],
                tls_client_key=door["key"],
            )
            self._cluster = Cluster(door["address"], self._place, keys)
        except FinderError as error:
            self._trouble = str(error)

    def _go_home(self, trouble: str) -> None:
        """Go on here with what the cluster has left undone."""
        if self._cluster:
            for document in self._cluster.drop():
                self._here.give(document)
        self._finder, self._trouble = self._here, trouble
        self._leave()

    def _leave(self) -> None:
        """End the cluster, if there is one, and let another import have the cores."""
        if self._cluster:
            self._cluster.close()
        if self._processes:
            self._processes.close()
        self._cluster = self._processes = None
        if self._holds:
            self._holds = False
            _CORES.release()
