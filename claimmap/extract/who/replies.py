"""What one says of another's words in a relative clause: "X accuses Y of Z, which Y denies"."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.findings import subtree
from claimmap.extract.who.lexicon import DENIALS, SPEECH

_REPLIES = DENIALS | {"confirm", "acknowledge", "admit"}
_NONE: frozenset[int] = frozenset()


def denied_by(verb: Token) -> frozenset[int]:
    """The words that "which" stands for where ``verb`` denies or confirms them; else nothing."""
    if not _is_reply(verb):
        return _NONE
    outer = verb.head
    while outer.head.i != outer.i and outer.lemma_.lower() not in SPEECH | {"accuse", "blame"}:
        outer = outer.head
    if outer.lemma_.lower() not in SPEECH | {"accuse", "blame"}:
        return _NONE
    said = frozenset(i for i in subtree(outer) if outer.i < i < verb.left_edge.i)
    return frozenset(i for i in said if i < max(said) or not verb.doc[i].is_punct)


def denials_in(verb: Token, content: frozenset[int]) -> frozenset[int]:
    """The replies within what ``verb`` governs: they are others' words."""
    inside = (verb.doc[i] for i in content if i != verb.i)
    replies = (token for token in inside if token.dep_ == "relcl" and _is_reply(token))
    return frozenset(i for reply in replies for i in subtree(reply))


def _is_reply(verb: Token) -> bool:
    which = any(c.lower_ == "which" and c.dep_ == "dobj" for c in verb.children)
    return which and verb.dep_ == "relcl" and verb.lemma_.lower() in _REPLIES
