"""Fit the ranking coefficients of claimmap/geocode/weights.py on hand-placed corpora.

    python -m tests.bench.fit_places CORPUS.jsonl [CORPUS.jsonl ...] [--write]

Prints, for each corpus, Accuracy@161 km with the coefficients fitted on the others (or by two
folds where there is one); ``--write`` then fits on all and rewrites the table. A conditional logit
with ridge, by Newton's method; "none of the candidates" is right where no candidate lies within
161 km of the gold point.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from claimmap.geocode import ranking, resolve, weights
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Document, Span, Toponym
from tests.bench.places import great_circle_km, read_corpus

RIDGE = 1.0
NEAR_KM = 161.0
TABLE = Path(weights.__file__)

Case = tuple[list[dict[str, float]], list[bool], list[float], int]


def ranked_documents(corpus: Sequence[dict], gazetteer: Gazetteer) -> list[tuple[list, list]]:
    """(ranked mentions, gold toponyms) of each document, with first-pass features."""
    out = []
    for entry in corpus:
        gold = [one for one in entry["toponyms"] if one.get("lat") is not None]
        toponyms = [Toponym(Span(one["start"], one["end"]), "scene") for one in gold]
        document = Document(entry["id"], "", entry.get("title", ""), "", None, entry["text"])
        out.append((resolve.read_features(toponyms, document, gazetteer), gold))
    return out


def cases(documents: Iterable[tuple[list, list]]) -> list[Case]:
    """One case a mention with candidates: features, which are right, distances, weight."""
    found = []
    for ranked, gold in documents:
        for one in ranked:
            point = gold[one.mention.indices[0]]
            distances = [
                great_circle_km((point["lat"], point["lon"]), (c.latitude, c.longitude))
                for c in one.mention.candidates
            ]
            exact = [c.id == point.get("geonameid") for c in one.mention.candidates]
            right = exact if any(exact) else [km <= NEAR_KM for km in distances]
            found.append(([*one.features], right, distances, len(one.mention.indices)))
    return found


def fit(training: Sequence[Case]) -> dict[str, float]:
    """Coefficients by maximum likelihood with ridge."""
    told = {name for case in training for row in case[0] for name in row}
    names = sorted(told - set(ranking.BY_HAND))
    names.append(ranking.NOWHERE)
    column = {name: i for i, name in enumerate(names)}
    tables = []
    for rows, right, _, times in training:
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


def fit_passes(documents: Sequence[tuple[list, list]]) -> tuple[dict, dict]:
    """Both passes' tables, fitted one after the other."""
    first = fit([_own_only(case) for case in cases(documents)])
    read_masses(documents, first)
    return first, fit(cases(documents))


def _own_only(case: Case) -> Case:
    own = [{name: value for name, value in row.items() if " mass" not in name} for row in case[0]]
    return own, *case[1:]


def read_masses(documents: Sequence[tuple[list, list]], first: dict[str, float]) -> None:
    """Give every candidate the features of the second pass."""
    for ranked, _ in documents:
        for one in ranked:
            for row in one.features:
                for name in [name for name in row if " mass" in name]:
                    del row[name]
        resolve.score(ranked, first)
        resolve.add_masses(ranked)


def accuracy(documents: Sequence[tuple[list, list]], tables: tuple[dict, dict]) -> float:
    """Accuracy@161 km over all gold toponyms with a point; a name without candidate is wrong."""
    read_masses(documents, tables[0])
    right = 0
    for rows, _, distances, times in cases(documents):
        if rows:
            utilities = [ranking.weigh(row, tables[1]) for row in rows]
            right += times * (distances[int(np.argmax(utilities))] <= NEAR_KM)
    return right / sum(len(gold) for _, gold in documents)


def write_table(tables: tuple[dict, dict]) -> None:
    """Rewrite weights.py."""
    head = TABLE.read_text().split("FIRST:")[0]
    parts = []
    for name, table in zip(("FIRST", "SECOND"), tables, strict=True):
        rows = "".join(f"    {json.dumps(key)}: {value},\n" for key, value in table.items())
        parts.append(f"{name}: dict[str, float] = {{\n{rows}}}\n")
    TABLE.write_text(head + "".join(parts))


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
            print(f"{path.stem}: fitted on the others {accuracy(held, fit_passes(others)):.3f}")
        even, odd = held[::2], held[1::2]
        score = accuracy(odd, fit_passes(even)) * sum(len(gold) for _, gold in odd)
        score += accuracy(even, fit_passes(odd)) * sum(len(gold) for _, gold in even)
        print(f"{path.stem}: two folds {score / sum(len(gold) for _, gold in held):.3f}")
    if options.write:
        write_table(fit_passes([doc for corpus in corpora for doc in corpus]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
