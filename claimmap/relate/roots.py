"""Who is behind a claim: two claims with one root are one witness, however many carry them.

What a copy has from the report that it copies is that report's: its own words are that outlet's,
and its "residents" that report's residents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimmap.model import Claim, Place, Source
from claimmap.relate.occasions import places_of
from claimmap.relate.spellings import is_anyones, is_local


def root_of(claim: Claim) -> str:
    """The root of the claim's chain, in small letters: what two claims of one source share."""
    return _root(claim).name.casefold()


def root_key(claim: Claim) -> str:
    """What stands for the one witness behind the claim: as many keys, as many witnesses.

    ``witness_key`` of the chain's root, with the places where the claim happens.
    """
    relay = claim.chain[1].name if len(claim.chain) > 2 else ""
    return witness_key(_root(claim), relay.casefold() or _told_in(claim), places_of(claim))


def witness_key(root: Source, teller: str, places: Iterable[Place]) -> str:
    """The key of a witness by the root's name, who tells of it and the places it speaks of.

    teller: who had it from the root (in small letters), where that is not the report itself, else
    the report's id. The key is the name in small letters; of an unidentified source with its
    teller: what "residents" told one agency is one witness in however many papers, but nobody can
    know that two papers' "residents" are the same people; of a role that tells no owner ("police")
    with the country or, for what every town has, the town. It is ``share_root`` as near as a key
    can be: two such roles of which one names no place are one there, and two keys here.
    """
    name = root.name.casefold()
    if root.kind == "unidentified" or not name:
        return f"{name}\n{teller}"
    if not is_anyones(root.name):
        return name
    known = list(places)
    towns = [place.name for place in known if place.kind == "city" and is_local(root.name)]
    lands = [place.country for place in known if place.country]
    return "\n".join([name, *lands[:1], *towns[:1]])


def share_root(one: Claim, other: Claim) -> bool:
    """Whether one source is behind both.

    Unidentified sources are the same only within one document, copies counting as one, and by the
    same words: nobody can know that two papers' "residents" are the same people. A role without an
    owner ("police") is the same over documents unless the claims name places of other countries,
    or, for a role that every town has, other towns.
    """
    if root_of(one) != root_of(other):
        return False
    if not one.chain or _told_in(one) == _told_in(other):
        return _told_in(one) == _told_in(other)
    root = one.chain[0]
    if root.kind == "unidentified" or other.chain[0].kind == "unidentified":
        return False
    return not is_anyones(root.name) or not _apart(one, other, local=is_local(root.name))


def are_independent(one: Claim, other: Claim) -> bool | None:
    """Whether two witnesses are behind the claims; None where nobody can know."""
    if share_root(one, other):
        return False
    unknown = any(c.chain and c.chain[0].kind == "unidentified" for c in (one, other))
    return None if unknown or root_of(one) == root_of(other) else True


def _root(claim: Claim) -> Source:
    """Who is at the root; of what a copy says in its own words the outlet that it copies."""
    if not claim.chain:
        return Source("", "unidentified")
    root = claim.chain[0]
    if claim.copied and len(claim.chain) == 1:
        return replace(root, name=claim.copied.outlet)
    return root


def _told_in(claim: Claim) -> str:
    """The report that has the claim from whoever is behind it."""
    return claim.copied.document if claim.copied else claim.document


def _apart(one: Claim, other: Claim, *, local: bool) -> bool:
    """Whether both claims name where they play, and in no country (local: town) in common."""
    lands = _lands(one), _lands(other)
    towns = _towns(one), _towns(other)
    apart = all(lands) and not lands[0] & lands[1]
    return apart or (local and all(towns) and not towns[0] & towns[1])


def _lands(claim: Claim) -> set[str]:
    return {t.place.country for t in claim.toponyms if t.place is not None and t.place.country}


def _towns(claim: Claim) -> set[int]:
    return {t.place.id for t in claim.toponyms if t.place is not None and t.place.kind == "city"}
