"""Which attributions put a claim forward, and which only tell of an attitude.

"X said that A" and "X denied A" claim something; "X praised Y", "X wants Y" tell what X does, and
the outlet is the one who claims it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimmap.extract.who.attributions import NOBODY
from claimmap.extract.who.lexicon import (
    ASSERTS_THING,
    CLAUSE_NOUNS,
    EVIDENCE,
    SHOWING,
    SPEECH,
    THOUGHT,
    word_set,
)
from claimmap.model import Attribution, Span

_PHRASES = frozenset({"according", "accord", "per", ":", "view", "opinion", "word", "estimation"})
_PROMISES = frozenset({"promise", "pledge", "vow", "threaten", "refuse", "agree"})
_VERDICTS = word_set("""
    refer call describe condemn denounce criticise criticize slam brand label dub praise hail
    dismiss
""")
_UNNAMED = frozenset({"identified", "named", "quoted"})
_DEMANDS = frozenset({"call", "appeal", "push", "press"})
_CLAIMING = SPEECH | EVIDENCE | THOUGHT | CLAUSE_NOUNS


def puts_forward(doc: Doc, attribution: Attribution) -> bool:
    """Whether the attribution is a claim by a source: a cue that claims, and content to claim."""
    if attribution.source.name == NOBODY:
        return False
    cue = [t for span in attribution.cue for t in words_at(doc, span)]
    lemmas = {t.lemma_.lower() for t in cue}
    content = [t for span in attribution.content for t in words_at(doc, span)]
    if any(t.lower_ == "comment" for t in content[:3]) and lemmas & {"refuse", "decline"}:
        return False
    if lemmas & {"ask", "request", "insist"} and any(t.lower_ in _UNNAMED for t in content[:5]):
        return False
    if lemmas & _PHRASES or lemmas & SHOWING:
        return True
    if attribution.form != "indirect" and lemmas & (_CLAIMING | _VERDICTS):
        return True
    if lemmas & _DEMANDS and any(t.lower_ in ("for", "on") for t in cue):
        return True
    if any(t.dep_ == "neg" for t in cue) and not lemmas & THOUGHT:
        return False
    infinitive = any(t.tag_ == "TO" for t in content[:2])
    if lemmas & _CLAIMING and not infinitive and any(_is_finite(t) for t in content):
        return True
    return bool(lemmas & ASSERTS_THING or (lemmas & _PROMISES and infinitive))


def words_at(doc: Doc, span: Span) -> list[Token]:
    """The tokens that a span touches."""
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())


def _is_finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")
