"""Names that are subject or object: who acts is a government, what is acted on may be ground."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.where import nouns, verbs, words
from claimmap.extract.where.answers import Answer
from claimmap.extract.where.kinds import base, is_event, is_ground, is_undergone


def subject(token: Token, power: bool) -> Answer:
    """For "Kyiv warned"; where something only is or happens is a scene."""
    verb = token.head
    if _is_side(token):
        return "metonym"
    if verb.lemma_ in verbs.STATIVE_VERBS:
        return "scene"
    if token.pos_ == "NOUN" and not power:  # "the port of X reopened"
        return "metonym" if _speaks(token, verb) else "scene"
    if verb.lemma_ == "be":
        return _being(verb, power)
    if _hosts(verb):
        return "scene"
    return "metonym" if power or _acts(verb) else "scene"


def _is_side(name: Token) -> bool:
    """For "Cairo were furious": one town with a plural verb is a team or a government."""
    verb = name.head
    helpers = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    if name.pos_ != "PROPN" or name.lower_.endswith("s") or list(name.conjuncts):
        return False
    if any(child.lower_ in ("if", "that", "there") for child in verb.children):
        return False  # "if Kyiv were to fall"
    near = name.i + 1 < len(name.doc) and name.nbor() in helpers
    return near and name.nbor().lower_ in ("are", "were", "have")


def _speaks(ground: Token, verb: Token) -> bool:
    """For "X region said" and "Arab countries failed to agree"."""
    if base(ground) in nouns.NATION_NOUNS:
        return verb.lemma_ not in verbs.NEUTRAL_VERBS and verb.lemma_ != "be"
    return base(ground) in nouns.SPEAKING_GROUNDS and verb.lemma_ in verbs.SAYING_VERBS


def acts_on(token: Token) -> bool:
    """Whether a name does something to somebody: "X regards Y as", not "X hosts", "X freezes"."""
    verb = token.head
    neutral = verb.lemma_ in verbs.NEUTRAL_VERBS or verb.lemma_ in verbs.STATIVE_VERBS
    if token.dep_ != "nsubj" or neutral:
        return False
    return any(child.dep_ in ("dobj", "ccomp") for child in verb.children)


def _acts(verb: Token) -> bool:
    """Whether a verb is one of will: of saying and dealing, or with a clause for its object."""
    if verb.lemma_ in verbs.NEUTRAL_VERBS:
        return False
    if verb.lemma_ in verbs.WILFUL_VERBS:
        return True
    return any(child.dep_ == "ccomp" for child in verb.children)


def _being(verb: Token, power: bool) -> Answer:
    """For "X is ready", "X is an ally" (an actor), "X is a city", "X is cold" (ground)."""
    for child in verb.children:
        if child.dep_ == "acomp" and child.lemma_ in verbs.WILLING_ADJECTIVES:
            return "metonym"
        if child.dep_ == "acomp" and child.lemma_ in verbs.GROUND_ADJECTIVES:
            return "scene"
        if child.dep_ == "attr":
            if base(child) in nouns.ACTOR_NOUNS:
                return "metonym"
            if is_ground(child) or is_event(child):
                return "scene"
    return "metonym" if power else "scene"


def _hosts(verb: Token) -> bool:
    """For "X has a port", "X hosts a summit", "X holds an election"."""
    kinds = {"have": is_ground, "host": is_event, "hold": is_undergone}
    kind = kinds.get(verb.lemma_)
    return kind is not None and any(c.dep_ == "dobj" and kind(c) for c in verb.children)


def passive_subject(token: Token, power: bool) -> Answer:
    """For "Kyiv was shelled" is a scene; "Kyiv was told" is not."""
    verb = token.head.lemma_
    if verb in verbs.DEALING_VERBS or _is_side(token):
        return "metonym"
    acted_on = verb in verbs.GROUND_VERBS or verb in words.REACHING_VERBS
    return "metonym" if power and not acted_on else "scene"


def direct_object(token: Token, power: bool) -> Answer:
    """For "reached X", "left X", "shelled X" are ground; "armed X", "urged X" are not."""
    verb = token.head.lemma_
    if power and verb in verbs.TRANSFER_VERBS:
        return "metonym"
    if verb in words.REACHING_VERBS:
        return "destination"
    if verb in words.LEAVING_VERBS:
        return "origin"
    if verb in verbs.GROUND_VERBS:
        return "scene"
    return "metonym" if power or verb in verbs.DEALING_VERBS else "scene"


def receiver(token: Token, power: bool) -> Answer:
    """For "gave X a loan"."""
    return "metonym"
