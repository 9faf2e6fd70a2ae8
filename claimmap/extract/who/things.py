"""What a verb attributes where it is no clause but a thing: "issued a warning", "denied it"."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.findings import subtree
from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import is_someone, known_kind
from claimmap.extract.who.lexicon import (
    CLAUSE_NOUNS,
    COUNTING,
    DENIALS,
    FIGURES,
    LIGHT_VERBS,
    OBJECT,
    SHOWING,
    SHOWN,
    TELLING,
    WITH_PREPOSITION,
)

OBJECTS = frozenset({"dobj", "obj", "attr"})
NONE: frozenset[int] = frozenset()


def thing_of(token: Token, lemma: str, passive: bool) -> tuple[frozenset[int], frozenset[int]]:
    """(words of the cue, content) where the content is a thing and not a clause."""
    frames = WITH_PREPOSITION.get(lemma, NONE)
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in frames and prep.i > token.i:
            return frozenset({prep.i}), _after(token, prep.i) - {prep.i}
    if passive and lemma in DENIALS and any(c.dep_ == "agent" for c in token.children):
        # "The claim was disputed by residents": they deny what is the subject.
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        return NONE, subtree(subject) if subject is not None else NONE
    thing = next((c for c in token.children if c.dep_ in OBJECTS and c.i > token.i), None)
    if thing is None or passive:
        return NONE, NONE
    if lemma in LIGHT_VERBS and thing.lemma_.lower() in CLAUSE_NOUNS:
        return _split_light(thing)
    if lemma in SHOWING and thing.lemma_.lower() in SHOWN:
        return _split_shown(thing)
    if lemma in COUNTING:
        subject = next((c for c in token.children if c.dep_ == "nsubj"), token)
        counts = any(c.dep_ == "nummod" for c in thing.children) and _is_body(subject)
        return NONE, _after(token, token.i) if counts else NONE
    if lemma in ("put", "give"):
        figure = thing.lemma_.lower() in FIGURES and any(t.like_num for t in thing.sent)
        return NONE, _after(token, token.i) if figure else NONE
    if _is_taken(token, thing, lemma):
        return NONE, _after(token, token.i)
    return NONE, NONE


def _is_body(noun: Token) -> bool:
    known = noun.pos_ in ("NOUN", "PROPN") and known_kind(noun.text) not in (None, "unidentified")
    return noun.ent_type_ == "ORG" or known


def _is_taken(token: Token, thing: Token, lemma: str) -> bool:
    """Whether what the verb governs is what is said, and not whom it is said to or done to."""
    if lemma == "rule":
        return any(c.dep_ == "prt" and c.lower_ == "out" for c in token.children)
    if lemma == "dismiss" and is_human(thing.lemma_.lower()):
        return False
    heard = thing.ent_type_ in ("PERSON", "ORG") or (lemma == "tell" and is_someone(thing.lemma_))
    return lemma in OBJECT and not (lemma in TELLING and heard)


def _after(token: Token, start: int) -> frozenset[int]:
    """All complements of the verb that stand after ``start``."""
    found: frozenset[int] = frozenset()
    for child in token.children:
        apart = child.lower_ == "with" and child.nbor(-1).text == ","
        if (
            child.i >= start
            and not apart
            and child.dep_
            not in (
                "conj",
                "cc",
                "punct",
                "advcl",
                "npadvmod",
                "prt",
                "nsubj",
                "parataxis",
            )
        ):
            found |= subtree(child)
    return found


def _split_shown(thing: Token) -> tuple[frozenset[int], frozenset[int]]:
    """As in "published photos of the port": (the words up to "of", what is shown)."""
    for child in thing.children:
        if child.dep_ in ("prep", "acl") and child.lower_ in ("of", "showing", "from"):
            return frozenset(range(thing.left_edge.i, child.i + 1)), subtree(child) - {child.i}
    return NONE, NONE


def _split_light(thing: Token) -> tuple[frozenset[int], frozenset[int]]:
    """As in "issued a [...] warning [that ...]": the noun is cue, what goes with it is content."""
    content: frozenset[int] = frozenset()
    for child in thing.children:
        if child.dep_ not in ("det", "poss", "punct", "cc", "conj"):
            content |= subtree(child)
    return (subtree(thing) - content if content else frozenset()), content
