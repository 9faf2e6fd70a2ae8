"""Score whole claims against the articles annotated by hand in tests/gold.

    python -m tests.bench.claims [--errors] [--show-held]

For each half, "tuning" (to learn from) and "held" (set aside: its single errors are not to be
looked at while rules are written), printed are:
  claims      precision, recall and F1; a found claim meets an annotated one when their contents
              share at least half of the words of each, one to one, the most alike first;
  timexes     the same over all time expressions of the articles: the spans meet and the TIMEX3
              values are equal;
and over the claims that met:
  accuracy    the share with the right source, kind of source, whole chain, form, stance, and the
              same first and last day of event and of statement; then the macro F1 of the stances;
  places      precision, recall and F1: the names meet, both or neither are drawn, and the places
              lie within 161 km (or are the same country);
  quantities  the same: the values are equal, and so are the units, or what is counted shares half
              of the words of the shorter phrase.

--errors prints each error of the tuning half, --show-held those of the held half too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import get_args

from claimmap.extract.parsing import load_parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor
from tests.bench.claims_scoring import ASPECTS, Scores, macro_f1, score
from tests.gold.loading import read_gold
from tests.gold.schema import Half


def show(half: str, scores: Scores) -> None:
    """Print the totals of one half."""
    met = max(1, scores.claims.right)
    print(f"{half}: {scores.articles} articles, {scores.claims.gold} claims")
    print(f"  claims      {scores.claims}")
    print(f"  timexes     {scores.timexes}")
    print(f"  accuracy of {scores.claims.right} claims that met")
    for aspect in ASPECTS:
        print(f"    {aspect:10}{scores.agreed[aspect] / met:.3f}")
    print(f"  stances     macro F1 {macro_f1(scores.stances):.3f}")
    print(f"  places      {scores.places}")
    print(f"  quantities  {scores.quantities}")


def main(argv: Sequence[str] | None = None) -> int:
    """Extract from every article, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print the tuning half's errors")
    parser.add_argument("--show-held", action="store_true", help="print the held half's errors")
    options = parser.parse_args(argv)
    extractor = Extractor(load_parser(), Gazetteer.open())
    halves: dict[Half, Scores] = {half: Scores() for half in get_args(Half)}
    for gold in read_gold():
        found = extractor.extract(gold.document)
        score(gold, found.claims, found.timexes, halves[gold.half])
    for half, scores in halves.items():
        show(half, scores)
    if options.errors:
        print(*halves["tuning"].errors, sep="\n")
    if options.show_held:
        print(*halves["held"].errors, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
