"""Whom the sentence before a "he" or "she" speaks of, though it may not quote them."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import known_kind
from claimmap.extract.wordlist import word_set

_KIN = {
    **dict.fromkeys(word_set("sister mother wife daughter woman girl widow girlfriend aunt"), "f"),
    **dict.fromkeys(word_set("brother father husband son man boy widower boyfriend uncle"), "m"),
}


def relative_before(head: Token, gender: str) -> Token | None:
    """As in "Reilly's sister helped. She denies it": the sister, who was the last subject."""
    start = head.sent.start
    if not start:
        return None
    for token in head.doc[start - 1].sent:
        subject = token.dep_ in ("nsubj", "nsubjpass")
        if subject and token.pos_ == "NOUN" and _KIN.get(token.lemma_.lower()) == gender:
            return token
    return None


def subject_before(head: Token) -> Token | None:
    """The name that is the subject of the sentence before: the likeliest "he" (centering).

    After Grosz, Joshi and Weinstein (1995): a pronoun goes on with the last sentence's subject.
    """
    start = head.sent.start
    if not start:
        return None
    root = head.doc[start - 1].sent.root
    subjects = (c for c in root.children if c.dep_ in ("nsubj", "nsubjpass"))
    for subject in subjects:
        if subject.pos_ == "PROPN":
            return subject
        if is_human(subject.lemma_.lower()):
            return next((c for c in subject.children if _names(c)), None)
    return None


def body_before(head: Token) -> Token | None:
    """As in "The harbour office closed the quay. It says": the body that was the last subject."""
    start = head.sent.start
    if not start:
        return None
    root = head.doc[start - 1].sent.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.ent_type_ == "ORG":
        return subject
    if subject.pos_ != "NOUN" or subject.tag_ != "NN" or is_human(subject.lemma_.lower()):
        return None
    return subject if known_kind(subject.lemma_.lower()) not in (None, "unidentified") else None


def _names(token: Token) -> bool:
    """As in "Its director, Ada Stone, ..."."""
    return token.dep_ == "appos" and token.pos_ == "PROPN"
