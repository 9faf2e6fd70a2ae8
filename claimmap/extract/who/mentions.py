"""What a source's words say at their own place: a name, a role, a pronoun, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from claimmap.extract.who.lexicon import PAPERS, word_set
from claimmap.extract.who.owners import role_key

Form = Literal["person", "organisation", "role", "paper", "pronoun", "plural"]

TITLES = word_set("""
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister
    premier senator sen rep representative gov governor mayor chancellor king queen prince
    princess pope lt gen general maj major col colonel capt captain sgt sergeant adm admiral
    cmdr commander brig brigadier judge justice secretary chief ambassador rev reverend
    det insp cllr councillor councilor mp father sheriff officer detective inspector coach
    chairman chairwoman spokesman
    spokeswoman spokesperson director ex-president leader
""")
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
_LEADING = frozenset({"the", "a", "an", "some", "several", "this", "these", "its"})
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame"})
_TAIL = frozenset({"relcl", "acl", "appos", "advcl", "conj", "cc", "punct"})


@dataclass(frozen=True, slots=True)
class Mention:
    """head: the main word. name: without article or titles. role: the words around a name."""

    form: Form
    head: Token
    name: str
    role: str = ""
    label: str = ""


def read_mention(doc: Doc, numbers: frozenset[int]) -> Mention:
    """What the words of a source (token numbers, at least one) say."""
    head = _head(doc, numbers)
    if head.pos_ == "PRON" or head.tag_ in ("WP", "WDT", "PRP", "PRP$"):
        return Mention("pronoun", head, head.lower_)
    if head.pos_ == "PROPN" and head.lower_.removesuffix("s") in PAPERS and head.is_sent_start:
        return Mention("role", head, words(doc, sorted(numbers)))
    owner = any(c.dep_ == "poss" and c.i in numbers for c in head.children)
    if owner and head.ent_type_ != "PERSON" and role_key(phrase := _plain(doc, head, numbers)):
        return Mention("role", head, phrase)
    named = next(
        (
            c
            for c in head.children
            if c.dep_ in ("appos", "npadvmod") and c.i in numbers and c.pos_ == "PROPN"
        ),
        None,
    )
    if head.pos_ != "PROPN" and named is not None:
        rest = numbers - {t.i for t in named.subtree}
        return _proper(doc, named, _plain(doc, head, rest))
    if head.pos_ == "PROPN":
        role = next(
            (_plain(doc, c, numbers) for c in head.children if c.dep_ == "appos" and c.i > head.i),
            "",
        )
        return _proper(doc, head, role)
    plural = "Number=Plur" in str(head.morph) or any(c.dep_ == "conj" for c in head.children)
    return Mention("plural" if plural else "role", head, _plain(doc, head, numbers))


def _head(doc: Doc, numbers: frozenset[int]) -> Token:
    """The word on which the others hang."""
    for i in sorted(numbers):
        token = doc[i]
        outside = token.head.i not in numbers or token.head.i == token.i
        if outside and not token.is_punct and not token.is_space:
            return token
    return doc[min(numbers)]


def _proper(doc: Doc, head: Token, role: str) -> Mention:
    """A proper name: its own words, the titles before it cut off and kept as its role."""
    run = [head]
    while run[0].i - 1 >= 0 and _belongs(doc[run[0].i - 1], head):
        run.insert(0, doc[run[0].i - 1])
    label = head.ent_type_ if head.ent_type_ in _ENTITIES else ""
    last_title = max((k for k, t in enumerate(run[:-1]) if is_title(t)), default=-1)
    entity = next((k for k, t in enumerate(run) if t.ent_type_ == "PERSON"), len(run) - 1)
    person = label == "PERSON" or last_title >= 0
    start = max(last_title + 1, entity if person else 0)
    before = run[:start]
    name = words(doc, [t.i for t in run[start:]])
    lead = words(doc, [t.i for t in before if t.lower_.rstrip(".") not in _COURTESY])
    attached = _attached(doc, head, run)
    if person:
        return Mention("person", head, name, role or attached or lead, "PERSON")
    return Mention("organisation", head, attached or name, role, label)


def _belongs(token: Token, head: Token) -> bool:
    """Whether a word before the name is part of its phrase."""
    if token.tag_ == "HYPH" and token.i and not token.whitespace_:
        return token.head.i == head.i
    if token.dep_ in ("compound", "nmod", "amod", "nummod") and token.pos_ in (
        "PROPN",
        "NOUN",
        "ADJ",
    ):
        return token.head.i <= head.i and token.head.i > token.i
    return False


def _attached(doc: Doc, head: Token, run: Sequence[Token]) -> str:
    """The name with its "of ..." ("Ministry of National Defence")."""
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is None or of.i != head.i + 1 or head.ent_type_ == "PERSON":
        return ""
    inner = [t.i for t in of.subtree if t.dep_ not in _TAIL]
    return words(doc, [t.i for t in run] + inner)


def is_title(token: Token) -> bool:
    """Whether a word before a name is a title or an office."""
    return token.lower_.rstrip(".") in TITLES or (token.pos_ == "NOUN" and token.is_lower)


def _plain(doc: Doc, head: Token, numbers: frozenset[int]) -> str:
    """A noun phrase without its article, and without clauses and appositions that trail it."""
    kept = {t.i for t in head.subtree if t.i in numbers}
    for child in head.children:
        if child.dep_ in _TAIL and child.i > head.i and child.dep_ not in ("conj", "cc"):
            kept -= {t.i for t in child.subtree}
    return words(doc, sorted(kept))


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
