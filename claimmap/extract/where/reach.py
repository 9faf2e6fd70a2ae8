"""How far from a named place its scene may lie, where the text itself says so.

In: a place name's span. Out: kilometres; 0 where the text names the place and no more. The
distances are our own stated conventions; a distance in the text ("12 km from X") is taken as told.
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.lists import FURTHEST

NEAR_KM = 25.0
BEARING_KM = 30.0  # "north of X"
FACILITY_KM = 10.0  # a town's port, base or airfield
BORDER_KM = 50.0
WORDS_BACK = 8
KM_PER_MILE = 1.609344

_DISTANCE = re.compile(
    r"(\d[\d,.]*)[ -]?(km|kilomet(?:re|er)s?|mi|miles?)\b[\w ,-]{0,30}\s*$", re.IGNORECASE
)


def find_reach(span: Span) -> float:
    """Kilometres around the place within which the scene lies, as the words around it say."""
    token = span.root
    for _ in range(FURTHEST):
        if token.dep_ == "conj" and token.head.pos_ == "PROPN":
            token = token.head
    return max(_by_distance(span), _by_preposition(token), _by_facility(span, token))


def _by_distance(span: Span) -> float:
    """For "12 km from X", "about 40 miles north of X"."""
    if span.start == 0 or span.doc[span.start - 1].lower_ not in ("of", "from", "outside"):
        return 0.0
    left = span.doc[max(span.start - WORDS_BACK, 0) : span.start].text
    match = _DISTANCE.search(left)
    if match is None:
        return 0.0
    try:
        distance = float(match[1].replace(",", ""))
    except ValueError:
        return 0.0
    return distance * (1.0 if match[2].lower().startswith("k") else KM_PER_MILE)


def _by_preposition(token: Token) -> float:
    """For "near X", "close to X", "north of X", "the outskirts of X"."""
    preposition = token.head if token.dep_ == "pobj" else None
    if preposition is None:
        return 0.0
    governor = preposition.head
    if preposition.lower_ in ("near", "outside", "beside", "around", "off", "towards", "toward"):
        return NEAR_KM
    if preposition.lower_ in ("to", "by") and governor.lower_ in words.NEAR_ADVERBS:
        return NEAR_KM
    if preposition.lower_ != "of":
        return 0.0
    if governor.lower_ in ("outskirts", "suburb", "suburbs", "vicinity"):
        return NEAR_KM
    return BEARING_KM if governor.lower_ in words.COMPASS else 0.0


def _by_facility(span: Span, token: Token) -> float:
    """For "X port", "X's air base", "the port of X", "the X border"."""
    nouns = []
    if token.dep_ in ("compound", "poss", "nmod"):
        nouns.append(token.head)
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        nouns.append(token.head.head)
    if span.end < len(span.doc):
        nouns.append(span.doc[span.end])
    lemmas = {noun.lemma_.lower() for noun in nouns} | {noun.lower_ for noun in nouns}
    if "border" in lemmas:
        return BORDER_KM
    return FACILITY_KM if lemmas & words.FACILITY_NOUNS else 0.0
