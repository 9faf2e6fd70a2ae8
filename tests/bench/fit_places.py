"""Fit the ranking coefficients of claimmap/geocode/weights.py on hand-placed corpora.

    python -m tests.bench.fit_places CORPUS.jsonl [CORPUS.jsonl ...] [--write]

Prints, for each corpus, Accuracy@161 km and the expected calibration error with the coefficients
fitted on the other corpora, and by two folds; ``--write`` then fits on all and rewrites the table.
A conditional logit with ridge, by Newton's method, one for each pass; "none of the candidates" is
right where no candidate lies within 161 km of the gold point.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from claimmap.geocode import doubt, ranking, weights
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Document, Place, Span, Toponym
from tests.bench.places.corpus import Entry, great_circle_km, read_corpus

RIDGE = 1.0
NEAR_KM = 161.0
TABLE = Path(weights.__file__)
PASSES = 3
BINS = 10

Ranking = tuple[list[ranking.Ranked], list[Entry]]  # of one document, and its gold toponyms
Case = tuple[list[dict[str, float]], list[bool], int]
Tables = tuple[dict[str, float], ...]
Outcome = tuple[float, bool]


def ranked_documents(corpus: Sequence[Entry], gazetteer: Gazetteer) -> list[Ranking]:
    """(ranked mentions, gold toponyms) of each document, with first-pass features."""
    out = []
    for entry in corpus:
        gold = [one for one in entry["toponyms"] if one.get("lat") is not None]
        toponyms = [Toponym(Span(one["start"], one["end"]), "scene") for one in gold]
        document = Document(entry["id"], "", entry.get("title", ""), "", None, entry["text"])
        out.append((ranking.read_features(toponyms, document, gazetteer), gold))
    return out


def cases(documents: Iterable[Ranking]) -> list[Case]:
    """One case a mention with candidates: features, which are right, how often it stands there."""
    found = []
    for ranked, gold in documents:
        for one in ranked:
            point = gold[one.mention.indices[0]]
            exact = [place.id == point.get("geonameid") for place in one.mention.candidates]
            right = exact
            if not any(exact):
                right = [kilometres_to(point, place) <= NEAR_KM for place in one.mention.candidates]
            if right:
                found.append((one.features, right, len(one.mention.indices)))
    return found


def kilometres_to(gold: Entry, place: Place) -> float:
    """How far a place lies from a gold point."""
    return great_circle_km((gold["lat"], gold["lon"]), (place.latitude, place.longitude))


def fit(training: Sequence[Case]) -> dict[str, float]:
    """Coefficients by maximum likelihood with ridge."""
    told = {name for case in training for row in case[0] for name in row}
    names = sorted(told - set(ranking.BY_HAND))
    names.append(ranking.NOWHERE)
    column = {name: i for i, name in enumerate(names)}
    tables = []
    for rows, right, times in training:
        table = np.zeros((len(rows) + 1, len(names)))
        for i, row in enumerate(rows):
            for name, value in row.items():
                if name in column:
                    table[i, column[name]] = value
        table[-1, -1] = 1.0
        target = np.array([*right, not any(right)], dtype=float)
        tables.append((table, target.astype(bool), min(times, 3) ** 0.5))
    theta = np.zeros(len(names))
    for _ in range(25):
        gradient, hessian = -RIDGE * theta, RIDGE * np.eye(len(names))
        for table, target, times in tables:
            share = _softmax(table @ theta)
            goal = np.where(target, share, 0.0)
            goal /= goal.sum()
            gradient += times * table.T @ (goal - share)
            centred = table - share @ table
            hessian += times * centred.T @ (centred * share[:, None])
        step = np.linalg.solve(hessian, gradient)
        theta += step
        if np.abs(step).max() < 1e-3:
            break
    return {name: round(float(value), 3) for name, value in zip(names, theta, strict=True)}


def _softmax(utilities: np.ndarray) -> np.ndarray:
    parts = np.exp(utilities - utilities.max())
    return parts / parts.sum()


def fit_passes(documents: Sequence[Ranking], gazetteer: Gazetteer) -> Tables:
    """The tables of all passes, fitted one after the other."""
    tables: list[dict[str, float]] = []
    for _ in range(PASSES):
        run_passes(documents, tables, gazetteer)
        tables.append(fit(cases(documents)))
    return tuple(tables)


def run_passes(
    documents: Sequence[Ranking], tables: Sequence[dict[str, float]], gazetteer: Gazetteer
) -> None:
    """Give every candidate the features of the pass that follows the tables given."""
    for ranked, _ in documents:
        forget(ranked)
        for table in tables:
            ranking.score(ranked, table)
            ranking.look_around(ranked, gazetteer)


def forget(ranked: Sequence[ranking.Ranked]) -> None:
    """Leave the features of the first pass alone."""
    for one in ranked:
        if one.mention.lent:
            one.mention.candidates, one.mention.lent = (), False
            one.features, one.regions, one.shares = [], [], []
        for row in one.features:
            for name in [name for name in row if " mass" in name]:
                del row[name]


def outcomes(
    documents: Sequence[Ranking], tables: Tables, gazetteer: Gazetteer
) -> Iterator[Outcome]:
    """What becomes of each gold toponym: the confidence, and whether it is right."""
    run_passes(documents, tables[:-1], gazetteer)
    for ranked, gold in documents:
        ranking.score(ranked, tables[-1])
        for one in ranked:
            for index in one.mention.indices:
                if not one.shares:
                    yield 0.0, False
                    continue
                best, belief = doubt.choose(one.mention, one.shares)
                place = one.mention.candidates[best]
                sure = doubt.is_enough(one.mention, best, belief)
                yield belief * sure, kilometres_to(gold[index], place) <= NEAR_KM


def show(name: str, found: Sequence[Outcome]) -> None:
    """Print accuracy and expected calibration error (ten bins of equal width, those placed)."""
    bins: dict[int, list[Outcome]] = {}
    placed = [one for one in found if one[0]]
    for one in placed:
        bins.setdefault(min(int(one[0] * BINS), BINS - 1), []).append(one)
    error = sum(
        abs(sum(confidence - right for confidence, right in members)) for members in bins.values()
    )
    accuracy = sum(right for confidence, right in found if confidence) / len(found)
    print(f"{name:45} accuracy {accuracy:.3f}  calibration error {error / len(placed):.3f}")


def write_table(tables: Tables) -> None:
    """Rewrite weights.py."""
    head = TABLE.read_text().split("PASSES:")[0]
    parts = []
    for table in tables:
        rows = "".join(f"        {json.dumps(key)}: {value},\n" for key, value in table.items())
        parts.append(f"    {{\n{rows}    }},\n")
    TABLE.write_text(f"{head}PASSES: tuple[dict[str, float], ...] = (\n{''.join(parts)})\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(argv)
    gazetteer = Gazetteer.open()
    corpora = [ranked_documents(read_corpus(path), gazetteer) for path in options.corpora]
    for number, (path, held) in enumerate(zip(options.corpora, corpora, strict=True)):
        others = [doc for i, corpus in enumerate(corpora) if i != number for doc in corpus]
        if others:
            found = [*outcomes(held, fit_passes(others, gazetteer), gazetteer)]
            show(f"{path.stem}, fitted on the others", found)
        even, odd = held[::2], held[1::2]
        found = [*outcomes(odd, fit_passes(even, gazetteer), gazetteer)]
        found += outcomes(even, fit_passes(odd, gazetteer), gazetteer)
        show(f"{path.stem}, two folds", found)
    if options.write:
        write_table(fit_passes([doc for corpus in corpora for doc in corpus], gazetteer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
