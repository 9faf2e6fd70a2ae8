"""Verbs by which others speak: "quoted her as saying", "asked whether he would go, she said"."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.complements import PASSIVE
from claimmap.extract.who.findings import Finding, subtree
from claimmap.extract.who.things import NONE

_ASKED = frozenset({"whether", "if", "about", "why", "how", "what", "when", "by"})


def quotes_another(token: Token) -> bool:
    """As in "Quoted the minister as saying": the saying attributes, not the quoting."""
    return token.lemma_.lower() in ("quote", "cite") and any(
        c.lower_ == "as" and any(k.tag_ == "VBG" for k in c.children) for c in token.children
    )


def quoted_as(token: Token) -> Token | None:
    """The verb of quoting under which "saying" stands, if any."""
    if token.tag_ != "VBG" or token.dep_ != "pcomp" or token.head.lower_ != "as":
        return None
    return token.head.head if quotes_another(token.head.head) else None


def relayed(token: Token, quoting: Token, content: frozenset[int]) -> Finding:
    """As in "The paper quoted her as saying", "She was quoted by the paper as saying"."""
    kids = list(quoting.children)
    passive = any(c.dep_ in PASSIVE for c in kids)
    who = next((c for c in kids if c.dep_ in (("nsubjpass",) if passive else ("dobj",))), None)
    by = [k for c in kids if c.dep_ == "agent" for k in c.children]
    teller = next(iter(by if passive else (c for c in kids if c.dep_ == "nsubj")), None)
    return Finding(
        token.i,
        "speech",
        frozenset({quoting.i, token.head.i, token.i}),
        subtree(who) if who is not None else NONE,
        content,
        subtree(teller) if teller is not None else NONE,
    )


def was_asked(token: Token) -> bool:
    """As in "The coach, asked whether he would stay, said": asked by others."""
    doc, i = token.doc, token.i
    if token.lemma_.lower() != "ask" or i == token.sent.start or i + 1 >= token.sent.end:
        return False
    return doc[i - 1].text == "," and doc[i + 1].lower_ in _ASKED
