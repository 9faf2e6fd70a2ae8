"""What the rules of this folder hand to each other: cue, source and content as token numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimmap.extract.who.lexicon import CueSort
from claimmap.model import Span

CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "acl", "pcomp"})
_TRIM = frozenset({"PUNCT", "SPACE", "SYM"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution in token numbers. head: the cue's main word; sort: what the cue does.

    through: the words that name who relayed it ("told the BBC", "on the website"), if any;
    behind: those that name whom the source has it from ("has heard from officials"), if any.
    means: words elsewhere that name whom the source's own stand for ("A: ..."), if any.
    verbatim: whether the content is speech set down word for word without quotation marks.
    """

    head: int
    sort: CueSort
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    through: frozenset[int] = frozenset()
    behind: frozenset[int] = frozenset()
    means: frozenset[int] = frozenset()
    verbatim: bool = False


def subtree(token: Token) -> frozenset[int]:
    """Numbers of the token and all that hangs on it."""
    return frozenset(t.i for t in token.subtree)


def spans_of(doc: Doc, numbers: Iterable[int], keep: str = "") -> tuple[Span, ...]:
    """Unbroken stretches of the tokens as spans; bare punctuation at the edges is left out.

    keep: characters that count as words at the edges (quotation marks of a content).
    """
    return tuple(_stretches(doc, sorted(numbers), keep))


def _stretches(doc: Doc, numbers: list[int], keep: str) -> Iterator[Span]:
    start = 0
    for end in range(1, len(numbers) + 1):
        if end < len(numbers) and _goes_on(doc, numbers[end - 1], numbers[end]):
            continue
        run = numbers[start:end]
        while run and _is_edge(doc[run[0]], keep):
            run = run[1:]
        while run and _is_edge(doc[run[-1]], keep):
            run = run[:-1]
        if run:
            last = doc[run[-1]]
            yield Span(doc[run[0]].idx, last.idx + len(last))
        start = end


def _goes_on(doc: Doc, left: int, right: int) -> bool:
    """Whether only white space (and no line break) lies between two tokens."""
    return all(doc[i].is_space and "\n" not in doc[i].text for i in range(left + 1, right)) and (
        "\n" not in doc[left].text
    )


def _is_edge(token: Token, keep: str) -> bool:
    return (token.is_punct or token.is_space or token.pos_ in _TRIM) and (
        token.text not in keep + "%"
        and not token.is_currency
        and not token.like_num
        and not any(c.isalnum() for c in token.text)
    )
