"""What the words around a name say of it: its preposition, verb, container, owner, company."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.datelines import is_dateline
from claimmap.extract.where.known import PLACE_LABELS, Names
from claimmap.extract.where.lists import list_mates
from claimmap.extract.where.setting import Setting

GROUND_VERBS = words.REACHING_VERBS | words.LEAVING_VERBS | words.STRIKING_VERBS
_PARTIES = frozenset({"D", "R", "I"})


def grammar_evidence(span: Span, names: Names, setting: Setting) -> Iterator[str]:
    """What the words around the name say, by the names of ``POINTS``."""
    if after_locative(span):
        yield "after a preposition of place"
        if span.root.ent_type_ in ("PERSON", "ORG", "") and _is_whole(span):
            yield "a whole name after a preposition of place"
    if _is_ground_of(span.root):
        yield "ground by its verb or noun"
    if _beside_container(span, names):
        yield "followed by its region or country"
    if _is_owned(span, names):
        yield "belongs to a country"
    if is_dateline(span):
        yield "a dateline"
    if any(mate.text in setting.places for mate in list_mates(span.root)):
        yield "in a list with places"
    if span.root.dep_ == "nsubj" and span.root.head.lemma_ in words.AGENCY_VERBS:
        yield "acts"
    if _is_alone(span):
        yield "alone on its line"
    yield from _joined_evidence(span)


def _joined_evidence(span: Span) -> Iterator[str]:
    """What the mark or number right beside the name says."""
    doc = span.doc
    if span.start and _is_capital(doc[span.start - 1]):
        yield "after a capitalised word"
    if span.start > 1 and doc[span.start - 1].text == "-" and doc[span.start - 2].text in _PARTIES:
        yield "a member's seat"
    if span.end < len(doc):
        after = doc[span.end]
        if after.text[0].isupper() and after.lower_ not in words.ORGANISATION_NOUNS:
            yield "before a capitalised word"
        if after.lower_ in words.LOCAL_NOUNS:
            yield "before a word for its people or offices"
        if after.text[0].isdigit() or after.text == "No.":
            yield "before a number"
        if after.text in ("'s", "’s") and span[0].lower_ in ("st.", "st", "saint"):
            yield "a saint's"


def _is_capital(token: Token) -> bool:
    """Whether a word has its capital as a name, not as the first of a sentence."""
    return token.text[0].isupper() and not token.is_sent_start


def _is_alone(span: Span) -> bool:
    """Whether the name is all that its line says, as where places are listed one a line."""
    doc, start, end = span.doc, span.start, span.end
    if end < len(doc) and doc[end].is_punct:
        end += 1
    opens = start == 0 or "\n" in doc[start - 1].text
    return opens and (end == len(doc) or "\n" in doc[end].text)


def _is_whole(span: Span) -> bool:
    """Whether no capitalised word goes on with the name."""
    doc = span.doc
    return span.end >= len(doc) or not doc[span.end].text[:1].isupper()


def after_locative(span: Span) -> bool:
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
        return head.lemma_ in GROUND_VERBS
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
