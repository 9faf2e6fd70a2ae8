"""Who stands behind a speaker, and who passed the words on: "citing police", "told Radio X"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimmap.extract.who.findings import subtree
from claimmap.extract.who.lexicon import PAPERS, TELLING
from claimmap.extract.who.things import NONE, OBJECTS

_CITING = frozenset({"citing", "quoting"})
# How many words may stand between a verb and ", citing ...": "reported on Monday, citing".
_ASIDE = 5


def aside_of(token: Token) -> frozenset[int]:
    """As in "Reported, citing police, that ...": what stands between the commas."""
    doc, end = token.doc, token.sent.end
    near = range(token.i + 2, min(token.i + 2 + _ASIDE, end))
    start = next((i for i in near if doc[i].lower_ in _CITING and doc[i - 1].text == ","), None)
    if start is None:
        return NONE
    stop = next((i for i in range(start, end) if doc[i].text == ","), None)
    return frozenset(range(start, stop)) if stop is not None else NONE


def cited_after(doc: Doc, last: int) -> frozenset[int]:
    """As in "According to Radio X, citing police": "citing" and whom, right behind ``last``."""
    if last + 2 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ not in _CITING:
        return NONE
    citing = doc[last + 2]
    return frozenset(i for i in subtree(citing) if i >= citing.i and not doc[i].is_punct)


def through_of(token: Token, lemma: str) -> frozenset[int]:
    """Who was told, or where it was said: a paper, a programme, a site that relays it."""
    found: set[int] = set()
    for child in token.children:
        told = child.dep_ in ("dobj", "dative") and lemma in TELLING
        if told and child.pos_ in ("PROPN", "NOUN"):
            found |= NONE if _is_this_paper(child) else subtree(child)
        elif child.dep_ == "prep" and child.lower_ in ("on", "to", "in", "by", "with"):
            found |= {t for o in child.children if o.dep_ == "pobj" for t in _carrier(o)}
    return frozenset(found)


def _carrier(noun: Token) -> frozenset[int]:
    """As in "in a statement on Facebook": what carries the paper, and not the paper."""
    if noun.lemma_.lower() not in PAPERS:
        return subtree(noun)
    on = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("on", "to"))
    return frozenset(i for c in on for o in c.children for i in subtree(o))


def cited_by(doc: Doc, source: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """As in "a diplomat quoted by Radio X": (the words of the clause, those of who cites)."""
    for i in source:
        if doc[i].dep_ == "acl" and doc[i].lemma_.lower() in ("quote", "cite"):
            agents = (c for c in doc[i].children if c.dep_ == "agent")
            by = (subtree(o) for c in agents for o in c.children if o.dep_ == "pobj")
            return subtree(doc[i]), next(by, NONE)
    return NONE, NONE


def _is_this_paper(noun: Token) -> bool:
    """As in "told this newspaper": the outlet, which ends every chain anyway."""
    return any(c.lower_ in ("this", "our") for c in noun.children)


def behind_of(token: Token, lemma: str) -> frozenset[int]:
    """Whom the speaker has it from: "has heard from officials", "citing police"."""
    found: set[int] = set()
    if lemma in ("hear", "learn", "understand", "gather"):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "from":
                found |= {t for o in child.children if o.dep_ == "pobj" for t in subtree(o)}
    speakers = (c for c in token.children if c.dep_ == "nsubj")
    for child in (*token.children, *(c for s in speakers for c in s.children)):
        if child.dep_ in ("advcl", "prep", "acl") and child.lower_ in _CITING:
            found |= {t for o in child.children if o.dep_ in OBJECTS | {"pobj"} for t in subtree(o)}
    return frozenset(found)
