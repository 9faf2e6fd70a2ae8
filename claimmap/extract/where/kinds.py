"""What kind of thing a noun names: ground, an actor, an affair, or something that happens."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.where import nouns, words
from claimmap.extract.where.known import PLACE_LABELS

MODIFIERS = frozenset({"amod", "compound", "nmod"})
LONGEST_PHRASE = 8  # modifiers before a noun


def base(noun: Token) -> str:
    """The base form in small letters; the model keeps the capital of a proper noun's."""
    return noun.lemma_.lower()


def is_ground(noun: Token) -> bool:
    """Whether a noun names a piece of ground, or what lies or goes on throughout one."""
    return base(noun) in nouns.LAND_NOUNS


def is_place_name(noun: Token) -> bool:
    """Whether the model takes a proper noun for a place."""
    return noun.pos_ == "PROPN" and noun.ent_type_ in PLACE_LABELS


def is_actor(noun: Token) -> bool:
    """Whether a noun names people, an office or an organisation."""
    title = noun.lower_ in words.TITLES or noun.text == "House"
    return title or base(noun) in nouns.ACTOR_NOUNS or noun.ent_type_ in ("PERSON", "ORG", "NORP")


def is_affair(noun: Token) -> bool:
    """Whether a noun names an act or a quality, by the list or by its ending ("reluctance")."""
    word = base(noun)
    if word in nouns.POLITY_NOUNS:
        return True
    abstract = noun.pos_ == "NOUN" and word.endswith(nouns.ABSTRACT_ENDINGS)
    return abstract and word not in nouns.CONCRETE_NOUNS and word not in nouns.EVENT_NOUNS


def is_deed(noun: Token) -> bool:
    """Whether a noun names an act that is done to something ("reconstruction")."""
    return base(noun).endswith(nouns.DEED_ENDINGS) and not is_actor(noun)


def is_event(noun: Token) -> bool:
    """Whether a noun names what happens."""
    return base(noun) in nouns.EVENT_NOUNS


def is_undergone(noun: Token) -> bool:
    """Whether a noun names what befalls a place or a people: "quake", "war", "election"."""
    return base(noun) in nouns.UNDERGONE_NOUNS


def governor_of(preposition: Token) -> Token:
    """What a preposition hangs on; "border with X" and "road to X" are always one phrase."""
    before = preposition.doc[max(preposition.i - 1, 0)]
    together = base(before) in nouns.BORDER_NOUNS or base(before) in nouns.ROAD_NOUNS
    return before if together else preposition.head


def head_noun(token: Token) -> Token:
    """The noun that ends a chain of modifiers: "border" for "Syrian" in "Syrian-Turkish border"."""
    for _ in range(LONGEST_PHRASE):
        head = token.head
        listed = token.dep_ == "conj" and head.dep_ in MODIFIERS and head.i < token.i
        if not (listed or (token.dep_ in MODIFIERS and head.i > token.i)):
            break
        token = head
    return token
