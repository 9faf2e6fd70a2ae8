"""What makes a content planned: to come, and intended or arranged."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.sure.ahead import find_ahead
from claimmap.extract.sure.reading import Reading, is_passive, is_past, lemma, negations
from claimmap.extract.sure.words import (
    ABOUT_TO,
    ABSTRACT,
    COMING,
    INTENDING,
    MAKING,
    MEANT,
    ORDERING,
    PLANS,
    TIMETABLED,
    WEIGHING,
)

_DATED = ABOUT_TO - {"set", "bound", "about", "going"}


def find_plans(reading: Reading) -> list[Token]:
    """The words that put what is to come as intended or arranged."""
    ahead = find_ahead(reading)
    intended = [t for t in reading.voices if lemma(t) in INTENDING and not _is_meant(t)]
    if ahead or (intended and not is_past(reading)):
        return [*intended, *ahead]
    return [*_arranged(reading), *_made(reading), *_weighed(reading), *_timetabled(reading)]


def _is_meant(word: Token) -> bool:
    """As in "is meant to help": what for, and no plan."""
    return lemma(word) in MEANT and is_passive(word)


def _arranged(reading: Reading) -> Iterator[Token]:
    """As in "due on Friday", "scheduled for May"."""
    main = reading.main
    if main is not None and not negations(main):
        ends = (k for k in reading.near if k.dep_ in ("acomp", "oprd"))
        yield from (t for t in (main, *ends) if t.lower_ in _DATED)


def _made(reading: Reading) -> Iterator[Token]:
    """As in "is drawing up plans to move", "ordered an evacuation"; to praise plans is no plan."""
    main = reading.main
    if main is None or negations(main):
        return
    objects = [k for k in reading.near if k.dep_ == "dobj"]
    if not reading.cue and lemma(main) in ORDERING:
        yield from [main] if any(lemma(k).endswith(ABSTRACT) for k in objects) else []
    objects += [k for k in reading.near if k.dep_ == "nsubjpass"]
    made = objects if lemma(main) in MAKING else []
    for noun in (main, *made):
        clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl", "prep")]
        to_come = any(t.lower_ in ("to", "for") for c in clauses for t in (c, *c.children))
        yield from [noun] if noun.pos_ == "NOUN" and lemma(noun) in PLANS and to_come else []


def _weighed(reading: Reading) -> Iterator[Token]:
    """As in "is considering a ban"."""
    if reading.main is not None and reading.main.tag_ == "VBG" and lemma(reading.main) in WEIGHING:
        yield reading.main


def _timetabled(reading: Reading) -> Iterator[Token]:
    """As in "The trial opens on Wednesday": a present tense with a day that is to come."""
    main = reading.main
    if main is None or main.tag_ not in ("VBZ", "VBP") or lemma(main) not in TIMETABLED:
        return
    for kid in reading.near:
        days = [kid, *kid.children] if kid.dep_ in ("prep", "npadvmod", "advmod") else []
        coming = (
            d for d in days if d.lower_ in COMING or any(c.lower_ == "next" for c in d.children)
        )
        yield from coming
