"""The way to a Dask cluster, and what is wrong where there is none."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, cast

import dask
from distributed import Client, Security
from distributed.comm.core import connect as connect_to
from distributed.core import send_recv
from distributed.versions import VersionMismatchWarning

from claimmap.ingest.finding import FinderError

# The largest report is a task of its own, of which Dask would warn a person.
_LARGE = {"distributed.admin.large-graph-warning-threshold": "1GB"}
_SECONDS = 5.0  # to wait for a scheduler


class ClusterError(FinderError):
    """A cluster that cannot be reached, or that is no longer of any use."""


def connect(address: str, security: Security | None = None) -> Client:
    """A client of the scheduler at ``address``. Raises ClusterError."""
    # Dask tells each connection that breaks; what that means for the reports is ours to say.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    where = address if "://" in address else f"tcp://{address}"
    keys = security or Security()
    with _named_trouble(address), warnings.catch_warnings(), dask.config.set(_LARGE):
        warnings.simplefilter("ignore", VersionMismatchWarning)
        # A client that fails takes its time to give up, so somebody knocks before: in a thread, for
        # the caller's own may run an event loop already.
        with ThreadPoolExecutor(1) as knocking:
            knocking.submit(_knock, where, keys).result()
        client = Client(where, security=keys, set_as_default=False, name="claimmap")
        versions = cast(Mapping[str, Any], client.get_versions())
    if told := unlike(versions):
        client.close()
        raise ClusterError(f"{told}. Install the same version on both.")
    return client


def _knock(where: str, keys: Security) -> None:
    """See that a scheduler is there. Raises ValueError where it is something else."""
    told = asyncio.run(asyncio.wait_for(_ask_who(where, keys), _SECONDS))
    if told.get("type") != "Scheduler":
        raise ValueError(f"a {told.get('type')} is there")


async def _ask_who(where: str, keys: Security) -> Mapping[str, Any]:
    """What a server of Dask's says of itself."""
    comm = await connect_to(where, timeout=_SECONDS, **keys.get_connection_args("client"))
    try:
        return cast(Mapping[str, Any], await send_recv(comm, op="identity"))
    finally:
        comm.abort()


def unlike(versions: Mapping[str, Any]) -> str:
    """Who of a cluster has another Dask than we have, in words; "" where nobody has.

    versions: as ``Client.get_versions`` gives them.
    """
    ours = _distributed(versions["client"])
    others = {"The scheduler": versions["scheduler"]}
    others |= {f"The worker {name}": one for name, one in versions["workers"].items()}
    for name, one in others.items():
        if one and _distributed(one) != ours:
            return f"{name} runs Dask {_distributed(one)}, and this process Dask {ours}"
    return ""


def _distributed(one: Mapping[str, Any]) -> str:
    return str(one["packages"]["distributed"])


@contextmanager
def _named_trouble(address: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # what answers may be anything, and Dask takes it at its word
        said = str(error).partition("\n")[0] or "it is silent"
        raise ClusterError(
            f"No Dask scheduler answers at {address} ({said}). Start one (dask scheduler), or give"
            " the address that it tells, such as tcp://10.0.0.5:8786."
        ) from error
