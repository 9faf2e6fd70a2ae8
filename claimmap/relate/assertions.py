"""Claims that assert the same without counting: one denies what another says, or both say it."""

from __future__ import annotations

from collections.abc import Iterator

from claimmap.model import Claim, Relation, RelationKind
from claimmap.relate.occasions import are_elsewhere, is_long_between, likeness
from claimmap.relate.roots import are_independent, share_root

_SAME = 0.5  # of the words of both, for what is asserted to be the same
_TO_COME = frozenset({"planned", "forecast"})


def assertion_key(claim: Claim) -> Iterator[str]:
    """Under which key the claim may meet others: what is done; nothing where it is no deed."""
    if claim.gist.verb and claim.stance != "opinion":
        yield f"verb|{claim.gist.verb}"


def relate_assertions(one: Claim, other: Claim) -> Relation | None:
    """The relation of two claims of the same deed by the same actor; None where they are not."""
    if not _assert_the_same(one, other):
        return None
    same = share_root(one, other)
    denied = _denies(one)
    if denied != _denies(other):
        who = "the same source" if same else "one says it, the other denies it"
        return _told("contradicts", one, other, who)
    if (one.stance in _TO_COME) != (other.stance in _TO_COME):
        return _told("differs in stage", one, other, "to come in one, done in the other")
    if same:
        return _told("repeats", one, other, "the same source says the same")
    why = "both deny it" if denied else "another source says the same"
    return _told("corroborates", one, other, why)


def _denies(claim: Claim) -> bool:
    return claim.stance == "denied" or claim.gist.negated


def _assert_the_same(one: Claim, other: Claim) -> bool:
    mine, theirs = one.gist, other.gist
    if not mine.verb or mine.verb != theirs.verb or "opinion" in (one.stance, other.stance):
        return False
    if mine.actor and theirs.actor and mine.actor != theirs.actor:
        return False
    if one.quantities and other.quantities:
        return False  # their numbers were held against each other, and cannot be compared
    if is_long_between(one, other) or are_elsewhere(one, other):
        return False
    return len(mine.words) > 1 and likeness(one, other) >= _SAME


def _told(kind: RelationKind, one: Claim, other: Claim, why: str) -> Relation:
    """The relation with its reason: what is done by whom, and why it is this kind."""
    deed = " ".join(word for word in (one.gist.actor, one.gist.verb) if word)
    return Relation(kind, one.id, other.id, f"'{deed}': {why}", are_independent(one, other))
