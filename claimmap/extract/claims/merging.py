"""Attributions that put claims forward, nested ones made one with the whole chain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimmap.extract.claims.layout import lies_in
from claimmap.extract.parsing import text_of
from claimmap.extract.who import puts_forward
from claimmap.extract.who.lexicon import DENIALS
from claimmap.extract.who.worth import words_at
from claimmap.model import Attribution, Span

# Words an outer content may hold beside the inner attribution without claiming more: "that".
_SPARE_WORDS = 2
_CLOSING = ("”", "»", '"', "''", "’", "'")
_WITHHELD = re.compile(r"(?i)\bconfirm\w*,? n?or den(?:y|ied|ies|ying)$")
_MARKS = (*_CLOSING, "“", "«", "‘")


def find_claimed(
    doc: Doc, attributions: Sequence[Attribution], headings: Sequence[Span] = ()
) -> Iterator[Attribution]:
    """The attributions that are claims, in text order of their content; none of the headings'.

    "X stated that, according to Y, he thought A" is three attributions and one claim: quoted is
    X, the chain is the innermost one's, the content is A, and all three cues colour its stance.
    """
    text = text_of(doc)
    waiting = sorted(
        (
            part
            for a in attributions
            if puts_forward(doc, a) and not _is_withheld(doc, a)
            for part in _parts(doc, text, a)
            if not lies_in(headings, part.content[0].start)
        ),
        key=lambda a: (a.content[0].start, -sum(s.end - s.start for s in a.content)),
    )
    kept: list[Attribution] = []
    for inner in waiting:
        outer = kept[-1] if kept else None
        if outer is not None and _adds_nothing(doc, outer, inner):
            kept[-1] = _merged(outer, inner)
        elif outer is None or (outer.content, outer.source) != (inner.content, inner.source):
            kept.append(inner)
    yield from kept


def _is_withheld(doc: Doc, attribution: Attribution) -> bool:
    """As in "would neither confirm nor deny it", "refused to confirm or deny": nothing is said."""
    cue = [t for span in attribution.cue for t in words_at(doc, span)]
    return any(_WITHHELD.search(doc[max(0, t.i - 6) : t.i + 1].text) for t in cue)


def _parts(doc: Doc, text: str, attribution: Attribution) -> Iterator[Attribution]:
    """The attribution, and each quotation that follows its sentence without a cue of its own.

    "“It was dark,” said X. “We ran.”" is two claims of X; a quotation over paragraphs is one.
    """
    cue = words_at(doc, attribution.cue[-1])
    end = cue[-1].sent.end_char if cue else 0
    own = tuple(span for span in attribution.content if span.start < end)
    later = attribution.content[len(own) :]
    if not own or not later:
        yield attribution
        return
    quoted = any(mark in span.of(text) for span in own for mark in _MARKS)
    yield replace(attribution, content=own, form=attribution.form if quoted else "indirect")
    group: list[Span] = []
    for span in later:
        group.append(span)
        if span.of(text).endswith(_CLOSING) or span == later[-1]:
            yield replace(attribution, content=tuple(group), form="direct")
            group = []


def _adds_nothing(doc: Doc, outer: Attribution, inner: Attribution) -> bool:
    """Whether the outer content is only the inner attribution with its source and cue."""
    if not all(any(o.covers(i) for o in outer.content) for i in inner.content):
        return False
    if any(t.lemma_.lower() in DENIALS for span in outer.cue for t in words_at(doc, span)):
        return False  # what one claims and another disputes are two claims
    if not any(o.covers(c) for o in _hull(outer) for c in inner.cue):
        return False
    known = (*inner.content, *inner.cue, *inner.source.spans)
    rest = 0
    for span in outer.content:
        for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ():
            covered = any(k.start <= token.idx < k.end for k in known)
            rest += not covered and not token.is_punct and not token.is_space
    return rest <= _SPARE_WORDS


def _hull(attribution: Attribution) -> tuple[Span, ...]:
    """The content with what interrupts it."""
    return (Span(attribution.content[0].start, attribution.content[-1].end),)


def _merged(outer: Attribution, inner: Attribution) -> Attribution:
    chain = inner.chain if len(inner.chain) >= len(outer.chain) else outer.chain
    cue = tuple(sorted({*outer.cue, *inner.cue}))
    return replace(outer, content=inner.content, cue=cue, chain=chain)
