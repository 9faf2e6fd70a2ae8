"""What the outlet claims itself: each sentence, or the part of it, that nobody else answers for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from claimmap.extract.claims.layout import lies_in
from claimmap.extract.parsing import text_of
from claimmap.extract.who.attributions import closed
from claimmap.extract.who.findings import spans_of, subtree
from claimmap.extract.who.lexicon import CLAUSE_NOUNS, DENIALS, LIGHT_VERBS, PAPERS
from claimmap.model import Attribution, Span

# Lines that claim nothing of the world: what a paper says of itself and its asking.
_BOILERPLATE = re.compile(
    r"\b(?:contacted|approached|reached out|reached|asked)\b.{0,60}\b(?:for|to) (?:a )?comment|"
    r"\b(?:not|n['’]t)\b.{0,30}\b(?:respond(?:ed)? to|comment(?:ed)?)\b|"
    r"\b(?:declined|refused) to comment\b|"
    r"\bconfirm\w* n?or den(?:y|ied|ies|ying)\b|"
    r"\b(?:could|can) ?not (?:be )?(?:immediately |independently )*(?:verif|confirm)|"
    r"\bcould (?:\w+ )?(?:\w+ )?independently (?:verif|confirm)|"
    r"^\W*(?:read more|sign up|subscribe|follow us|click|watch|listen|photo|image|reporting by|"
    r"editing by|additional reporting|copyright|all rights reserved|more (?:as we|soon|to follow)|"
    r"th(?:is|e) (?:interview|transcript|conversation) (?:was|has been) (?:\w+ )?(?:edited|"
    r"condensed|shortened|translated)|this (?:article|story|interview) (?:was|is|has)|"
    r"advertisement|share this|related)\b|©|https?://\S+\s*$",
    re.IGNORECASE,
)
# "..., it is understood": what is left of a sentence that others' claims took up.
_HEARSAY = re.compile(
    r"it (?:is|was) (?:understood|believed|thought|said|reported|alleged|claimed)", re.IGNORECASE
)
_IT = frozenset({"it", "that", "this", "them"})
_MIN_WORDS = 3
_SAID_AGAIN = CLAUSE_NOUNS | PAPERS - {"data", "figures", "study"}


def find_own(
    doc: Doc, claimed: Sequence[Attribution], headings: Sequence[Span] = ()
) -> Iterator[tuple[Span, ...]]:
    """The content spans of each claim of the outlet's own, in text order.

    A sentence is left out when a source answers for its main clause, when it stands in a heading,
    has no finite verb, asks, or tells only that something was said.
    """
    text = text_of(doc)
    said = _taken(doc, claimed)
    named = _named(doc, claimed)
    taken = said | named
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_punct and not t.is_space]
        if len(words) < _MIN_WORDS or _says_nothing(sentence):
            continue
        if lies_in(headings, words[0].idx):
            continue
        tops = list(_clauses(sentence.root))
        free = [top for top in tops if top.i not in taken and not _tells_of_saying(top)]
        content = _left_over(tops, free, said)
        if len(free) == len(tops) and not taken & {t.i for t in words}:
            content = {t.i for t in sentence}
        linking = content and doc[min(content)].dep_ == "cc" and len(content) < len(sentence)
        content -= {min(content)} if linking else set()
        spans = tuple(closed(text, s) for s in spans_of(doc, content, '“”"«»[]()'))
        spans = tuple(s for s in spans if len(s.of(text).split()) > 1 or len(spans) == 1)
        spans = tuple(
            s for s in spans if not _names_a_speaker(doc, s, frozenset(t.i for t in free), named)
        )
        if len(spans) > 1 and any(_HEARSAY.fullmatch(s.of(text)) for s in spans):
            continue
        if spans and any(len(s.of(text).split()) > 1 for s in spans):
            yield spans


def _left_over(tops: Sequence[Token], free: Sequence[Token], said: frozenset[int]) -> set[int]:
    """The words of the free clauses that no source answers for. said: those of others' claims."""
    content: set[int] = set()
    for top in free:
        whole = subtree(top)
        below = [subtree(other) for other in tops if other.i != top.i and other.i in whole]
        headless = any(c.dep_ in ("nsubj", "nsubjpass") and c.i in said for c in top.children)
        content |= whole - set().union(*below) - (set() if headless else said)
        content -= _joined_to_cues(top, content, said)
    return content


def _taken(doc: Doc, claimed: Sequence[Attribution]) -> frozenset[int]:
    """Numbers of the words that belong to others' claims: content, cue, a relative "that"."""
    said = _words_at(doc, (s for a in claimed for s in (*a.content, *a.cue)))
    return said | {i for i in _named(doc, claimed) if doc[i].tag_ in ("WDT", "WP")}


def _named(doc: Doc, claimed: Sequence[Attribution]) -> frozenset[int]:
    """Numbers of the words that name sources."""
    return _words_at(doc, (s for a in claimed for s in a.source.spans))


def _words_at(doc: Doc, spans: Iterable[Span]) -> frozenset[int]:
    found: set[int] = set()
    for span in spans:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        found.update(t.i for t in words or ())
    return frozenset(found)


def _names_a_speaker(doc: Doc, span: Span, tops: frozenset[int], named: frozenset[int]) -> bool:
    """A stretch that only leads up to another's claim: its speaker, and none of the main verbs."""
    words = {t.i for t in doc.char_span(span.start, span.end, alignment_mode="expand") or ()}
    return bool(words & named) and not words & tops


def _joined_to_cues(top: Token, content: set[int], said: frozenset[int]) -> set[int]:
    """The "and" that led from a clause to the cue cut out of it: "cut the rate and said"."""
    cues = [c for c in top.children if c.dep_ == "conj" and c.i in said]
    left = {t.i for c in cues for t in c.subtree if t.i in content and t.dep_ != "conj"}
    return left | {c.i for cue in cues for c in top.children if c.dep_ == "cc" and c.i < cue.i}


def _clauses(root: Token) -> Iterator[Token]:
    """The main clause and those joined to it that have a subject of their own."""
    yield root
    for child in root.children:
        subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
        if child.dep_ == "conj" and subject:
            yield from _clauses(child)


def _says_nothing(sentence: Sentence) -> bool:
    words = sentence.text.strip()
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence) or (
        sentence.root.tag_ == "VBN"
    )
    return not finite or words.endswith("?") or _BOILERPLATE.search(words) is not None


def _tells_of_saying(top: Token) -> bool:
    """As in "The accusation was made": nothing is claimed but that something was said."""
    if top.lemma_.lower() in DENIALS and any(c.lower_ in _IT for c in _objects(top)):
        return True  # "She rejected that"
    if top.lemma_.lower() not in LIGHT_VERBS or any(c.tag_ == "MD" for c in top.children):
        return False
    return any(c.lemma_.lower() in _SAID_AGAIN for c in _objects(top))


def _objects(top: Token) -> list[Token]:
    return [c for c in top.children if c.dep_ in ("dobj", "nsubjpass")]
