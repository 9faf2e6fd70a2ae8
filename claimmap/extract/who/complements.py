"""What a verb attributes: a clause, an infinitive, or a thing, and the words that lead to it."""

from __future__ import annotations

from spacy.tokens import Token

from claimmap.extract.who.findings import subtree
from claimmap.extract.who.lexicon import (
    ASSERTS_THING,
    EVIDENCE,
    GERUND,
    INTENT,
    SHOWING,
    SPEECH,
    TELLING,
    THOUGHT,
    CueSort,
    sort_of,
)
from claimmap.extract.who.things import NONE, thing_of

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE = frozenset({"nsubjpass", "auxpass", "csubjpass"})
CLAUSAL = SPEECH | THOUGHT | EVIDENCE


def read_content(
    token: Token, lemma: str, passive: bool
) -> tuple[frozenset[int], frozenset[int], CueSort]:
    """(words that belong to the cue beside the verb, content words, what the cue does)."""
    sort = sort_of(lemma)
    if lemma in CLAUSAL:
        clause = _content_clause(token)
        if clause is not None:
            return NONE, _whole_clause(token, clause), sort
        host = _host_clause(token) if lemma in SPEECH else None
        if host is not None:
            return NONE, subtree(host) - subtree(token) - _others_say(host, token), sort
    open_clause = next(
        (c for c in token.children if c.dep_ == "xcomp" and c.i > token.i and _may_open(c, lemma)),
        None,
    )
    if open_clause is not None and lemma in INTENT | SPEECH | THOUGHT:
        return NONE, _with_subject(token, open_clause, passive) | _trailing(open_clause), sort
    extra, content = thing_of(token, lemma, passive)
    if lemma in SHOWING and extra:
        return extra, content, "evidence"
    # Without content, a verb of speech waits for the quotation that it leads to.
    claims = lemma in ASSERTS_THING or (not content and lemma in SPEECH)
    return extra, content, sort if claims else "attitude"


def _trailing(clause: Token) -> frozenset[int]:
    """As in "ruled out paying before May": what the parser hung on the verb behind a deed."""
    found: set[int] = set()
    for other in clause.head.children:
        if other.dep_ == "prep" and clause.tag_ == "VBG" and other.i > clause.i:
            found |= subtree(other)
    return frozenset(found)


def _may_open(clause: Token, lemma: str) -> bool:
    """An infinitive, or a deed in -ing with the verbs that take one: "denied losing"."""
    return clause.tag_ != "VBG" or lemma in GERUND


def _content_clause(token: Token) -> Token | None:
    """The clause the verb governs, also where the parser hung it on a noun before it.

    "Heard from officials that ..." is often read as "officials that ...".
    """
    clauses = [c for c in token.children if c.dep_ == "ccomp" and _is_content_clause(token, c)]
    last = max(clauses, key=lambda c: c.i, default=None)
    if last is not None and not any(c.dep_ in SUBJECTS | PASSIVE for c in last.children):
        # "It held, he said in a note released that day": what follows the cue is no clause.
        last = next((c for c in clauses if c.i < token.i), last)
    if last is not None:
        return last
    misread = _misread_clause(token)
    if misread is not None:
        return misread
    for child in token.children:
        if child.i < token.i or child.dep_ not in ("prep", "dobj", "dative", "npadvmod"):
            continue
        noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        for clause in noun.children:
            # "Said at the time that" is read as "the time that".
            heard = child.lower_ == "from" or noun.lemma_ == "time" or noun.ent_type_ == "DATE"
            marked = any(
                k.lower_ == "that" and (k.dep_ == "mark" or heard) for k in clause.children
            )
            if clause.dep_ in ("acl", "relcl") and marked:
                return clause
    return None


def _misread_clause(token: Token) -> Token | None:
    """As in "Said a bus burned in Lyon": the noun, whose verb was read as a participle."""
    if token.lemma_.lower() != "say":
        return None
    things = (c for c in token.children if c.dep_ == "dobj" and c.i > token.i)
    return next((c for c in things if any(is_misread(k) for k in c.children)), None)


def is_misread(verb: Token) -> bool:
    """Whether a participle behind a noun may be its verb in the past: "a bus burned"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def _is_content_clause(token: Token, clause: Token) -> bool:
    """A clause before the verb is its content only with a verb of speech, evidence or thought."""
    if clause.i > token.i:
        # "Has ordered ten, the first of which is to come": a relative clause.
        return not any(
            t.tag_ == "WDT" and t.dep_ == "pobj" for t in clause.subtree if t.i < clause.i
        )
    apart = any(t.text == ";" for t in token.doc[clause.i : token.i])
    return not apart and any(c.dep_ in SUBJECTS for c in token.children)


def _whole_clause(token: Token, clause: Token) -> frozenset[int]:
    """The clause, and clauses joined to the cue's own by mistake that carry it on."""
    found = subtree(clause) - _day_before_clause(token, clause) | _cut_off_subject(token, clause)
    if not any(c.dep_ in SUBJECTS | PASSIVE for c in clause.children):
        # "Believes that fewer children being treated was to blame" comes as two clauses.
        for other in token.children:
            if other.dep_ == "ccomp" and token.i < other.i < clause.i:
                found |= subtree(other)
    for other in token.children:
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in other.children)
        if other.dep_ == "conj" and own and other.lemma_.lower() not in CLAUSAL:
            found |= subtree(other)
    for other in clause.children:
        if other.dep_ == "conj" and belongs_above(other):
            found -= subtree(other)
            found -= {
                c.i for c in clause.children if c.dep_ == "cc" and c.i == other.left_edge.i - 1
            }
    return found


def _cut_off_subject(token: Token, clause: Token) -> frozenset[int]:
    """As in "It says more will follow": a subject that the parser hung on the cue."""
    first = clause.left_edge
    before = first.nbor(-1) if first.i else first
    lone = first.dep_ == "aux" and before.i > token.i and before.tag_ in ("JJR", "DT", "CD", "NNS")
    return subtree(before) if lone and before.head.i == token.i else NONE


def _day_before_clause(token: Token, clause: Token) -> frozenset[int]:
    """As in "Said on Monday it would close": the parser gives the day to the content."""
    first = clause.left_edge
    if first.i != token.i + 1:
        return NONE
    for child in clause.children:
        day = any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree)
        if child.left_edge.i == first.i and child.dep_ in ("prep", "npadvmod") and day:
            return subtree(child)
    return NONE


def belongs_above(verb: Token) -> bool:
    """A finite verb joined to an infinitive or "must do": it goes with the cue, not the content.

    "X announced that Y must act and called for talks": the parser joins "called" to "act".
    """
    finite = verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VB"
    return finite and not any(c.dep_ in SUBJECTS | PASSIVE for c in verb.children)


def _host_clause(token: Token) -> Token | None:
    """The clause into which "he said" is set: "The bridge, he said, was closed"."""
    if token.dep_ not in ("parataxis", "ccomp", "advcl", "conj") or token.head.i == token.i:
        return None
    kids = list(token.children)
    if not any(c.dep_ == "nsubj" for c in kids) or any(c.dep_ in ("mark", "dobj") for c in kids):
        return None
    left, right = token.left_edge, token.right_edge
    marks = (",", "—", "–", "”", '"', "''")
    before = left.i > left.sent.start and (left.text in marks or left.nbor(-1).text in marks)
    at_end = right.i + 1 >= right.sent.end or right.nbor(1).is_punct or right.is_punct
    return token.head if before and at_end else None


def _others_say(host: Token, token: Token) -> frozenset[int]:
    """As in "The dam broke, the mayor said, while the army said it held": another's words."""
    found: set[int] = set()
    for child in host.children:
        says = child.lemma_.lower() in SPEECH and any(c.dep_ == "nsubj" for c in child.children)
        if child.i > token.i and child.dep_ in ("advcl", "conj") and says:
            found |= subtree(child)
    return frozenset(found)


def _with_subject(token: Token, clause: Token, passive: bool) -> frozenset[int]:
    """An infinitive; under a passive or "seem" its subject belongs to what is claimed."""
    found = subtree(clause)
    raised = passive or token.lemma_ in ("seem", "appear")
    wanted = token.lemma_.lower() not in TELLING
    for child in token.children:
        subject = raised and child.dep_ in ("nsubjpass", "nsubj")
        if subject or (wanted and child.dep_ == "dobj" and child.i > token.i):
            found |= subtree(child)
    return found
