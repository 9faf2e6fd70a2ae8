"""What a rule can answer: a role, "the same as that other word", or how far a scene reaches."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from spacy.tokens import Token

from claimmap.model import Role


class Like(NamedTuple):
    """The name plays the part of another word: "Goma" that of "port" in "the port of Goma".

    power: whether that word can stand for a government. contains: whether what the word means lies
    in the place, so that the place contains the scene wherever the word is one.
    """

    word: Token
    power: bool = False
    contains: bool = False


Answer: TypeAlias = Role | Like


class Reach(NamedTuple):
    """How far around a place its scene may lie, and the phrase of the text that says so."""

    kilometres: float = 0.0
    phrase: str = ""
