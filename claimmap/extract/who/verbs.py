"""Verbs that attribute: "X said that ...", "..., X added", "X refused to ...", "X praised Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.who.complements import (
    CLAUSAL,
    PASSIVE,
    SUBJECTS,
    belongs_above,
    read_content,
)
from claimmap.extract.who.findings import Finding, subtree
from claimmap.extract.who.lexicon import (
    COUNTING,
    INTENT,
    LIGHT_VERBS,
    OBJECT,
    SHOWING,
    SPEECH,
    WITH_PREPOSITION,
    CueSort,
    sort_of,
)
from claimmap.extract.who.quoting import quoted_as, quotes_another, relayed, was_asked
from claimmap.extract.who.relaying import aside_of, behind_of, through_of
from claimmap.extract.who.replies import denials_in, denied_by
from claimmap.extract.who.things import NONE, OBJECTS

_CLOSING = frozenset({"”", "»", '"', "''", "’", "'", ","})
_MARKS = frozenset({":", "“", "«", '"', "``"})
_PLAIN_CUE = frozenset({"aux", "auxpass", "neg", "prt"})
_ALL = (
    CLAUSAL
    | INTENT
    | OBJECT
    | frozenset(WITH_PREPOSITION)
    | LIGHT_VERBS
    | SHOWING
    | COUNTING
    | {"put"}
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def find_by_verb(token: Token) -> Iterator[Finding]:
    """What ``token`` attributes, if it is such a verb: at most one finding.

    A finding of a speech verb may come without content: a quotation may yet be joined to it.
    """
    lemma = token.lemma_.lower()
    if lemma not in _ALL or token.pos_ not in ("VERB", "AUX") or was_asked(token):
        return
    # "The inquiry, expected to last three months": others expect it.
    reduced = token.dep_ == "acl" and token.tag_ == "VBN" and lemma in INTENT
    passive = reduced or any(c.dep_ in PASSIVE for c in token.children)
    if quotes_another(token):
        return
    quoted = quoted_as(token)
    if quoted is not None:
        yield relayed(token, quoted, read_content(token, lemma, passive)[1])
        return
    inverted = _inverted_subject(token, lemma)
    if inverted is not None:
        source, extra, content, sort = subtree(inverted), NONE, NONE, sort_of(lemma)
    else:
        extra, content, sort = read_content(token, lemma, passive)
        source, content = _parted(token, _source(token, passive) - content, content)
    if not source and (not content or (lemma not in CLAUSAL | INTENT and not passive)):
        return
    if content or lemma in SPEECH:
        yield _finding(token, sort, extra, source, denied_by(token) or content)


def _finding(
    token: Token,
    sort: CueSort,
    extra: frozenset[int],
    source: frozenset[int],
    content: frozenset[int],
) -> Finding:
    """What the verb attributes, without asides and others' replies; extra: words of the cue."""
    lemma, aside = token.lemma_.lower(), aside_of(token)
    content -= aside | denials_in(token, content)
    return Finding(
        token.i,
        sort,
        _cue(token, extra) - content - source,
        source,
        content,
        through_of(token, lemma) - content,
        (behind_of(token, lemma) | frozenset(sorted(aside)[1:])) - content,
    )


def _parted(
    token: Token, source: frozenset[int], content: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """Source and content parted at the comma: "floods killed 300 people in Kabul, the UN says".

    The parser may give the object of what was said to the speaker; then no mark stands between.
    """
    if not source or not content or max(content) + 1 != min(source) or max(source) > token.i:
        return source, content
    commas = [i for i in source if token.doc[i].text == ","]
    speaker = frozenset(i for i in source if commas and i > max(commas))
    if not any(token.doc[i].pos_ in ("NOUN", "PROPN", "PRON") for i in speaker):
        return source, content
    return speaker, content | (source - speaker - {max(commas)})


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
        subject = _subject(seen, token)
        if subject is not None:
            return _noun_phrase(subject, token)
        asked = next((c for c in seen.children if c.i < token.i and was_asked(c)), None)
        if asked is not None and seen.i == token.i:
            return next((subtree(c) for c in asked.children if c.dep_ == "nsubj"), NONE)
        if seen.dep_ == "acl" and seen.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return subtree(seen.head) - subtree(seen)
        if seen.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep") or (
            seen.head.i == seen.i
        ):
            break
        seen = seen.head
    return _name_between(token)


def _subject(verb: Token, cue: Token) -> Token | None:
    """The verb's subject; of two the one that stands right before the cue: "It held, he said"."""
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and not c.is_punct]
    found = [c for c in found if verb.i == cue.i or c.i < cue.i]
    last = [
        c
        for c in found
        if c.i < cue.i <= c.right_edge.i + 1 and c.pos_ in _NOUNS and c.lower_ != "it"
    ]
    return next(iter(last[-1:] or found), None)


def _name_between(token: Token) -> frozenset[int]:
    """The name between a closing mark and the verb ('..." Reilly told her'), misread or not."""
    doc, first = token.doc, token.i
    while first > token.sent.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    closed = first > token.sent.start and doc[first - 1].text in _CLOSING - {","}
    return frozenset(range(first, token.i)) if closed else NONE


def _noun_phrase(subject: Token, token: Token) -> frozenset[int]:
    """The subject with all that hangs on it, without the cue's own clause."""
    found = subtree(subject)
    # A quotation before the name may be hung on it: "“We sank,” harbour master Ada Stone said".
    said = {i for t in subject.subtree if t.dep_ == "ccomp" and t.i < subject.i for i in subtree(t)}
    if said:
        found = frozenset(i for i in found if i > max(said) and not token.doc[i].is_punct)
    return found - subtree(token) if token.i in found else found


def _cue(token: Token, extra: frozenset[int]) -> frozenset[int]:
    """The verb with its auxiliaries, particles and the adverbs that touch it."""
    found = {token.i} | extra
    for child in token.children:
        close = child.dep_ == "advmod" and abs(child.i - token.i) <= 1
        apart = any(token.doc[i].text in _MARKS for i in range(token.i + 1, child.i))
        if (child.dep_ in _PLAIN_CUE and not apart) or (close and not list(child.children)):
            found.add(child.i)
    return frozenset(found)
