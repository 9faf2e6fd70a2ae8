"""A content and its cue as the rules of stance see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimmap.extract.parsing import words_at
from claimmap.extract.sure.frames import unwrapped
from claimmap.extract.sure.words import NEGATIONS
from claimmap.model import Span

_HAVE = frozenset({"have", "'ve", "’ve"})
_NEGATING = ("neg", "preconj")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a content and its cue.

    top: the head of the content's first clause; frames: words in the content that only put a
    clause below forward ("expected" in "is expected to rise"); main: the head of that clause, or
    top without frames; near: what hangs on main; kids: what hangs on top, frames or main.
    """

    content: tuple[Token, ...]
    cue: tuple[Token, ...]
    frames: tuple[Token, ...]
    top: Token | None
    main: Token | None
    near: tuple[Token, ...]
    kids: tuple[Token, ...]

    @property
    def voices(self) -> tuple[Token, ...]:
        """The words that put the main clause forward, from outside in."""
        return (*self.cue, *self.frames)

    @property
    def subject(self) -> Token | None:
        """The subject of the content's first clause."""
        return next((k for k in self.kids if k.dep_ in _SUBJECTS and k.head == self.top), None)

    @property
    def has_against(self) -> bool:
        """As in "warned against", where the word is told to the cue or to the content."""
        return any(t.lower_ == "against" for t in (*self.cue, *self.content[:1]))

    def modals(self, words: frozenset[str]) -> list[Token]:
        """Those of ``words`` that stand as modal verbs in the clause."""
        return [k for k in self.kids if k.tag_ == "MD" and k.lower_ in words]


def read(doc: Doc, content: Sequence[Span], cue: Sequence[Span]) -> Reading:
    """The reading of the words at ``content`` put forward by the words at ``cue``."""
    inside, voiced = tokens_at(doc, content), tokens_at(doc, cue)
    numbers = {t.i for t in inside}
    top = main_word(inside)
    frames, main = unwrapped(top, numbers, own=not voiced) if top is not None else ((), None)
    heads = {t.i: t for t in (top, *frames, main) if t is not None}
    kids = tuple(c for head in heads.values() for c in head.children if c.i in numbers)
    near = tuple(k for k in kids if k.head == main)
    return Reading(inside, voiced, frames, top, main, near, kids)


def lemma(token: Token) -> str:
    """The word's dictionary form in small letters."""
    return token.lemma_.lower()


def negations(token: Token) -> list[Token]:
    """What negates the word: "did not say", "never said"; "not only" and "not yet" do not."""
    kids = list(token.children)
    if any(k.lower_ in ("only", "yet", "just", "merely") for k in kids):
        return []
    return [k for k in kids if k.dep_ in _NEGATING and k.lower_ in NEGATIONS]


def is_passive(token: Token) -> bool:
    """As in "is thought": nobody is named who thinks."""
    return token.tag_ == "VBN" and any(k.dep_ == "auxpass" for k in token.children)


def is_past(reading: Reading) -> bool:
    """Whether the content tells what has happened."""
    verb, kids = reading.main, reading.near
    if verb is None or any(k.tag_ == "MD" for k in kids):
        return False
    return (
        verb.tag_ == "VBD"
        or any(k.dep_ in ("aux", "auxpass") and k.tag_ == "VBD" for k in kids)
        or (verb.tag_ == "VBN" and any(k.dep_ == "aux" and k.lemma_ == "have" for k in kids))
    )


def is_perfect(reading: Reading) -> bool:
    """As in "may have left"."""
    return any(k.lower_ in _HAVE and k.dep_ == "aux" for k in reading.near)


def is_state(reading: Reading) -> bool:
    """As in "May be closer", "may have left": about what is or was, not about what is to come."""
    main = reading.main
    return is_perfect(reading) or (
        main is not None and main.lemma_ == "be" and main.dep_ != "auxpass"
    )


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
        found.extend(words_at(doc, span) or ())
    return tuple(found)


def spans_of_tokens(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Where the tokens stand, in text order, each once."""
    return tuple(sorted({Span(t.idx, t.idx + len(t)) for t in tokens}))
