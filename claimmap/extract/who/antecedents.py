"""Whom "he", "it" or "they" means: an entity spoken of before, or words not yet resolved.

After Grosz, Joshi and Weinstein (1995), centering: a pronoun goes on with the subject of the
sentence before; who was quoted last comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from claimmap.extract.who.entities import Entity
from claimmap.extract.who.humans import is_human
from claimmap.extract.who.pronouns import (
    body_before,
    paper_before,
    people_before,
    relative_before,
    subject_before,
    thing_before,
)

# How many words back "they" looks for people who were not quoted.
_NEAR = 60
SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
PLURAL = frozenset({"they", "them", "their", "those", "these"})
Antecedent = Entity | Token | None
"""An entity; or the head of the words that name one; None where nobody is found."""


def antecedent(
    head: Token, recent: Sequence[Entity], is_person: Callable[[Token], bool], *, fresh: bool
) -> Antecedent:
    """Whom a pronoun means.

    recent: the sources spoken of, the last first. is_person: whether a name is known to be a
    person's. fresh: nobody is speaking already, so that the sentence before is asked first.
    """
    low = head.lower_
    if low in SINGULAR:
        return _he_or_she(head, SINGULAR[low], recent, is_person, fresh=fresh)
    people = people_before(head) if fresh and low in PLURAL else None
    if people is not None:
        return people
    subject = body_before(head) if fresh else None
    if subject is not None and not is_person(subject):
        return subject
    paper = paper_before(head) if fresh and low == "it" else None
    if paper is not None:
        return paper
    for entity in recent:
        if entity.form != "person" and (low in PLURAL or entity.form != "plural"):
            return entity
    if low in PLURAL:
        return _people_before(head)
    return thing_before(head) if fresh and low == "it" else None


def _he_or_she(
    head: Token,
    gender: str,
    recent: Sequence[Entity],
    is_person: Callable[[Token], bool],
    *,
    fresh: bool,
) -> Antecedent:
    relative = relative_before(head, gender) if fresh else None
    if relative is not None:
        return relative
    subject = subject_before(head) if fresh else None
    if subject is not None and (subject.ent_type_ == "PERSON" or is_person(subject)):
        known = next((e for e in recent if subject.text in e.name.split()), None)
        if known is None or known.gender in ("", gender):
            return subject
    for entity in recent:
        if _may_be_person(entity) and entity.gender in ("", gender):
            entity.gender = gender
            return entity
    return _person_before(head)


def _people_before(head: Token) -> Token | None:
    """As in "Astronomers have found a planet, they report": the subject just before "they"."""
    for token in reversed(head.doc[max(0, head.i - _NEAR) : head.i]):
        many = token.dep_ in ("nsubj", "nsubjpass") and token.tag_ == "NNS"
        if many and is_human(token.lemma_.lower()):
            return token
    return None


def _person_before(head: Token) -> Token | None:
    """The last person named before a pronoun, though not quoted before."""
    for token in reversed(head.doc[: head.i]):
        if token.ent_type_ == "PERSON" and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj"):
            return token
    return None


def _may_be_person(entity: Entity) -> bool:
    if entity.form == "role":
        return is_human(entity.noun)
    return entity.form == "person" or (entity.form == "organisation" and not entity.label)
