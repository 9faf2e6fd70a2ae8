"""How far from a named place its scene may lie, where the text itself says so.

In: a place name's span. Out: kilometres, and the phrase that widens ("near Lyon", "12 km from
Pune", "Durban port"); nothing where the text names the place and no more. The distances are our
own stated conventions; a distance in the text is taken as told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from claimmap.extract.where import nouns, words
from claimmap.extract.where.answers import Reach
from claimmap.extract.where.distances import find_distance
from claimmap.extract.where.kinds import base, governor_of, head_noun
from claimmap.extract.where.lists import FURTHEST, list_mates

NEAR_KM = 25.0  # "near X", "the outskirts of X", "the road between X and Y"
BEARING_KM = 30.0  # "north of X"
COAST_KM = 50.0  # "off the coast of X"
FACILITY_KM = 10.0  # a town's port, base or airfield
BORDER_KM = 50.0
OFF_WORDS = 3  # "off the southern coast"
LONGEST_FACILITY = 4  # words: "'s naval air base"


class _Reason(NamedTuple):
    """Kilometres, and the word with which the phrase that says so begins or ends."""

    kilometres: float
    word: Token


def find_reach(span: Span) -> Reach:
    """Kilometres around the place within which the scene lies, as the words around it say.

    A distance told comes before all others; of several other reasons the widest counts.
    """
    told = find_distance(span)
    if told:
        return told
    token = span.root
    for _ in range(FURTHEST):
        if token.dep_ == "conj" and token.head.pos_ == "PROPN":
            token = token.head
    reasons = [*_by_noun(span, token), *_by_preposition(token), *_by_preposition(_named(token))]
    if not reasons:
        return Reach()
    widest = max(reasons, key=lambda reason: reason.kilometres)
    first, last = min(widest.word.i, span.start), max(widest.word.i + 1, span.end)
    if any(word.lower_ == "between" for word in span.doc[first:last]):
        last = max([last, *(mate.i + 1 for mate in list_mates(span.root))])
    return Reach(widest.kilometres, " ".join(span.doc[first:last].text.split()))


def _named(token: Token) -> Token:
    """The noun that a name names: "city" for "the city of X", "region" for "the X region"."""
    head = token.head.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and base(head) in words.NAMING_NOUNS:
        return head
    head = head_noun(token)
    return head if base(head) in words.NAMING_NOUNS else token


def _by_preposition(token: Token) -> Iterator[_Reason]:
    """For "near X", "close to X", "north of X", "the outskirts of X", "between X and Y"."""
    if token.dep_ != "pobj":
        return
    preposition = token.head
    word, noun = preposition.lower_, governor_of(preposition)
    if word in ("between", "with", "of") and base(noun) in nouns.BORDER_NOUNS:
        yield _Reason(BORDER_KM, noun)
    elif word == "between" or word in words.NEAR:
        yield _Reason(NEAR_KM, preposition)
    elif noun.lower_ in words.NEAR_ADVERBS or (word == "to" and base(noun) in nouns.ROAD_NOUNS):
        yield _Reason(NEAR_KM, noun)
    elif word == "of":
        yield from _beside(noun)


def _beside(governor: Token) -> Iterator[_Reason]:
    """For what is beside a place, not the part of it that "the north of X" is."""
    noun = base(governor)
    article = any(child.lower_ == "the" for child in governor.children)
    named = any(child.pos_ == "PROPN" for child in governor.lefts)
    if noun == "area" and (governor.lower_ != noun or named or not article):
        return  # "areas of X" and "the Y area of X" are parts of it
    if noun in nouns.COAST_NOUNS:
        before = governor.doc[max(governor.i - OFF_WORDS, 0) : governor.i]
        yield from (_Reason(COAST_KM, word) for word in before if word.lower_ == "off")
    elif noun in nouns.OUTER_NOUNS:
        yield _Reason(NEAR_KM, governor)
    elif governor.lower_ in words.COMPASS and not article:
        yield _Reason(BEARING_KM, governor)
    elif noun in nouns.FACILITY_NOUNS:
        yield _Reason(FACILITY_KM, governor)


def _by_noun(span: Span, token: Token) -> Iterator[_Reason]:
    """For "X port", "X's air base", "the X border", "the X outskirts"."""
    doc = span.doc
    head = head_noun(token.head if token.dep_ == "poss" else token)
    if head.i < span.end and span.end < len(doc):
        head = doc[span.end]  # the parser may leave the name in apposition to its noun
    between = [*doc[span.end : head.i]]
    owned = bool(between) and between[0].text in ("'s", "’s")
    noun = base(head)
    apart = any(word.dep_ in ("cc", "punct") and word.text != "-" for word in between)
    if head.i < span.end or len(between) >= LONGEST_FACILITY or apart:
        return
    if noun in nouns.BORDER_NOUNS:
        yield _Reason(BORDER_KM, head)
    elif owned and any(word.text[0].isupper() for word in between):
        return  # "Peru's Callao port" is Callao's
    elif noun in nouns.FACILITY_NOUNS:
        yield _Reason(FACILITY_KM, head)
    elif noun in nouns.OUTER_NOUNS or noun in nouns.ROAD_NOUNS:
        yield _Reason(NEAR_KM, head)
