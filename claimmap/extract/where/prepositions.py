"""Names after a preposition: where, whence and whither, or to, from and with whom."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from claimmap.extract.where import nouns, verbs, words
from claimmap.extract.where.answers import Answer, Like
from claimmap.extract.where.homes import is_home
from claimmap.extract.where.kinds import (
    base,
    governor_of,
    is_actor,
    is_affair,
    is_deed,
    is_event,
    is_ground,
    is_place_name,
)
from claimmap.extract.where.seats import is_seat


def object_of_preposition(token: Token, power: bool) -> Answer:
    """The role of a name by its preposition and by the word which that hangs on."""
    preposition = token.head
    word, noun = preposition.lower_, governor_of(preposition)
    if word == "of" and noun.lower_ == "out":  # "out of X" is "from X"
        word, noun = "from", noun.head
    elif noun.dep_ == "prep" and noun.pos_ == "ADP":  # "from inside X"
        word, noun = noun.lower_, noun.head
    rule = PREPOSITIONS.get(word)
    if noun.lower_ in words.NEAR_ADVERBS:
        return "scene"
    if rule:
        return rule(noun, power)
    if word in words.IN:
        return _inside(noun, word, power)
    return "metonym" if power and word not in words.NEAR else "scene"


def _inside(governor: Token, word: str, power: bool) -> Answer:
    """For "said in Kyiv", "a source in Moscow said" (the speaker's seat), and "died in Kyiv"."""
    if word == "on":
        return _on(governor, power)
    if is_seat(governor):
        return "seat"
    if is_home(governor):
        return "affiliation"
    if is_place_name(governor) and governor.dep_ != "nsubj":
        return Like(governor, contains=True)
    return "scene"


def _on(governor: Token, power: bool) -> Answer:
    """For "advanced on X" is a way; "sanctions on X" an actor; "an attack on X" ground."""
    if governor.pos_ == "VERB" and governor.lemma_ in verbs.ADVANCING_VERBS:
        return "destination"
    return "metonym" if power and not (is_event(governor) or is_ground(governor)) else "scene"


def _of(governor: Token, power: bool) -> Answer:
    """For "president of X", "port of X", "region of X", "invasion of X"."""
    named = base(governor) in words.NAMING_NOUNS and (not power or governor.lemma_ == "port")
    if named:
        if any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in governor.children):
            return Like(governor, contains=True)  # "the Poltava region of X"
        return Like(governor)
    if base(governor) in nouns.PART_NOUNS:
        return Like(governor)
    if is_ground(governor) or is_place_name(governor):
        return Like(governor, contains=power or governor.pos_ == "PROPN")
    if is_event(governor) or (not power and is_deed(governor)):
        return "scene"  # "the reconstruction of X"
    return "affiliation" if is_actor(governor) or is_affair(governor) else "scene"


def _from(governor: Token, power: bool) -> Answer:
    """For "flew from X" is a way; "received from X", "a threat from X" an actor."""
    if governor.lemma_ in verbs.RECEIVING_VERBS:
        return "metonym" if power else "origin"
    if base(governor) in nouns.OFFICE_NOUNS:
        return "affiliation"
    return "metonym" if base(governor) in nouns.ADDRESSING_NOUNS else "origin"


def _to(governor: Token, power: bool) -> Answer:
    """For "shipped to X" is a way; "gave to X", "threat to X", "loyal to X" an actor."""
    lemma = base(governor)
    if lemma in nouns.OFFICE_NOUNS:
        return "affiliation"
    if governor.pos_ == "VERB":
        return "metonym" if lemma in verbs.ADDRESSING_VERBS else "destination"
    if governor.pos_ == "ADJ" or lemma in nouns.ADDRESSING_NOUNS or lemma in nouns.CONTEST_NOUNS:
        return "metonym"
    return "destination"


def _towards(governor: Token, power: bool) -> Answer:
    """For "fled towards X" is a way; "policy towards X" an actor."""
    if governor.pos_ == "NOUN" and (
        is_affair(governor) or base(governor) in nouns.ADDRESSING_NOUNS
    ):
        return "metonym"
    return "destination"


def _for(governor: Token, power: bool) -> Answer:
    """For "left for X", "a flight for X" are ways; "worked for X" an actor."""
    if governor.lemma_ in words.LEAVING_VERBS or base(governor) in nouns.WAY_NOUNS:
        return "destination"
    serves = governor.pos_ == "VERB" and governor.lemma_ in verbs.SERVING_VERBS
    return "affiliation" if power or serves or is_actor(governor) else "scene"


def _with(governor: Token, power: bool) -> Answer:
    """For "border with X" touches its ground; all else is dealing with a government."""
    return "container" if base(governor) in nouns.BORDER_NOUNS else "metonym"


def _actor(governor: Token, power: bool) -> Answer:
    return "metonym"


def _compared(governor: Token, power: bool) -> Answer:
    return "metonym" if power else "scene"


def _by(governor: Token, power: bool) -> Answer:
    """For "seized by X" is done by an actor; a town can also lie "by X"."""
    return "metonym" if power or governor.pos_ == "VERB" else "scene"


def _between(governor: Token, power: bool) -> Answer:
    """For "the road between X and Y", which is ground, and "ties between X and Y"."""
    lemma = base(governor)
    if lemma in nouns.WAY_NOUNS or governor.lemma_ in verbs.TRAVEL_VERBS:
        return "scene"
    deals = power or lemma in nouns.DEALING_NOUNS or is_affair(governor)
    return "metonym" if deals else "scene"


def _among(governor: Token, power: bool) -> Answer:
    """For "towns such as X": an example does what those do of which it is one."""
    return Like(governor, power)


PREPOSITIONS: dict[str, Callable[[Token, bool], Answer]] = {
    "of": _of,
    "from": _from,
    "to": _to,
    "into": _to,
    "onto": _to,
    "towards": _towards,
    "toward": _towards,
    "for": _for,
    "with": _with,
    "by": _by,
    "between": _between,
    "against": _actor,
    "like": _among,
    "as": _among,
    "including": _among,
    "than": _compared,
    "about": _actor,
    "without": _actor,
    "behind": _compared,
}
