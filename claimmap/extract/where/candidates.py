"""Spans that may be place names: the model's, the gazetteer's, and those with a type word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.known import PLACE_LABELS, Names
from claimmap.extract.where.scripts import is_latin_capital
from claimmap.extract.where.typed import find_typed

LONGEST_NAME = 6  # words
POSSESSIVES = frozenset({"'s", "’s"})
SEPARATORS = frozenset({",", "/", ";", "(", ")", "'s", "’s", "\n"}) | words.WAYS


def find_candidates(doc: Doc, capitals: Sequence[Token], names: Names) -> Iterator[Span]:
    """The candidates of a document, in text order, the longest where they overlap.

    capitals: the document's words that begin with a capital letter, in order.
    """
    for span in _without_overlaps(_find_all(doc, capitals, names)):
        yield _with_dot(_without_compass(span, names))


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
    yield from find_typed(doc, capitals)


def _owns(span: Span, names: Names) -> bool:
    """Whether the span is a place and what belongs to it: "Russia's Far East", not "St John's"."""
    marks = [token.i for token in span if token.text in POSSESSIVES]
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


def _with_dot(span: Span) -> Span:
    """Give an abbreviation its last full stop, which the tokenizer takes off "W.Va."."""
    doc, end = span.doc, span.end
    dotted = end < len(doc) and doc[end].text == "." and not doc[end - 1].whitespace_
    return doc[span.start : end + 1] if dotted and "." in doc[end - 1].text else span


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
    while start < end and not _bounds(doc[start]):
        start += 1
    while end - start > 1 and (doc[start].lower_ in ("the", "a", "an") or doc[start].is_digit):
        start += 1  # "6016 Dublin Road" has a house number
    while end > start and not _bounds(doc[end - 1]):
        end -= 1
    return doc[start:end] if end > start else None


def _bounds(token: Token) -> bool:
    """Whether a word can begin or end a name: a capital of the Latin script, or a number."""
    return is_latin_capital(token.text) or token.text[0].isdigit()


def _opens_name(token: Token) -> bool:
    """Whether a capitalised word can begin a name."""
    return token.lower_ not in ("the", "a", "an") and (
        token.pos_ == "PROPN"
        or token.ent_type_ != ""
        or token.tag_.startswith("NN")
        or (token.is_upper and len(token) > 3)
    )


def _longest_known(doc: Doc, start: int, names: Names) -> Span | None:
    """The longest span from ``start`` that the gazetteer knows, made of name words and joints."""
    stop, owned = start + 1, False
    while stop < len(doc) and stop - start < LONGEST_NAME:
        token = doc[stop]
        capital = token.text[0].isupper()
        if not (capital or token.lower_ in words.JOINTS or _is_before_capital(token)):
            break
        if token.is_sent_start:
            break
        owned |= not capital and token.text in POSSESSIVES
        stop += 1
    for end in range(stop, start, -1):
        last = doc[end - 1]
        possessive = owned and last.text in POSSESSIVES and end - start > 2  # "St John's"
        if not (last.text[0].isupper() or possessive):
            continue
        span = doc[start:end]
        if owned and _owns(span, names):
            continue
        if end - start == 1 and span.text.lower() in words.NEVER_ALONE:
            return None
        if names.places(span.text) and not _ends_in_office(span, names):
            return span
    return None


def _is_before_capital(token: Token) -> bool:
    """For the comma of "Washington, D.C.", which is one name."""
    doc = token.doc
    return token.text == "," and token.i + 1 < len(doc) and doc[token.i + 1].text in ("D.C.", "DC")


def _ends_in_office(span: Span, names: Names) -> bool:
    """Whether the last word belongs to what follows: "Texas Department of Health".

    "Dublin City Council" is Dublin's, "Oklahoma City Council" is that of Oklahoma City.
    """
    if len(span) == 1 or span.end >= len(span.doc):
        return False
    last, after = span[-1].lower_, span.doc[span.end]
    if not (after.text[0].isupper() or after.lower_ == "of"):
        return False
    if last in words.GOVERNING_WORDS:
        return True
    return last in words.GOVERNED_WORDS and not names.places(span.text)[0].name.lower().endswith(
        last
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
