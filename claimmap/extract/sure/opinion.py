"""What makes a content an opinion: it judges or demands, or its cue does."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.sure.reading import Reading, is_passive, is_perfect, lemma
from claimmap.extract.sure.values import MILD, TIMELY, VALUE_MANNERS, VALUE_NOUNS, VALUES
from claimmap.extract.sure.words import (
    EXCUSES,
    FORESEEING,
    INTENDING,
    JUDGING,
    LIKING,
    MAYBE,
    NORMS,
    NOT_TO_BE,
    OWN_SELF,
    PRAISING,
    QUOTES,
    READY,
    SURE_TO,
)

_ENDS = ("acomp", "attr", "oprd")
_LINKING = ("be", "seem", "look", "appear", "remain", "become", "feel", "sound")
_SEEN_AHEAD = FORESEEING | SURE_TO


def find_judgments(reading: Reading) -> list[Token]:
    """Norms, needs, values and what would have been, in the content itself."""
    found = [*_norms(reading), *_needs(reading), *_would_have(reading)]
    if not any({lemma(t), t.lower_} & _SEEN_AHEAD for t in reading.voices):
        found += _values(reading)
    return found


def find_views(reading: Reading) -> list[Token]:
    """Cues that judge or demand; "is thought to" judges nothing."""
    if reading.modals(MAYBE):
        return []
    against = [t for t in reading.cue if lemma(t) == "warn" and _after_warn(reading)]
    wanted = [t for t in reading.voices if lemma(t) == "want" and _another(t)]
    voices = [t for t in reading.voices if t.pos_ not in ("ADV", "ADP")]
    judging = [t for t in voices if lemma(t) in JUDGING and not is_passive(t)]
    judging = [t for t in judging if lemma(t) != "ask" or _asked_for(reading)]
    main = reading.main
    own = [main] if not reading.cue and main is not None and lemma(main) in PRAISING else []
    return [*judging, *against, *wanted, *own]


def _norms(reading: Reading) -> Iterator[Token]:
    """Should, must; but "must have misread" concludes, and "should be ready" foresees."""
    ready = any(k.lower_ in READY and k.dep_ in ("acomp", "advmod") for k in reading.near)
    for modal in reading.modals(NORMS):
        concluded = modal.lower_ == "must" and is_perfect(reading)
        foreseen = modal.lower_ == "should" and ready
        yield from () if concluded or foreseen else [modal]


def _needs(reading: Reading) -> Iterator[Token]:
    """As in "we need more", "has to be treated", "cannot afford to", "deserves better"."""
    top = reading.top
    if top is None:
        return
    to_do = any(k.dep_ == "xcomp" for k in reading.kids)
    subject = reading.subject
    ours = subject is not None and subject.lower_ in OWN_SELF
    present = top.tag_ in ("VBP", "VBZ")
    owns = any(k.dep_ == "dobj" and k.head == top for k in reading.kids)
    needed = top.lemma_ == "need" and (to_do or ours)
    obliged = top.lemma_ == "have" and to_do and not owns
    believed = top.lemma_ == "believe" and any(k.lower_ == "in" for k in reading.kids)
    if top.lemma_ == "deserve" or believed or (present and (needed or obliged)):
        yield top
    elif top.lemma_ == "be" and subject is not None and subject.lower_ == "it":
        yield from (k for k in reading.kids if k.lower_ == "time" and any(k.rights))
    elif top.lemma_ == "be" and any(k.dep_ == "csubj" for k in reading.kids):
        yield from (k for k in reading.kids if k.dep_ == "csubj" and _is_our_need(k))
    elif top.lemma_ in LIKING:
        yield from reading.modals(frozenset({"would", "'d", "’d"}))
    elif top.lemma_ in NOT_TO_BE and any(k.dep_ == "neg" for k in reading.kids):
        yield from [top] if reading.modals(frozenset({"can", "could", "ca"})) else []


def _is_our_need(verb: Token) -> bool:
    """As in "what we need are ferries"."""
    return lemma(verb) == "need" and any(c.lower_ in OWN_SELF for c in verb.children)


def _would_have(reading: Reading) -> list[Token]:
    """What did not come to be, or is not so, cannot be checked: "would have saved lives"."""
    intended = any(lemma(t) in INTENDING | FORESEEING for t in reading.voices)
    would = reading.modals(frozenset({"would"}))
    unreal = is_perfect(reading) or _is_unreal(reading)
    return would if unreal and not intended else []


def _is_unreal(reading: Reading) -> bool:
    """As in "If the boat came, I would sleep"; unquoted, a told "will" looks alike."""
    if not reading.content or reading.content[0].text not in QUOTES:
        return False
    clauses = (k for k in reading.kids if k.dep_ == "advcl" and k.tag_ == "VBD")
    return any(c.lower_ == "if" for clause in clauses for c in clause.children)


def _values(reading: Reading) -> Iterator[Token]:
    """Value words at the end of a linking verb, and in the manner of any verb."""
    main = reading.main
    if main is None:
        return
    if main.lower_ in VALUES and main.tag_ == "VBG" and any(k.lemma_ == "be" for k in reading.near):
        yield main  # "Will be challenging" is often read as a progressive.
    for end in reading.kids:
        linked = lemma(main) in _LINKING and end.dep_ in _ENDS
        owned = lemma(main) == "have" and end.dep_ == "dobj"
        yield from _valued(end) if linked or owned else ()
    if reading.cue and main.pos_ in ("NOUN", "ADJ"):
        yield from _valued(main)
    manners = [k for k in reading.kids if k.dep_ == "advmod"]
    yield from (k for k in manners if k.lower_ in VALUE_MANNERS)
    excess = (c for k in manners if k.lower_ not in TIMELY for c in k.children)
    yield from (c for c in excess if c.lower_ == "too")
    if any(k.dep_ == "expl" for k in reading.kids):
        excuses = (c for k in reading.kids if lemma(k) in EXCUSES for c in k.children)
        yield from (c for c in excuses if c.lower_ == "no")


def _valued(end: Token) -> Iterator[Token]:
    """The value words at ``end``; "had its best week" is a record, and no judgment."""
    if end.lower_ in VALUES or lemma(end) in VALUE_NOUNS:
        yield end
    for kid in end.children:
        record = kid.tag_ == "JJS" and any(c.dep_ == "poss" for c in end.children)
        attribute = kid.dep_ == "amod" and kid.lower_ in VALUES - MILD and not record
        excess = kid.lower_ == "too" and end.lower_ not in TIMELY
        manner = kid.dep_ == "advmod" and (excess or kid.lower_ in VALUE_MANNERS)
        yield from [kid] if attribute or manner else []


def _after_warn(reading: Reading) -> bool:
    """Whether the warning tells what not to do: "warned against", "warned them not to"."""
    return reading.has_against or (reading.main is not None and reading.main.tag_ == "VB")


def _asked_for(reading: Reading) -> bool:
    """Whether something is asked for, and not whether something is so."""
    infinitive = reading.main is not None and reading.main.tag_ == "VB"
    asks = any(t.text == "?" for t in reading.content)
    return (infinitive and not asks) or any(t.lower_ == "for" for t in reading.cue)


def _another(want: Token) -> bool:
    """Whether it is others who are to do it: "want the mine closed", not "want to close it"."""
    return any(
        c.dep_ in ("ccomp", "xcomp") and any(k.dep_.startswith("nsubj") for k in c.children)
        for c in want.children
    )
