"""Where somebody is at home, and nothing happens: "a maker based in X", "flag: X"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimmap.extract.where.kinds import base
from claimmap.extract.wordlist import word_set

_BASING = word_set("base headquarter domicile incorporate")
# Of these "based in X" tells where they stand, and may strike from.
_FORCES = word_set(
    "troop soldier force fleet army brigade battalion squadron unit regiment missile aircraft jet"
    " fighter militant bomber drone warship marine"
)
# "Registered in X" is said of their papers; of cases it tells where they occurred.
_REGISTERED = word_set(
    "ship vessel tanker boat trawler yacht ferry freighter barge plane aircraft jet helicopter car"
    " truck lorry van company firm charity bank fund foundation carrier airline"
)
_HEADQUARTERS = word_set("headquarter headquarters")
_LABELS = word_set(
    "flag flagged registry owner operator maker manufacturer nationality citizenship"
)
_LABEL_WORDS = 2  # "flag state: X"


def is_home(governor: Token) -> bool:
    """Whether a place inside the phrase of a verb or noun is only where somebody belongs."""
    whose = governor.head if governor.dep_ in ("acl", "relcl") else _subject(governor)
    if governor.pos_ == "VERB" and governor.lemma_ in _BASING:
        return whose is None or base(whose) not in _FORCES
    if governor.pos_ == "VERB" and governor.lemma_ == "register":
        return whose is not None and base(whose) in _REGISTERED
    owned = governor.dep_ == "dobj" and governor.head.lemma_ == "have"
    return owned and base(governor) in _HEADQUARTERS


def is_labelled_home(span: Span) -> bool:
    """Whether a label stands before the name: "(flag: X)", "Owner: X"."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].text != ":":
        return False
    before = doc[max(0, span.start - 1 - _LABEL_WORDS) : span.start - 1]
    return any(word.lower_ in _LABELS for word in before)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
