"""Spans that may be place names: the model's, the gazetteer's, and those with a type word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.known import PLACE_LABELS, Names

LONGEST_NAME = 6  # words
SEPARATORS = frozenset({",", "/", ";", "(", ")", "'s", "’s", "\n"}) | words.WAYS


def find_candidates(doc: Doc, capitals: Sequence[Token], names: Names) -> Iterator[Span]:
    """The candidates of a document, in text order, the longest where they overlap.

    capitals: the document's words that begin with a capital letter, in order.
    """
    for span in _without_overlaps(_find_all(doc, capitals, names)):
        yield _without_compass(span, names)


def _find_all(doc: Doc, capitals: Sequence[Token], names: Names) -> Iterator[Span]:
    for entity in doc.ents:
        if entity.label_ in PLACE_LABELS:
            whole = trim(entity)
            known = whole and names.places(whole.text) and not _owns(whole, names)
            yield from [whole] if whole and known else _split_entity(entity)
    reached = 0
    for token in capitals:
        if token.i >= reached and _opens_name(token):
            span = _longest_known(doc, token.i, names)
            if span:
                yield span
                reached = span.end
    yield from _find_typed(doc, capitals)


def _owns(span: Span, names: Names) -> bool:
    """Whether the span is a place and what belongs to it: "Russia's Far East", not "St John's"."""
    marks = [token.i for token in span if token.text in ("'s", "’s")]
    return any(
        mark + 1 == span.end or names.places(span.doc[span.start : mark].text) for mark in marks
    )


def _without_compass(span: Span, names: Names) -> Span:
    """Take "East" off "East Texas", not "West" off "West Virginia": the gazetteer knows both."""
    known_rest = (
        len(span) > 1
        and span[0].lower_ in words.COMPASS
        and not names.places(span.text)
        and names.places(span[1:].text)
    )
    return span[1:] if known_rest else span


def _split_entity(entity: Span) -> Iterator[Span]:
    """One span for each place in an entity: "Paris, Texas" names two."""
    doc, start = entity.doc, entity.start
    for token in entity:
        if token.text in SEPARATORS:
            if trimmed := trim(doc[start : token.i]):
                yield trimmed
            start = token.i + 1
    if trimmed := trim(doc[start : entity.end]):
        yield trimmed


def trim(span: Span) -> Span | None:
    """The proper name inside a span: no article, small word, possessive or mark at its ends."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and not (doc[start].text[0].isupper() or doc[start].text[0].isdigit()):
        start += 1
    while start < end and doc[start].lower_ in ("the", "a", "an") and end - start > 1:
        start += 1
    while end > start and not (doc[end - 1].text[0].isupper() or doc[end - 1].text[0].isdigit()):
        end -= 1
    return doc[start:end] if end > start else None


def _opens_name(token: Token) -> bool:
    """Whether a capitalised word can begin a name."""
    return token.lower_ not in ("the", "a", "an") and (
        token.pos_ == "PROPN" or token.ent_type_ != "" or token.tag_.startswith("NN")
    )


def _longest_known(doc: Doc, start: int, names: Names) -> Span | None:
    """The longest span from ``start`` that the gazetteer knows, made of name words and joints."""
    stop = start + 1
    while stop < len(doc) and stop - start < LONGEST_NAME:
        token = doc[stop]
        if token.is_sent_start or not (token.text[0].isupper() or token.lower_ in words.JOINTS):
            break
        stop += 1
    for end in range(stop, start, -1):
        last = doc[end - 1]
        possessive = last.text in ("'s", "’s") and end - start > 2  # "St John's"
        if not (last.text[0].isupper() or possessive):
            continue
        span = doc[start:end]
        if _owns(span, names):
            continue
        if end - start == 1 and span.text.lower() in words.NEVER_ALONE:
            return None
        if names.places(span.text) and not _ends_in_office(span):
            return span
    return None


def _ends_in_office(span: Span) -> bool:
    """Whether the last word belongs to what follows, as in "Texas Department of Health"."""
    doc = span.doc
    return (
        len(span) > 1
        and span[-1].lower_ in ("state", "department", "district", "town", "municipal")
        and span.end < len(doc)
        and (doc[span.end].text[0].isupper() or doc[span.end].lower_ == "of")
    )


def _find_typed(doc: Doc, capitals: Sequence[Token]) -> Iterator[Span]:
    """Names with a capitalised type word: "Elm Street", "Lake Erie", "Highway 61"."""
    for token in capitals:
        if token.lower_ in words.TYPE_AFTER:
            start = token.i
            while start > token.sent.start and _continues_name(doc[start - 1], token):
                start -= 1
            organised = any(
                word.lower_ in words.ORGANISATION_NOUNS for word in doc[start : token.i]
            )
            if start < token.i and not organised:  # "Springfield School District"
                yield doc[start : token.i + 1]
        elif token.lower_ in words.TYPE_BEFORE and token.i + 1 < len(doc):
            after = doc[token.i + 1]
            if after.is_digit or (after.is_title and after.pos_ == "PROPN"):
                yield doc[token.i : token.i + 2]


def _continues_name(before: Token, kind: Token) -> bool:
    """Whether the word left of a type word belongs to the name."""
    return (
        before.text[0].isupper()
        and before.pos_ in ("PROPN", "ADJ", "NOUN")
        and before.lower_ not in words.TITLES
        and kind.i - before.i <= 3
        and before.lower_ not in ("the", "a")
    )


def _without_overlaps(candidates: Iterator[Span]) -> Iterator[Span]:
    """The longest of overlapping candidates, in text order."""
    taken: set[int] = set()
    chosen = []
    for span in sorted(candidates, key=lambda span: (-len(span), span.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            chosen.append(span)
    yield from sorted(chosen, key=lambda span: span.start)
