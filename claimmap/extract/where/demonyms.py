"""Adjectives of peoples that stand for a place: "Russian troops", "the Syrian-Turkish border".

Gritta et al. (2019) count the adjective among the associative toponyms where it modifies a noun or
is said of one. The people itself ("Russians", "the French"), its language ("in English", "spoke
Arabic", "English-language") and a people named after two places ("African American") name none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.known import Names

LONGEST_DEMONYM = 3  # words: "Papua New Guinean"
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})


def find_demonyms(doc: Doc, capitals: Sequence[Token], names: Names) -> Iterator[Span]:
    """The adjectives of peoples among capitalised words, in text order.

    capitals: the document's words that begin with a capital letter, in order.
    """
    reached = 0
    for index, token in enumerate(capitals):
        if token.i < reached:
            continue
        width = 1
        while (
            width < LONGEST_DEMONYM
            and index + width < len(capitals)
            and capitals[index + width].i == token.i + width
        ):
            width += 1
        span = _longest_demonym(token, width, names)
        if span:
            reached = span.end
            if _stands_for_place(span):
                yield span


def is_demonym(name: str, names: Names) -> bool:
    """Whether a name belongs to a people, and is not also a country's own ("U.S.", "Vatican")."""
    if not names.demonym_places(name):
        return False
    places = names.places(name)
    own = places and places[0].kind == "country" and places[0].name.startswith(name)
    return not own and "." not in name


def _longest_demonym(token: Token, widest: int, names: Names) -> Span | None:
    for width in range(widest, 0, -1):
        span = token.doc[token.i : token.i + width]
        if is_demonym(span.text if width > 1 else token.text, names):
            return span
    return None


def _stands_for_place(span: Span) -> bool:
    """Whether the word modifies a noun or is said of one, and means no people or language."""
    last = span[-1]
    if last.tag_ in ("NNS", "NNPS") or _is_surname(span) or _is_ethnic(span):
        return False
    return _modifies(last) or (last.tag_ == "JJ" and last.dep_ in PREDICATES)


def _modifies(token: Token) -> bool:
    """Whether a noun to the right is modified, across a list or a hyphen."""
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:  # "Russian and Ukrainian engineers"
        first = first.head
    noun = first.head
    return first.dep_ in MODIFIERS and noun.i > token.i and noun.lemma_ not in words.LANGUAGE_NOUNS


def _is_surname(span: Span) -> bool:
    return span[0].ent_type_ == "PERSON" and span[0].ent_iob_ == "I"


def _is_ethnic(span: Span) -> bool:
    """Whether two such words together name a people: "African-American", "Native American"."""
    doc = span.doc
    around = doc[max(span.start - 2, 0) : span.end + 2].text.lower().replace("-", " ")
    return any(people in " ".join(around.split()) for people in words.DOUBLE_PEOPLES)
