"""When a claim's event was, and when the claim was made.

A time expression that hangs on the cue's clause dates the statement; one that hangs on the
content's main clause dates the event. One in a clause below ("after launching its incursion in
August") dates neither. Where the event has none, it is dated by the statement; where the
statement has none, by the day of publication; and the claim says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from claimmap.extract.claims.beside import told_beside
from claimmap.extract.sure.words import FORESEEING, INTENDING
from claimmap.model import Interval, Span, Stance, Timex

_BELOW = frozenset({"relcl", "acl", "advcl", "pcomp"})
_BOUNDARIES = _BELOW | {"ROOT", "ccomp", "conj", "parataxis", "xcomp"}
# Characters between a cue and its date: "said on Monday".
_NEAR = 4
_UNKNOWN = Interval(None, None, None, "no date known")


def event_time(
    doc: Doc,
    content: Sequence[Span],
    cue: Sequence[Span],
    timexes: Sequence[Timex],
    statement: Interval,
    stance: Stance,
) -> Interval:
    """When what is claimed happened, or is to happen.

    What is planned or foreseen without a date lies on the day of the statement or after it. An
    open end ("since August") of what has happened is closed by the statement.
    """
    inside = [t for t in timexes if any(span.covers(t.span) for span in content)]
    vague = ""
    for timex in _of_main_clause(doc, content, inside):
        if timex == statement.timex:
            continue
        if timex.first is None and timex.last is None:
            vague = vague or _said(doc, timex)
            continue
        found = _interval(timex)
        ahead = stance in ("planned", "forecast")
        open_start = found.first is None and found.last is not None
        to_come = statement.last and found.last and found.last > statement.last
        if open_start and (ahead or to_come) and statement.first and found.last:
            opened = min(found.last, statement.first)
            return replace(found, first=opened, how=f"{found.how}; from the day of the statement")
        if found.last is None and not ahead and statement.last and found.first:
            closed = max(found.first, statement.last)
            return replace(found, last=closed, how=f"{found.how}; up to the day of the statement")
        return found
    found = _from_statement(statement, stance)
    if vague and found.first and found.timex is None:
        return replace(found, how=f"'{vague}' names no day: counted as the day of publication")
    return found


def statement_time(
    doc: Doc,
    content: Sequence[Span],
    cue: Sequence[Span],
    timexes: Sequence[Timex],
    published: date | None,
    source: Sequence[Span] = (),
) -> Interval:
    """When the claim was made: by a time expression of the cue's clause, else on publication.

    source: the words that name who made it; "the day after" before them counts back from what is
    told beside it, which is taken to be of the day of publication. Nothing is said "until" a day,
    or on a day after publication.
    """
    heads = {_head(doc, word).i for word in _cue_words(doc, cue)}
    ahead = any(w.lemma_.lower() in FORESEEING | INTENDING for w in _cue_words(doc, cue))
    for timex in timexes:
        if timex.type not in ("DATE", "TIME") or timex.first is None:
            continue
        if published is not None and timex.first > published:
            continue
        if ahead and any(span.covers(timex.span) for span in content):
            continue  # "expect two cuts in March": the day of what is foreseen
        if _anchor(doc, timex).i in heads or _follows(timex, cue, content):
            return _interval(timex)
    if published is None:
        return _UNKNOWN
    beside = told_beside(doc, source, published)
    if beside is not None:
        return beside
    return Interval(published, published, 1, "no date in the sentence: the day of publication")


def _follows(timex: Timex, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """As in "Said on Monday": right behind the cue and no part of the content."""
    near = any(0 <= timex.span.start - span.end <= _NEAR for span in cue)
    return near and not any(span.overlaps(timex.span) for span in content)


def _of_main_clause(doc: Doc, content: Sequence[Span], timexes: Iterable[Timex]) -> Iterator[Timex]:
    """Dates and times that hang on the content's main clauses; durations and sets do not date."""
    for timex in timexes:
        if timex.type not in ("DATE", "TIME"):
            continue
        anchor = _anchor(doc, timex)
        below = False
        while _is_inside(anchor, content) and anchor.head.i != anchor.i:
            if not _is_inside(anchor.head, content):
                break
            below = below or (anchor.dep_ in _BELOW and not _is_at_that_time(anchor))
            anchor = anchor.head
        if not below:
            yield timex


def _is_at_that_time(verb: Token) -> bool:
    """As in "Forty died when the dam burst on Sunday": the clause tells of the same moment."""
    return verb.dep_ == "advcl" and any(c.lower_ in ("when", "as", "while") for c in verb.children)


def _said(doc: Doc, timex: Timex) -> str:
    words = doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
    return words.text if words is not None else ""


def _is_inside(token: Token, content: Sequence[Span]) -> bool:
    return any(span.start <= token.idx < span.end for span in content)


def _anchor(doc: Doc, timex: Timex) -> Token:
    """The head of the clause on which a time expression hangs."""
    words = doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
    token = words.root if words is not None else doc[0]
    while token.dep_ not in _BOUNDARIES and token.head.i != token.i:
        token = token.head
    return token


def _head(doc: Doc, token: Token) -> Token:
    while token.dep_ not in _BOUNDARIES and token.head.i != token.i:
        token = token.head
    return token


def _cue_words(doc: Doc, cue: Sequence[Span]) -> Iterator[Token]:
    """The cue's words that can carry a date: its verbs."""
    for span in cue:
        for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ():
            if token.pos_ == "VERB" and token.lower_ not in ("according", "citing"):
                yield token


def _from_statement(statement: Interval, stance: Stance) -> Interval:
    """The event's time where the content gives none."""
    if statement.first is None:
        return _UNKNOWN
    if stance in ("planned", "forecast"):
        return Interval(
            statement.first, None, 3, "no date given for what is to come: from the statement on"
        )
    if statement.timex is None:
        return statement
    return replace(statement, how=f"no date for the event: the statement's, {statement.how}")


def _interval(timex: Timex) -> Interval:
    how = timex.rule or f"by {timex.value}"
    if timex.first is None or timex.last is None:
        return Interval(timex.first, timex.last, 3, how, timex)
    days = (timex.last - timex.first).days
    return Interval(timex.first, timex.last, 1 if days == 0 else 2 if days <= 7 else 3, how, timex)
