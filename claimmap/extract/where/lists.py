"""Lists of names: "Lyon, Nantes and Lille"."""

from __future__ import annotations

from spacy.tokens import Token

FURTHEST = 12  # steps along a list; enough to know its company, and lists have no other end


def list_mates(token: Token) -> list[Token]:
    """The words coordinated with a word, within ``FURTHEST`` steps either way."""
    mates: list[Token] = []
    up = token
    while up.dep_ == "conj" and len(mates) < FURTHEST:
        up = up.head
        mates.append(up)
    down = [token]
    while down and len(mates) < 2 * FURTHEST:
        down = [child for child in down[0].rights if child.dep_ == "conj"][:1]
        mates.extend(down)
    return mates
