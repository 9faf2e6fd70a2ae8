"""What placing asks of a gazetteer; ``geocode.gazetteer.Gazetteer`` is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from claimmap.model import Place


class Places(Protocol):
    """Places by name, and what holds them."""

    def places(self, name: str) -> Sequence[Place]:
        """All places that bear the name, the most populous first."""

    def similar(self, name: str) -> Sequence[Place]:
        """Places whose name is a letter or two away."""

    def region(self, place: Place) -> Place | None:
        """The first-level division that a place lies in, or is."""

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""

    def demonym(self, word: str) -> Sequence[str]:
        """ISO codes of the countries whose people the word names."""

    def demonym_places(self, word: str) -> Sequence[Place]:
        """The places, the narrowest, whose people the word names: "Texan" gives Texas."""

    def place(self, id: int) -> Place | None:  # noqa: A002
        """The place of an id."""

    def people(self, code: str) -> Sequence[str]:
        """The words that name a country's people."""

    def is_capital(self, place: Place) -> bool:
        """Whether a town is the capital of its country."""
