"""Sentences whose main verb the parser took for a participle: "A source informed the BBC that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimmap.extract.who.findings import Finding
from claimmap.extract.who.lexicon import SPEECH, TELLING


def find_by_misread_verb(sent: Span) -> Iterator[Finding]:
    """At most one finding: only where no finite verb heads the sentence and "that" follows."""
    yield from _speaker_at_end(sent)
    root = sent.root
    if root.pos_ not in ("NOUN", "PROPN"):
        return
    for token in sent:
        if token.i <= root.i or token.tag_ not in ("VBN", "VBD"):
            continue
        if token.lemma_.lower() not in SPEECH or token.dep_ not in ("amod", "acl", "appos"):
            continue
        that = next((t for t in sent if t.i > token.i and t.lower_ == "that"), None)
        if that is not None and not _has_verb(sent, token.i, that.i):
            yield _finding(sent, token, that)
            return


def _speaker_at_end(sent: Span) -> Iterator[Finding]:
    """As in "The dam held, the mayor, Ana Lopes, said": misread as "Lopes, said by others"."""
    for token in sent:
        if token.dep_ != "acl" or token.tag_ not in ("VBN", "VBD"):
            continue
        if token.lemma_.lower() not in SPEECH:
            continue
        first = token.head.left_edge
        apart = first.i > sent.start + 2 and first.nbor(-1).text == ","
        below = {t.i for t in token.subtree}
        rest = [t for t in sent if t.i > token.i and t.i not in below]
        by = any(c.dep_ == "agent" for c in token.children)
        cited = [t for t in rest if t.lower_ in ("citing", "quoting")][:1]
        behind = [t.i for t in rest if cited and t.i > cited[0].i and not t.is_punct]
        ends = all(t.is_punct or t.is_space or t in cited or t.i in behind for t in rest)
        if apart and not by and ends:
            yield Finding(
                head=token.i,
                sort="speech",
                cue=frozenset({token.i}),
                source=frozenset(t.i for t in token.head.subtree) - below,
                content=frozenset(t.i for t in sent if t.i < first.i),
                behind=frozenset(behind),
            )


def _has_verb(sent: Span, start: int, end: int) -> bool:
    return any(start < t.i < end and t.pos_ in ("VERB", "AUX") for t in sent)


def _finding(sent: Span, verb: Token, that: Token) -> Finding:
    between = [t for t in sent if verb.i < t.i < that.i]
    told = verb.lemma_.lower() in TELLING
    hearer = frozenset(t.i for t in between if t.pos_ in ("PROPN", "DET") or t.ent_type_ == "ORG")
    return Finding(
        head=verb.i,
        sort="speech",
        cue=frozenset({verb.i}),
        source=frozenset(t.i for t in sent if t.i < verb.i),
        content=frozenset(t.i for t in sent if t.i >= that.i),
        through=hearer if told else frozenset(),
    )
