"""All findings of a document: every rule asked, its answers sifted and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimmap.extract.parsing import find_datelines, text_of
from claimmap.extract.where.known import Names
from claimmap.extract.who.findings import Finding
from claimmap.extract.who.headings import find_after_colon, find_signed, find_stamps
from claimmap.extract.who.misread import find_by_misread_verb
from claimmap.extract.who.nesting import without_false_roots
from claimmap.extract.who.nouns import find_by_noun, find_by_preposition
from claimmap.extract.who.quotes import Quote, find_quotes, words_of
from claimmap.extract.who.relaying import cited_by
from claimmap.extract.who.speeches import join_quotes
from claimmap.extract.who.trailing import find_trailing
from claimmap.extract.who.transcripts import find_turns, split_turns, words_in
from claimmap.extract.who.verbs import find_by_verb


def find_findings(doc: Doc, names: Names) -> list[Finding]:
    """Every attribution of the document in text order of its cue."""
    text = text_of(doc)
    quotes = list(find_quotes(text))
    quoted = words_of(doc, quotes)
    turns = list(split_turns(doc, text))
    spoken = words_in(doc, turns)
    raw = [finding for finding in _by_word(doc) if _counts(doc, finding, quoted | spoken)]
    signed = list(find_signed(doc, text, quotes))
    closed = frozenset(i for finding in signed for i in finding.content) | spoken
    joined = list(join_quotes(doc, text, raw, _without(doc, quotes, closed)))
    joined.extend(signed)
    lines = _datelines(doc, text)
    joined = [
        replace(f, content=f.content - lines, source=f.source - lines)
        for f in joined
        if f.content - lines
    ]
    joined.extend(find_turns(doc, turns))
    taken = frozenset(i for finding in joined for i in finding.cue) | spoken
    joined.extend(find_after_colon(doc, text, taken, names))
    joined = [_cited(doc, f) for f in without_false_roots(doc, joined)]
    return sorted(_without_doubles(joined), key=lambda f: (f.head, min(f.content)))


def _by_word(doc: Doc) -> Iterator[Finding]:
    """What the parse tells, or a sentence's shape where the parse tells nothing or goes astray."""
    read = list(_by_parse(doc))
    known = {finding.head: finding for finding in read}
    shaped: dict[int, Finding] = {}
    for sent in doc.sents:
        for finding in find_trailing(sent):
            parsed = known.get(finding.head)
            if parsed is None or _is_astray(parsed, finding):
                shaped[finding.head] = finding
    yield from (finding for finding in read if finding.head not in shaped)
    yield from shaped.values()


def _is_astray(parsed: Finding, shaped: Finding) -> bool:
    """Whether the parse gives the speaker words of what was said, or content behind the cue."""
    behind = any(i > parsed.head for i in parsed.content)
    return behind or not parsed.content or bool(parsed.source - shaped.source)


def _by_parse(doc: Doc) -> Iterator[Finding]:
    for sent in doc.sents:
        yield from find_by_misread_verb(sent)
    for token in doc:
        pos = token.pos_
        if pos in ("VERB", "AUX"):
            yield from find_by_verb(token)
        elif pos == "NOUN":
            yield from find_by_noun(token)
        yield from find_by_preposition(token)


def _cited(doc: Doc, finding: Finding) -> Finding:
    """The finding with who cites its source as the one through whom it came."""
    clause, by = cited_by(doc, finding.source)
    return replace(finding, source=finding.source - clause, through=by) if by else finding


def _datelines(doc: Doc, text: str) -> frozenset[int]:
    """Numbers of the words of datelines and times ("GENEVA -", "14:32") that head a paragraph."""
    found: set[int] = set()
    for start, end in (*find_datelines(text), *find_stamps(text)):
        span = doc.char_span(start, end, alignment_mode="expand")
        found.update(t.i for t in span or ())
    return frozenset(found)


def _without(doc: Doc, quotes: Sequence[Quote], taken: frozenset[int]) -> list[Quote]:
    """The quotations that have no owner yet."""
    starts = {doc[i].idx for i in taken}
    return [quote for quote in quotes if quote.span.start not in starts]


def _counts(doc: Doc, finding: Finding, quoted: frozenset[int]) -> bool:
    """Inside a quotation only outright speech by another; a bare pronoun is no content."""
    if finding.content and all(doc[i].tag_ in ("PRP", "DT") for i in finding.content):
        return False
    if finding.head not in quoted:
        return True
    if finding.sort != "speech" or not finding.content or not finding.source:
        return False
    return not any(doc[i].lower_ in ("i", "we", "you") for i in finding.source)


def _without_doubles(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for each cue word and each content."""
    heads: set[int] = set()
    for finding in findings:
        if finding.head not in heads:
            heads.add(finding.head)
            yield finding
