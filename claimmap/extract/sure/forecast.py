"""What makes a content a forecast: to come, put as possible or likely, and nobody's to decide."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.sure.ahead import can_decide, decides, find_ahead, find_possible, is_natural
from claimmap.extract.sure.reading import Reading, is_passive, is_past, is_state, lemma
from claimmap.extract.sure.words import (
    CHANCE,
    CROWDS,
    FEARING,
    FIXED,
    FORESEEING,
    GOALS,
    GUESSING,
    INTENDING,
    LIKELY,
    NATURAL,
    OPEN,
    OWN_SELF,
    PENALTIES,
    PROBABLE,
    READY,
    RECKONING,
    RUNNING,
    SURE_TO,
)


def find_forecasts(reading: Reading) -> list[Token]:
    """The words that put what is to come as possible or likely."""
    maybe = find_possible(reading)
    if maybe:
        return [] if is_state(reading) else maybe
    ahead = find_ahead(reading)
    foreseen = [*_foreseen(reading, ahead), *(t for t in reading.frames if t.lower_ in SURE_TO)]
    if foreseen and not _is_fact(reading, ahead):
        return [*foreseen, *ahead]
    probably = [*_guessed(reading), *(k for k in reading.kids if k.lower_ in LIKELY)]
    if ahead and (probably or (is_natural(reading) and not _intended(reading))):
        return [*probably, *ahead]
    return [
        *_chances(reading),
        *_probable(reading),
        *_warned(reading),
        *_should_be_ready(reading),
        *_looming(reading),
        *_threatened(reading),
        *_seen_ahead(reading),
    ]


def _foreseen(reading: Reading, ahead: list[Token]) -> Iterator[Token]:
    """As in "expects that", "is expected to", "growth forecast"; what is estimated may be now."""
    main = reading.main
    for token in reading.voices:
        amount = lemma(token) in RECKONING and not ahead and not is_passive(token)
        if lemma(token) in FORESEEING and not amount and not _is_own_deed(reading, token):
            yield token
    if main is not None and lemma(main) in FORESEEING and (is_passive(main) or not reading.cue):
        yield main
    if main is not None and main.pos_ == "NOUN":
        before = ("amod", "compound", "nmod")
        yield from (k for k in reading.near if k.dep_ in before and lemma(k) in FORESEEING)


def _is_own_deed(reading: Reading, hope: Token) -> bool:
    """As in "It hopes to deliver tents by Friday": what it can do itself, it intends."""
    deed = reading.main
    if lemma(hope) not in ("hope", "hop") or deed is None or is_natural(reading):
        return False
    to = any(k.lower_ == "to" and k.dep_ == "aux" for k in reading.near)
    return to and deed.head == hope and decides(reading)


def _is_fact(reading: Reading, ahead: list[Token]) -> bool:
    """Of what is or was: "feared dead", "fears that he has drowned"."""
    finite = reading.main is not None and reading.main.tag_ != "VB"
    result = any(k.dep_ == "oprd" and lemma(k.head) in FEARING for k in reading.near)
    return is_past(reading) or result or (is_state(reading) and finite and not ahead)


def _intended(reading: Reading) -> bool:
    """As in "promised that", "is scheduled to", "the aim is to"."""
    fixed = any(t.lower_ in FIXED for t in reading.frames)
    goal = reading.subject is not None and lemma(reading.subject) in GOALS and reading.frames
    return fixed or bool(goal) or any(lemma(t) in INTENDING - {"agree"} for t in reading.voices)


def _guessed(reading: Reading) -> Iterator[Token]:
    """As in "thinks that they will", "it is unclear whether it will"; "I think I will" intends."""
    subject = reading.subject
    if subject is None or subject.lower_ not in OWN_SELF:
        yield from (t for t in reading.voices if lemma(t) in GUESSING)
    yield from (t for t in reading.frames if t.lower_ in OPEN)


def _chances(reading: Reading) -> Iterator[Token]:
    """As in "there is a chance of rain", "faces the risk of", "risks losing", "is seen falling"."""
    main = reading.main
    there = any(k.dep_ == "expl" for k in reading.kids)
    if any(k.dep_ in ("xcomp", "ccomp") and k.tag_ == "VBG" for k in reading.near):
        seen = main is not None and (
            lemma(main) == "risk" or (lemma(main) == "see" and _is_outlook(reading, main))
        )
        yield from [main] if main is not None and seen else []
    for kid in (*reading.kids, *(t for t in [main] if t is not None and not reading.cue)):
        run = kid.dep_ == "dobj" and lemma(kid.head) in RUNNING
        chance = lemma(kid) == "chance"  # "has the chance to" is an opportunity
        what = any(c.dep_ == "prep" or (c.dep_ == "acl" and not chance) for c in kid.children)
        none = any(c.lower_ == "no" for c in kid.children)
        if lemma(kid) in CHANCE and (run or there or kid == main) and what and not none:
            yield kid


def _seen_ahead(reading: Reading) -> Iterator[Token]:
    """As in "analysts see | growth slowing", where the seeing is told to the cue."""
    main = reading.main
    turning = main is not None and main.tag_ == "VBG" and lemma(main) in NATURAL
    seeing = (t for t in reading.cue if lemma(t) == "see" and t.tag_ in ("VBZ", "VBP"))
    yield from seeing if turning else ()


def _is_outlook(reading: Reading, see: Token) -> bool:
    """As in "is seen falling", "sees sales falling"; who sees people fleeing is there."""
    seen = [k for k in reading.near if k.dep_ in ("xcomp", "ccomp") and lemma(k) in NATURAL]
    told = see.tag_ in ("VBZ", "VBP") and any(c.dep_ == "nsubj" for k in seen for c in k.children)
    return is_passive(see) or told


def _threatened(reading: Reading) -> list[Token]:
    """As in "faces four years in prison", "faces a ban if found guilty"."""
    main = reading.main
    if main is None or lemma(main) != "face" or main.tag_ not in ("VBZ", "VBP"):
        return []
    clauses = (k for k in reading.near if k.dep_ == "advcl")
    conditions = [c for clause in clauses for c in clause.children if c.lower_ == "if"]
    penal = [k for k in reading.near if k.dep_ == "dobj" and lemma(k) in PENALTIES]
    return [*conditions, *([main] if penal else [])]


def _probable(reading: Reading) -> list[Token]:
    """As in "rain is likely on Friday"; what was likely is past."""
    main = reading.main
    present = main is not None and main.lemma_ == "be" and not is_past(reading)
    ends = (k for k in reading.near if k.dep_ == "acomp" and k.lower_ in PROBABLE)
    return list(ends) if present else []


def _warned(reading: Reading) -> Iterator[Token]:
    """As in "warned of landslides"; to warn against something is to judge."""
    main = reading.main
    if main is not None and main.pos_ not in ("VERB", "AUX") and not reading.has_against:
        yield from (t for t in reading.cue if lemma(t) in ("warn", "warning"))


def _should_be_ready(reading: Reading) -> list[Token]:
    ready = any(k.lower_ in READY and k.dep_ in ("acomp", "advmod") for k in reading.near)
    return reading.modals(frozenset({"should"})) if ready else []


def _looming(reading: Reading) -> Iterator[Token]:
    """As in "the dispute threatens to spread"."""
    for word in (t for t in reading.voices if lemma(t) == "threaten"):
        subjects = [c for c in word.children if c.dep_ == "nsubj"]
        things = [c for c in subjects if not can_decide(c) and lemma(c) not in CROWDS]
        yield from [word] if things else []
