"""What finding place names asks of the world: a gazetteer's word, and the model's labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from claimmap.model import Place

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


class Names(Protocol):
    """What recognition asks of a gazetteer."""

    def places(self, name: str) -> Sequence[Place]:
        """The places that bear the name, most populous first; () where none does."""

    def demonym(self, word: str) -> Sequence[str]:
        """ISO 3166-1 alpha-2 codes of the countries whose people the word names, or ()."""
