"""Papers that speak for somebody: "a report by X", "X's figures", "a statement"."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.lexicon import PAPERS

_BY = frozenset({"by", "from"})
_MADE = frozenset({"release", "publish", "issue", "write", "prepare", "compile", "produce"})


def author_of(head: Token) -> Token | None:
    """The head of the words that name whose paper ``head`` is; None for no paper, or nobody's.

    "A report by X", "data from X", "figures released by X", "X's statement".
    """
    if head.lemma_.lower() not in PAPERS and head.lower_ not in PAPERS:
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _BY:
            return _speaker(child)
        if child.dep_ == "acl" and child.lemma_.lower() in _MADE:
            agents = (c for c in child.children if c.dep_ == "agent")
            return next((found for found in map(_speaker, agents) if found), None)
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            return child if not child.ent_type_ or child.ent_type_ in _SPEAKERS else None
    return None


_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def _speaker(preposition: Token) -> Token | None:
    """What a preposition governs, unless it is a day, a number or another paper."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() in PAPERS or noun.like_num:
        return None
    return noun if not noun.ent_type_ or noun.ent_type_ in _SPEAKERS else None
