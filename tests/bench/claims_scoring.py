"""How well found claims agree with annotated ones; what is counted stands in claims.py's docstring.

Both sides are the model's own nouns, so that the gold can be scored against itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimmap.model import Claim, Interval, Timex
from tests.bench.claims_likeness import (
    pair,
    plain_name,
    same_place,
    same_quantity,
    same_time,
    same_words,
    words_at,
)
from tests.gold.loading import Gold

ASPECTS = ("source", "kind", "chain", "form", "stance", "event", "statement")


@dataclass(slots=True)
class Tally:
    """How many are right, of how many found and how many annotated."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count these too."""
        self.right += right
        self.found += found
        self.gold += gold

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * self.right / max(1, self.found + self.gold)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


@dataclass(slots=True)
class Scores:
    """What is counted over one half of the gold; ``errors`` are lines for a person to read.

    agreed: how many matched claims agree in each aspect; stances: how often which annotated one met
    which found one.
    """

    articles: int = 0
    claims: Tally = field(default_factory=Tally)
    agreed: Counter[str] = field(default_factory=Counter)
    stances: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: Tally = field(default_factory=Tally)
    quantities: Tally = field(default_factory=Tally)
    timexes: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)


def score(gold: Gold, claims: Sequence[Claim], timexes: Sequence[Timex], scores: Scores) -> None:
    """Add what was found in one article to the scores."""
    text = gold.document.text
    wanted = [words_at(text, claim.content) for claim in gold.claims]
    found = [words_at(text, claim.content) for claim in claims]
    pairs = dict(pair(wanted, found, same_words))
    scores.articles += 1
    scores.claims.add(len(pairs), len(found), len(wanted))
    right = len(list(pair(gold.timexes, timexes, same_time)))
    scores.timexes.add(right, len(timexes), len(gold.timexes))
    names = {
        plain_name(each): plain_name(name) for name, also in gold.also.items() for each in also
    }
    for i, claim in enumerate(gold.claims):
        errors = (
            _compare(claim, claims[pairs[i]], text, names, scores) if i in pairs else ["missed"]
        )
        scores.errors.extend(f"{gold.document.id}: {_quote(claim, text)}: {e}" for e in errors)
    for j, claim in enumerate(claims):
        if j not in pairs.values():
            scores.errors.append(f"{gold.document.id}: {_quote(claim, text)}: not a claim")


def macro_f1(stances: Counter[tuple[str, str]]) -> float:
    """The mean F1 of the stances that were annotated, given how often gold met found."""
    scores = []
    for stance in sorted({gold for gold, _ in stances}):
        right = stances[stance, stance]
        either = sum(n * ((g == stance) + (f == stance)) for (g, f), n in stances.items())
        scores.append(2 * right / either)
    return sum(scores) / len(scores) if scores else 0.0


def _compare(
    gold: Claim, found: Claim, text: str, names: dict[str, str], scores: Scores
) -> Iterator[str]:
    """Count by what two matched claims agree, and say by what they do not."""
    scores.stances[gold.stance, found.stance] += 1
    wanted, told = _aspects(gold, names), _aspects(found, names)
    for aspect in ASPECTS:
        scores.agreed[aspect] += wanted[aspect] == told[aspect]
        if wanted[aspect] != told[aspect]:
            yield f"{aspect} {wanted[aspect]}, found {told[aspect]}"
    alike = len(list(pair(gold.toponyms, found.toponyms, same_place)))
    scores.places.add(alike, len(found.toponyms), len(gold.toponyms))
    if alike < max(len(gold.toponyms), len(found.toponyms)):
        yield f"places {_spots(gold, text)}, found {_spots(found, text)}"
    alike = len(list(pair(gold.quantities, found.quantities, same_quantity)))
    scores.quantities.add(alike, len(found.quantities), len(gold.quantities))
    if alike < max(len(gold.quantities), len(found.quantities)):
        yield f"quantities {_numbers(gold)}, found {_numbers(found)}"


def _aspects(claim: Claim, names: dict[str, str]) -> dict[str, str]:
    """What a claim says of each aspect; sources under their canonical names."""
    source, *chain = (
        names.get(plain, plain)
        for plain in (plain_name(link.name) for link in (claim.source, *claim.chain))
    )
    told = (
        source,
        claim.source.kind,
        " > ".join(chain),
        claim.attribution.form if claim.attribution else "of its own",
        claim.stance,
        _days(claim.event),
        _days(claim.statement),
    )
    return dict(zip(ASPECTS, told, strict=True))


def _days(interval: Interval) -> str:
    return f"{interval.first or '..'}/{interval.last or '..'}"


def _spots(claim: Claim, text: str) -> list[str]:
    return [
        f"{t.span.of(text)} {t.role} {t.place.country if t.place else '?'}" for t in claim.toponyms
    ]


def _numbers(claim: Claim) -> list[str]:
    return [f"{q.value:g} {q.counted or q.unit}" for q in claim.quantities if q.value is not None]


def _quote(claim: Claim, text: str) -> str:
    words = " / ".join(span.of(text) for span in claim.content)
    return repr(words if len(words) < 70 else f"{words[:50]} … {words[-15:]}")
