"""Measure opening, memory and look-ups of the gazetteer.

    python -m tests.bench.gazetteer

Beside each figure stands that of a peer that holds the same names and records, measured in the
same run: a SQLite table with an index on the name. Each is opened in a process of its own, so
that memory is its own; the imports (numpy, marisa-trie) are printed apart. Look-ups: names drawn
from all the names of the gazetteer, each once ("distinct"), and as reports name places, by
population and again and again ("as named"). A look-up of the gazetteer makes whole Places, with
their address; one of the peer gives bare rows.
"""

from __future__ import annotations

import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.names import name_key

_DRAWN = 30_000
_PEER = "SELECT id, title, country, kind, latitude, longitude, people FROM places WHERE name = ?"
_OPEN = {
    "gazetteer": """
from claimmap.geocode.gazetteer import Gazetteer
before = resident(); start = time.perf_counter()
Gazetteer.open().places("Kursk")
""",
    "peer": """
import sqlite3
before = resident(); start = time.perf_counter()
sqlite3.connect(PEER).execute("SELECT * FROM places WHERE name = 'kursk'").fetchall()
""",
}
_PROBE = """
import resource, sys, time
PEER = sys.argv[1]
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
began = resident()
{body}
ms = (time.perf_counter() - start) * 1000
print(ms, resident() - before, before - began)
"""


def main() -> None:
    """Prints the figures, with the ratio to the peer."""
    gazetteer = Gazetteer.open()
    names = [name for name in gazetteer.names() if not name.startswith("=")]
    with tempfile.TemporaryDirectory() as folder:
        peer = Path(folder) / "peer.db"
        connection = _peer(gazetteer, names, peer)
        for label, body in _OPEN.items():
            ms, grown, imports = _probe(body, peer)
            print(f"{label}: open and first look-up {ms:.1f} ms, {grown:.1f} MB more resident, "
                  f"imports {imports:.1f} MB")  # fmt: skip
        for label, drawn in (("distinct", distinct(names)), ("as named", as_named(gazetteer))):
            ours = speed(gazetteer.places, drawn)
            theirs = speed(
                lambda name: connection.execute(_PEER, (name_key(name),)).fetchall(), drawn
            )
            print(f"{label}: {ours:,.0f} names/s, {ours / theirs:.2f} times the peer's "
                  f"{theirs:,.0f}")  # fmt: skip
        print(f"resident after all look-ups: {_resident():.1f} MB (whole process, peer included)")


def _peer(gazetteer: Gazetteer, names: Sequence[str], path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE places (name, id, title, country, kind, latitude, longitude, people)"
    )
    rows = (
        (name, p.id, p.name, p.country, p.kind, p.latitude, p.longitude, p.population)
        for name in names
        for p in gazetteer.places(name)
    )
    connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("CREATE INDEX by_name ON places (name)")
    connection.commit()
    return connection


def _probe(body: str, peer: Path) -> tuple[float, float, float]:
    """(ms, MB grown, MB of the imports), the best of five processes."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", _PROBE.format(body=body), str(peer)],
            capture_output=True, text=True, check=True,
        ).stdout.split()
        for _ in range(5)
    ]  # fmt: skip
    ms, grown, imports = min(tuple(map(float, run)) for run in runs)
    return ms, grown, imports


def distinct(names: Sequence[str]) -> list[str]:
    """Names to look up once each."""
    return random.Random(1).sample(list(names), _DRAWN)


def as_named(gazetteer: Gazetteer) -> list[str]:
    """Names as reports name places: the more people, the more often."""
    places = [place for place in gazetteer if place.population]
    drawn = random.Random(1).choices(places, [place.population for place in places], k=_DRAWN)
    return [place.name for place in drawn]


def speed(look_up: Callable[[str], object], names: Sequence[str]) -> float:
    """Names a second of processor time, the best of three runs, each over its own third."""
    third = len(names) // 3
    speeds = []
    for part in (names[:third], names[third : 2 * third], names[2 * third :]):
        start = time.process_time()
        for name in part:
            look_up(name)
        speeds.append(len(part) / (time.process_time() - start))
    return max(speeds)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
