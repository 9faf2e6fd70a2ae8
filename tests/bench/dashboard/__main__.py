"""Drive the dashboard and the plain ways of showing the same claims in one Chromium, and compare.

    python -m tests.bench.dashboard [--sizes 100 10000 1000000] [--changes 20] [--only WAY...]
        [--growth] [--folder DIR] [--out FILE] [--read FILE]

For each size a store is generated (tests.bench.generate, kept in --folder so that a second run is
quicker) and shown by Claim Map, by an app that holds nothing but a slider (the floor: what
Streamlit itself takes), and by folium markers, FastMarkerCluster, st.map and pydeck. Printed for
each: the first map on a warm server, a change of the range until it is drawn (p50, p95), bytes over
the wire a change, the browser's memory, the server's processor time a change and its memory, and
how many times as long as ours. A way that shows no map in 45 s is said to. Then the bounds, and
what only Claim Map has. --growth adds stores of other numbers of places and days, ours alone.

Each way has a server and a browser of its own, one after the other. Each result is added to --out
as a line of JSON; --read prints the tables of such a file. Nothing leaves this machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from tests.bench.dashboard.costs import Result
from tests.bench.dashboard.measuring import OURS, measure
from tests.bench.dashboard.peers import PEERS
from tests.bench.dashboard.stores import Made, make_store
from tests.bench.dashboard.tables import report
from tests.bench.made_up.reports import DAYS
from tests.bench.made_up.world import PLACES

GROWTH_CLAIMS = 100_000
# Places and days of the stores that are compared; first the usual ones.
GROWTH = ((PLACES, DAYS), (200, DAYS), (2_000, DAYS), (PLACES, 73), (PLACES, 7_310))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = _options(argv)
    if options.read:
        results = [msgspec.json.decode(line, type=Result) for line in options.read.open("rb")]
    else:
        options.folder.mkdir(parents=True, exist_ok=True)
        results = list(_kept(_measured(options), options.out))
    print(*report(results), sep="\n")
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ways = (OURS, *PEERS)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 10_000, 1_000_000])
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=ways, default=ways)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path("data") / "bench")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--read", type=Path)
    return parser.parse_args(argv)


def _measured(options: argparse.Namespace) -> Iterator[Result]:
    for size in options.sizes:
        made = make_store(options.folder, size)
        for way in options.only:
            yield _told(way, made, options.changes)
    for places, days in GROWTH if options.growth else ():
        made = make_store(options.folder, GROWTH_CLAIMS, places, days)
        yield _told(OURS, made, options.changes)


def _told(way: str, made: Made, changes: int) -> Result:
    """Measure, and say so on the way."""
    clock = time.strftime("%H:%M:%S")
    print(f"{clock} {made.claims:,} claims, {way}", file=sys.stderr, flush=True)
    start = time.perf_counter()
    result = measure(way, made, changes)
    took = f"{time.perf_counter() - start:.0f} s"
    if result.cost:
        half = f"{result.cost.first:,.0f} ms, a change {result.cost.change(50):,.0f} ms"
        print(f"  first map {half} ({took})", file=sys.stderr, flush=True)
    else:
        print(f"  {result.trouble} ({took})", file=sys.stderr, flush=True)
    return result


def _kept(results: Iterable[Result], path: Path | None) -> Iterator[Result]:
    """Add each result to the file as it comes."""
    for result in results:
        if path:
            with path.open("ab") as file:
                file.write(msgspec.json.encode(result) + b"\n")
        yield result


if __name__ == "__main__":
    sys.exit(main())
