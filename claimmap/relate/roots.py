"""Who is behind a claim: two claims with one root are one witness, however many carry them."""

from __future__ import annotations

from claimmap.model import Claim


def root_of(claim: Claim) -> str:
    """The root of the claim's chain, in small letters: what two claims of one source share."""
    return claim.chain[0].name.casefold() if claim.chain else ""


def share_root(one: Claim, other: Claim) -> bool:
    """Whether one source is behind both.

    Unidentified sources are the same only within one document and by the same words: nobody can
    know that two papers' "residents" are the same people.
    """
    if root_of(one) != root_of(other):
        return False
    known = bool(one.chain) and one.chain[0].kind != "unidentified"
    return known or one.document == other.document


def are_independent(one: Claim, other: Claim) -> bool | None:
    """Whether two witnesses are behind the claims; None where one of them has no name."""
    if share_root(one, other):
        return False
    nameless = any(c.chain and c.chain[0].kind == "unidentified" for c in (one, other))
    return None if nameless else True
