"""A document's claims, assembled from who, when, where, how many and how sure."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from spacy.tokens import Doc

from claimmap.extract.claims.gist import find_gist
from claimmap.extract.claims.layout import find_headings
from claimmap.extract.claims.merging import find_claimed
from claimmap.extract.claims.numbers import find_told
from claimmap.extract.claims.own import find_own
from claimmap.extract.claims.times import event_time, statement_time
from claimmap.extract.how_many import find_quantities
from claimmap.extract.how_many.things import find_things
from claimmap.extract.sure import find_stance, through_chain
from claimmap.extract.when import find_timexes
from claimmap.extract.where import Names, find_toponyms
from claimmap.extract.who import find_attributions, outlet_source
from claimmap.extract.who.findings import subtree
from claimmap.model import (
    Attribution,
    Claim,
    Document,
    Extraction,
    Interval,
    Quantity,
    Span,
    Timex,
    Toponym,
)

# How many claims before and after one may lie within its content.
_NEIGHBOURS = 20
Found = TypeVar("Found", Timex, Quantity, Toponym)


def extract_claims(document: Document, doc: Doc, names: Names, begins: int = 0) -> Extraction:
    """All that is found in ``document``, given its parse and the names that places bear.

    begins: where the text stands in that of a longer document whose part it is; ids count from it.
    Toponyms are not yet placed. There is one claim for each attribution that puts one forward and
    one of the outlet's own for what no source answers for; each in text order.
    """
    timexes = tuple(find_timexes(doc, document.published))
    quantities = tuple(find_things(doc, find_quantities(doc, timexes), names))
    toponyms = tuple(find_toponyms(doc, names))
    attributions = tuple(find_attributions(doc, document.outlet, names))
    maker = _Maker(document, doc, timexes, quantities, toponyms, begins)
    claims = sorted(maker.claims(attributions), key=lambda c: (c.content, c.id))
    return Extraction(document, attributions, timexes, quantities, toponyms, tuple(claims))


def with_toponyms(extraction: Extraction, placed: Sequence[Toponym]) -> Extraction:
    """The extraction with ``placed`` in place of the toponyms at the same spans, in claims too."""
    known = {toponym.span: toponym for toponym in placed}

    def swapped(toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
        return tuple(known.get(toponym.span, toponym) for toponym in toponyms)

    claims = tuple(replace(c, toponyms=swapped(c.toponyms)) for c in extraction.claims)
    return replace(extraction, toponyms=swapped(extraction.toponyms), claims=claims)


class _Shelf(Generic[Found]):
    """Things found in a text, in its order, looked up by where they stand."""

    def __init__(self, things: tuple[Found, ...]) -> None:
        self.things: tuple[Found, ...] = things
        self.starts = [thing.span.start for thing in things]

    def within(self, span: Span) -> tuple[Found, ...]:
        """Those that begin inside ``span``."""
        first = bisect_left(self.starts, span.start)
        return self.things[first : bisect_left(self.starts, span.end)]


class _Maker:
    """Makes the claims of one document."""

    def __init__(
        self,
        document: Document,
        doc: Doc,
        timexes: tuple[Timex, ...],
        quantities: tuple[Quantity, ...],
        toponyms: tuple[Toponym, ...],
        begins: int,
    ) -> None:
        self.document, self.doc, self.text = document, doc, document.text
        self.begins = begins
        self.timexes = _Shelf(timexes)
        self.quantities = _Shelf(quantities)
        self.toponyms = _Shelf(toponyms)

    def claims(self, attributions: Sequence[Attribution]) -> Iterator[Claim]:
        """The claims of others first, then the outlet's own; a heading makes none."""
        headings = tuple(find_headings(self.text))
        claimed = list(find_claimed(self.doc, attributions, headings))
        for i, attribution in enumerate(claimed):
            # Contents stand in text order, so those within this one stand near it.
            near = claimed[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS]
            inner = [span for other in near if _holds(attribution, other) for span in other.content]
            yield self._claim(attribution.content, attribution, inner)
        for content in find_own(self.doc, claimed, headings):
            yield self._claim(content, None, [])

    def _claim(
        self, content: tuple[Span, ...], attribution: Attribution | None, inner: Sequence[Span]
    ) -> Claim:
        """inner: what other claims within this content answer for."""
        cue = attribution.cue if attribution else ()
        chain = attribution.chain if attribution else (outlet_source(self.document.outlet),)
        stance, hedges = find_stance(self.doc, content, cue)
        stance = through_chain(stance, chain)
        sentence = self._sentence((*content, *cue))
        near = self.timexes.within(sentence)
        published = self.document.published
        named = attribution.source.spans if attribution else ()
        claim_id = self._id(content, cue)
        statement = statement_time(self.doc, content, cue, near, published, named)
        content = _undated(content, statement)
        theirs = (*content, *self._where(attribution))

        def own(span: Span) -> bool:
            return any(c.covers(span) for c in theirs) and not any(i.covers(span) for i in inner)

        return Claim(
            id=claim_id,
            document=self.document.id,
            sentence=sentence,
            content=content,
            attribution=attribution,
            chain=chain,
            stance=stance,
            hedges=hedges,
            event=event_time(self.doc, content, cue, near, statement, stance),
            statement=statement,
            toponyms=tuple(t for t in self.toponyms.within(sentence) if own(t.span)),
            quantities=tuple(find_told(self.quantities.within(sentence), near, self.text, own)),
            gist=find_gist(self.doc, content, attribution),
        )

    def _sentence(self, spans: Sequence[Span]) -> Span:
        """The sentences, from first to last, in which the words stand; no white space around."""
        words = self.doc.char_span(
            min(s.start for s in spans), max(s.end for s in spans), alignment_mode="expand"
        )
        if words is None:
            return Span(min(s.start for s in spans), max(s.end for s in spans))
        first, last = words[0].sent, words[-1].sent
        whole = self.doc[first.start : last.end]
        inked = [t for t in whole if not t.is_space]
        return Span(inked[0].idx, inked[-1].idx + len(inked[-1]))

    def _where(self, attribution: Attribution | None) -> tuple[Span, ...]:
        """What "where" stands for in "Aden and Taiz, where they say fighting goes on"."""
        for span in attribution.cue if attribution else ():
            words = self.doc.char_span(span.start, span.end, alignment_mode="expand")
            verb = words.root if words is not None else None
            if verb is None or verb.dep_ != "relcl":
                continue
            where = next((i for i in sorted(subtree(verb)) if self.doc[i].lower_ == "where"), 0)
            nouns = [t for t in self.doc[max(0, where - 2) : where] if not t.is_punct]
            if where and nouns:
                joined = (nouns[-1], *(c for c in nouns[-1].conjuncts if c.i < where))
                near = [t for t in joined if not _has_where(self.doc, t.i, where)]
                return tuple(Span(t.left_edge.idx, t.idx + len(t)) for t in near)
        return ()

    def _id(self, content: Sequence[Span], cue: Sequence[Span]) -> str:
        """A digest of the document, the content and the cue: the same text gives the same id."""
        begins = self.begins
        spans = (f"{s.start + begins}-{s.end + begins}" for s in (*content, *cue))
        key = [self.document.id, *spans]
        return hashlib.sha256("|".join(key).encode()).hexdigest()[:16]


def _undated(content: tuple[Span, ...], statement: Interval) -> tuple[Span, ...]:
    """The content without a date at its end that tells when it was said, and not what."""
    timex, last = statement.timex, content[-1]
    if timex is None or timex.span.end != last.end or timex.span.start <= last.start:
        return content
    return (*content[:-1], Span(last.start, timex.span.start - 1))


def _has_where(doc: Doc, start: int, end: int) -> bool:
    return any(doc[i].lower_ == "where" for i in range(start, end))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether one attribution's content lies within another's, and is smaller."""
    return outer.content != inner.content and all(
        any(o.covers(i) for o in outer.content) for i in inner.content
    )
