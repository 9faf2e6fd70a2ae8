"""What a document says of its names: full names of people, acronyms, roles given a name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimmap.extract.where.known import Names
from claimmap.extract.who.mentions import read_mention
from claimmap.extract.who.owners import role_key
from claimmap.extract.who.phrases import words

# How many letters an acronym has.
_SHORTEST, _LONGEST = 2, 6


def find_full_names(doc: Doc) -> Iterator[str]:
    """Names of people with two or more words, in text order, titles cut off."""
    for token in doc:
        if token.dep_ in ("nsubj", "appos") and token.pos_ == "PROPN" and _is_unlabelled(token):
            name = read_mention(doc, frozenset({token.i})).name
            if len(name.split()) > 1 and name.istitle():
                yield name
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            name = read_mention(doc, frozenset({entity.root.i})).name
            if len(name.split()) > 1:
                yield name


def _is_unlabelled(token: Token) -> bool:
    """Whether the model overlooked a name of several words."""
    return not token.ent_type and token.i > 0 and token.nbor(-1).dep_ == "compound"


def find_definitions(doc: Doc, names: Names) -> Iterator[tuple[str, str]]:
    """(alias, name): acronyms, and roles that an apposition gives a name.

    An alias that starts with "role:" leads from a name to the role it was defined by.
    """
    long = (e for e in doc.ents if len(e) > 2 and e.label_ in ("ORG", "PERSON", "GPE"))
    named = {words(doc, range(e.start, e.end)) for e in long}
    initials = {_initials(name): name for name in named if len(name.split()) > 2}
    for token in doc if initials else ():
        if token.is_upper and _SHORTEST <= len(token) <= _LONGEST and token.text in initials:
            yield token.text.casefold(), initials[token.text]
    for token in doc:
        if token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.pos_ == "NOUN":
            role = read_mention(
                doc, frozenset(t.i for t in token.head.subtree if t.i < token.left_edge.i)
            ).name
            name = words(doc, [t.i for t in token.subtree if t.dep_ in ("compound", "appos")])
            name = initials.get(name, name)
            key = role_key(role, names)
            if key and name:
                yield key.casefold(), name
                yield "role:" + name.casefold(), role


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())
