"""When a claim's event was, and when the claim was made.

A time expression that hangs on the cue's clause dates the statement; one that hangs on the
content's main clause dates the event. One in a clause below ("after launching its incursion in
August") dates neither. Where the event has none, it is dated by the statement; where the
statement has none, by the day of publication; and the claim says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from claimmap.extract.claims.beside import told_beside
from claimmap.extract.claims.clauses import (
    anchor_of,
    clause_head,
    is_lasting,
    is_since,
    is_term,
    of_main_clause,
    while_doing,
    words_of,
)
from claimmap.extract.parsing import words_at
from claimmap.extract.sure.words import FORESEEING, INTENDING
from claimmap.extract.when.lexicon import WEEKDAYS, one_of
from claimmap.extract.when.meaning import shifted
from claimmap.model import Interval, Span, Stance, Timex

# Characters between a cue and its date: "said on Monday".
_NEAR = 4
_WEEK = 7
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_WEEKDAY = re.compile(rf"(?i)^'(?:on |by )?{one_of(WEEKDAYS)}\b[^\d']*'")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
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
    ahead = stance in ("planned", "forecast")
    vague: Timex | None = None
    for timex in of_main_clause(doc, content, inside):
        if timex == statement.timex:
            continue
        if timex.first is None and timex.last is None:
            vague = vague or timex
            continue
        found = _dated(doc, timex)
        return _closed(found if ahead else _before(found, statement), statement, ahead)
    term = next((t for t in inside if ahead and is_term(doc, t)), None)
    if term is not None and statement.first:
        return _within(term, statement.first)
    lasting = next((t for t in inside if not ahead and is_lasting(doc, t)), None)
    if lasting is not None and statement.last:
        return _up_to(lasting, statement.last)
    found = _from_statement(statement, stance)
    if vague is None or not found.first or found.timex is not None:
        return found
    words = f"'{words_of(doc, vague)}' names no day"
    if vague.value == "PAST_REF" and not ahead:
        return Interval(None, found.last, 3, f"{words}: some time before the statement", vague)
    return replace(found, how=f"{words}: counted as the day of publication")


def _closed(found: Interval, statement: Interval, ahead: bool) -> Interval:
    """The interval with an open end closed by the statement, where the words leave it open.

    What has happened ended by the day it was told, and what is to come begins on it.
    """
    open_start = found.first is None and found.last is not None
    to_come = statement.last and found.last and found.last > statement.last
    if open_start and (ahead or to_come) and statement.first and found.last:
        opened = min(found.last, statement.first)
        return replace(found, first=opened, how=f"{found.how}; from the day of the statement")
    if found.last is None and not ahead and statement.last and found.first:
        closed = max(found.first, statement.last)
        return replace(found, last=closed, how=f"{found.how}; up to the day of the statement")
    return found


def _before(found: Interval, statement: Interval) -> Interval:
    """A weekday that has been lies before the statement: "said on Monday it was done on Friday"."""
    told, first, timex = statement.last, found.first, found.timex
    if not (told and first and timex) or statement.timex is None or first <= told:
        return found
    if first != found.last or (first - told).days >= _WEEK or not _WEEKDAY.search(timex.rule):
        return found
    day = shifted(first, "day", -_WEEK)
    return replace(
        found, first=day, last=day, how=f"{found.how}; a week back, before the statement"
    )


def _dated(doc: Doc, timex: Timex) -> Interval:
    found = _interval(timex)
    if found.first and found.last and is_since(doc, timex):
        return replace(found, last=None, how=f"{found.how}, open to the end")
    return found


def _within(term: Timex, told: date) -> Interval:
    """The days from the statement to the end of a term."""
    last = _away(told, term, 1)
    precision: Literal[2, 3] = 2 if last and (last - told).days <= _WEEK else 3
    return Interval(told, last, precision, f"{term.rule}; counted from the statement", term)


def _up_to(length: Timex, told: date) -> Interval:
    """The days that have lasted up to the statement; from no known day where no number is told."""
    first = _away(told, length, -1)
    precision: Literal[2, 3] = 2 if first and (told - first).days <= _WEEK else 3
    return Interval(
        first, told, precision, f"{length.rule}; counted back from the statement", length
    )


def _away(told: date, length: Timex, sign: Literal[-1, 1]) -> date | None:
    """The day a length of time before or after another, None where it has no number."""
    match = _LENGTH.fullmatch(length.value)
    return shifted(told, _UNITS[match[2]], sign * int(match[1])) if match else None


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
    heads = {clause_head(word).i for word in _cue_words(doc, cue)}
    ahead = any(w.lemma_.lower() in FORESEEING | INTENDING for w in _cue_words(doc, cue))
    for timex in timexes:
        if timex.type not in ("DATE", "TIME") or timex.first is None:
            continue
        if published is not None and timex.first > published:
            continue
        if ahead and any(span.covers(timex.span) for span in content):
            continue  # "expect two cuts in March": the day of what is foreseen
        hangs = heads & {anchor_of(doc, timex).i, while_doing(anchor_of(doc, timex)).i}
        if hangs or _follows(timex, cue, content):
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


def _cue_words(doc: Doc, cue: Sequence[Span]) -> Iterator[Token]:
    """The cue's words that can carry a date: its verbs."""
    for span in cue:
        for token in words_at(doc, span) or ():
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
    return Interval(
        timex.first, timex.last, 1 if days == 0 else 2 if days <= _WEEK else 3, how, timex
    )
