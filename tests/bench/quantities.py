"""Score the quantities against a hand-annotated corpus.

    python -m tests.bench.quantities CORPUS.jsonl [--errors N]

Each line of the corpus is {"id", "text", "quantities": [{"value", "unit", "bound"}]}. Printed as
precision, recall and F1 over all sentences together, after CQE (Almasian et al. 2023): value
(equal to one part in a thousand), value+unit (and the unit is the same word, case and a plural -s
aside), value+bound (and the bound is the same).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from claimmap.extract.how_many import find_quantities
from claimmap.extract.parsing import load_parser, parse
from claimmap.extract.when import find_timexes
from claimmap.model import Quantity

Test = Callable[[dict[str, Any], Quantity], bool]


def same_value(gold: dict[str, Any], found: Quantity) -> bool:
    """Whether the values agree to one part in a thousand."""
    one, other = gold["value"], found.value
    if one is None or other is None:
        return False
    return bool(abs(one - other) <= 1e-3 * max(abs(one), abs(other), 1e-12))


def same_unit(gold: dict[str, Any], found: Quantity) -> bool:
    """Whether the values agree and the units are the same word."""
    return same_value(gold, found) and base(gold.get("unit")) == base(found.unit)


def same_bound(gold: dict[str, Any], found: Quantity) -> bool:
    """Whether the values and the bounds agree."""
    return same_value(gold, found) and (gold.get("bound") or "=") == found.bound


def base(unit: str | None) -> str:
    """The unit without letter case and plural."""
    word = (unit or "").lower().strip()
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def agreeing(gold: Sequence[dict[str, Any]], found: Sequence[Quantity], test: Test) -> int:
    """How many gold quantities find one of their own."""
    free, hits = list(found), 0
    for one in gold:
        match = next((each for each in free if test(one, each)), None)
        if match:
            free.remove(match)
            hits += 1
    return hits


TESTS: dict[str, Test] = {
    "value": same_value,
    "value+unit": same_unit,
    "value+bound": same_bound,
}


def main() -> None:
    """Read the corpus, find, compare, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--errors", type=int, default=0)
    options = arguments.parse_args()
    parser = load_parser()
    hits: Counter[str] = Counter()
    errors: list[str] = []
    for line in options.corpus.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        doc = parse(entry["text"], parser)
        found = list(find_quantities(doc, list(find_timexes(doc, None))))
        gold = entry["quantities"]
        hits.update(gold=len(gold), found=len(found))
        hits.update({name: agreeing(gold, found, test) for name, test in TESTS.items()})
        if agreeing(gold, found, same_value) < max(len(gold), len(found)):
            said = [(each["value"], each.get("unit")) for each in gold]
            read = [(each.value, each.unit) for each in found]
            errors.append(f"  {entry['id']}  gold {said}  found {read}")
    for name in TESTS:
        precision, recall = hits[name] / max(1, hits["found"]), hits[name] / max(1, hits["gold"])
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        print(f"  {name:12} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")
    for error in errors[: options.errors]:
        print(error)


if __name__ == "__main__":
    main()
