"""Who speaks for whom: a spokesman for a body, a bare role for its holder, a statement for both."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from claimmap.extract.who.entities import Entity
from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import office_of, spoken_for
from claimmap.extract.who.mentions import CALLED, Mention
from claimmap.extract.who.namesakes import is_same_body
from claimmap.extract.wordlist import word_set
from claimmap.model import SourceKind

# Nouns for any body of a kind: "the company" is whichever company was quoted last.
_GENERIC: dict[str, SourceKind] = {
    **dict.fromkeys(
        word_set("company firm group carmaker automaker retailer manufacturer carrier"), "company"
    ),
    **dict.fromkeys(word_set("newspaper paper broadcaster magazine channel"), "media"),
    "charity": "NGO",
}
_ANY_BODY = frozenset({"organization", "organisation"})
# What a body puts out: "the statement said" speaks for whoever was quoted last.
_PUT_OUT = word_set("statement release announcement communique communiqué email e-mail post tweet")
# How many words back a body that was only named may be meant by its noun.
_BACK = 300
_BODIES = ("organisation", "outlet")
# Offices that somebody holds in a body, and that mean nothing without it.
_HELD = re.compile(
    r"(?:(?:former|deputy|acting|vice|senior|new|interim) )*(?:spokes\w+|chief executive"
    r"(?: officer)?|ceo|cfo|chair(?:man|woman|person)?|(?:managing |executive )?director|"
    r"press officer|general secretary|general manager)",
    re.IGNORECASE,
)


def body_of(
    mention: Mention, recent: Sequence[Entity], known: Callable[[str], Entity | None]
) -> Entity | None:
    """The body for which the mention's role speaks.

    It is named in the role ("NDI spokesman", "head of the union"); or the role is somebody's
    ("its president"), or one that every body has ("the chief executive"): then it is the body
    spoken of last. recent: the last first; known: entities by a name in small letters.
    """
    role = mention.role if mention.form == "person" else mention.name
    for words in spoken_for(role):
        found = known(words) or _named_like(words, recent)
        if found is not None:
            return found
    nameless = mention.form != "person" and "spokes" not in role
    if nameless or not (mention.owned or _HELD.fullmatch(role)):
        return None
    return next((e for e in recent if e.form in _BODIES or _is_body(e)), None)


def _is_body(entity: Entity) -> bool:
    return entity.form == "role" and entity.known() not in (None, "unidentified", "expert")


def _named_like(words: str, recent: Sequence[Entity]) -> Entity | None:
    """A body whose name holds the bare noun: "the union's secretary", after a union spoke."""
    noun = words.casefold().split()[-1]
    if noun != words.casefold():
        return None
    return next(
        (e for e in recent if e.form in _BODIES and noun in e.name.casefold().split()), None
    )


def puts_out(head: Token, recent: Sequence[Entity]) -> Entity | None:
    """Whose statement ``head`` is, where it is one and says no more.

    "The statement" speaks for whoever was quoted last, "a statement" for the last body.
    """
    if head.lemma_.lower() not in _PUT_OUT or any(c.dep_ in _MORE for c in head.children):
        return None
    article = next((c.lower_ for c in head.children if c.dep_ in ("det", "poss")), "")
    if article in ("a", "an"):
        body = (e.body if e.body and e.form == "person" else e for e in recent)
        return next((e for e in body if e.form in _BODIES), None)
    if article not in ("the", "this", "that", "its"):
        return None
    return next((e for e in recent if e.form in ("organisation", "person", "role")), None)


_MORE = frozenset({"prep", "acl", "compound", "relcl", "appos"})


def named_before(head: Token) -> Token | None:
    """As in "the association" after "the Norland Football Association": the name's main word.

    For a body that the document names before, though it has not quoted it.
    """
    noun, doc = head.lemma_.lower(), head.doc
    for i in range(head.i - 1, max(-1, head.i - _BACK), -1):
        token = doc[i]
        if token.lower_ != noun:
            continue
        longer = token.nbor(1).lower_ == "of" or any(c.dep_ == "compound" for c in token.children)
        if token.pos_ == "PROPN" and token.ent_type_ != "PERSON" and longer:
            return token
        if token.pos_ == "NOUN" and (_is_owned(token) or _is_called(token)):
            return token
    return None


def _is_owned(noun: Token) -> bool:
    """As in "Kenya's agriculture ministry", "the nurses' union"."""
    return any(c.dep_ == "poss" and c.pos_ in ("PROPN", "NOUN") for c in noun.children)


def _is_called(noun: Token) -> bool:
    """As in "a group of parents known as Clean Air Now"."""
    return any(t.dep_ == "acl" and t.lemma_.lower() in CALLED for t in noun.subtree)


def is_taken_for_person(entity: Entity, noun: str) -> bool:
    """Whether a lone name that the model calls a person's is the body that ``noun`` means.

    As in "Northfold said it would pay. The company ...": a name without title, role or "she".
    """
    lone = entity.form == "person" and " " not in entity.name
    plain = not entity.role or entity.role.casefold() in _GENERIC
    return lone and plain and not entity.gender and noun in _GENERIC


def speaks_for(role: str) -> str:
    """As in "spokeswoman for Orvex": the name behind an office that means nothing without it."""
    office, _, name = role.partition(" for ") if "spokes" in role else role.partition(" of ")
    return name.strip() if _HELD.fullmatch(office) and name.istitle() else ""


def answers(entity: Entity, role: str, key: str, noun: str) -> bool:
    """Whether a bare role ("the spy agency", "the mayor") may mean a source spoken of before."""
    if key:
        return any(k.endswith(key) for k in entity.keys)
    if entity.form == "organisation" and entity.label != "GPE":
        kind = _GENERIC.get(noun)
        if kind is not None and entity.known() in (kind, None):
            entity.shown = kind  # being called so tells what it is
            return True
        if noun in _ANY_BODY and " " not in role:
            return True
        if is_same_body(role, entity.name):
            return True
    if entity.form == "role" and entity.noun == noun == role:
        return True
    if entity.form == "person" and not is_human(noun):
        return False  # "the union" is not its president
    known = entity.name.casefold() if entity.form == "organisation" else ""
    office = office_of(entity.role.casefold())
    fits = set(role.casefold().split()) <= {*known.split(), *entity.role.casefold().split(), noun}
    return fits and noun in {*known.split(), *office.split()}
