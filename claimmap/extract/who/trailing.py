"""Speakers at the end of a sentence, told by its shape: "A bus burned, the TSB announced".

The parser often takes such a name for an apposition ("Linz, the TSB"), or such a verb for a noun
("the pollster Cifra projects"). The shape is: a clause, a comma, a noun phrase, a verb of saying,
and nothing behind it but where, when, how, or from whom. After a whole quotation any verb will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from claimmap.extract.who.findings import Finding
from claimmap.extract.who.lexicon import EVIDENCE, SPEECH, THOUGHT, sort_of
from claimmap.extract.wordlist import word_set

_OTHER_USES = word_set("""
    agree ask order hear learn decide determine see hope wish worry dream hold read record document
    object protest guess know remember appeal plead demand wonder question charge post
""")
_SAYING = (SPEECH | EVIDENCE | THOUGHT) - _OTHER_USES
_CLOSING = frozenset({"”", "»", '"', "''", "’"})
_OPENING = frozenset({"“", "«", '"', "``", "‘"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MAY_BE_CUE = frozenset({"VBD", "VBZ", "VBP", "VBN", "NNS"})
_OPENS_PHRASE = frozenset({"DT", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP", "CD"})
_SUBORDINATE = word_set("""
    as after before when if while although though since because once until unless where whereas
    unlike like despite with in on at by for from to
""")
_CITING = frozenset({"citing", "quoting"})
_FEWEST, _LONGEST = 3, 12


def find_trailing(sent: Span) -> Iterator[Finding]:
    """At most one finding for each part of a sentence between semicolons."""
    part: list[Token] = []
    for token in (*sent, None):
        if token is None or token.text == ";":
            found = _read(part)
            if found is not None:
                yield found
            part = []
        else:
            part.append(token)


def _read(part: Sequence[Token]) -> Finding | None:
    while part and part[-1].is_space:
        part = part[:-1]
    headline = bool(part) and not part[-1].is_punct
    while part and part[-1].text in ".!?":
        part = part[:-1]
    commas = [k for k, token in enumerate(part) if _parts(token, part, k)]
    for k in reversed(commas):
        before, after = part[:k], part[k + 1 :]
        quoted = part[k].text in _CLOSING
        verb = next((n for n, token in enumerate(after) if _is_cue(token, quoted=quoted)), 0)
        if not 0 < verb <= _LONGEST or not _is_phrase(after[:verb]):
            continue
        if not _is_tail(after[verb + 1 :]) or not (quoted or _is_clause(before, headline)):
            return None
        return _finding(before, after, verb)
    return None


def _finding(before: Sequence[Token], after: Sequence[Token], verb: int) -> Finding:
    cited = next((n for n, token in enumerate(after) if token.lower_ in _CITING), len(after))
    lemma = after[verb].lemma_.lower()
    return Finding(
        head=after[verb].i,
        sort=sort_of(lemma) if lemma in _SAYING else "speech",
        cue=frozenset({after[verb].i}),
        source=frozenset(token.i for token in after[:verb]),
        content=frozenset(token.i for token in before if not token.is_space),
        behind=frozenset(token.i for token in after[cited + 1 :]),
    )


def _parts(token: Token, part: Sequence[Token], k: int) -> bool:
    """Whether a comma, or the mark that ends a quotation which opens the part, stands here."""
    if token.text in _CLOSING:
        return k > _FEWEST and part[0].text in _OPENING and part[k - 1].text in ",!?"
    return token.text == ","


def _is_cue(token: Token, *, quoted: bool) -> bool:
    if token.tag_ not in _MAY_BE_CUE or (quoted and token.tag_ in ("NNS", "VBN")):
        return False
    if token.tag_ == "NNS":
        # "Informs" and "projects" as nouns: only where a noun phrase would end in two nouns.
        return token.lemma_.lower() in _SAYING and token.nbor(-1).tag_ in ("NN", "NNP", "NNPS")
    by = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("by", "in")
    return quoted or (token.lemma_.lower() in _SAYING and not (token.tag_ == "VBN" and by))


def _is_phrase(words: Sequence[Token]) -> bool:
    """Whether the words may name somebody: a noun phrase without a finite verb."""
    first = words[0].tag_ in _OPENS_PHRASE
    plain = not any(token.tag_ in _FINITE or token.text in ',:"“”«»' for token in words)
    named = any(token.pos_ in ("NOUN", "PROPN") for token in words) or len(words) == 1
    return first and plain and named and words[0].lower_ not in ("that", "which", "this")


def _is_tail(words: Sequence[Token]) -> bool:
    """Whether only circumstances follow the verb: no object, no clause, no quotation."""
    if not words:
        return True
    cited = next((n for n, token in enumerate(words) if token.lower_ in _CITING), len(words))
    plain = [token for token in words[:cited] if token.text != ","]
    if not plain:
        return True
    first = plain[0]
    dated = first.ent_type_ in ("DATE", "TIME")
    if not dated and first.tag_ not in ("IN", "TO", "RB"):
        return False
    if first.lower_ in ("that", "how", "whether", "if", "about", "of"):
        return False
    verbs = (token.tag_ in _FINITE or token.tag_ == "VB" for token in plain)
    return not any(verbs) and not any(token.text in ':"“«' for token in plain)


def _is_clause(words: Sequence[Token], headline: bool) -> bool:
    """Whether the words make a clause of their own: somebody or something, then a verb.

    headline: whether no full stop ends the sentence, so that an infinitive may do ("X to close").
    """
    words = [token for token in words if not token.is_punct and not token.is_space]
    if len(words) < _FEWEST or (words[0].lower_ in _SUBORDINATE and words[0].tag_ != "RB"):
        return False
    verbs = _FINITE | ({"VBN", "TO"} if headline else {"VBN"})
    first = next((k for k, token in enumerate(words) if token.tag_ in verbs), 0)
    return any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in words[:first])
