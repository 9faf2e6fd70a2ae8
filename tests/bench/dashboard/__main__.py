"""Drive the dashboard and the plain ways of showing the same claims in one Chromium, and compare.

    python -m tests.bench.dashboard [--sizes 100 10000 1000000] [--changes 20] [--only NAME...]

For each size a store is generated (tests.bench.generate, kept in --folder so that a second run is
quicker) and shown by Claim Map, by an app that holds nothing but a slider (the floor: what
Streamlit itself takes), and by folium markers, FastMarkerCluster, st.map and pydeck, each up to the
size at which it still answers. Printed for each: the first map on a warm server, a change of the
range until it is drawn (p50, p95), bytes over the wire a change, the browser's memory, the server's
processor time a change and its memory, all beside ours and beside the floor. Then what only Claim
Map has: dragging with no word to the server, a source, words, a popup. Nothing leaves this machine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.dashboard import ours, peers
from tests.bench.dashboard.browsing import chromium
from tests.bench.dashboard.stores import make_store, write_arrays
from tests.bench.dashboard.tables import show_costs, show_own


def main(argv: Sequence[str] | None = None) -> int:
    """Measure at each size, print as it comes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000, 1_000_000])
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=list(peers.LARGEST), default=None)
    parser.add_argument("--folder", type=Path, default=Path("data") / "bench")
    options = parser.parse_args(argv)
    options.folder.mkdir(parents=True, exist_ok=True)
    names = list(peers.LARGEST) if options.only is None else options.only
    with chromium() as browser:
        for size in options.sizes:
            compare(browser, size, names, options.folder, options.changes)
    return 0


def compare(browser: Browser, size: int, names: Sequence[str], folder: Path, changes: int) -> None:
    """One size: ours and each plain app in turn."""
    database = make_store(folder, size)
    arrays = write_arrays(folder, database, size)
    own = ours.measure(browser, database, changes)
    costs = {"Claim Map": own.cost}
    for name in names:
        if size <= peers.LARGEST[name]:
            costs[name] = peers.measure(name, browser, arrays, changes)
    show_costs(size, costs)
    show_own(own, costs.get("floor"))


if __name__ == "__main__":
    sys.exit(main())
