"""How the word lists of our rules are written down."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for a list that reads as prose and is looked up as a set."""
    return frozenset(text.split())
