"""Reports to measure with, of paragraphs of our gold articles and made-up ones; no two alike."""

from __future__ import annotations

import random
from collections.abc import Iterator

from claimmap.geocode.gazetteer import Gazetteer
from tests.bench.made_up.reports import make_report
from tests.bench.made_up.world import World, make_world
from tests.gold.loading import read_gold

ARTICLE = 500
"""About how many words an article has."""

_MADE_UP = 2  # sentences of each report that no other has
_FEWEST_WORDS = 12  # of a paragraph; what is shorter is a heading or a name


class Writer:
    """Writes reports, the same for the same seed and numbers."""

    def __init__(self, gazetteer: Gazetteer, seed: int = 1) -> None:
        self._rng = random.Random(seed)
        self._world: World = make_world(self._rng, gazetteer)
        self._real = [
            paragraph
            for gold in read_gold()
            for paragraph in gold.document.text.split("\n")
            if len(paragraph.split()) >= _FEWEST_WORDS
        ]

    def short(self, number: int) -> Iterator[str]:
        """So many reports of two paragraphs, about 65 words."""
        for index in range(number):
            yield "\n".join((self._rng.choice(self._real), self._made_up(index)))

    def articles(self, number: int) -> Iterator[str]:
        """So many reports of about ``ARTICLE`` words."""
        for index in range(number):
            paragraphs = [self._made_up(index)]
            words = len(paragraphs[0].split())
            for paragraph in self._rng.sample(self._real, len(self._real)):
                if words >= ARTICLE:
                    break
                paragraphs.append(paragraph)
                words += len(paragraph.split())
            yield "\n".join(paragraphs)

    def _made_up(self, number: int) -> str:
        return make_report(self._rng, self._world, number, _MADE_UP).document.text.strip()
