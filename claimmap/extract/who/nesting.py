"""Which cues inside another's words have a speaker of their own, and which are part of the story.

In "Scans revealed a tunnel, the team reports" the team speaks; the scans are what it tells of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimmap.extract.who.findings import Finding
from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import is_someone
from claimmap.extract.who.lexicon import EVIDENCE, PAPERS
from claimmap.extract.wordlist import word_set

_NOBODY = word_set("nobody none neither nothing anybody anyone no-one")
# What somebody does by a word or a sign: told of, it is a deed and no second claim.
_DEEDS = word_set("agree report record register document")
_CLAUSAL = frozenset({"VBD", "VBZ", "VBP", "MD"})


def without_false_roots(doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those of nobody, and without those that another's words only tell of."""
    spoken = [f for f in findings if f.sort == "speech"]
    for finding in findings:
        if _is_nobodys(doc, finding):
            continue
        inside = any(finding.head in f.content for f in spoken if f.head != finding.head)
        if not inside or not (_is_deed(doc, finding) or _is_by_a_thing(doc, finding)):
            yield finding


def _is_nobodys(doc: Doc, finding: Finding) -> bool:
    """As in "Nobody asked", "No one has claimed"."""
    first = [doc[i] for i in sorted(finding.source)][:2]
    if not first:
        return False
    return first[0].lower_ in _NOBODY or [t.lower_ for t in first] == ["no", "one"]


def _is_deed(doc: Doc, finding: Finding) -> bool:
    """As in "had agreed to talk", "had reported a leak": no clause follows."""
    clause = any(doc[i].tag_ in _CLAUSAL for i in finding.content)
    return doc[finding.head].lemma_.lower() in _DEEDS and not clause


def _is_by_a_thing(doc: Doc, finding: Finding) -> bool:
    """As in "Scans revealed": a verb of evidence whose subject can neither speak nor be read."""
    if doc[finding.head].lemma_.lower() not in EVIDENCE or not finding.source:
        return False
    return not any(_may_speak(doc[i]) for i in finding.source)


def _may_speak(token: Token) -> bool:
    if token.pos_ in ("PROPN", "PRON"):
        return True
    noun = token.lemma_.lower()
    return token.pos_ == "NOUN" and (is_human(noun) or noun in PAPERS or is_someone(noun))
