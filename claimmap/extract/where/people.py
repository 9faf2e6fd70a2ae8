"""What speaks for a person, or another bearer of a name, instead of a place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.setting import Setting


def person_evidence(span: Span, setting: Setting) -> Iterator[str]:
    """What speaks for a person instead of a place, by the names of ``POINTS``."""
    doc = span.doc
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if len(span) == 1 and span.text in setting.people:
        yield "part of a person's name elsewhere"
    if before is not None and before.lower_ in words.TITLES and before.text[0].isupper():
        yield "after a title"
    if before is not None and (_is_given_name(before) or _is_initial(before)):
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


def _is_initial(token: Token) -> bool:
    """For "J." in "Ann J. Lincoln"."""
    return len(token) == 2 and token.text[1] == "." and token.text[0].isupper()


def _is_he(span: Span) -> bool:
    """Whether the sentence goes on to call the name he or she ("Jordan said he was glad")."""
    verb = span.root.head
    if span.root.dep_ != "nsubj":
        return False
    return any(
        token.lower_ in ("he", "she", "his", "her") for token in verb.subtree if token.i > verb.i
    )
