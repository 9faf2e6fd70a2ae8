"""What a place name does in its sentence: ground, way, container, actor, or part of a name.

Roles follow the literal and metonymic readings of Markert and Nissim (SemEval-2007 task 8) and
the taxonomy of Gritta et al. (2019), refined by grammar: the name's dependency says the role.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from spacy.tokens import Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.containers import is_container
from claimmap.extract.where.evidence import is_dateline
from claimmap.extract.where.known import PLACE_LABELS, Names
from claimmap.model import Role

NAME_LABELS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def find_role(span: Span, names: Names) -> Role:
    """The role of a place name. Anything unclear is a scene when it is a town, not a country."""
    if is_dateline(span):
        return "seat"
    if is_container(span, names):
        return "container"
    power = _is_power(span, names)
    token = _outermost(span)
    if token.dep_ != "poss" and _is_part_of_name(span):
        return "name"
    return _role_of(token, power)


def _is_power(span: Span, names: Names) -> bool:
    """Whether the name can stand for a government without more ado: countries and peoples can."""
    places = names.places(span.text)
    return bool(places and places[0].kind == "country") or bool(names.demonym(span.text))


def _outermost(span: Span) -> Token:
    """The word by which the name hangs in its sentence, past names that it only begins."""
    token = span.root
    while (
        token.dep_ in ("compound", "nmod")
        and token.head.ent_type_ in PLACE_LABELS
        and token.head.ent_iob_ == "I"
        and token.head.i > token.i
    ):
        token = token.head
    return token


def _is_part_of_name(span: Span) -> bool:
    """Whether a longer name (of an organisation, a paper, a product) holds this one."""
    doc = span.doc
    root = span.root
    if root.ent_type_ in NAME_LABELS:
        start, end = span.start, span.end
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        if any(token.lower_ in words.WAYS or token.pos_ == "VERB" for token in doc[start:end]):
            return False  # the model takes "Sofia to Varna" for an organisation
        rest = [token for token in doc[start:end] if token.i < span.start or token.i >= span.end]
        if any(token.text[0].isupper() and token.lower_ != "the" for token in rest):
            return not any(token.text in ("'s", "’s") for token in rest if token.i >= span.end)
    after = doc[span.end] if span.end < len(doc) else None
    return (
        after is not None
        and after.is_title
        and after.lower_ in words.ORGANISATION_NOUNS
        and not after.is_sent_start
    )


def _role_of(token: Token, power: bool) -> Role:
    """The role by dependency; a name in a list plays the role of the list's head."""
    steps = 0
    while token.dep_ in ("conj", "appos") and token.head.pos_ in ("PROPN", "NOUN") and steps < 20:
        token, steps = token.head, steps + 1
        if token.dep_ in ("poss", "compound") and token.pos_ == "NOUN":
            break
    rule = RULES.get(token.dep_)
    return rule(token, power) if rule else "scene"


def _possessive(token: Token, power: bool) -> Role:
    """For "Russia's army", "Russia's Far East", "Seoul's agency"."""
    owned = token.head
    if _is_ground(owned) or (owned.ent_type_ in PLACE_LABELS and owned.pos_ == "PROPN"):
        if _role_of(owned, power=False) == "seat":
            return "seat"
        return "container" if power else "scene"
    if _is_actor(owned) or owned.lemma_ in words.POLITY_NOUNS or power:
        return "affiliation"
    return "scene"


def _modifier(token: Token, power: bool) -> Role:
    """For "Kursk region", "Huntsville police", "US troops"."""
    head = token.head
    if head.i < token.i:
        return "scene"
    if _is_ground(head):  # "to the Kursk region" is a way, as "to Kursk" is
        while head.dep_ in ("compound", "nmod", "amod") and head.head.i > head.i:
            head = head.head
        return _role_of(head, power=False)
    if head.ent_type_ in PLACE_LABELS:
        return "scene"
    if _is_actor(head):
        return "affiliation"
    return "affiliation" if power and head.lemma_ not in words.EVENT_NOUNS else "scene"


def _object_of_preposition(token: Token, power: bool) -> Role:
    preposition = token.head
    word, governor = preposition.lower_, preposition.head
    if governor.dep_ == "prep" and governor.pos_ == "ADP":  # "from inside X"
        word, governor = governor.lower_, governor.head
    if word in words.NEAR or governor.lower_ in words.NEAR_ADVERBS:
        return "scene"
    if word in words.IN:
        return _inside(governor, word, power)
    rule = PREPOSITIONS.get(word)
    if rule:
        return rule(governor, power)
    return "metonym" if power else "scene"


def _inside(governor: Token, word: str, power: bool) -> Role:
    """For "said in Kyiv", "a source in Moscow said" (the speaker's seat), and "died in Kyiv"."""
    if word == "on" and power:
        return "metonym" if governor.lemma_ not in words.EVENT_NOUNS else "scene"
    if governor.lemma_ in words.SAYING_VERBS and governor.pos_ == "VERB":
        return "seat"
    if _speaks(governor):
        return "seat"
    within = governor.ent_type_ in PLACE_LABELS and governor.pos_ == "PROPN"
    if within and governor.dep_ != "nsubj":
        # An ally is not a town: "fought beside Ruritania in Elbonia" happened in Elbonia.
        return "scene" if _role_of(governor, power=True) == "metonym" else "container"
    return "scene"


def _speaks(noun: Token) -> bool:
    """Whether a noun is a speaker in its sentence, so that a place inside its phrase is its seat.

    A source always is one; an official only where the sentence has them speak ("officials in X
    declined to comment", "told journalists in X"): "a reporter in X was killed" is a scene.
    """
    if noun.lemma_ in words.SOURCE_NOUNS:
        return True
    person = noun.lemma_ in words.SPEAKER_NOUNS or noun.ent_type_ in ("PERSON", "ORG", "NORP")
    if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "by"):
        return person and noun.head.head.lemma_ in words.SAYING_VERBS
    if not person and noun.lemma_ not in words.ACTOR_NOUNS:
        return False
    if noun.dep_ in ("nsubj", "dobj", "dative"):
        return noun.head.lemma_ in words.SPEAKING_VERBS
    return (
        noun.dep_ == "pobj"
        and noun.lemma_ in words.SPEAKER_NOUNS
        and noun.head.head.lemma_ in words.SAYING_VERBS
    )


def _of(governor: Token, power: bool) -> Role:
    """For "president of X", "port of X", "region of X", "invasion of X"."""
    if governor.lemma_ in words.NAMING_NOUNS and (not power or governor.lemma_ == "port"):
        if any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in governor.children):
            return "container"  # "the Poltava region of X"
        return _role_of(governor, power=False)
    if _is_ground(governor) or governor.ent_type_ in PLACE_LABELS:
        return "container" if power or governor.pos_ == "PROPN" else "scene"
    if _is_actor(governor):
        return "affiliation"
    if governor.lemma_ in words.POLITY_NOUNS and governor.lemma_ not in words.EVENT_NOUNS:
        return "affiliation"
    return "scene"


def _from(governor: Token, power: bool) -> Role:
    """For "flew from X" is a way; "received from X" an actor."""
    return "metonym" if power and governor.lemma_ in words.RECEIVING_VERBS else "origin"


def _to(governor: Token, power: bool) -> Role:
    """For "shipped to X" is a way; "gave to X", "threat to X" an actor."""
    if _is_actor(governor):
        return "affiliation"
    actor = governor.lemma_ in words.TRANSFER_VERBS or governor.lemma_ in words.ADDRESSING_NOUNS
    return "metonym" if actor else "destination"


def _for(governor: Token, power: bool) -> Role:
    """For "left for X" is a way; "worked for X" an actor."""
    if governor.lemma_ in words.LEAVING_VERBS:
        return "destination"
    return "affiliation" if power else "scene"


def _with(governor: Token, power: bool) -> Role:
    """For "border with X" touches its ground; all else is dealing with a government."""
    return "container" if governor.lemma_ in ("border", "frontier", "boundary") else "metonym"


def _actor(governor: Token, power: bool) -> Role:
    return "metonym"


def _by(governor: Token, power: bool) -> Role:
    """For "seized by X" is done by an actor; a town can also lie "by X"."""
    return "metonym" if power or governor.pos_ == "VERB" else "scene"


def _between(governor: Token, power: bool) -> Role:
    """For "the road between X and Y", which is ground, and "ties between X and Y"."""
    return "metonym" if power or governor.lemma_ in words.DEALINGS else "scene"


def _among(governor: Token, power: bool) -> Role:
    """For "towns such as X": an example does what those do of which it is one."""
    rule = {"nsubj": _subject, "nsubjpass": _passive_subject, "dobj": _object}.get(governor.dep_)
    return rule(governor, power) if rule else "scene"


def _subject(token: Token, power: bool) -> Role:
    """Who acts is a government; where something only is or happens is a scene."""
    verb = token.head
    if verb.lemma_ in words.STATIVE_VERBS:
        return "scene"
    return "metonym" if power or verb.lemma_ in words.AGENCY_VERBS else "scene"


def _passive_subject(token: Token, power: bool) -> Role:
    """For "Kyiv was shelled" is a scene; "Kyiv was told" is not."""
    verb = token.head.lemma_
    acted_on = verb in words.STRIKING_VERBS or verb in words.REACHING_VERBS
    return "metonym" if verb in words.TRANSFER_VERBS or (power and not acted_on) else "scene"


def _object(token: Token, power: bool) -> Role:
    """For "reached X", "left X", "shelled X" are ground; "armed X", "urged X" are not."""
    verb = token.head.lemma_
    if verb in words.REACHING_VERBS:
        return "destination"
    if verb in words.LEAVING_VERBS:
        return "origin"
    if verb in words.STRIKING_VERBS:
        return "scene"
    return "metonym" if power or verb in words.TRANSFER_VERBS else "scene"


def _receiver(token: Token, power: bool) -> Role:
    return "metonym"


def _is_ground(noun: Token) -> bool:
    return noun.lemma_.lower() in words.GROUND_NOUNS


def _is_actor(noun: Token) -> bool:
    return noun.lemma_.lower() in words.ACTOR_NOUNS or noun.ent_type_ in ("PERSON", "ORG", "NORP")


Rule: TypeAlias = Callable[[Token, bool], Role]

RULES: dict[str, Rule] = {
    "poss": _possessive,
    "compound": _modifier,
    "nmod": _modifier,
    "amod": _modifier,
    "pobj": _object_of_preposition,
    "pcomp": _object_of_preposition,
    "nsubj": _subject,
    "csubj": _subject,
    "nsubjpass": _passive_subject,
    "dobj": _object,
    "dative": _receiver,
}
PREPOSITIONS: dict[str, Rule] = {
    "of": _of,
    "from": _from,
    "to": _to,
    "into": _to,
    "onto": _to,
    "for": _for,
    "with": _with,
    "by": _by,
    "between": _between,
    "against": _actor,
    "like": _among,
    "as": _among,
    "including": _among,
    "than": _actor,
    "about": _actor,
    "without": _actor,
    "behind": _actor,
}
