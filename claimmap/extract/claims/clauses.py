"""Where in a sentence a time expression hangs, and which of several says when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from claimmap.extract.parsing import words_at
from claimmap.extract.wordlist import word_set
from claimmap.model import Span, Timex

_BELOW = frozenset({"relcl", "acl", "advcl", "pcomp"})
_BOUNDARIES = _BELOW | {"ROOT", "ccomp", "conj", "parataxis", "xcomp"}
_HAVE = frozenset({"has", "have", "'ve", "’ve"})
_HARM = word_set("""
    kill die dead drown injure injured wound wounded hurt missing trap trapped strand stranded
    bury hospitalise hospitalize displace homeless casualty fatality victim
""")
_OPEN = 100_000  # days, more than any date names


def of_main_clause(doc: Doc, content: Sequence[Span], timexes: Iterable[Timex]) -> list[Timex]:
    """Dates and times that hang on the content's main clauses, the finest first.

    Of "the figures for October on Friday" the Friday says when. Durations that are tied to no day
    and sets do not date, nor does what something is compared with ("more than a year ago").
    """
    found = [
        timex
        for timex in timexes
        if (timex.type in ("DATE", "TIME") or timex.first)
        and not _is_below(anchor_of(doc, timex), content)
        and not _is_compared(doc, timex)
    ]
    return sorted(found, key=_days)


def anchor_of(doc: Doc, timex: Timex) -> Token:
    """The head of the clause on which a time expression hangs."""
    return clause_head(_root(doc, timex))


def clause_head(token: Token) -> Token:
    """The head of the clause that a word stands in."""
    while token.dep_ not in _BOUNDARIES and token.head.i != token.i:
        token = token.head
    return token


def while_doing(verb: Token) -> Token:
    """The verb by which "Opening the case on Monday, she said" is dated too; else the same."""
    beside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i < verb.head.i
    alone = not any(c.dep_ in ("nsubj", "mark") for c in verb.children)
    return verb.head if beside and alone else verb


def is_since(doc: Doc, timex: Timex) -> bool:
    """As in "Has ruled since a coup in May", where no "since" stands right before the date."""
    token = _root(doc, timex)
    while token.dep_ not in _BOUNDARIES and token.head.i != token.i:
        token = token.head
        if token.dep_ == "prep" and token.lower_ == "since":
            return True
    return False


def is_term(doc: Doc, timex: Timex) -> bool:
    """As in "Will run out within ten days": a length of time that ends what is to come."""
    words = words_at(doc, timex.span)
    if words is None or not words.start or timex.type != "DURATION":
        return False
    return doc[words.start - 1].lower_ in ("within", "in")


def words_of(doc: Doc, timex: Timex) -> str:
    """The expression as the text has it."""
    words = words_at(doc, timex.span)
    return words.text if words is not None else ""


def _root(doc: Doc, timex: Timex) -> Token:
    words: Words | None = words_at(doc, timex.span)
    return words.root if words is not None else doc[0]


def _days(timex: Timex) -> int:
    """How many days it can mean; more than any where an end is open, the vague last."""
    if timex.first and timex.last:
        return (timex.last - timex.first).days
    return _OPEN if timex.first or timex.last else _OPEN + 1


def _is_below(anchor: Token, content: Sequence[Span]) -> bool:
    """Whether the word stands in a clause below the content's main ones."""
    while _is_inside(anchor, content) and anchor.head.i != anchor.i:
        if not _is_inside(anchor.head, content):
            break
        if anchor.dep_ in _BELOW and not (_is_at_that_time(anchor) or _is_mishap(anchor)):
            return True
        anchor = anchor.head
    return False


def _is_at_that_time(verb: Token) -> bool:
    """As in "Forty died when the dam burst on Sunday": the clause tells of the same moment."""
    return verb.dep_ == "advcl" and any(c.lower_ in ("when", "as", "while") for c in verb.children)


def _is_mishap(verb: Token) -> bool:
    """As in "Two are feared dead after a boat capsized on Monday": harm is of its cause's day."""
    link = verb.head if verb.dep_ == "pcomp" else next(iter(verb.lefts), verb)
    if link.lower_ != "after" or verb.dep_ not in ("pcomp", "advcl"):
        return False
    harmed = verb.head.head if verb.dep_ == "pcomp" else verb.head
    words = (harmed, *(c for c in harmed.children if c.dep_ in ("acomp", "oprd", "attr")))
    return any(_HARM & {word.lower_, word.lemma_.lower()} for word in words)


def is_lasting(doc: Doc, timex: Timex) -> bool:
    """As in "Have been on strike for three weeks": a length that reaches up to the telling."""
    words = words_at(doc, timex.span)
    if words is None or not words.start or timex.type != "DURATION":
        return False
    verb = anchor_of(doc, timex)
    has = any(c.lower_ in _HAVE and c.dep_ == "aux" for c in verb.children)
    return has and doc[words.start - 1].lower_ == "for" and verb.tag_ in ("VBN", "VBG")


def _is_compared(doc: Doc, timex: Timex) -> bool:
    words = words_at(doc, timex.span)
    if words is None:
        return False
    before = {token.lower_ for token in doc[max(0, words.start - 2) : words.end]}
    past = any(token.lower_ in ("earlier", "ago", "before") for token in words)
    return "than" in before or (past and bool(before & {"from", "against"}))


def _is_inside(token: Token, content: Sequence[Span]) -> bool:
    return any(span.start <= token.idx < span.end for span in content)
