"""What a number counts, in one form for all wordings, what befell it, and whose it is.

Only what counts the same thing of the same actor can agree or disagree: "1,500 troops" meets
"about 12,000 North Korean soldiers", and never "13,000 cargo containers".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimmap.extract.how_many.actors import find_actor
from claimmap.extract.how_many.bare import is_earlier, is_of_whole
from claimmap.extract.how_many.people import toll_of
from claimmap.extract.how_many.wording import GENERIC, NOUN_STATES, SAME, UNDERGOING, VERB_STATES
from claimmap.extract.parsing import text_of
from claimmap.extract.where.known import Names
from claimmap.model import Quantity

_PARTS = frozenset(
    [
        "first",
        "second",
        "third",
        "next",
        "last",
        "advance",
        "initial",
        "group",
        "batch",
        "contingent",
        "wave",
        "unit",
        "convoy",
        "shipment",
        "tranche",
        "consignment",
    ]
)
_AMONG = re.compile(r" of (?:the|them|whom|those|its|their|his|her|our|all|\d[\d,]*)\b")
_FURTHEST = 6  # heads to climb from a number to the verb that tells what befell


def find_things(doc: Doc, quantities: Iterable[Quantity], names: Names) -> Iterator[Quantity]:
    """The quantities of a document, in text order, each with thing, state, actor and part.

    An earlier stage or one to compare with ("up from 9", "against 12 a year ago") gets no thing:
    it is no rival of the figure itself.

    An actor that a phrase leaves out is the one last named with the same thing: "10,000 North
    Korean soldiers ... 1,500 troops".
    """
    text = text_of(doc)
    starts = {token.idx: token for token in doc}
    last: dict[str, str] = {}
    for quantity in quantities:
        head = _head(doc, quantity, starts)
        if head is None:
            yield quantity
            continue
        if not _is_range(quantity) and is_earlier(text, quantity.span.start):
            yield quantity
            continue
        thing, state = _thing(quantity, head, _own(quantity, head, starts))
        actor = find_actor(head, names) or ("" if state else last.get(thing, ""))
        if actor:
            last[thing] = actor
        part = _is_part(quantity, text, starts)
        yield replace(quantity, thing=thing, state=state, actor=actor, part=part)


def _head(doc: Doc, quantity: Quantity, starts: dict[int, Token]) -> Token | None:
    """The word that the number hangs on: the noun counted, or the number's own last word."""
    span = quantity.counted_span or quantity.span
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:
        return None
    return words[-1] if quantity.counted_span else words.root


def _is_range(quantity: Quantity) -> bool:
    ends = quantity.lower, quantity.upper
    return None not in ends and ends[0] != ends[1]


def _own(quantity: Quantity, head: Token, starts: dict[int, Token]) -> Token:
    """The word that tells what befell the things: the number's own where the noun is taken over."""
    away = quantity.counted_span is not None and quantity.counted_span.end <= quantity.span.start
    return starts.get(quantity.span.start, head) if away else head


def _thing(quantity: Quantity, head: Token, own: Token) -> tuple[str, str]:
    """(thing, state): ("soldier", ""), ("person", "killed"), ("inflation, percentage", "")."""
    noun = quantity.unit.split()[-1].lower() if quantity.unit else ""
    if quantity.counted_span and not quantity.unit.startswith("share of"):
        if noun not in (head.lemma_.lower(), head.lower_, head.lower_.removesuffix("s")):
            return f"{head.lemma_.lower()}, {quantity.unit}", ""
        state = NOUN_STATES.get(noun) or _befell(own)
        if noun in GENERIC or noun in NOUN_STATES or head.ent_type_ == "NORP":
            return "person", state
        return SAME.get(noun, noun), state
    if noun:
        topic = _topic(head)
        return (f"{topic}, {quantity.unit}" if topic else quantity.unit), ""
    state = _befell(head)
    return ("person" if state else ""), state


def _topic(head: Token) -> str:
    """What a measure is the measure of: "exports fell 3%", "a 3% rise in exports"."""
    token = head
    for _ in range(_FURTHEST):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "of") and child.i > token.i:
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None and token.pos_ == "NOUN":
                    return str(inner.lemma_.lower())
            if child.dep_ in ("nsubj", "nsubjpass") and child.i != head.i:
                return str(child.lemma_.lower())
        if token.head.i == token.i:
            return ""
        token = token.head
    return ""


def _befell(head: Token) -> str:
    """What befell those who are counted, by the verb or adjective beside them."""
    for child in head.children:
        if child.dep_ in ("acl", "amod", "relcl", "acomp") and (told := _state(child)):
            return told
    if toll_of(head) is not None:
        return "killed"
    token = head
    while token.dep_ in ("nummod", "quantmod", "compound", "advmod", "pobj", "prep", "amod"):
        if token.head.i == token.i or token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
        if token.lemma_.lower() in NOUN_STATES:
            return NOUN_STATES[token.lemma_.lower()]
    verb = token.head
    if token.dep_ not in ("nsubjpass", "dobj", "nsubj"):
        return ""
    if verb.lemma_ == "be" and token.dep_ == "nsubj":
        return next((_state(c) for c in verb.children if c.dep_ in ("acomp", "attr")), "")
    return _state(verb) if _undergoes(token) else ""


def _state(word: Token) -> str:
    """The state that a verb or an adjective ("missing", "dead") puts those in it speaks of."""
    if word.lemma_ == "shoot" and any(c.dep_ == "prt" for c in word.children):
        return "shot down"
    told = VERB_STATES.get(word.lemma_.lower()) if word.pos_ in ("VERB", "AUX") else None
    return told or NOUN_STATES.get(word.lower_, "")


def _undergoes(token: Token) -> bool:
    """Who dies or flees is subject; who is killed or arrested, object or passive subject."""
    if token.dep_ != "nsubj" or token.head.lemma_.lower() in UNDERGOING:
        return True
    return not any(child.dep_ == "dobj" for child in token.head.children)


def _is_part(quantity: Quantity, text: str, starts: dict[int, Token]) -> bool:
    """Whether the words make the number a part: "the first group of 2,600", "300 of the"."""
    first = starts.get(quantity.span.start)
    if first is None:
        return False
    before: Sequence[str] = [token.lower_ for token in first.doc[max(0, first.i - 4) : first.i]]
    if is_of_whole(text, quantity.span.start):
        return True
    grouped = before[-1:] == ["of"] and bool(_PARTS & set(before))
    among = _AMONG.match(text, quantity.span.end) is not None
    return grouped or among or before[-1:] in (["including"], ["another"])
