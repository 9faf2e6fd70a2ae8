"""What speaks for and against a candidate being a place name, and how much.

Every piece of evidence has a name and points, so that the gazetteer can overrule the model's label
(a town that the model takes for a person, after "in") and the model or the context the gazetteer
(a town's name that is here a surname, a month or a participle). The points are set by hand in
halves, and agree with a logistic regression on hand-marked news.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from claimmap.extract.where import words
from claimmap.extract.where.datelines import is_dateline
from claimmap.extract.where.demonyms import is_demonym
from claimmap.extract.where.government import grammar_evidence
from claimmap.extract.where.known import Names
from claimmap.extract.where.people import person_evidence
from claimmap.extract.where.setting import Setting
from claimmap.model import Place

# Points of each piece of evidence; ``ENOUGH`` make a place name.
ENOUGH = 0.5
POINTS = {
    # the model's label
    "label GPE": 0.5,
    "label FAC": 0.5,
    "label ORG": -0.5,
    "another label": -0.5,
    "after 'of' in a name": 0.5,
    "late in a name": 0.5,
    "before an organisation's noun": 0.5,
    "all of an organisation's name": 1.0,
    # the gazetteer's word
    "unknown": -2.0,
    "a country": 3.0,
    "a city of a million": 1.0,
    "a large town": 0.5,
    "a town": -1.0,
    "a small place": -1.5,
    "by another name than its own": -1.0,
    "known by several words": 0.5,
    "an acronym": -4.0,
    # the words around
    "after a preposition of place": 1.0,
    "a whole name after a preposition of place": 1.0,
    "ground by its verb or noun": 2.0,
    "followed by its region or country": 1.5,
    "belongs to a country": 1.5,
    "a dateline": 3.0,
    "in a list with places": 1.5,
    "a member's seat": 2.0,
    "alone on its line": 1.5,
    "before a word for its people or offices": 1.0,
    "after a capitalised word": -1.0,
    "before a capitalised word": -0.5,
    "acts": -0.5,
    "before a number": -2.0,
    "a saint's": -2.5,
    # the name itself, and the document
    "has a type word": 2.5,
    "a place elsewhere in the text": 2.0,
    "unknown, yet labelled a place": 0.5,
    "in a region named in the text": 1.5,
    "in a country named in the text": 0.5,
    "written small elsewhere": -2.5,
    "in a text of another tongue": 1.0,
    # a person
    "part of a person's name elsewhere": -2.5,
    "after a title": -1.5,
    "after a person's name": -1.5,
    "before a surname": -1.5,
    "called he or she": -5.0,
}
_NO_EVIDENCE = frozenset({"LOC", "PERSON", "NORP", ""})  # labels that say neither yes nor no
_BEARERS = 20  # of a name, the most populous, that are asked where they lie


def weigh(span: Span, names: Names, setting: Setting) -> float:
    """The points of a candidate: ``ENOUGH`` or more make a place name."""
    if span.text.lower() in words.NEVER_ALONE or _is_people(span, names):
        return -math.inf
    return sum(POINTS[evidence] for evidence in find_evidence(span, names, setting))


def find_evidence(span: Span, names: Names, setting: Setting) -> Iterator[str]:
    """What speaks for and against a candidate, by the names of ``POINTS``."""
    places = names.places(span.text)
    yield from _label_evidence(span)
    yield from _known_evidence(span, places)
    yield from grammar_evidence(span, names, setting)
    if _has_type_word(span):
        yield "has a type word"
    if span.text in setting.places:
        yield "a place elsewhere in the text" if places else "unknown, yet labelled a place"
    if land := _land_of(places, setting):
        yield f"in a {land} named in the text"
    if _is_ordinary(span, setting):
        yield "written small elsewhere"
    if _is_acronym(span, names):
        yield "an acronym"
    if not setting.foreign:
        yield from person_evidence(span, setting)
    elif places:
        yield "in a text of another tongue"


def _label_evidence(span: Span) -> Iterator[str]:
    """The model's word on the span, and whether its entity is a longer one."""
    label = span.root.ent_type_
    if label not in _NO_EVIDENCE:
        yield f"label {label}" if f"label {label}" in POINTS else "another label"
    doc = span.doc
    inside_start = span.start and doc[span.start].ent_iob_ == "I"
    inside_end = span.end < len(doc) and doc[span.end].ent_iob_ == "I"
    if label in ("ORG", "PERSON", ""):
        if inside_start:
            before = doc[span.start - 1].lower_
            yield "after 'of' in a name" if before in ("of", "in", "at") else "late in a name"
        if inside_end and doc[span.end].lower_ in words.ORGANISATION_NOUNS:
            yield "before an organisation's noun"
        if not inside_start and not inside_end and label == "ORG":
            yield "all of an organisation's name"


def _known_evidence(span: Span, places: Sequence[Place]) -> Iterator[str]:
    """The gazetteer's word: great places are meant more often than small ones."""
    if not places:
        yield "unknown"
        return
    if places[0].kind == "country":
        yield "a country"
    elif places[0].kind not in ("area", "sea", "river"):
        yield _size(max(place.population for place in places[:2]))
        name = _letters(span.text)
        if not any(name in _letters(place.name) for place in places[:2]):
            yield "by another name than its own"
    if len(span) > 1:
        yield "known by several words"


def _letters(name: str) -> str:
    """A name's letters without case, accents and marks: "Potʼi" is Poti."""
    folded = name.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
    return "".join(filter(str.isalpha, folded))


def _size(population: int) -> str:
    if population > 1_000_000:
        return "a city of a million"
    if population > 100_000:
        return "a large town"
    return "a town" if population > 15_000 else "a small place"


def _land_of(places: Sequence[Place], setting: Setting) -> str:
    """The kind of what the text names and a bearer of the name lies in: a region, a country."""
    around = {land for place in places[:_BEARERS] for land in place.address.split(", ")}
    if around & setting.regions:
        return "region"
    return "country" if around & setting.countries else ""


def _is_ordinary(span: Span, setting: Setting) -> bool:
    """Whether the text writes the word in small letters elsewhere; "US" is not "us"."""
    name = span.text
    return len(name) > 2 and name.istitle() and name.lower() in setting.small


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


def _is_people(span: Span, names: Names) -> bool:
    """Whether the name is a people's, a faith's or a tongue's (for the rest see demonyms.py)."""
    if span.root.tag_ == "JJ" and span.root.ent_type_ == "NORP":
        return True
    return is_demonym(span.text, names) and (
        span.root.tag_ in ("JJ", "NNPS", "NNS") or span.root.ent_type_ in ("NORP", "LANGUAGE")
    )
