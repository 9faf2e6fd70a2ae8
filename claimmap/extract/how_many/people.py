"""Numbers that stand alone for people: "killed six", "31 have died", "a crew of 21", a toll."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.how_many.wording import NOUN_STATES, VERB_STATES

_BODIES = frozenset({"crew", "family", "toll", "party", "squad", "tally"})
_TOLLS = frozenset({"toll", "tally"})
_BELOW = ("of", "at", "to")


def is_head_count(number: Token) -> bool:
    """Whether a number without a noun counts people; number: its last word in the parse."""
    if number.dep_ == "pobj" and number.head.lower_ in _BELOW:
        return toll_of(number) is not None or number.head.head.lemma_.lower() in _BODIES
    if number.dep_ not in ("dobj", "nsubj", "nsubjpass") or number.lower_ == "one":
        return number.dep_ == "dobj" and number.head.lemma_ in VERB_STATES
    verb = number.head
    if verb.lemma_ == "be":
        return any(c.lower_ in NOUN_STATES for c in verb.children if c.dep_ in ("acomp", "attr"))
    return verb.lemma_ in VERB_STATES


def toll_of(number: Token) -> Token | None:
    """The toll that a number is: "put the toll at four", "the toll rose to 40", "a toll of 12"."""
    if number.dep_ != "pobj" or number.head.lower_ not in _BELOW:
        return None
    above = number.head.head
    if above.lemma_.lower() in _TOLLS:
        return above
    parts = (c for c in above.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))
    return next((c for c in parts if c.lemma_.lower() in _TOLLS and c.i < number.i), None)
