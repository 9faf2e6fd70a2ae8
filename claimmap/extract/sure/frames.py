"""Words in a content that only put the clause below them forward: "is expected to", "I think".

After Saurí (2008): an event selecting predicate marks how sure the event is that it selects, and
so stance is read from the predicate, and tense and subject from the event.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.sure.words import (
    ABOUT_TO,
    DENYING,
    DISTANCING,
    FORESEEING,
    INTENDING,
    JUDGING,
    OPEN,
    PURPOSES,
    SAID_BY_NOBODY,
    SEEMING,
    SURE_TO,
)

_DEPTH = 3
_BEFORE_TO = (
    ABOUT_TO | SURE_TO | FORESEEING | INTENDING | DISTANCING | SEEMING | SAID_BY_NOBODY | DENYING
)
_BEFORE_THAT = FORESEEING | DISTANCING | SEEMING | SURE_TO | OPEN | {"think", "feel", "doubt"}
_SELF = frozenset({"i", "we"})
_NOBODY = frozenset({"it", "there"})


def unwrapped(top: Token, inside: set[int], *, own: bool) -> tuple[tuple[Token, ...], Token]:
    """(the frames from ``top`` down, the main word of the clause that they put forward).

    inside: numbers of the content's words; own: the outlet's own words, where anybody's "fears
    that" is such a frame. In a quotation only "I fear that" and "it is feared that" are.
    """
    frames: list[Token] = []
    main = top
    for _ in range(_DEPTH):
        step = next(_steps(main, inside, own), None)
        if step is None:
            break
        frames.append(step[0])
        main = step[1]
    return tuple(frames), main


def _steps(main: Token, inside: set[int], own: bool) -> Iterator[tuple[Token, Token]]:
    """Each (frame, head of the clause below) at ``main``."""
    heads = [main, *(c for c in main.children if c.dep_ in ("acomp", "oprd", "attr"))]
    heads += [c for c in main.children if c.lower_ == "about"]
    heads += [c for p in main.children if p.lower_ == "on" for c in p.children]
    for head in heads:
        if head.i not in inside:
            continue
        for clause in (*head.children, *(main.children if head != main else ())):
            if clause.i not in inside or clause.i <= head.i:
                continue
            below = clause.dep_ == "xcomp" or _is_next(head, clause)
            to = below and _to(clause) and _puts_to(head)
            if to or (clause.dep_ == "ccomp" and _puts_that(head, main, own)):
                yield head, clause
    infinitive = next((c for c in main.children if c.dep_ == "xcomp" and c.i in inside), None)
    if infinitive is not None and _is_to(main, infinitive):
        yield _to(infinitive)[0], infinitive


def _is_next(head: Token, clause: Token) -> bool:
    """As in "rebels vow to fight", which the parser can take for a purpose."""
    return clause.dep_ == "advcl" and any(t.i == head.i + 1 for t in _to(clause))


def _to(clause: Token) -> list[Token]:
    return [c for c in clause.children if c.lower_ == "to" and c.dep_ == "aux"]


def _puts_to(head: Token) -> bool:
    return head.lemma_.lower() in _BEFORE_TO or head.lower_ in _BEFORE_TO


def _puts_that(head: Token, main: Token, own: bool) -> bool:
    subject = next((c.lower_ for c in main.children if c.dep_ in ("nsubj", "nsubjpass")), "it")
    known = head.lemma_.lower() in _BEFORE_THAT or head.lower_ in _BEFORE_THAT
    nobody = head.tag_ == "VBN" and head.lemma_.lower() in SAID_BY_NOBODY | JUDGING
    return (known or nobody) and (own or subject in _SELF | _NOBODY)


def _is_to(main: Token, infinitive: Token) -> bool:
    """As in "the court is to hear the case", but not "his job is to guard it"."""
    subject = next((c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    arranged = subject is not None and subject.lemma_.lower() not in PURPOSES
    before = [c for c in main.children if c.i < infinitive.i]
    plain = not any(c.dep_ in ("acomp", "attr", "oprd") for c in before)
    between = [c for c in before if c.i > main.i]
    plain = plain and not any(c.dep_ in ("prep", "neg", "advmod") for c in between)
    linked = main.lemma_ == "be" and main.tag_ != "VB"
    return linked and arranged and plain and bool(_to(infinitive))
