"""A content and its cue as the rules of stance see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimmap.model import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a content and its cue. main: the head of the content's first clause."""

    content: tuple[Token, ...]
    cue: tuple[Token, ...]
    main: Token | None

    def kids(self) -> list[Token]:
        """Auxiliaries, adverbs and complements of the content's main word."""
        inside = {t.i for t in self.content}
        return [c for c in self.main.children if c.i in inside] if self.main is not None else []


def is_past(reading: Reading) -> bool:
    """Whether the content tells what has happened."""
    kids = reading.kids()
    if any(k.tag_ == "MD" for k in kids):
        return False
    verb = reading.main
    perfect = verb is not None and verb.tag_ == "VBN"
    return verb is not None and (
        verb.tag_ == "VBD"
        or any(k.dep_ in ("aux", "auxpass") and k.tag_ == "VBD" for k in kids)
        or (perfect and any(k.dep_ == "aux" and k.lemma_ == "have" for k in kids))
    )


def is_state(reading: Reading) -> bool:
    """As in "May be closer", "may have left": about what is or was, not about what is to come."""
    main = reading.main
    perfect = any(k.lower_ == "have" and k.dep_ == "aux" for k in reading.kids())
    return perfect or (main is not None and main.lemma_ == "be" and main.dep_ != "auxpass")


def main_word(content: Sequence[Token]) -> Token | None:
    """The content's highest word: the first whose head lies outside."""
    inside = {t.i for t in content}
    tops = [t for t in content if t.head.i == t.i or t.head.i not in inside]
    verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")]
    return next(iter([*verbs, *(t for t in tops if not t.is_punct and not t.is_space)]), None)


def tokens_at(doc: Doc, spans: Iterable[Span]) -> tuple[Token, ...]:
    """The tokens that the spans touch, in the order of the spans."""
    found: list[Token] = []
    for span in spans:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        found.extend(words or ())
    return tuple(found)


def spans_of_tokens(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Where the tokens stand, in text order, each once."""
    return tuple(sorted({Span(t.idx, t.idx + len(t)) for t in tokens}))
