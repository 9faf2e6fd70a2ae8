"""Names before a noun: "Kursk region", "Huntsville police", "Greek islands", "X's army".

Ground is where its modifier says; actors and their affairs are only somebody's.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimmap.extract.where import nouns
from claimmap.extract.where.answers import Answer, Like
from claimmap.extract.where.kinds import (
    base,
    head_noun,
    is_actor,
    is_affair,
    is_event,
    is_ground,
    is_place_name,
    is_undergone,
)

HYPHENS = frozenset({"-", "–", "‑"})


def find_compound(span: Span) -> Answer | None:
    """For "X-based", "X-backed" and "X-bound", said of who or what follows, and "R-X"."""
    doc = span.doc
    if _stands_for(span):
        return "affiliation"
    if span.end + 1 >= len(doc) or doc[span.end].text not in HYPHENS:
        return None
    after = doc[span.end + 1]
    if after.lower_ == "bound":
        return "destination"
    participle = after.tag_ in ("VBN", "VBD") or (after.lower_.endswith("ed") and after.is_lower)
    return "affiliation" if participle or after.lower_ == "born" else None


def _stands_for(span: Span) -> bool:
    """For a member's party and seat: "D-Ohio", "R-Utah"."""
    if span.start < 2 or span.doc[span.start - 1].text not in HYPHENS:
        return False
    party = span.doc[span.start - 2].text
    return len(party) == 1 and party.isupper()


def modifier(token: Token, power: bool) -> Answer:
    """For "Kursk region", "Huntsville police", "US troops"."""
    head = head_noun(token)
    if head.i <= token.i:
        return "scene"
    if _is_pair(token, head):
        return "metonym"
    if is_ground(head):  # "to the Kursk region" is a way, as "to Kursk" is
        return _on(head, power)
    if is_event(head):
        return "scene"
    if is_actor(head) or is_affair(head):
        return "affiliation"
    if is_place_name(head):
        return Like(head, contains=power)
    if token.head.pos_ == "PROPN" and not is_place_name(token.head):
        return "name"  # of a team or a firm
    return "affiliation" if power else "scene"


def adjective(token: Token) -> Answer:
    """For "Greek islands" and "Russian troops"; "she is Greek" is whose somebody is."""
    head = head_noun(token)
    if head == token and token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN":
        head = token.nbor()  # the parser may take the adjective for a noun
    if head.i <= token.i:
        return "affiliation"
    if _is_pair(token, head):
        return "affiliation"
    if is_ground(head) or is_place_name(head):
        return _on(head, power=True)
    return "scene" if is_undergone(head) else "affiliation"


def possessor(token: Token, power: bool) -> Answer:
    """For "Russia's army", "Russia's Far East", "Seoul's agency", "Nice's harbour"."""
    owned = head_noun(token.head)
    if is_ground(owned) or is_place_name(owned):
        return _on(owned, power)
    if is_event(owned):
        mine = power and base(owned) in nouns.ACTION_NOUNS
        return "affiliation" if mine else "scene"
    return "affiliation" if power or is_actor(owned) or is_affair(owned) else "scene"


def _on(ground: Token, power: bool) -> Answer:
    """The part of the ground named; a base abroad is only its owner's ("a US base in Japan")."""
    if power and base(ground) in nouns.FACILITY_NOUNS and _lies_elsewhere(ground):
        return "affiliation"
    return Like(ground, contains=power)


def _lies_elsewhere(ground: Token) -> bool:
    return any(
        is_place_name(place)
        for child in ground.children
        if child.lower_ in ("in", "at", "near", "on", "outside")
        for place in child.children
    )


def _is_pair(token: Token, head: Token) -> bool:
    """Whether two names joined by a hyphen deal with each other: "the Chad-Sudan talks"."""
    if base(head) not in nouns.DEALING_NOUNS:
        return False
    doc = token.doc
    return any(
        doc[middle].text in HYPHENS
        and doc[middle - 1].text[0].isupper()
        and doc[middle + 1].text[0].isupper()
        for middle in (token.i - 1, token.i + 1)
        if 0 < middle < len(doc) - 1
    )
