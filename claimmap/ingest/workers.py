"""Whom an import may set to work, and who then finds the claims."""

from __future__ import annotations

from dataclasses import dataclass

from claimmap.ingest.extracting import Extractor
from claimmap.ingest.finding import Finder, Here
from claimmap.ingest.growing import Growing

# To start a cluster takes some seconds of all cores, so after as many of one core's work it is
# worth it: whoever stops just then has lost no more than as much again.
_WORTH = 5.0


@dataclass(frozen=True, slots=True)
class Workers:
    """Who finds claims.

    count: how many processes of this machine; 1: this one alone; None: at first this one, then one
    for each core. scheduler: the address of a Dask cluster that does instead; "": none.
    """

    count: int | None = None
    scheduler: str = ""


ALONE = Workers(1)


def open_finder(extractor: Extractor, workers: Workers) -> Finder:
    """Who finds claims as ``workers`` says; to be closed. Raises FinderError."""
    if workers.scheduler:
        from claimmap.ingest.cluster import Cluster

        return Cluster(workers.scheduler, extractor.place_missing)
    if workers.count == 1:
        return Here(extractor)
    return Growing(extractor, workers.count, 0.0 if workers.count else _WORTH)
