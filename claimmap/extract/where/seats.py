"""Where someone only speaks: "said in Kyiv", "officials in Kyiv declined to comment"."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.where import nouns, verbs


def is_seat(governor: Token) -> bool:
    """Whether a place inside the phrase of a verb or noun is a speaker's seat."""
    if governor.pos_ == "VERB" and governor.lemma_ in verbs.SAYING_VERBS:
        return not _is_reported(governor)
    if governor.pos_ == "VERB" and governor.lemma_ in verbs.SPEAKING_VERBS:
        return any(c.dep_ == "nsubj" and _is_speaker(c) for c in governor.children)
    return _speaks(governor)


def _is_reported(verb: Token) -> bool:
    """Whether it is an event that is reported, there, and not someone who reports."""
    told = ("nsubjpass", "dobj") if verb.lemma_ in verbs.REPORTING_VERBS else ("nsubjpass",)
    return any(child.dep_ in told and child.pos_ == "NOUN" for child in verb.children)


def _is_speaker(noun: Token) -> bool:
    return noun.lemma_ in nouns.SPEAKER_NOUNS or noun.ent_type_ == "PERSON"


def _speaks(noun: Token) -> bool:
    """Whether a noun is a speaker in its sentence, so that a place inside its phrase is its seat.

    A source always is one; an official only where the sentence has them speak ("officials in X
    declined to comment", "told journalists in X"): "a reporter in X was killed" is a scene.
    """
    if noun.lemma_ in nouns.SOURCE_NOUNS:
        return True
    person = noun.lemma_ in nouns.SPEAKER_NOUNS or noun.ent_type_ in ("PERSON", "ORG", "NORP")
    if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "by"):
        return person and noun.head.head.lemma_ in verbs.SAYING_VERBS
    if not person and noun.lemma_ not in nouns.ACTOR_NOUNS:
        return False
    if noun.dep_ in ("nsubj", "dobj", "dative"):
        return noun.head.lemma_ in verbs.SPEAKING_VERBS
    return (
        noun.dep_ == "pobj"
        and noun.lemma_ in nouns.SPEAKER_NOUNS
        and noun.head.head.lemma_ in verbs.SAYING_VERBS
    )
