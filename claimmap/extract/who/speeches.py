"""Quotations joined to the cues that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimmap.extract.who.findings import Finding, subtree
from claimmap.extract.who.quotes import Quote
from claimmap.extract.wordlist import word_set

_GAP = re.compile(r"[\s,.:;—–\-…'’\"”“()]*")
# How many tokens a cue may stand away from the quotation it introduces.
_REACH = 80
_MIN_FLOATING = 5
_BLAMING = word_set("accuse blame criticise criticize condemn denounce praise dismiss reject call")
_AFTER = frozenset({".", "!", "?", "”", '"', "''"})


def join_quotes(
    doc: Doc, text: str, findings: Sequence[Finding], quotes: Sequence[Quote]
) -> Iterator[Finding]:
    """Give each spoken finding the quotations that touch it, and the floating ones after it.

    text: ``doc.text``. Quotations are handed out in text order. One that no cue touches goes to
    the last speaker if it opens its sentence; one inside a content is part of it already.
    """
    joiner = _Joiner(doc, text, findings, quotes)
    owners = joiner.owners()
    extras: dict[int, set[int]] = {}
    for i, owner in owners.items():
        extras.setdefault(owner, set()).update(joiner.tokens[i])
    for finding in findings:
        extra = frozenset(extras.get(finding.head, ()))
        content = _merged(doc, finding, extra)
        if content:
            yield replace(finding, content=content, cue=finding.cue - extra)


class _Joiner:
    """The quotations of one document and the cues that may own them."""

    def __init__(
        self, doc: Doc, text: str, findings: Sequence[Finding], quotes: Sequence[Quote]
    ) -> None:
        self.doc, self.text, self.quotes = doc, text, quotes
        self.tokens = [_tokens(doc, quote) for quote in quotes]
        self.contents = sorted(
            ((min(f.content), max(f.content)) for f in findings if f.content and _speaks(f)),
        )
        self.spoken = sorted(
            (f for f in findings if _speaks(f) or not f.content), key=lambda f: f.head
        )
        self.heads = [f.head for f in self.spoken]
        self.speakers = sorted((f for f in findings if self._may_go_on(f)), key=lambda f: f.head)

    def owners(self) -> dict[int, int]:
        """Number of each owned quotation -> its cue's head."""
        found: dict[int, int] = {}
        for i, quote in enumerate(self.tokens):
            if not quote:
                continue
            goes_on = i > 0 and self.quotes[i - 1].goes_on and self._next_line(i)
            owner = self._toucher(quote)
            if owner is None and goes_on:
                owner = found.get(i - 1)
            if owner is None and self._floats(quote):
                owner = self._last_speaker(quote)
            if owner is not None:
                found[i] = owner
                before = i
                while (
                    before
                    and self.quotes[before - 1].goes_on
                    and self._next_line(before)
                    and (before - 1 not in found)
                ):
                    before -= 1
                    found[before] = owner
        return found

    def _toucher(self, quote: frozenset[int]) -> int | None:
        """The cue whose group (source and cue) stands next to the quotation, after it or before."""
        first, last = min(quote), max(quote)
        low = bisect_left(self.heads, first - _REACH)
        best: tuple[int, int] | None = None
        for finding in self.spoken[low : bisect_left(self.heads, last + _REACH)]:
            rank = self._rank(finding, quote, first, last)
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, finding.head)
        return best[1] if best else None

    def _rank(self, finding: Finding, quote: frozenset[int], first: int, last: int) -> int | None:
        """0 where the cue follows the quotation, 1 where it leads in, 2 where the parse says so."""
        group = finding.source | finding.cue
        if group & quote or not group:
            return None
        after = min((i for i in group if i > last), default=None)
        if after is not None and self._is_next_sentence(finding, last, after):
            return None
        if after is not None and self.doc[finding.head].sent.start <= after:
            between = self._between(last, after)
            over = "\n" in between or "." in between.replace("...", "")
            if len(between) < 6 and not over and _GAP.fullmatch(between):
                return 0
        if min(group) < first:
            if self._leads_in(finding, first):
                return 1
            if finding.content & quote and min(finding.content) >= first:
                return 2
        return None

    def _is_next_sentence(self, finding: Finding, last: int, after: int) -> bool:
        """As in "'There is no grass.' Ana Lund said she would go": other words follow the cue."""
        ended = last > 0 and self.doc[last - 1].text == "." and self.doc[after].text[0].isupper()
        return ended and bool(finding.content) and min(finding.content) > finding.head

    def _leads_in(self, finding: Finding, first: int) -> bool:
        """Whether the cue's clause runs up to the quotation, by a comma, a colon or "that"."""
        end = max(finding.source | finding.cue)
        if end >= first:
            return False
        clause_end = max([end, *(i for i in subtree(self.doc[finding.head]) if i < first)])
        between = self._between(end, first)
        if finding.content and min(finding.content) < finding.head and "." in between:
            return False
        mark = next(
            (self.doc[i].text for i in range(first - 1, end, -1) if not self.doc[i].is_space), ""
        )
        near = first - clause_end <= 3
        if mark == ":":
            return near or (len(between) < 160 and "." not in between)
        same = self.doc[finding.head].sent.end > first
        return same and mark in (",", "that") and near and not finding.content

    def _next_line(self, i: int) -> bool:
        before, quote = self.tokens[i - 1], self.tokens[i]
        return bool(before and quote) and min(quote) - max(before) <= 2

    def _floats(self, quote: frozenset[int]) -> bool:
        """Whether the quotation begins a sentence, has some words, and is in no content yet."""
        first, last = min(quote), max(quote)
        if len(quote) < _MIN_FLOATING:
            return False
        before = next(
            (self.doc[i] for i in range(first - 1, -1, -1) if not self.doc[i].is_space), None
        )
        if before is not None and before.text not in _AFTER:
            return False
        low = bisect_left(self.contents, (first - 10 * _REACH, 0))
        high = bisect_left(self.contents, (first + 1, 0))
        return all(end < last for _, end in self.contents[low:high])

    def _last_speaker(self, quote: frozenset[int]) -> int | None:
        """The last spoken cue before the quotation, in its paragraph or the one before."""
        first = min(quote)
        before = bisect_left(self.speakers, first, key=lambda f: f.head)
        if not before:
            return None
        finding = self.speakers[before - 1]
        lines = self.text.count("\n", self.doc[finding.head].idx, self.doc[first].idx)
        return finding.head if lines <= 2 else None

    def _may_go_on(self, finding: Finding) -> bool:
        """Whether a speaker's next words may stand alone: after speech, or blame."""
        cue = self.doc[finding.head]
        blames = cue.lemma_.lower() in _BLAMING and bool(finding.source)
        return (finding.sort == "speech" and cue.tag_ != "VBG") or blames

    def _between(self, left: int, right: int) -> str:
        return self.text[self.doc[left].idx + len(self.doc[left]) : self.doc[right].idx]


def _speaks(finding: Finding) -> bool:
    return finding.sort != "attitude"


def _tokens(doc: Doc, quote: Quote) -> frozenset[int]:
    span = doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
    return frozenset(t.i for t in span) if span is not None else frozenset()


def _merged(doc: Doc, finding: Finding, extra: frozenset[int]) -> frozenset[int]:
    """Content and quotations as one; a whole quotation overrules the parser's idea of content."""
    if not extra:
        return finding.content
    kept = finding.content - extra
    goes_on = any(doc[i].dep_ in ("nsubj", "nsubjpass") and doc[i].head.i in extra for i in kept)
    if goes_on:
        return finding.content | extra
    if finding.content & extra and sum(doc[i].is_alpha for i in kept) <= 3:
        kept = frozenset()
    return (kept | extra) - finding.cue - finding.source
