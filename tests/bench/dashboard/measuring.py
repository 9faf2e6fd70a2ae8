"""One way over one store, in a process of its own that is ended where it takes too long.

So a browser or a server that hangs costs a line of the tables, not the run.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from tests.bench.dashboard import ours, peers
from tests.bench.dashboard.browsing import chromium
from tests.bench.dashboard.costs import FAILED, Result
from tests.bench.dashboard.serving import ROOT
from tests.bench.dashboard.stores import Made

OURS = "Claim Map"
_LONGEST_S = 600
_LONGEST_PEER_S = 240


def measure(way: str, made: Made, changes: int) -> Result:
    """What ``way`` takes, or the trouble that it had."""
    bare = Result(way, made.claims, made.places, made.days, made.varied)
    limit = _LONGEST_S if way == OURS else _LONGEST_PEER_S
    command = [
        *(sys.executable, "-m", "tests.bench.dashboard.measuring"),
        *(way, made.database, str(made.arrays), str(changes)),
        *map(str, ours.SESSIONS[: 1 if made.varied else None]),
    ]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
    ) as child:
        try:
            told, _ = child.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            return replace(bare, trouble=f"over {limit} s")
        finally:
            with suppress(ProcessLookupError):  # with the server and the browser that it started
                os.killpg(child.pid, signal.SIGKILL)
    if child.returncode:
        return replace(bare, trouble=f"{FAILED} (exit {child.returncode})")
    found = msgspec.json.decode(told, type=Result)
    return replace(bare, cost=found.cost, own=found.own, trouble=found.trouble)


def main(arguments: Sequence[str]) -> None:
    """The process of its own: way, database, arrays, changes, sessions -> a Result as JSON."""
    way, database, arrays, changes, *sessions = arguments
    result = Result(way, 0, 0, 0)
    with chromium() as browser:
        if way == OURS:
            cost, own = ours.measure(browser, database, int(changes), [*map(int, sessions)])
            result = replace(result, cost=cost, own=own)
        else:
            try:
                cost = peers.measure(way, browser, Path(arrays), int(changes))
                result = replace(result, cost=cost)
            except peers.TooSlowError as error:
                result = replace(result, trouble=str(error))
    sys.stdout.buffer.write(msgspec.json.encode(result))


if __name__ == "__main__":
    main(sys.argv[1:])
