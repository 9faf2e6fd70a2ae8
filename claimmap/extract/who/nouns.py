"""Attribution without a verb: "according to X", "X's claim that ...", "in the view of X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.who.findings import CLAUSE_DEPS, Finding, subtree
from claimmap.extract.who.lexicon import CLAUSE_NOUNS, REPORTED_BY_NOUN, sort_of
from claimmap.extract.who.relaying import cited_after

_OPENERS = frozenset({"according", "accord", "per", "in", "by"})


def find_by_preposition(token: Token) -> Iterator[Finding]:
    """As in "According to X, ...", "per X", "in X's view": at most one finding."""
    phrase = _phrase(token) if token.lower_ in _OPENERS else None
    if phrase is None:
        return
    cue, source, top = phrase
    whole = subtree(top)
    host = _host(top)
    content = subtree(host) - whole
    if content and source:
        cited = cited_after(token.doc, max(source))
        spare = _lone_adverbs(host, whole) | _lone_that(token) | cited
        behind = frozenset(sorted(cited)[1:])
        yield Finding(token.i, "speech", cue, source - cited, content - spare, behind=behind)


def find_by_noun(token: Token) -> Iterator[Finding]:
    """As in "X's claim that ...", "warnings from X that ...", "fears that ..."."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or lemma not in CLAUSE_NOUNS:
        return
    clause = next(
        (
            c
            for c in token.children
            if c.dep_ in ("acl", "ccomp", "relcl")
            and c.i > token.i
            and any(k.dep_ == "mark" and k.lower_ in ("that", "whether") for k in c.children)
        ),
        None,
    )
    if clause is None:
        return
    source: frozenset[int] = frozenset()
    for child in token.children:
        if child.dep_ == "poss":
            source = subtree(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "by", "from", "among") and not source:
            source = subtree(child) - {child.i}
    source = frozenset(i for i in source if token.doc[i].tag_ != "POS")
    yield Finding(token.i, sort_of(lemma), frozenset({token.i}), source, subtree(clause))


def _phrase(token: Token) -> tuple[frozenset[int], frozenset[int], Token] | None:
    """(cue, source, the phrase's head) where ``token`` opens an attributing phrase."""
    low = token.lower_
    if low in ("according", "accord"):
        to = next((c for c in token.children if c.lower_ == "to"), None)
        if to is not None:
            source = subtree(to) - {to.i}
            return frozenset({token.i, to.i}), source, token
    name = token.text == "Per" and not token.is_sent_start
    if low == "per" and not name and token.dep_ == "prep" and _names_someone(token):
        return frozenset({token.i}), subtree(token) - {token.i}, token
    if low in ("in", "by") and token.dep_ == "prep":
        return _in_the_view(token)
    return None


def _names_someone(prep: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in ("ORG", "PERSON") for c in prep.children)


def _in_the_view(prep: Token) -> tuple[frozenset[int], frozenset[int], Token] | None:
    """As in "In the opinion of X", "in X's words", "by X's account"."""
    for noun in prep.children:
        if noun.dep_ != "pobj" or noun.lemma_.lower() not in REPORTED_BY_NOUN:
            continue
        for child in noun.children:
            if child.dep_ == "poss":
                owner = frozenset(i for i in subtree(child) if prep.doc[i].tag_ != "POS")
                return subtree(prep) - owner, owner, prep
            if child.dep_ == "prep" and child.lower_ == "of":
                owner = subtree(child) - {child.i}
                return subtree(prep) - owner, owner, prep
    return None


def _host(top: Token) -> Token:
    """The clause that the phrase attributes: the nearest, or the whole sentence at its edges."""
    host = top.head
    while host.head.i != host.i and (host.dep_ not in CLAUSE_DEPS or host.pos_ == "NOUN"):
        host = host.head
    at_edge = top.left_edge.i == top.sent.start or (
        top.right_edge.i + 2 >= top.sent.end
        and top.left_edge.i > 0
        and top.left_edge.nbor(-1).text == ","
    )
    while at_edge and host.head.i != host.i and host.dep_ != "ROOT":
        inner = host.dep_ == "ccomp" and top.left_edge.i == host.left_edge.i
        if inner:
            break
        host = host.head
    return host


def _lone_that(token: Token) -> frozenset[int]:
    """As in "Said that, according to X, ...": the "that" cut off from its clause by the phrase."""
    before = [t for t in token.doc[max(0, token.i - 2) : token.i] if not t.is_punct][-1:]
    return frozenset(t.i for t in before if t.lower_ == "that" and t.dep_ == "mark")


def _lone_adverbs(host: Token, phrase: frozenset[int]) -> frozenset[int]:
    """A linking word before the phrase ("However, according to X") is no part of the content."""
    first = host.left_edge
    linking = first.dep_ in ("advmod", "cc") and first.lower_ in (
        "however",
        "but",
        "and",
        "meanwhile",
        "moreover",
        "still",
        "also",
        "additionally",
    )
    return (
        frozenset({first.i}) if linking and first.i + 2 in phrase | {first.i + 1} else frozenset()
    )
