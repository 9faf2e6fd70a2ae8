"""Place names in a text that has no capitals at all, as in messages and transcripts.

Nothing sets a name off there, so that only what is hardly anything else is taken: countries, and
large towns and regions after a preposition of place or of several words.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.government import after_locative
from claimmap.extract.where.known import Names

_LONGEST_NAME = 4  # words
_LARGE = 100_000  # people


def find_uncapitalised(doc: Doc, names: Names) -> Iterator[Span]:
    """The place names of a text without capitals, in text order, none overlapping another."""
    reached = 0
    for token in doc:
        if token.i < reached or not _can_bound(token):
            continue
        for width in range(_LONGEST_NAME, 0, -1):
            span = doc[token.i : token.i + width]
            if len(span) == width and _can_bound(span[-1]) and _is_place(span, names):
                yield span
                reached = span.end
                break


def _can_bound(token: Token) -> bool:
    """Whether a word can begin or end a name."""
    return (
        token.is_ascii
        and token.is_alpha
        and not token.is_stop
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
    )


def _is_place(span: Span, names: Names) -> bool:
    name = span.text
    places = names.places(name)
    if not places or name in words.NEVER_ALONE:
        return False
    if places[0].kind == "country":
        return True
    large = max(place.population for place in places[:2]) >= _LARGE
    return large and (len(span) > 1 or after_locative(span))
