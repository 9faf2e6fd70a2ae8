"""Turns of a conversation: "SMITH: We are ready.", or "Q: Are you ready?" and "A: We are.".

A text is a transcript where three lines or more begin with a speaker's label and one speaker has
two of them, or where "Q" and "A" take turns. What follows a label is its speaker's, over
paragraphs, up to the next label; what only asks is no claim.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimmap.extract.who.findings import Finding
from claimmap.extract.who.humans import is_human
from claimmap.extract.wordlist import word_set

_TURN = re.compile(
    r"^[ \t]*(?:(?P<name>[A-Z][^:\n!?“”\"]{0,60}?)(?:[ \t]*\([^)\n]*\))?:|(?P<letter>[QA])\.)"
    r"[ \t]*\n?[ \t]*(?=\S)",
    re.MULTILINE,
)
_ASIDE = re.compile(r"[(\[][A-Z]+[)\]]")
_PARAGRAPH = re.compile(r"[^\n]+")
_ASKING = frozenset({"q", "question", "interviewer", "reporter", "journalist"})
_ANSWERING = frozenset({"a", "answer"})
_INITIALS = word_set("mr mrs ms dr sen rep gov gen col prof st jr sr")
# "Interview: Ana Lund", "By Ana Lund", "photo/Ana Lund": who made the report.
_CREDITING = frozenset({":", "by", "By", "BY", "/", "|", "©"})
_COURTESY = re.compile(r"^(?:MRS?|MS|MISS|SIR|DAME|LORD|LADY)\.? ")
_PRESIDING = frozenset({"chair", "host", "clerk", "bench", "panel", "caller"})
_FEWEST, _MOST_WORDS = 3, 6


@dataclass(frozen=True, slots=True)
class Turn:
    """One label with what follows it, as character offsets. label: without brackets behind it."""

    label: str
    start: int
    colon: int
    body: int
    end: int


def find_turns(doc: Doc, turns: Sequence[Turn]) -> Iterator[Finding]:
    """What each speaker of a transcript says, one finding a turn.

    Those who answer as "A" are the person presented before the first question.
    """
    answers = (k for k, turn in enumerate(turns) if turn.label.casefold() in _ANSWERING)
    before = turns[max(0, next(answers, 0) - 1)].start if turns else 0
    for turn in turns:
        if turn.label.casefold() in _ASKING:
            continue
        means = _named_elsewhere(doc, turn, before)
        said = _numbers(doc, turn.body, turn.end)
        content = frozenset(i for i in said if not _is_aside(doc[i])) - _questions(doc, said)
        label = _numbers(doc, turn.start, turn.colon)
        cue = _numbers(doc, turn.colon, turn.colon + 1) - content
        source = label - cue
        if content and cue and source and (means or turn.label.casefold() not in _ANSWERING):
            yield Finding(min(cue), "speech", cue, source, content, means=means, verbatim=True)


def words_in(doc: Doc, turns: Sequence[Turn]) -> frozenset[int]:
    """Numbers of all words of the turns, those of the labels and of the questions with them."""
    return frozenset(i for turn in turns for i in _numbers(doc, turn.start, turn.end))


def name_of_label(label: str, text: str) -> str:
    """A label as a name: "JOHN DOE" is "John Doe", "MODERATOR" the moderator, "NATO" stays."""
    if not label.isupper():
        return label
    label = _COURTESY.sub("", label)
    if is_human(label.casefold()) or label.casefold() in _PRESIDING:
        return label.casefold()
    spelt_so = len(re.findall(rf"\b{re.escape(label)}\b(?!:)", text)) > 0
    return label if spelt_so and " " not in label else label.title()


def split_turns(doc: Doc, text: str) -> Iterator[Turn]:
    """The turns of a transcript in order; nothing of any other text. text: ``doc.text``."""
    marks = [mark for mark in _TURN.finditer(text) if _is_label(doc, mark)]
    labels = Counter(_label(mark) for mark in marks)
    answers = {label.casefold() for label in labels}
    interview = answers & _ASKING and answers & _ANSWERING
    enough = len(marks) >= _FEWEST and len(labels) > 1 and max(labels.values()) > 1
    if not (interview or enough):
        return
    paragraphs = len(_PARAGRAPH.findall(text, marks[0].start()))
    mostly = 2 * len(marks) >= paragraphs
    nexts = [mark.start() for mark in marks[1:]]
    for mark, after in zip(marks, [*nexts, len(text)], strict=True):
        line = text.find("\n", mark.end())
        goes_on = mostly and after < len(text)
        end = after if goes_on or line < 0 else min(line, after)
        first = mark.start() + len(mark.group()) - len(mark.group().lstrip())
        yield Turn(_label(mark), first, first + len(_label(mark)), mark.end(), end)


def _label(mark: re.Match[str]) -> str:
    return (mark["name"] or mark["letter"]).strip()


def _is_label(doc: Doc, mark: re.Match[str]) -> bool:
    """Whether a speaker may stand before the colon: letters, capitals, a person."""
    label = _label(mark)
    words = label.split()
    if len(words) > _MOST_WORDS or label.casefold() in _ASKING | _ANSWERING:
        return len(words) <= _MOST_WORDS
    if "." in label and not any(w.rstrip(".").casefold() in _INITIALS for w in words):
        return len(words) > 1 and all(w[0].isupper() for w in words)
    if label.isupper():
        return True
    start = mark.start() + mark.group().index(label)
    span = doc.char_span(start, start + len(label), alignment_mode="expand")
    if span is None or not all(w[0].isupper() for w in words):
        return False
    return any(t.ent_type_ == "PERSON" for t in span) or is_human(words[-1].casefold())


def _named_elsewhere(doc: Doc, turn: Turn, first: int) -> frozenset[int]:
    """The word that names the speaker outside the labels, as a number; empty where none does."""
    if turn.label.casefold() in _ANSWERING:
        return _presented(doc, first)
    surname = turn.label.split()[-1].casefold()
    for token in doc:
        colon = token.i + 1 < len(doc) and token.nbor(1).text == ":"
        named = token.lower_ == surname and token.pos_ == "PROPN" and not token.is_upper
        if named and not colon and not is_human(surname):
            return frozenset({token.i})
    return frozenset()


def _presented(doc: Doc, end: int) -> frozenset[int]:
    """The person of whom the text before ``end`` (characters) tells more; else the first."""
    people = [e for e in doc.ents if e.label_ == "PERSON" and e.end_char <= end]
    people = [e for e in people if e.start < 1 or doc[e.start - 1].text not in _CREDITING]
    described = (e for e in people if any(c.dep_ == "appos" for c in e.root.children))
    found = next(described, None) or next(iter(people), None)
    return frozenset({found.root.i}) if found is not None else frozenset()


def _numbers(doc: Doc, start: int, end: int) -> frozenset[int]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return frozenset(t.i for t in span or () if not t.is_space)


def _questions(doc: Doc, said: frozenset[int]) -> frozenset[int]:
    """The words of the sentences that ask."""
    marks = (doc[i] for i in said if doc[i].text == "?")
    return frozenset(t.i for mark in marks for t in mark.sent)


def _is_aside(token: Token) -> bool:
    """As in "(APPLAUSE)": what the writer of the record notes in brackets and capitals."""
    near = token.doc[max(0, token.i - 2) : token.i + 3]
    return _ASIDE.search(near.text) is not None and (token.is_upper or token.text in "()[]")
