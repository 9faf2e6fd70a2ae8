"""Names that end or begin with a word for their kind: "Elm Street", "Lake Erie"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where import words


def find_typed(doc: Doc, capitals: Sequence[Token]) -> Iterator[Span]:
    """Names with a capitalised type word: "Elm Street", "Lake Erie"."""
    for token in capitals:
        if token.lower_ in words.TYPE_AFTER:
            start = token.i
            while start > token.sent.start and _continues_name(doc[start - 1], token):
                start -= 1
            span = doc[start : token.i + 1]
            if len(span) > 1 and not _is_organised(span):
                yield span
        elif token.lower_ in words.TYPE_BEFORE and token.i + 1 < len(doc):
            after = doc[token.i + 1]
            if after.is_title and after.pos_ == "PROPN":
                yield doc[token.i : token.i + 2]


def _is_organised(span: Span) -> bool:
    """For "Springfield School District" and "Florida Highway" in "Florida Highway Patrol"."""
    doc, kind = span.doc, span[-1].lower_
    named = list(span[:-1])
    if kind in words.GOVERNED_WORDS and span.end < len(doc):
        named.append(doc[span.end])
    return any(word.lower_ in words.ORGANISATION_NOUNS for word in named)


def _continues_name(before: Token, kind: Token) -> bool:
    """Whether the word left of a type word belongs to the name."""
    return (
        before.text[0].isupper()
        and before.pos_ in ("PROPN", "ADJ", "NOUN")
        and before.lower_ not in words.TITLES
        and kind.i - before.i <= 3
        and before.lower_ not in ("the", "a")
    )
