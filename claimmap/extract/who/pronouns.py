"""Whom the sentence before a "he" or "she" speaks of, though it may not quote them."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import known_kind
from claimmap.extract.who.lexicon import PAPERS
from claimmap.extract.wordlist import word_set

_SPEAKING = frozenset({"ORG", "GPE", "PERSON"})
# How many sentences in a row may go on with one pronoun.
_SENTENCES = 4
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
    subject = _last_subject(head)
    if subject is None or subject.pos_ == "PROPN":
        return subject
    if is_human(subject.lemma_.lower()):
        return next((c for c in subject.children if _names(c)), None)
    return None


def body_before(head: Token) -> Token | None:
    """As in "The harbour office closed the quay. It says": the body that was the last subject."""
    subject = _last_subject(head)
    if subject is None or subject.ent_type_ in _SPEAKING:
        return subject
    if subject.pos_ != "NOUN" or subject.tag_ != "NN" or is_human(subject.lemma_.lower()):
        return None
    return subject if known_kind(subject.lemma_.lower()) not in (None, "unidentified") else None


def thing_before(head: Token) -> Token | None:
    """As in "The zoo reopened. It says": any one thing that was the last subject."""
    subject = _last_subject(head)
    return subject if subject is not None and subject.tag_ in ("NN", "NNP") else None


def paper_before(head: Token) -> Token | None:
    """As in "She opened a report. It says": the paper that was the last sentence's object."""
    subject = _last_subject(head)
    objects = (c for c in subject.head.children if c.dep_ == "dobj") if subject is not None else ()
    return next((c for c in objects if c.lemma_.lower() in PAPERS), None)


def people_before(head: Token) -> Token | None:
    """As in "The tenants moved out. They say": the people who were the last subject."""
    subject = _last_subject(head)
    many = subject is not None and subject.tag_ == "NNS" and is_human(subject.lemma_.lower())
    return subject if many else None


def _last_subject(head: Token) -> Token | None:
    """The subject of the sentence before; of the one before that where it is the same pronoun."""
    start = head.sent.start
    for _ in range(_SENTENCES):
        if not start:
            return None
        sentence = head.doc[start - 1].sent
        subjects = (c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass"))
        subject = next(subjects, None)
        if subject is None or subject.lower_ != head.lower_:
            return subject
        start = sentence.start
    return None


def _names(token: Token) -> bool:
    """As in "Its director, Ada Stone, ..."."""
    return token.dep_ == "appos" and token.pos_ == "PROPN"
