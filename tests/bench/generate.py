"""Make a store of made-up claims at real places, the same for the same seed.

    python -m tests.bench.generate --claims 1000000 --database sqlite:///million.db [--seed 1]
        [--places 20000] [--days 731]

Over up to 20,000 places, 200 sources, 40 outlets and two years, in reports of 50 claims. A store
that holds something already is added to.
"""

from __future__ import annotations

import argparse
import random
import time
from itertools import islice

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.store import Store
from tests.bench.made_up.reports import DAYS, make_reports
from tests.bench.made_up.world import PLACES, make_world

_REPORTS_AT_ONCE = 200


def fill_store(
    store: Store, claims: int, seed: int = 1, places: int = PLACES, days: int = DAYS
) -> None:
    """Put claims into the store, of at most so many places and published in so many days."""
    rng = random.Random(seed)
    world = make_world(rng, Gazetteer.open(), places)
    reports = make_reports(rng, world, claims, days)
    while some := list(islice(reports, _REPORTS_AT_ONCE)):
        for saved in store.save_all(some):
            assert isinstance(saved, bool), saved


def main() -> None:
    """Read the arguments, make the store, tell how long it took."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.generate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--claims", type=int, required=True)
    parser.add_argument("--database", required=True, help="sqlite:///path/to/file.db")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", type=int, default=PLACES)
    parser.add_argument("--days", type=int, default=DAYS)
    arguments = parser.parse_args()
    store = Store(arguments.database)
    began = time.perf_counter()
    fill_store(store, arguments.claims, arguments.seed, arguments.places, arguments.days)
    store.close()
    print(f"{arguments.claims:,} claims in {time.perf_counter() - began:.0f} s: {store.path}")


if __name__ == "__main__":
    main()
