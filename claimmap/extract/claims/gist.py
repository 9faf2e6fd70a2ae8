"""What a content asserts, in base forms: who, what is done, and the words that carry meaning.

Words that only put the deed forward are left out: who "plans to close" it and who "closed" it
tell of one deed, whose stance tells the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimmap.extract.sure.frames import unwrapped
from claimmap.extract.sure.reading import main_word, tokens_at
from claimmap.model import Attribution, Gist, Span

_MEANT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_WITHOUT_MEANING = frozenset({"say", "have", "be", "do", "get", "go", "take", "make"})
# Pronouns by which a speaker may mean itself.
_SELF = frozenset({"i", "we", "he", "she", "it", "they"})


def find_gist(doc: Doc, content: Sequence[Span], attribution: Attribution | None) -> Gist:
    """The gist of a content; an empty one where it has no finite clause.

    A pronoun as subject is taken for the source, of whom it mostly speaks ("the minister denied
    that he had taken bribes"); where it is nobody's, the actor stays "".
    """
    tokens = tokens_at(doc, content)
    main = main_word(tokens)
    if main is None or main.pos_ not in ("VERB", "AUX"):
        return Gist()
    inside = {token.i for token in tokens}
    frames, deed = unwrapped(main, inside, own=attribution is None)
    verbs = (deed, *reversed(frames), main)
    told = (t for t in tokens if t.pos_ in _MEANT and _carries(t) and t not in frames)
    words = sorted({_base(t) for t in told})
    subjects = (c for v in verbs for c in v.children if c.dep_ in _SUBJECTS and c.i in inside)
    subject = next(subjects, None)
    actor = "" if subject is None else _actor(subject, attribution)
    negated = any(_is_negated(verb, subject) for verb in verbs)
    return Gist(actor, _deed(deed), tuple(words), negated)


def _actor(subject: Token, attribution: Attribution | None) -> str:
    if subject.lower_ in _SELF:
        named = attribution.source.name.split() if attribution else []
        return named[-1].lower() if named else ""
    return "" if subject.pos_ == "PRON" else _base(subject)


def _deed(main: Token) -> str:
    """The verb, or with a verb that says little what comes with it: "be angry", "take bribe"."""
    if main.lemma_.lower() not in _WITHOUT_MEANING:
        return _base(main)
    more = next((c for c in main.children if c.dep_ in ("acomp", "attr", "dobj", "oprd")), None)
    return f"{_base(main)} {_base(more)}" if more is not None else _base(main)


def _is_negated(main: Token, subject: Token | None) -> bool:
    """As in "had not burst", "never burst", "no dam burst"."""
    none = subject is not None and any(c.lower_ in ("no", "neither") for c in subject.children)
    return none or any(child.dep_ == "neg" for child in main.children)


def _base(token: Token) -> str:
    return str(token.lemma_.lower())


def _carries(token: Token) -> bool:
    return token.dep_ not in ("aux", "auxpass") and not token.like_num
