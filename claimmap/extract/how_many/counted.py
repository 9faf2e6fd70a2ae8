"""What a number counts: the noun phrase after it, with its actor ("North Korean soldiers")."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimmap.extract.how_many.measures import unit_after
from claimmap.model import Span

_LONGEST = 9
_JOINING = frozenset({"-", "–", "/", "and", ",", "'s", "’s", "'", "’", "&"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_NOUNS = ("NOUN", "PROPN")
# Nouns that hold no more than the number itself: the noun after their "of" is the one counted.
_CARRIERS = frozenset({"number", "total", "couple", "pair", "group", "range", "variety"})
# Adjectives that count people without a noun: "nine dead".
_BEFALLEN = frozenset({"dead", "missing", "wounded", "injured", "hurt", "homeless"})
# The lemmatizer takes these for the plural of another word.
_IRREGULAR = {"bases": "base", "axes": "axe", "people": "people"}
_NOT_COUNTED = frozenset(
    {"which", "them", "it", "us", "whom", "more", "less", "ago", "per", "something"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase: its words' span and its unit, modifiers and the head's base form."""

    span: Span
    unit: str
    tag: str


def find_counted(doc: Doc, first: int) -> Counted | None:
    """The noun phrase that starts at token ``first``, right after the number; None if none does."""
    start = _past_of(doc, first)
    if start < len(doc) and doc[start].lower_ in _BEFALLEN and doc[start].head.i <= start:
        token = doc[start]
        return Counted(Span(token.idx, token.idx + len(token)), token.lower_, token.tag_)
    tokens = _phrase(doc, start)
    while tokens and tokens[-1].pos_ not in _NOUNS:
        tokens.pop()
    if not tokens or tokens[-1].lower_ in _NOT_COUNTED:
        return None
    head = tokens[-1]
    tokens = _past_whole(tokens)
    words = [_base(token) for token in _unmeasured(tokens[:-1])] + [_singular(head)]
    return Counted(Span(tokens[0].idx, head.idx + len(head)), _joined(words), head.tag_)


def counted_in(noun: Token, unit: str) -> Counted:
    """A noun that stands away from its number, and the unit that it makes."""
    return Counted(Span(noun.idx, noun.idx + len(noun)), unit, noun.tag_)


def _past_whole(tokens: list[Token]) -> list[Token]:
    """Past the number of the whole: of "11 of the clinic's 16 samples" samples are counted."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at - 1].pos_ == "NUM" and not _is_measured(tokens[at - 1]):
            return tokens[at:]
    return tokens


def _past_of(doc: Doc, first: int) -> int:
    """Past "of the", "of", "of its": "one of the best towns", "hundreds of people"."""
    at = first
    if at < len(doc) and doc[at].lower_ == "of":
        at += 1
        while at < len(doc) and doc[at].pos_ in ("DET", "PRON") and doc[at].dep_ != "pobj":
            at += 1
        if at < len(doc) and doc[at].lower_ == "most":
            at += 1
    return at


def _phrase(doc: Doc, start: int) -> list[Token]:
    """The modifiers and nouns in a row, up to the last noun that belongs to it."""
    tokens: list[Token] = []
    for at in range(start, min(len(doc), start + _LONGEST)):
        token = doc[at]
        if tokens and token.is_sent_start:
            break
        if token.is_space or not (_modifies(token) or _joins(doc, token, tokens)):
            break
        if tokens and _ends(tokens[-1], token):
            break
        tokens.append(token)
    return tokens


def _modifies(token: Token) -> bool:
    if token.pos_ == "NUM" and token.head.i <= token.i:
        return _is_measured(token)
    return token.pos_ in _MODIFIERS or (
        token.tag_ in ("VBN", "VBG", "JJ") and token.dep_ in ("amod", "compound")
    )


def _is_measured(number: Token) -> bool:
    """Whether a number tells a size ("152-mm rounds") and counts nothing."""
    ahead = number.doc[number.i : number.i + _LONGEST].text
    return unit_after(ahead, len(number)) is not None


def _joins(doc: Doc, token: Token, tokens: list[Token]) -> bool:
    """Whether a hyphen, a comma or an "and" stands between two modifiers of the same noun."""
    if token.lower_ not in _JOINING or not tokens or token.i + 1 >= len(doc):
        return False
    following = doc[token.i + 1]
    if token.lower_ in ("-", "–", "/", "'s", "’s"):
        return True
    same = tokens[-1].dep_ in ("amod", "compound", "nmod", "nummod")
    return same and tokens[-1].head.i > token.i and _modifies(following)


def _ends(last: Token, token: Token) -> bool:
    """Whether the noun phrase is over: a plural noun, then something that it does not modify."""
    if last.tag_ in ("NNS", "NNPS") and token.pos_ in ("ADJ", "NUM", "VERB"):
        return True
    if last.tag_ == "NNS" and token.pos_ == "PROPN":
        return True
    return last.tag_ == "NNS" and last.head.i != token.i and token.pos_ in _NOUNS


def _unmeasured(tokens: list[Token]) -> list[Token]:
    """The modifiers without their measures: of "122-mm rounds" only the rounds are counted."""
    kept: list[Token] = []
    skip = 0
    for at, token in enumerate(tokens):
        if token.pos_ == "NUM":
            hyphen = at + 1 < len(tokens) and tokens[at + 1].text == "-"
            skip = 3 if hyphen else 1
        if skip:
            skip -= 1
        elif _kept(token):
            kept.append(token)
    return kept


def _kept(token: Token) -> bool:
    return token.pos_ not in ("CCONJ", "NUM", "PUNCT", "DET", "PART") or token.text == "-"


def _base(token: Token) -> str:
    degree = token.tag_ in ("JJS", "JJR")
    return str(token.lemma_ if degree else token.text)


def _singular(head: Token) -> str:
    if head.tag_ in ("NNS", "NN"):
        if head.lower_ in _IRREGULAR:
            return _IRREGULAR[head.lower_]
        return str(head.lemma_)
    return head.text.removesuffix("s") if head.tag_ == "NNPS" else str(head.text)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" - ", "-").strip("- ")
