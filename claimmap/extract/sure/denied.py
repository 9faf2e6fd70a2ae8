"""What makes a content denied: the cue, or what the source says of itself or calls untrue."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.sure.ahead import decides, is_natural
from claimmap.extract.sure.opinion import find_judgments
from claimmap.extract.sure.reading import Reading, lemma, negations
from claimmap.extract.sure.words import (
    ADMITTING,
    CERTAINTIES,
    COUNTERING,
    DENYING,
    DISTANCING,
    EVER,
    EVIDENCE,
    EXCUSES,
    FINDING,
    FORESEEING,
    INTENDING,
    JUDGING,
    MINDING,
    NEGATIONS,
    OWN_OWNERS,
    OWN_SELF,
    OWNERS,
    QUOTES,
    SAID_THINGS,
    SELF,
    SILENT,
    TRUE,
    UNTRUE,
)

_WILL = frozenset({"will", "would", "wo"})
_ENDS = ("acomp", "attr", "oprd")
_WISHING = frozenset({"want", "hope", "hop", "seek", "hear"})
_OBJECTS = ("dobj", "attr", "nsubj", "nsubjpass")


def find_denials(reading: Reading) -> list[Token]:
    """The words that deny, in any order."""
    return [
        *_denying_voices(reading),
        *_ruled_out(reading),
        *_called_untrue(reading),
        *_found_none(reading),
        *_insisted_not(reading),
        *_of_itself(reading),
        *_refused(reading),
    ]


def _denying_voices(reading: Reading) -> Iterator[Token]:
    """As in "denied that", "does not believe that", "does not plan to"; no double negation."""
    for word in reading.voices:
        negated = negations(word)
        if lemma(word) in DENYING:
            no_doubt = any(c.lower_ == "no" for c in word.children)
            withheld = any(c.dep_ == "dative" for c in word.children)
            yield from () if negated or no_doubt or withheld else [word]
        elif word in reading.cue and lemma(word) not in SILENT | FORESEEING:
            yield from negated
        elif lemma(word) in (INTENDING | JUDGING | DISTANCING) - _WISHING:
            unable = any(c.tag_ == "MD" for c in word.children)
            yield from () if unable or find_judgments(reading) else negated
    yield from _denying_verb(reading)


def _denying_verb(reading: Reading) -> Iterator[Token]:
    """As in "[issued a statement] denying it", or the outlet's "debunked a rumour"."""
    top = reading.top
    if top is None or top.pos_ != "VERB" or lemma(top) not in DENYING or negations(top):
        return
    things = [k for k in reading.kids if k.dep_ == "dobj" and lemma(k) in SAID_THINGS]
    said = things or any(k.dep_ == "ccomp" for k in reading.kids)
    if (reading.cue and reading.subject is None) or (said and not reading.cue):
        yield top


def _ruled_out(reading: Reading) -> Iterator[Token]:
    for token in (*reading.cue, *reading.content):
        if token.lemma_.lower() == "rule" and not negations(token):
            out = [c for c in token.children if c.lower_ == "out"]
            yield from [token, *out] if out else []


def _called_untrue(reading: Reading) -> Iterator[Token]:
    """As in "it is not true that", "the report is false", "dismissed it as fake"."""
    if not reading.cue or any(lemma(t) in ADMITTING for t in reading.cue):
        return
    told = [t.head for t in reading.cue if t.dep_ in ("nsubj", "nsubjpass")]
    yield from (c for t in told for c in t.children if c.dep_ in _ENDS and c.lower_ in UNTRUE)
    for token in reading.content:
        end = token.dep_ in _ENDS and token.head in (reading.top, *reading.kids, *reading.cue)
        below = reading.top is not None and lemma(reading.top) in SAID_THINGS
        end = end or (below and token.head.dep_ == "ccomp" and token.head.head in reading.kids)
        named = end or (token.head.lower_ == "as" and token.head.head in reading.cue)
        if token.lower_ in UNTRUE and named and not negations(token.head):
            yield token
        elif token.lower_ in TRUE and end and not _is_partly(token):
            yield from negations(token.head)


def _is_partly(true: Token) -> bool:
    """As in "not entirely true"; but "simply not true" is no half."""
    manners = (c.lower_ for c in true.children if c.dep_ == "advmod")
    return any(word not in ("simply", "just", "plainly") for word in manners)


def _insisted_not(reading: Reading) -> Iterator[Token]:
    """As in "insisted that no offer had been made": said against what others say."""
    if any(lemma(t) in COUNTERING for t in reading.cue) and reading.main is not None:
        yield from negations(reading.main)
        subject = [reading.subject] if reading.subject is not None else []
        yield from (c for t in subject for c in t.children if c.lower_ == "no")


def _found_none(reading: Reading) -> Iterator[Token]:
    """As in "found no evidence that", "there was no fraud", "nothing was stolen"."""
    top = reading.top
    exists = any(k.dep_ == "expl" for k in reading.kids)
    for kid in reading.kids:
        none = [c for c in kid.children if c.lower_ == "no"]
        found = top is not None and (exists or lemma(top) in FINDING) and lemma(kid) in EVIDENCE
        counters = exists and reading.cue and lemma(kid) not in EXCUSES | CERTAINTIES
        if kid.dep_ in _OBJECTS and none and (found or counters):
            yield from none
    subject = reading.subject
    if reading.cue and subject is not None and subject.lower_ == "nothing":
        yield subject
    if reading.cue and top is not None and lemma(top) == "have":
        yield from (k for k in reading.kids if k.lower_ == "nothing" and _shares(k))
    objects = [c for t in reading.cue for c in t.children if c.dep_ == "dobj"]
    yield from (c for t in objects if lemma(t) in EVIDENCE for c in t.children if c.lower_ == "no")


def _shares(nothing: Token) -> bool:
    """As in "has nothing to do with it", "nothing in common with it"."""
    below = [c for k in (*nothing.children, *nothing.head.children) for c in (k, *k.children)]
    return any(c.i > nothing.i and c.lower_ in ("do", "common") for c in below)


def _of_itself(reading: Reading) -> Iterator[Token]:
    """As in "it had not fired", "none of our jets was there", "at no point did we leave"."""
    main, subject = reading.main, reading.subject
    contrary = [k for k in reading.kids if k.lower_ == "contrary"]
    if contrary:
        yield from (n for n in reading.kids if n.lower_ in NEGATIONS)
    admitted = not reading.cue or any(lemma(t) in ADMITTING for t in reading.cue)
    if admitted or subject is None or main is None or _is_minding(reading):
        return
    if not _is_own(reading, subject) or any(k.tag_ == "MD" for k in reading.kids):
        return
    if subject.lower_ == "none":
        yield subject
    did = lemma(main) in ("have", "do")
    yield from (k for k in reading.near if did and k.lower_ == "nothing" and k.dep_ == "dobj")
    yield from (n for t in {reading.top or main, main} for n in negations(t))
    for preposition in reading.kids:
        for noun in preposition.children if preposition.dep_ == "prep" else ():
            yield from (c for c in noun.children if c.lower_ == "no" and noun.lower_ in EVER)


def _is_minding(reading: Reading) -> bool:
    """As in "I don't know"; but "I have not seen it" denies a deed."""
    perfect = any(k.dep_ == "aux" and k.lemma_ == "have" for k in reading.near)
    return reading.main is not None and reading.main.lemma_ in MINDING and not perfect


def _is_own(reading: Reading, subject: Token) -> bool:
    """Whether the subject is the source itself or its own: "it", "its plant", "none of our"."""
    quoted = bool(reading.content) and reading.content[0].text in QUOTES
    if subject.lower_ in (OWN_SELF if quoted else SELF):
        return True
    owners = OWN_OWNERS if quoted else OWNERS
    owned = [*subject.children]
    if subject.lower_ == "none":
        owned = [t for p in subject.children for c in p.children for t in c.children]
    return any(t.dep_ == "poss" and t.lower_ in owners for t in owned)


def _refused(reading: Reading) -> Iterator[Token]:
    """As in "will not resign": nobody's fate, but what the source or another decides not to do."""
    will = reading.modals(_WILL if reading.cue else _WILL - {"would"})
    main, subject = reading.main, reading.subject
    if main is None or subject is None or reading.content[-1].text == "?":
        return
    fate = is_natural(reading) or not decides(reading) or main.lemma_ in SILENT
    if will and not fate and _is_definite(subject):
        yield from negations(main)


def _is_definite(noun: Token) -> bool:
    """As in "the museum", "it", but not "museums": of those, others can only foresee."""
    before = [c for c in noun.children if c.dep_ in ("det", "poss")]
    return noun.pos_ != "NOUN" or any(c.lower_ not in ("a", "an") for c in before)
