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

    def longest(self, text: str) -> int:
        """How many characters the longest known name at the start of ``text`` has; 0 for none."""

    def demonym(self, word: str) -> Sequence[str]:
        """ISO 3166-1 alpha-2 codes of the countries whose people the word names, or ()."""

    def demonym_places(self, word: str) -> Sequence[Place]:
        """The places whose people or adjective the word is ("Texan" gives Texas), or ()."""

    def is_capital(self, place: Place) -> bool:
        """Whether a town is the capital of its country."""
