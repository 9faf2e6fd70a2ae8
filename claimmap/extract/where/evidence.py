"""What speaks for and against a candidate being a place name, and how much.

Every piece of evidence has a name and points, so that the gazetteer can overrule the model's label
(a town that the model takes for a person, after "in") and the model or the context the gazetteer
(a town's name that is here a surname, a month or a participle). The points are set by hand in
halves, and agree with a logistic regression on hand-marked news.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.candidates import trim
from claimmap.extract.where.known import PLACE_LABELS, Names
from claimmap.extract.where.lists import list_mates
from claimmap.model import Place

# Points of each piece of evidence; ``ENOUGH`` make a place name.
ENOUGH = 0.5
POINTS = {
    "label GPE": 0.5,
    "label LOC": 0.0,
    "label FAC": 0.5,
    "label ORG": -0.5,
    "label PERSON": 0.0,
    "label NORP": 0.0,
    "label ": -0.5,
    "another label": -0.5,
    "after 'of' in a name": 0.5,
    "late in a name": -0.5,
    "before an organisation's noun": 0.5,
    "early in a name": 0.0,
    "all of an organisation's name": 1.0,
    "unknown": -2.0,
    "a country": 2.5,
    "a region": 0.5,
    "a large town": 0.5,
    "a town": 0.0,
    "a small place": -1.0,
    "known by several words": 0.5,
    "after a preposition of place": 1.0,
    "a whole name after a preposition of place": 1.0,
    "ground by its verb or noun": 1.0,
    "followed by its region or country": 1.5,
    "belongs to a country": 1.5,
    "has a type word": 2.5,
    "a place elsewhere in the text": 2.0,
    "unknown, yet labelled a place": 0.5,
    "a dateline": 3.0,
    "in a list with places": 1.5,
    "an acronym": -4.0,
    "part of a person's name elsewhere": -2.5,
    "after a title": -1.5,
    "after a person's name": -1.5,
    "before a surname": -1.5,
    "called he or she": -5.0,
}


DASHES = frozenset({"--", "—", "–", "(", "-"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole document says about its names.

    people: words of people's full names. places: names that the model takes for places somewhere
    and that no person bears.
    """

    people: frozenset[str]
    places: frozenset[str]


def read_setting(doc: Doc) -> Setting:
    """Collect a document's people and its sure places."""
    people = {
        token.text
        for entity in doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1
        for token in entity
        if token.is_alpha
    }
    places = {
        trimmed.text
        for entity in doc.ents
        if entity.label_ in ("GPE", "LOC") and (trimmed := trim(entity))
    }
    return Setting(frozenset(people), frozenset(places - people))


def weigh(span: Span, names: Names, setting: Setting) -> float:
    """The points of a candidate: ``ENOUGH`` or more make a place name."""
    if _is_demonym(span, names) or span.text.lower() in words.NEVER_ALONE:
        return -math.inf
    return sum(POINTS[evidence] for evidence in find_evidence(span, names, setting))


def find_evidence(span: Span, names: Names, setting: Setting) -> Iterator[str]:
    """What speaks for and against a candidate, by the names of ``POINTS``."""
    yield from _label_evidence(span)
    yield from _known_evidence(span, names.places(span.text))
    yield from _grammar_evidence(span)
    if _beside_container(span, names):
        yield "followed by its region or country"
    if _has_type_word(span):
        yield "has a type word"
    if _is_owned(span, names):
        yield "belongs to a country"
    if span.text in setting.places:
        known = bool(names.places(span.text))
        yield "a place elsewhere in the text" if known else "unknown, yet labelled a place"
    if is_dateline(span):
        yield "a dateline"
    if _in_place_list(span, setting):
        yield "in a list with places"
    if _is_acronym(span, names):
        yield "an acronym"
    yield from _person_evidence(span, setting)


def _grammar_evidence(span: Span) -> Iterator[str]:
    """What the words that govern the name say."""
    if _after_locative(span):
        yield "after a preposition of place"
        if span.root.ent_type_ in ("PERSON", "ORG", "") and _is_whole(span):
            yield "a whole name after a preposition of place"
    if _is_ground_of(span.root):
        yield "ground by its verb or noun"


def _label_evidence(span: Span) -> Iterator[str]:
    """The model's word on the span, and whether its entity is a longer one."""
    label = span.root.ent_type_
    yield f"label {label}" if f"label {label}" in POINTS else "another label"
    doc = span.doc
    inside_start = span.start and doc[span.start].ent_iob_ == "I"
    inside_end = span.end < len(doc) and doc[span.end].ent_iob_ == "I"
    if label in ("ORG", "PERSON", ""):
        if inside_start:
            before = doc[span.start - 1].lower_
            yield "after 'of' in a name" if before in ("of", "in", "at") else "late in a name"
        if inside_end:
            noun = doc[span.end].lower_ in words.ORGANISATION_NOUNS
            yield "before an organisation's noun" if noun else "early in a name"
        if not inside_start and not inside_end and label == "ORG":
            yield "all of an organisation's name"


def _known_evidence(span: Span, places: Sequence[Place]) -> Iterator[str]:
    """The gazetteer's word: great places are meant more often than small ones."""
    if not places:
        yield "unknown"
        return
    if places[0].kind == "country":
        yield "a country"
    else:
        if any(place.kind not in ("city", "district") for place in places[:2]):
            yield "a region"
        if places[0].kind not in ("area", "sea", "river"):
            yield _size(max(place.population for place in places[:2]))
    if len(span) > 1:
        yield "known by several words"


def _size(population: int) -> str:
    if population > 100_000:
        return "a large town"
    return "a town" if population > 15_000 else "a small place"


def _is_acronym(span: Span, names: Names) -> bool:
    """Whether capitals abbreviate something else ("NIS" is no Nis; "UAE" is a country's code)."""
    text = span.text
    if len(span) > 1 or not text.isalpha() or not text.isupper() or not 1 < len(text) <= 5:
        return False
    beside = span.doc[max(span.start - 4, 0) : span.end + 4].text
    shouted = beside.isupper() or is_dateline(span)
    return not shouted and names.places(text)[:1] == names.places(text.capitalize())[:1]


def _has_type_word(span: Span) -> bool:
    return len(span) > 1 and (
        span[-1].lower_ in words.TYPE_AFTER or span[0].lower_ in words.TYPE_BEFORE
    )


def _in_place_list(span: Span, setting: Setting) -> bool:
    return any(mate.text in setting.places for mate in list_mates(span.root))


def _is_whole(span: Span) -> bool:
    """Whether no capitalised word goes on with the name."""
    doc = span.doc
    return span.end >= len(doc) or not doc[span.end].text[:1].isupper()


def _is_demonym(span: Span, names: Names) -> bool:
    return bool(names.demonym(span.text)) and (
        span.root.tag_ in ("JJ", "NNPS", "NNS") or span.root.ent_type_ in ("NORP", "LANGUAGE")
    )


def _after_locative(span: Span) -> bool:
    """Whether a preposition of place governs the name, directly or across an article."""
    index = span.start - 1
    while index >= 0 and (
        span.doc[index].lower_ == "the" or span.doc[index].lower_ in words.COMPASS
    ):
        index -= 1
    return index >= 0 and span.doc[index].lower_ in words.LOCATIVE


def _is_ground_of(token: Token) -> bool:
    """For "left X", "left for X", "shelled X", "the port of X"."""
    head = token.head
    if token.dep_ == "dobj":
        ground = words.REACHING_VERBS | words.LEAVING_VERBS | words.STRIKING_VERBS
        return head.lemma_ in ground - words.AGENCY_VERBS
    if token.dep_ != "pobj":
        return False
    if head.lower_ == "of":
        return head.head.lemma_ in words.NAMING_NOUNS
    return head.lower_ == "for" and head.head.lemma_ in words.LEAVING_VERBS


def _beside_container(span: Span, names: Names) -> bool:
    """Whether the name is half of "City, Region" or "City, Country"."""
    doc = span.doc
    if span.start > 1 and doc[span.start - 1].text == "," and span[-1].text.endswith("."):
        return doc[span.start - 2].ent_type_ in PLACE_LABELS  # "Salem, Ore."
    if span.end + 1 < len(doc) and doc[span.end].text == ",":
        for width in (3, 2, 1):
            after = doc[span.end + 1 : span.end + 1 + width]
            if (
                len(after) == width
                and after[-1].text[0].isupper()
                and any(
                    place.kind in ("country", "region") for place in names.places(after.text)[:3]
                )
            ):
                return True
    return False


def _is_owned(span: Span, names: Names) -> bool:
    """For "Far East" in "Russia's Far East"."""
    doc, mark = span.doc, span.start - 1
    if mark < 1 or doc[mark].text not in ("'s", "’s"):
        return False
    owner = names.places(doc[mark - 1].text) if doc[mark - 1].ent_type_ in PLACE_LABELS else ()
    return bool(owner) and owner[0].kind == "country"


def is_dateline(span: Span) -> bool:
    """Whether the name opens a report: "BEIRUT (AP)", "COLUMBUS, Ohio --", either half."""
    doc = span.doc
    if span.end >= len(doc):
        return False
    # "Georgia-Pacific" opens no report
    closes = doc[span.end].text in DASHES and bool(doc[span.end - 1].whitespace_)
    before = doc[span.start - 1] if span.start else None
    if before is None or before.is_space or doc[span.start].is_sent_start:
        shouted = span.text.isupper() and len(span.text) > 3
        return closes or (shouted and doc[span.end].text == ",")
    return closes and before.text == "," and span.start > 1 and doc[span.start - 2].text.isupper()


def _person_evidence(span: Span, setting: Setting) -> Iterator[str]:
    """What speaks for a person instead."""
    doc = span.doc
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if len(span) == 1 and span.text in setting.people:
        yield "part of a person's name elsewhere"
    if before is not None and before.lower_ in words.TITLES and before.text[0].isupper():
        yield "after a title"
    if before is not None and _is_given_name(before):
        yield "after a person's name"
    if after is not None and _is_lone_surname(after):
        yield "before a surname"
    if _is_he(span):
        yield "called he or she"


def _is_lone_surname(token: Token) -> bool:
    """Whether the model takes the word, alone, for a person's name."""
    doc = token.doc
    lone = token.i + 1 >= len(doc) or doc[token.i + 1].ent_iob_ != "I"
    starts = token.ent_type_ == "PERSON" and token.ent_iob_ == "B"
    return starts and lone and token.lower_ not in words.TITLES


def _is_given_name(token: Token) -> bool:
    return token.ent_type_ == "PERSON" and token.text[0].isupper() and token.is_alpha


def _is_he(span: Span) -> bool:
    """Whether the sentence goes on to call the name he or she ("Jordan said he was glad")."""
    verb = span.root.head
    if span.root.dep_ != "nsubj":
        return False
    return any(
        token.lower_ in ("he", "she", "his", "her") for token in verb.subtree if token.i > verb.i
    )
