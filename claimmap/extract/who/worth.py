"""Which attributions put a claim forward, and which only tell of an attitude.

"X said that A" and "X denied A" claim something; "X praised Y", "X wants Y" tell what X does, and
the outlet is the one who claims it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimmap.extract.who.attributions import NOBODY
from claimmap.extract.who.complements import is_misread
from claimmap.extract.who.lexicon import (
    ASSERTS_THING,
    CLAUSE_NOUNS,
    EVIDENCE,
    LIGHT_VERBS,
    SHOWING,
    SPEECH,
    THOUGHT,
)
from claimmap.extract.wordlist import word_set
from claimmap.model import Attribution, Span

_PHRASES = frozenset({"according", "accord", "per", ":", "view", "opinion", "word", "estimation"})
_PROMISES = frozenset({"promise", "pledge", "vow", "threaten", "agree"})
_VERDICTS = word_set("""
    refer call describe condemn denounce criticise criticize slam brand label dub praise hail
    dismiss term deem assess rate classify characterise characterize
""")
_ASKED = word_set("appeal offer request call demand proposal plan bid invitation application deal")
# "We do not comment on rumours" says nothing; a longer answer may say more.
_FEW = 14
_FEWEST = 3
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
    if _is_deed(lemmas, content):
        return False
    if lemmas & _PHRASES or lemmas & SHOWING or (lemmas & LIGHT_VERBS and lemmas & CLAUSE_NOUNS):
        return True
    if attribution.form != "indirect" and _is_quoted_claim(attribution, lemmas, content):
        return True
    if lemmas & _VERDICTS and any(t.dep_ == "oprd" or t.lower_ == "as" for t in content):
        return True
    if lemmas & _DEMANDS and any(t.lower_ in ("for", "on") for t in cue):
        return True
    if any(t.dep_ == "neg" for t in cue) and not lemmas & THOUGHT:
        return False
    infinitive = any(t.tag_ == "TO" for t in content[:2])
    if lemmas & _CLAIMING and not infinitive and any(_is_finite(t, content) for t in content):
        return True
    if lemmas & SPEECH and _is_headline(content, cue):
        return True
    return bool(lemmas & ASSERTS_THING or (lemmas & _PROMISES and infinitive))


def _is_quoted_claim(attribution: Attribution, lemmas: set[str], content: list[Token]) -> bool:
    """Whether quoted words claim something: by a cue that claims, or as a sentence of their own."""
    whole = attribution.form == "direct" and any(_is_finite(t, content) for t in content)
    return whole or bool(lemmas & (_CLAIMING | _VERDICTS))


def _is_headline(content: list[Token], cue: list[Token]) -> bool:
    """As in "Whale reserve to double in size, minister says": no full stop, the cue at the end."""
    last = cue[-1]
    ends = last.i + 1 == len(last.doc) or "\n" in last.nbor(1).text
    return ends and len(content) > _FEWEST and content[-1].i < cue[0].i


def _is_deed(lemmas: set[str], content: list[Token]) -> bool:
    """Whether only somebody's doing is told: not commenting, staying unnamed, refusing a plea."""
    if any(t.lower_ == "comment" for t in content[:3]) and lemmas & {"refuse", "decline"}:
        return True
    if len(content) < _FEW and any(t.lemma_.lower() == "comment" and _denied(t) for t in content):
        return True
    if lemmas & {"ask", "request", "insist"} and any(t.lower_ in _UNNAMED for t in content[:5]):
        return True
    return "reject" in lemmas and any(t.lemma_.lower() in _ASKED for t in content[:4])


def words_at(doc: Doc, span: Span) -> list[Token]:
    """The tokens that a span touches."""
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())


def _denied(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "no" for c in token.children)


def _is_finite(token: Token, content: list[Token]) -> bool:
    """Whether the word makes a clause of its own, and not one that only describes a noun."""
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    describes = verb.dep_ == "relcl" and verb.head in content
    misread = is_misread(token) and token.head.dep_ == "dobj" and token.head.head.lemma_ == "say"
    return misread or (token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not describes)
