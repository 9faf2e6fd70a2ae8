"""Datelines: "BEIRUT (AP) -", "COLUMBUS, Ohio --", "NAIROBI: Police said"."""

from __future__ import annotations

from spacy.tokens import Span

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
        return closes or (shouted and after.text in (",", ":"))
    return closes and before.text == "," and span.start > 1 and doc[span.start - 2].text.isupper()
