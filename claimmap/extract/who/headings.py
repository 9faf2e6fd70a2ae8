"""Speech with its speaker set apart: "SMITH: We are ready.", "“We are ready.” ― Ana Smith"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from claimmap.extract.where.known import Names
from claimmap.extract.who.findings import Finding
from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import is_someone
from claimmap.extract.who.quotes import Quote

_LINE = re.compile(r"[^\n]+")
_STAMP = (
    r"[ \t]*(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s(?:[A-Z]{3,4}))?"
    r"[ \t]*[:|–—-]?[ \t]*"
)
_STAMPED = re.compile(rf"^{_STAMP}(?=$|[\"“A-Z])", re.MULTILINE)
_SPEAKER = re.compile(rf"\s*(?:{_STAMP})?[\"“]?([A-Z][^:\n.!?“”\"]{{1,60}}?)[\"”]?:\s+(?=\S)")
_SIGNED = re.compile(r"[ \u00a0]*(―|—|–|--|-)[ \u00a0]*([A-Z][^\n:;!?]{1,60}?)\.?\s*(?:\n|$)")
_MAX_WORDS = 8
# Labels of a paper's own lines, not speakers.
_LABELS = re.compile(
    r"(?:photo|image|picture|source|credit|read more|related|see also|note|update|updated|watch|"
    r"video|contact|tel|email|location|date|time|where|when|what|why|how|who|editor'?s note|"
    r"summary|overview|background|conclusion|highlight|key (?:point|fact|finding)|live|breaking|"
    r"(?:\w+ )?period|score|result|total|correction|opinion|analysis|topic|tag|headline)s?\b",
    re.IGNORECASE,
)


def find_after_colon(doc: Doc, text: str, taken: frozenset[int], names: Names) -> Iterator[Finding]:
    """A speaker at the start of a line, a colon, and what is said up to the end of the line.

    text: ``doc.text``; taken: tokens that are cues already, whose lines are left alone; names: the
    names of places, for a lone "LIMA:" says where a report was written, not who speaks.
    """
    found = [(line, _SPEAKER.match(line.group())) for line in _LINE.finditer(text)]
    often = Counter(speaker.group(1) for _, speaker in found if speaker)
    for line, speaker in found:
        if not speaker or len(speaker.group(1).split()) > _MAX_WORDS:
            continue
        if _LABELS.match(speaker.group(1)):
            continue
        begin = line.start() + speaker.start(1)
        head = doc.char_span(begin, line.start() + speaker.end(), alignment_mode="expand")
        rest = doc.char_span(line.start() + speaker.end(), line.end(), alignment_mode="expand")
        if head is None or rest is None or not _is_speaker(head, taken):
            continue
        once = often[speaker.group(1)] == 1 and any(t.i in taken for t in rest)
        if once and _is_dateline(speaker.group(1), names):
            continue
        colon = next((t.i for t in head if t.text == ":"), None)
        source = frozenset(t.i for t in head if colon is not None and t.i < colon)
        if colon is not None and source:
            content = frozenset(t.i for t in rest if t.i > colon)
            yield Finding(colon, "speech", frozenset({colon}), source, content)


def find_signed(doc: Doc, text: str, quotes: Sequence[Quote]) -> Iterator[Finding]:
    """Quotations with a name behind a dash, up to the end of the line; text: ``doc.text``."""
    for quote in quotes:
        signed = _SIGNED.match(text, quote.span.end)
        if signed is None:
            continue
        parts = (quote.span.start, quote.span.end), signed.span(1), signed.span(2)
        said, dash, name = (doc.char_span(*p, alignment_mode="expand") for p in parts)
        if said is None or dash is None or name is None:
            continue
        content, cue, source = (frozenset(t.i for t in part) for part in (said, dash, name))
        yield Finding(min(cue), "speech", cue, source - cue, content - cue - source)


def find_stamps(text: str) -> Iterator[tuple[int, int]]:
    """Where the times stand that open a live blog's entries: "14:32 GMT" at the head of a line."""
    found = [stamp.span() for stamp in _STAMPED.finditer(text)]
    yield from found if len(found) > 1 else ()


def _is_dateline(words: str, names: Names) -> bool:
    return words.isupper() and bool(names.places(words))


def _is_speaker(head: Span, taken: frozenset[int]) -> bool:
    """A name or a noun for somebody: no verb in it, and no cue that was found already."""
    if any(t.pos_ in ("VERB", "AUX") or t.i in taken for t in head):
        return False
    return any(t.pos_ == "PROPN" for t in head) or is_someone(head.text) or _is_human_at_end(head)


def _is_human_at_end(head: Span) -> bool:
    words = [t for t in head if t.is_alpha]
    return bool(words) and is_human(words[-1].lemma_.lower())
