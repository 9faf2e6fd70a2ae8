"""Datelines: "BEIRUT (AP) -", "COLUMBUS, Ohio --", "NAIROBI: Police said", "LIMA. Police said"."""

from __future__ import annotations

from spacy.tokens import Span, Token

_DASHES = frozenset({"--", "—", "–", "(", "-"})
_SHORTEST_SHOUT = 4  # letters, so that no abbreviation opens a report


def is_dateline(span: Span) -> bool:
    """Whether the name opens a report, either half of "COLUMBUS, Ohio --"."""
    doc = span.doc
    if span.end >= len(doc):
        return False
    after = doc[span.end]
    # "Georgia-Pacific" opens no report
    closes = after.text in _DASHES and bool(doc[span.end - 1].whitespace_)
    before = doc[span.start - 1] if span.start else None
    if before is None or before.is_space or doc[span.start].is_sent_start:
        shouted = span.text.isupper() and len(span.text) >= _SHORTEST_SHOUT
        alone = after.text == "." and (before is None or before.is_space)
        return closes or (shouted and (after.text in (",", ":") or (alone and _goes_on(after))))
    return closes and before.text == "," and span.start > 1 and doc[span.start - 2].text.isupper()


def _goes_on(stop: Token) -> bool:
    """Whether the line goes on behind a full stop, so that the name is not all of it."""
    return stop.i + 1 < len(stop.doc) and not stop.nbor().is_space
