"""What a number without a noun counts: what was named before it, or its verb's subject.

"The toll rose from 14 to 22", "23 fires, down from 41", "Of these, 15 burned", "voted 31 to 17",
"killed 78 people and drove 9,400 from their homes", "Doses received: 1.4 million".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimmap.extract.how_many.bounds import CHANGES
from claimmap.extract.how_many.counted import counted_in
from claimmap.extract.how_many.reads import Read
from claimmap.extract.parsing import text_of

_ABOUT = r"(?:(?:about|around|some|nearly|almost|just|only|over|under|more than|fewer than) )*"
_CHANGED = rf"\b(?:{CHANGES})\b(?:[^.;:]|\.\d){{0,45}}?"
_STAGE = re.compile(rf"(?i){_CHANGED}\b(?:from|to|at) {_ABOUT}$")
_EARLIER = re.compile(rf"(?i){_CHANGED}\bfrom {_ABOUT}\W?$")
_RIVAL = re.compile(rf"(?i)\b(?:against|compared (?:with|to)|versus|vs\.?) {_ABOUT}\W?$")
_PARTICLE = re.compile(rf"(?i)\b(?:up|down) from {_ABOUT}$")
_OF_WHOLE = re.compile(rf"\bOf (?:[^.;,]|,\d){{2,60}}, {_ABOUT}$")
_ANOTHER = re.compile(rf"(?i)\b(?:another|a further) {_ABOUT}$")
_UP_TO = re.compile(rf"(?i)\bfrom [^,;]+\bto {_ABOUT}$")
_VOTED = re.compile(r"(?i)\bvot(?:e|es|ed|ing) (?:by )?$")
_LISTED = re.compile(r"(?:^|\n|[.;] )[\W\d]*([A-Z][a-z]+s)(?: [a-z]+){0,3}: $")
_WINDOW = 80
# Words of a sentence before the number.
_LONGEST = 120
# How far back what "another 300" counts is looked for, in characters.
_FAR = 300
_TALLIES = frozenset({"toll", "tally"})
_CARRIERS = frozenset({"number", "total", "count", "tally", "amount"})
_ENDS = ("nsubj", "nsubjpass", "dobj")


def find_unsaid(reads: Sequence[Read], doc: Doc, starts: dict[int, int]) -> Iterator[Read]:
    """The numbers of a text in its order, the bare ones with what they count where that is told.

    starts: the token that begins at each offset.
    """
    text = text_of(doc)
    last: Read | None = None
    for place, read in enumerate(reads):
        at = starts.get(read.number.start)
        following = reads[place + 1] if place + 1 < len(reads) else None
        if at is not None and _is_bare(read):
            read = _told(read, doc[at], text, last, following)
        elif _counts_as(read, following) and is_earlier(text, read.start):
            read = replace(read, alone=True)
        yield read
        if read.counted or read.unit:
            last = read


def is_earlier(text: str, start: int) -> bool:
    """Whether the number at ``start`` is an earlier stage or one compared: "up from 9"."""
    before = text[max(0, start - _WINDOW) : start]
    return bool(_EARLIER.search(before) or _RIVAL.search(before))


def is_of_whole(text: str, start: int) -> bool:
    """Whether the number at ``start`` is a part of what is named first: "Of the 40, 15 were"."""
    return _OF_WHOLE.search(text[max(0, start - _WINDOW) : start]) is not None


def _is_bare(read: Read) -> bool:
    number = read.number
    single = not (number.words and number.value == 1)
    return not read.unit and read.counted is None and not number.fraction and single


def _counts_as(read: Read, following: Read | None) -> bool:
    """Whether both count things of one noun: "from 14 cases to 22 cases"."""
    other = following.counted if following else None
    return bool(read.counted and other and not read.unit and read.counted.unit == other.unit)


def _told(read: Read, word: Token, text: str, last: Read | None, following: Read | None) -> Read:
    """The bare number at ``word`` with what it counts; as it is where nothing tells."""
    before = text[max(0, read.start - _WINDOW) : read.start]
    near = last if last and _in_one_sentence(last, word) else None
    if _STAGE.search(before):
        return _staged(read, word, before, near, following)
    if _RIVAL.search(before) and near:
        return _like(read, near)
    if _VOTED.search(before) and re.match(r" to \d", text[read.end :][:5]):
        return replace(read, counted=counted_in(word.nbor(-1), "vote"), label=False, alone=True)
    if near and near.alone and near.counted and near.counted.unit == "vote":
        return _like(read, near) if text[near.end : read.start].endswith(" to ") else read
    if _OF_WHOLE.search(before) and last and _acts(word):
        return _like(read, last)
    if _ANOTHER.search(before) and last and last.start > read.start - _FAR:
        return _like(read, last)
    if named := _LISTED.search(before):
        return _listed(read, word, named[1])
    if near and near.counted and not read.label and word.dep_ in _ENDS and not near.unit:
        return _like(read, near)
    return read


def _in_one_sentence(last: Read, word: Token) -> bool:
    for token in reversed(word.doc[max(0, word.i - _LONGEST) : word.i + 1]):
        if token.idx <= last.start:
            return True
        if token.is_sent_start:
            return False
    return False


def _acts(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor(1).pos_ in ("VERB", "AUX", "ADV")


def _like(read: Read, other: Read) -> Read:
    """The number as one more of what the other counts or measures."""
    return replace(read, unit=other.unit, counted=other.counted, label=False, alone=True)


def _staged(
    read: Read, word: Token, before: str, near: Read | None, following: Read | None
) -> Read:
    """A stage of what rises or falls: the verb's subject, or what was counted before."""
    measured = near and near.unit and near.limit.bound == "=" and _UP_TO.search(before)
    if measured or (
        following and following.unit and following.start - read.end < len(" to about ")
    ):
        return read  # "from 3 to 5 per cent" stays a range, as CQE has it
    if near and near.unit and near.limit.bound in ("up", "down"):
        return read  # "rose 8% to 3.65": a change and a level
    subject = None if near and _PARTICLE.search(before) else _subject(word)
    if subject is not None:
        noun = _carried(subject)
        if noun.tag_ != "NNS" and noun.lemma_.lower() not in _TALLIES:
            return read
        counted = counted_in(noun, noun.lemma_.lower())
        return replace(read, counted=counted, label=False, alone=True)
    return _like(read, near) if near else read


def _subject(word: Token) -> Token | None:
    """The common noun that is the subject of the verb above the number."""
    for above in word.ancestors:
        for child in above.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < word.i and child.pos_ == "NOUN":
                return child
    return None


def _carried(subject: Token) -> Token:
    """Of "the number of cases" the cases."""
    if subject.lemma_.lower() not in _CARRIERS:
        return subject
    inner = (c for p in subject.children if p.lower_ == "of" for c in p.children)
    return next((c for c in inner if c.dep_ == "pobj"), subject)


def _listed(read: Read, word: Token, noun: str) -> Read:
    """As in "Doses received: 1.4 million": the noun that opens the line is counted."""
    for token in reversed(word.doc[max(0, word.i - 8) : word.i]):
        if token.text == noun and token.tag_ in ("NNS", "NNPS"):
            return replace(read, counted=counted_in(token, token.lemma_.lower()), label=False)
    return read
