"""What is to come, and whether anybody decides it: the ground of forecast and planned."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.sure.reading import Reading, is_perfect, lemma
from claimmap.extract.sure.words import (
    ABOUT_TO,
    ABSTRACT,
    CROWDS,
    DEEDS,
    GROUPS,
    MAYBE,
    NATURAL,
    SUFFERED,
    THINGS,
    TIMED,
)
from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import is_someone

_WILL = frozenset({"will", "shall", "'ll", "’ll", "would", "wo"})
_FRAMED = ABOUT_TO - {"bound"} | {"to"}
_PERSONS = frozenset({"i", "we", "he", "she", "they", "who"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_ahead(reading: Reading) -> list[Token]:
    """The words that put the clause after now: "will", "is due to", "is to", "Talks to resume".

    "Would have" is what did not come to be, and "would not" in a story told what did not happen.
    """
    would_not = not reading.cue and any(k.dep_ == "neg" for k in reading.kids)
    past = is_perfect(reading) or would_not
    found = [k for k in reading.modals(_WILL) if not (k.lower_ == "would" and past)]
    if not is_perfect(reading):
        found += [t for t in reading.frames if t.lower_ in _FRAMED]
    return found + _of_headline(reading)


def find_possible(reading: Reading) -> list[Token]:
    """Might, could and may; "could not reach", "could be heard" tell who was able, and no guess."""
    heard = reading.main is not None and reading.main.lower_ in ("heard", "seen")
    able = heard or any(k.dep_ == "neg" for k in reading.kids)
    return [k for k in reading.modals(MAYBE) if not (k.lower_ == "could" and able)]


def is_natural(reading: Reading) -> bool:
    """What happens and is not decided: "will rise", "the law would leave many without work"."""
    main, near = reading.main, reading.near
    if main is None or any(k.lower_ in ABOUT_TO for k in near):
        return False
    if any(k.dep_ == "auxpass" for k in near):
        return lemma(main) in SUFFERED
    if _is_summoned(reading):
        return False
    if main.lemma_ == "be" and decides(reading):
        return any(k.dep_ in ("acomp", "attr") for k in near)
    place = any(k.lower_ in ("place", "effect", "force") for k in near)
    if (lemma(main) in DEEDS and _acts(reading.subject)) or (main.lemma_ == "take" and place):
        return False
    if lemma(main) in NATURAL or _turns(main):
        return True
    return not decides(reading) and (lemma(main) not in TIMED or _is_conditional(reading))


def _is_summoned(reading: Reading) -> bool:
    """As in "is to appear before a judge": arranged, where somebody is to do it."""
    arranged = any(t.lower_ == "to" for t in reading.frames)
    appears = reading.main is not None and lemma(reading.main) == "appear"
    return arranged and (appears or decides(reading))


def _turns(main: Token) -> bool:
    """As in "run dry", "go bankrupt", "run out"."""
    ends = (k for k in main.children if k.dep_ in ("acomp", "oprd", "prt"))
    return main.lemma_ in ("run", "go", "turn") and any(k.lower_ not in ("on", "off") for k in ends)


def _is_conditional(reading: Reading) -> bool:
    """As in "if nothing changes, the fund will run dry"."""
    clauses = (k for k in reading.kids if k.dep_ == "advcl")
    return any(c.lower_ in ("if", "unless") for clause in clauses for c in clause.children)


def decides(reading: Reading) -> bool:
    """Whether the clause's subject can decide; "it" can where it is the source."""
    subject = reading.subject
    itself = subject is not None and subject.lower_ == "it" and bool(reading.cue)
    return subject is None or itself or can_decide(subject)


def can_decide(subject: Token) -> bool:
    """People in office, groups, names can decide; storms, laws and crowds cannot."""
    if subject.pos_ == "PRON" or _is_named(subject):
        return _is_named(subject)
    noun = lemma(subject)
    thing = {noun, subject.lower_} & (CROWDS | THINGS) or noun.endswith(ABSTRACT)
    return noun in GROUPS or is_someone(noun) or (is_human(noun) and not thing)


def _acts(subject: Token | None) -> bool:
    """Whether the subject is surely somebody: "she", "the ministry", a name; not "the dam"."""
    if subject is None or subject.pos_ == "PRON" or lemma(subject) in CROWDS:
        return subject is not None and subject.lower_ in _PERSONS
    return _is_named(subject) or is_someone(lemma(subject))


def _is_named(subject: Token) -> bool:
    name = subject.pos_ == "PROPN" or subject.ent_type_ in _NAMES
    return name or subject.lower_ in _PERSONS


def _of_headline(reading: Reading) -> list[Token]:
    """The "to" of a headline without a finite verb."""
    top = reading.top
    row = [top, *(k for k in reading.kids if k.head == top and k.dep_ in ("aux", "auxpass"))]
    if reading.cue or any(t is None or t.tag_ in _FINITE for t in row):
        return []
    clauses = [top, *(k for k in reading.kids if k.dep_ in ("acl", "relcl"))]
    kids = (c for head in clauses if head is not None for c in head.children)
    return [c for c in kids if c.lower_ == "to" and c.dep_ == "aux"]
