"""Noun phrases as text: a name with all its words, a role without what trails it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimmap.extract.who.humans import is_human
from claimmap.extract.wordlist import word_set

_LEADING = frozenset({"the", "a", "an", "some", "several", "this", "these", "its"})
_TAIL = frozenset({"relcl", "acl", "appos", "advcl", "conj", "cc", "punct"})
# Small words inside the names of people and firms.
_PARTICLES = word_set("de del della da do dos das di du la le el al von van der den bin ibn ben y")
_BESIDE = frozenset({"npadvmod", "nsubj"})
_APART = frozenset({"advcl", "dep", "npadvmod", "nsubj", "ROOT", "nmod"})
# Of these only what follows tells who they are: "two people briefed on the plan".
_NAMELESS = word_set("people person those official source")
_LEADS = word_set("""
    lead head run manage own direct chair command represent found oversee govern edit coach
    advise
""")


def words(doc: Doc, numbers: Sequence[int]) -> str:
    """The tokens as text, without a leading article or punctuation at either end."""
    ordered = sorted(numbers)
    while ordered and (doc[ordered[0]].lower_ in _LEADING or doc[ordered[0]].is_punct):
        ordered = ordered[1:]
    while ordered and (doc[ordered[-1]].is_punct or doc[ordered[-1]].tag_ == "POS"):
        ordered = ordered[:-1]
    inside = set(ordered)
    text = "".join(doc[i].text + (doc[i].whitespace_ if i + 1 in inside else " ") for i in ordered)
    text = re.sub(r"\s*\([^)]*\)?|,?\s+(?:who|which|whose)\s.*", " ", text)
    return " ".join(text.split()).strip(" ,;:\"“”'’[]()")


def plain(doc: Doc, head: Token, numbers: frozenset[int]) -> str:
    """A noun phrase without its article, and without clauses and appositions that trail it."""
    kept = {t.i for t in head.subtree if t.i in numbers}
    for child in head.children:
        tells_who = child.dep_ == "acl" and head.lemma_.lower() in _NAMELESS
        trails = child.dep_ in _TAIL and child.dep_ not in ("conj", "cc") and not tells_who
        if child.i > head.i and trails:
            kept -= {t.i for t in child.subtree}
    return words(doc, sorted(kept))


def run_of(head: Token) -> list[Token]:
    """The words of a proper name up to its head, with the titles and nouns before it."""
    doc, run = head.doc, [head]
    while run[0].i - 1 >= 0 and _belongs(doc[run[0].i - 1], run[0], head):
        run.insert(0, doc[run[0].i - 1])
    return run


def _belongs(token: Token, after: Token, head: Token) -> bool:
    """Whether a word before the name is part of its phrase."""
    if token.tag_ == "HYPH" and token.i and not token.whitespace_:
        return bool(token.head.i == head.i)
    inside = after.ent_iob_ == "I" and head.ent_type_ == token.ent_type_ == "ORG"
    if inside and (token.pos_ == "PROPN" or token.tag_ == "POS"):
        return True  # "the South Shore Fishermen's Union"
    if token.lower_ in _PARTICLES and token.is_lower and after.pos_ == "PROPN":
        return bool(token.i and token.nbor(-1).pos_ == "PROPN")
    named = token.pos_ in ("PROPN", "NOUN", "ADJ") or token.dep_ == "compound"
    if named and token.dep_ in ("compound", "nmod", "amod", "nummod"):
        return bool(token.i < token.head.i <= head.i)
    return False


def lead_of(name: Sequence[Token], head: Token) -> list[Token]:
    """The words that lead up to a name in its phrase: "the Chilean low-cost airline" X."""
    start = name[0].i
    while start > head.left_edge.i and _leads_up(head.doc[start - 1]):
        start -= 1
    return list(head.doc[start : name[0].i])


def _leads_up(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ == "HYPH" or token.dep_ == "compound"
    )


def phrase(doc: Doc, head: Token, run: Sequence[Token]) -> str:
    """The name with its "of ..." ("Ministry of National Defence"), "" where it has none."""
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is None or of.i != head.i + 1 or head.ent_type_ == "PERSON":
        return ""
    inner = [t.i for t in of.subtree if t.dep_ not in _TAIL]
    return words(doc, [t.i for t in run] + inner)


def noun_before(head: Token) -> Token | None:
    """The noun that describes a name and that the parser hung elsewhere.

    As in "A nurse at the clinic, Ada Stone, said" and "volunteer Ada Stone said".
    """
    doc, first = head.doc, head.left_edge.i
    near = doc[first - 1] if first > head.sent.start else head
    if near.pos_ == "NOUN" and near.dep_ in _BESIDE and near.head.i == head.head.i:
        return near
    if first - 2 < head.sent.start or near.text != ",":
        return None
    noun = doc[first - 2]
    while noun.head.i < first - 1 and noun.head.i != noun.i and noun.pos_ != "VERB":
        if noun.pos_ == "NOUN" and noun.head.pos_ == "VERB":
            break
        noun = noun.head
    apart = noun.dep_ in _APART and noun.pos_ == "NOUN"
    return noun if apart and is_human(noun.lemma_.lower()) else None


def described_by(noun: Token, name: Token) -> str:
    """The words of such a noun that stand before the name."""
    linking = {t.i for t in noun.children if t.dep_ in ("cc", "mark", "advmod", "punct")}
    before = name.left_edge.i
    return words(name.doc, [t.i for t in noun.subtree if t.i < before and t.i not in linking])


def does(doc: Doc, head: Token) -> str:
    """As in "Ada Stone, who runs the clinic": what somebody is at the head of, else ""."""
    for clause in head.children:
        if clause.dep_ == "relcl" and clause.lemma_.lower() in _LEADS:
            who = {t.i for t in clause.children if t.lower_ == "who"}
            if who:
                return words(doc, sorted({t.i for t in clause.subtree} - who))
    return ""
