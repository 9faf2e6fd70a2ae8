"""What it costs: memory of ``annotate``, speed of the gazetteer."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from claimmap.geocode.gazetteer import Gazetteer
from tests.bench.gazetteer import as_named, distinct, speed

_KILOBYTE = 1024  # Linux counts resident memory in these


def annotate_megabytes(corpus: Path) -> float:
    """The most memory that ``annotate`` ever held, in MB (1,000,000 bytes), over a whole corpus.

    Raises CalledProcessError where it did not end well.
    """
    command = [sys.executable, "-m", "claimmap", "annotate"]
    with corpus.open("rb") as lines, tempfile.TemporaryFile() as answers:
        child = subprocess.Popen(command, stdin=lines, stdout=answers)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return used.ru_maxrss * _KILOBYTE / 1e6


def look_ups(gazetteer: Gazetteer) -> dict[str, float]:
    """Names looked up in a second: each once, and as reports name places."""
    names = [name for name in gazetteer.names() if not name.startswith("=")]
    return {
        "distinct": speed(gazetteer.places, distinct(names)),
        "as named": speed(gazetteer.places, as_named(gazetteer)),
    }
