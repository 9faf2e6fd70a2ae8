"""What a source's words say at their own place: a name, a role, a pronoun, or a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from claimmap.extract.who.humans import is_human
from claimmap.extract.who.kinds import known_kind
from claimmap.extract.who.lexicon import PAPERS
from claimmap.extract.who.owners import is_owned_role
from claimmap.extract.who.phrases import (
    described_by,
    does,
    lead_of,
    noun_before,
    phrase,
    plain,
    run_of,
    words,
)
from claimmap.extract.wordlist import word_set

Form = Literal["person", "organisation", "role", "paper", "pronoun", "plural"]

TITLES = word_set("""
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister
    premier senator sen rep representative gov governor mayor chancellor king queen prince
    princess pope lt gen general maj major col colonel capt captain sgt sergeant adm admiral
    cmdr commander brig brigadier judge justice secretary chief ambassador rev reverend
    det insp cllr councillor councilor mp father sheriff officer detective inspector coach
    chairman chairwoman spokesman constable speaker superintendent bishop archbishop pastor
    spokeswoman spokesperson director ex-president leader
""")
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame"})
_DEFINITE = frozenset({"the", "this", "that", "its"})
# Words of a role that may stand for a source spoken of before.
_FEW = 3
CALLED = frozenset({"know", "call", "name", "dub"})
_EITHER = word_set("owner maker supplier developer contractor builder buyer seller")
_AFTER_NAME = frozenset({"KC", "QC", "MP", "MEP", "MSP", "Jr", "Sr", "OBE", "MBE", "CBE", "PhD"})
_ITS = frozenset({"its", "their", "our"})


@dataclass(frozen=True, slots=True)
class Mention:
    """head: the main word. name: without article or titles. role: the words around a name.

    owned: whether the role is somebody's who is not named there ("its president").
    """

    form: Form
    head: Token
    name: str
    role: str = ""
    label: str = ""
    owned: bool = False

    def is_bare(self) -> bool:
        """Whether it is a definite phrase of few words: "the spy agency", "the mayor"."""
        definite = any(c.lower_ in _DEFINITE for c in self.head.children)
        return definite and len(self.name.split()) <= _FEW


def read_mention(doc: Doc, numbers: frozenset[int]) -> Mention:
    """What the words of a source (token numbers, at least one) say."""
    head = head_of(doc, numbers)
    if head.is_upper and len(head) > 2 and head.tag_ in ("WP", "PRP"):
        return Mention("organisation", head, head.text, label="ORG")  # "WHO said"
    if head.pos_ == "PRON" or head.tag_ in ("WP", "WDT", "PRP", "PRP$"):
        return Mention("pronoun", head, head.lower_)
    if head.pos_ == "PROPN" and head.lower_.removesuffix("s") in PAPERS and head.is_sent_start:
        return Mention("role", head, words(doc, sorted(numbers)))
    owner = any(c.dep_ == "poss" and c.i in numbers for c in head.children)
    if owner and head.ent_type_ != "PERSON" and is_owned_role(said := plain(doc, head, numbers)):
        return Mention("role", head, said)
    if head.pos_ == "PROPN":
        return _name_first(doc, head, numbers)
    named = _named_by(head, numbers)
    if named is not None:
        clauses = (t for t in named.ancestors if t.i in numbers and t.dep_ == "acl")
        rest = numbers - {t.i for t in next(clauses, named).subtree}
        return _proper(doc, named, plain(doc, head, rest), head)
    plural = "Number=Plur" in str(head.morph) or any(c.dep_ == "conj" for c in head.children)
    form: Form = "plural" if plural else "role"
    return Mention(form, head, plain(doc, head, numbers), owned=_is_owned(head))


def _named_by(head: Token, numbers: frozenset[int]) -> Token | None:
    """The name that goes with a noun: "the mayor of Lowick, Ian Frost", "the body known as X"."""
    for child in head.children:
        if child.i in numbers and child.dep_ in ("appos", "npadvmod") and child.pos_ == "PROPN":
            return child
    for token in head.subtree:
        if token.i in numbers and token.dep_ == "acl" and token.lemma_.lower() in CALLED:
            names = (t for t in token.subtree if t.pos_ == "PROPN" and t.dep_ != "compound")
            return next(names, None)
    if not is_human(head.lemma_.lower()):
        return None
    deeper = (t for t in head.subtree if t.i in numbers and t.dep_ == "appos")
    return next((t for t in deeper if t.pos_ == "PROPN" and _is_set_off(t)), None)


def _is_set_off(token: Token) -> bool:
    """Whether a comma stands before a phrase."""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _name_first(doc: Doc, head: Token, numbers: frozenset[int]) -> Mention:
    """A name with what describes it: behind it, or before it by the parser's mistake."""
    beside = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
    beside += [c for age in beside if age.like_num for c in age.children if c.dep_ == "appos"]
    noun = next((c for c in beside if not c.like_num), None)
    if noun is not None:
        return _proper(doc, head, plain(doc, noun, numbers), noun)
    noun = noun_before(head)
    return _proper(doc, head, described_by(noun, head) if noun is not None else "", noun)


def head_of(doc: Doc, numbers: frozenset[int]) -> Token:
    """The word on which the others hang; where each hangs elsewhere, the last noun."""
    words = [doc[i] for i in sorted(numbers) if not doc[i].is_punct and not doc[i].is_space]
    tops = [t for t in words if t.head.i not in numbers or t.head.i == t.i]
    if tops and tops[0].pos_ in ("DET", "ADJ") and len(tops) > 1:
        nouns = (t for t in reversed(tops) if t.pos_ in ("NOUN", "PROPN"))
        return next(nouns, tops[0])
    return tops[0] if tops else doc[min(numbers)]


def _proper(doc: Doc, head: Token, role: str, noun: Token | None) -> Mention:
    """A proper name: its own words, the titles before it cut off and kept as its role.

    noun: what the name stands in apposition to, if anything.
    """
    run = run_of(head)
    while len(run) > 2 and run[-1].text.replace(".", "") in _AFTER_NAME:
        run = run[:-1]
    office = next((c for c in head.children if c.i < run[0].i and _is_office(c)), None)
    if office is not None:
        role = words(doc, range(office.left_edge.i, run[0].i))
        noun = noun or office
    label = head.ent_type_ if head.ent_type_ in _ENTITIES else ""
    last = max((k for k, t in enumerate(run[:-1]) if _describes(t)), default=-1)
    described = noun if noun is not None and (noun.pos_ == "NOUN" or noun == office) else None
    if described is None and last >= 0:
        described = run[last]
    if _is_person(run, described, label):
        start = last + 1 if last >= 0 or label != "PERSON" else _first_of_name(run)
        lead = [t.i for t in run[:start] if t.lower_.rstrip(".") not in _COURTESY]
        role = role or words(doc, lead) or does(doc, head)
        owned = noun is not None and _is_owned(noun)
        return Mention(
            "person", head, words(doc, [t.i for t in run[start:]]), role, "PERSON", owned
        )
    name = run[last + 1 :]
    role = role or words(doc, [t.i for t in lead_of(name, head)])
    full = phrase(doc, head, name) or words(doc, [t.i for t in name])
    return Mention("organisation", head, full, role, "ORG" if label == "PERSON" else label)


def _is_person(run: Sequence[Token], described: Token | None, label: str) -> bool:
    """Whether a name is a person's: what describes it tells, better than a label never seen."""
    if run[-1].tag_ == "NNPS" or _is_firm(described, run):
        return False
    labelled = label == "PERSON"
    if described is None or label == "GPE":
        return labelled
    return _is_persons(described) or (labelled and described.tag_ == "NNP")


def _is_firm(described: Token | None, run: Sequence[Token]) -> bool:
    """As in "the ship's owner, Delta Tankers": a noun for people and bodies, and a firm's name."""
    either = described is not None and described.lemma_.lower() in _EITHER
    return either and known_kind(run[-1].text, "", "ORG") == "company"


def _first_of_name(run: Sequence[Token]) -> int:
    """Where a person's name begins: at the label, or one before where only the last word has it."""
    first = next((k for k, t in enumerate(run) if t.ent_type_ == "PERSON"), len(run) - 1)
    lone = first == len(run) - 1 and first > 0
    given = lone and run[first - 1].pos_ == "PROPN" and not run[first - 1].ent_type_
    return first - 1 if given else first


def _describes(token: Token) -> bool:
    """Whether a word before a name is a title, an office or a common noun ("the airline X")."""
    if token.lower_.rstrip(".") in TITLES or (token.pos_ == "NOUN" and token.is_lower):
        return True
    # "Surgeon Jo Pell" at the head of a sentence.
    if not token.is_sent_start or token.nbor(1).ent_type_ != "PERSON":
        return False
    kind = known_kind(token.lower_)
    return kind == "expert" if token.ent_type_ else kind not in (None, "unidentified")


def _is_persons(token: Token) -> bool:
    title = token.lower_.rstrip(".") in TITLES
    return title or (token.tag_ == "NN" and is_human(token.lemma_.lower()))


def _is_office(token: Token) -> bool:
    """As in "Minister of Health X"."""
    of = any(c.dep_ == "prep" and c.lower_ in ("of", "for") for c in token.children)
    return of and token.dep_ in ("nmod", "compound") and _is_persons(token)


def _is_owned(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.lower_ in _ITS for c in noun.children)
