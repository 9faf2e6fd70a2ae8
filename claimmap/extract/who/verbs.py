"""Verbs that attribute: "X said that ...", "..., X added", "X refused to ...", "X praised Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.who.complements import (
    CLAUSAL,
    NONE,
    OBJECTS,
    PASSIVE,
    SUBJECTS,
    belongs_above,
    read_content,
)
from claimmap.extract.who.findings import Finding, subtree
from claimmap.extract.who.lexicon import (
    INTENT,
    LIGHT_VERBS,
    OBJECT,
    SHOWING,
    SPEECH,
    TELLING,
    WITH_PREPOSITION,
    sort_of,
)

_CLOSING = frozenset({"”", '"', "''", "’", "'", ","})
_PLAIN_CUE = frozenset({"aux", "auxpass", "neg", "prt"})
_ALL = CLAUSAL | INTENT | OBJECT | frozenset(WITH_PREPOSITION) | LIGHT_VERBS | SHOWING


def find_by_verb(token: Token) -> Iterator[Finding]:
    """What ``token`` attributes, if it is such a verb: at most one finding.

    A finding of a speech verb may come without content: a quotation may yet be joined to it.
    """
    lemma = token.lemma_.lower()
    if lemma not in _ALL or token.pos_ not in ("VERB", "AUX"):
        return
    passive = any(c.dep_ in PASSIVE for c in token.children)
    inverted = _inverted_subject(token, lemma)
    if inverted is not None:
        source, extra, content, sort = subtree(inverted), NONE, NONE, sort_of(lemma)
    else:
        extra, content, sort = read_content(token, lemma, passive)
        source = _source(token, passive) - content
    if not source and (not content or (lemma not in CLAUSAL | INTENT and not passive)):
        return
    if not content and lemma not in SPEECH:
        return
    aside = _aside(token)
    content -= aside
    yield Finding(
        token.i,
        sort,
        _cue(token, extra) - content - source,
        source,
        content,
        _through(token, lemma) - content,
        (_behind(token, lemma) | frozenset(sorted(aside)[1:])) - content,
    )


def _aside(token: Token) -> frozenset[int]:
    """As in "Reported, citing police, that ...": what stands between the commas."""
    doc, start = token.doc, token.i + 2
    if start >= token.sent.end or doc[start].lower_ not in ("citing", "quoting"):
        return NONE
    stop = next((i for i in range(start, token.sent.end) if doc[i].text == ","), None)
    return frozenset(range(start, stop)) if stop is not None else NONE


def _inverted_subject(token: Token, lemma: str) -> Token | None:
    """The speaker after the verb, which the parser took for an object: '..., added the mayor'."""
    if lemma not in SPEECH or token.i == token.sent.start or token.tag_ not in ("VBD", "VBZ"):
        return None
    before = token.nbor(-1).text
    subject = any(c.dep_ in SUBJECTS for c in token.children)
    if before not in _CLOSING or (subject and before == ","):
        return None
    return next(
        (c for c in token.children if c.dep_ in OBJECTS | SUBJECTS and c.i == _next_head(c, token)),
        None,
    )


def _next_head(noun: Token, verb: Token) -> int:
    """The noun's own number if its phrase follows the verb at once, -1 otherwise."""
    return noun.i if noun.left_edge.i == verb.i + 1 else -1


def _source(token: Token, passive: bool) -> frozenset[int]:
    """Who speaks: subject, agent of a passive, or the noun or verb that the cue hangs on."""
    if passive:
        agents = [c for c in token.children if c.dep_ == "agent"]
        return frozenset(t for a in agents for o in a.children for t in subtree(o))
    seen = token
    if token.dep_ == "conj" and belongs_above(token) and token.head.dep_ == "ccomp":
        seen = token.head.head
    for _ in range(6):
        for child in seen.children:
            if child.dep_ in ("nsubj", "nsubjpass") and (seen.i == token.i or child.i < token.i):
                return _noun_phrase(child, token)
        if seen.dep_ == "acl" and seen.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return subtree(seen.head) - subtree(seen)
        if seen.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep") or (
            seen.head.i == seen.i
        ):
            break
        seen = seen.head
    return frozenset()


def _noun_phrase(subject: Token, token: Token) -> frozenset[int]:
    """The subject with all that hangs on it, without the cue's own clause."""
    found = subtree(subject)
    return found - subtree(token) if token.i in found else found


def _cue(token: Token, extra: frozenset[int]) -> frozenset[int]:
    """The verb with its auxiliaries, particles and the adverbs that touch it."""
    found = {token.i} | extra
    for child in token.children:
        close = child.dep_ == "advmod" and abs(child.i - token.i) <= 1
        if child.dep_ in _PLAIN_CUE or (close and not list(child.children)):
            found.add(child.i)
    return frozenset(found)


def _through(token: Token, lemma: str) -> frozenset[int]:
    """Who was told, or where it was said: a paper, a programme, a site that relays it."""
    found: set[int] = set()
    for child in token.children:
        told = child.dep_ in ("dobj", "dative") and lemma in TELLING
        if told and child.pos_ in ("PROPN", "NOUN"):
            found |= subtree(child)
        elif child.dep_ == "prep" and child.lower_ in ("on", "to", "in", "by", "with"):
            found |= {t for o in child.children if o.dep_ == "pobj" for t in subtree(o)}
    return frozenset(found)


def _behind(token: Token, lemma: str) -> frozenset[int]:
    """Whom the speaker has it from: "has heard from officials", "citing police"."""
    found: set[int] = set()
    if lemma in ("hear", "learn", "understand", "gather"):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "from":
                found |= {t for o in child.children if o.dep_ == "pobj" for t in subtree(o)}
    for child in token.children:
        if child.dep_ in ("advcl", "prep") and child.lower_ in ("citing", "quoting"):
            found |= {t for o in child.children if o.dep_ in OBJECTS | {"pobj"} for t in subtree(o)}
    return frozenset(found)
