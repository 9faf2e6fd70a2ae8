"""What surrounds an expression while it is read: its document, its date, what came before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from claimmap.extract.when.lexicon import listed
from claimmap.extract.when.meaning import Meaning

Direction = Literal["back", "ahead", "here"]
_BACKWARD = frozenset({"since", "after", "following"})
_FORWARD = frozenset({"by", "until", "till"})
# In the present tense these speak of a timetable: "voting starts on Tuesday".
_SCHEDULED = frozenset(
    listed(
        "start begin open close end expire resume reopen kick go vote play host travel visit depart"
    )
)
_DUE = frozenset(listed("due set scheduled slated expected planned"))
_BE = frozenset({"is", "are", "be", "been", "'s", "’s"})
_PAST_TAGS = frozenset({"VBD", "VBN"})
_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_OPEN_MODALS = frozenset({"could", "might", "may", "should", "can", "must"})
_SOFTENING = frozenset({"at", "least", "about", "around", "the", "early", "late", "mid"})
_STILL_ON = frozenset({"has", "have", "may", "might", "could", "would", "should", "must", "to"})
_PUTTING_OFF = frozenset(listed("delay postpone extend suspend adjourn defer prolong"))
# Verbs whose infinitive lies ahead of the speaker: what is planned, wanted or feared.
_PLANNING = frozenset(
    listed(
        "plan expect intend aim schedule hope want vow pledge promise prepare decide agree "
        "set need seek propose forecast go due refuse threaten ask urge order vote require commit "
        "offer"
    )
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression may lean on.

    starts: the character offset of each token. published: None where unknown. mentioned: the last
    calendar stretch named before, None at the start. narrative: the text tells of a past of its
    own (most of its written years lie well before publication), so that a date without a year
    belongs to the year told of and not to that of publication.
    """

    doc: Doc
    starts: list[int]
    published: date | None
    narrative: bool
    mentioned: Meaning | None = None

    def token(self, offset: int) -> Token:
        """The token that holds the character, or the last before it."""
        return self.doc[max(0, bisect_right(self.starts, offset) - 1)]

    def before(self, token: Token) -> str:
        """The word before the token, in small letters; "" at the start."""
        return self.doc[token.i - 1].lower_ if token.i else ""

    def direction(self, match: re.Match[str]) -> Direction:
        """Where the phrase's own clause looks: by its preposition, else by its verb's tense."""
        token = self.token(match.start())
        word = self._preposition(token)
        if word in _BACKWARD:
            return "back"
        if word in _FORWARD - {"by"} and self._is_open_ended(token):
            return "ahead"
        if word in _FORWARD and self._tense(token) != "back":
            return "ahead"
        tense = self._tense(token)
        return "ahead" if word == "from" and tense == "here" else tense

    def _preposition(self, token: Token) -> str:
        """The word before, past what softens it: "until at least 20 January"."""
        at = token.i - 1
        while at > 0 and self.doc[at].lower_ in _SOFTENING:
            at -= 1
        return self.doc[at].lower_ if at >= 0 else ""

    def _is_open_ended(self, token: Token) -> bool:
        """Whether what lasts until then is still on: "may last until", "has been shut until"."""
        verb = next(iter(_verbs_above(token)), None)
        if verb is None:
            return False
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        return verb.tag_ == "VB" or bool(helpers & _STILL_ON) or verb.lemma_ in _PUTTING_OFF

    def _tense(self, token: Token) -> Direction:
        opening = _quote_start(token)
        verbs = [verb for verb in _verbs_above(token) if verb.i >= opening]
        if opening and not verbs:
            quoted = reversed(self.doc[opening : token.i])
            verbs = [each for each in quoted if each.pos_ in ("VERB", "AUX")]
        for verb in verbs:
            found = _tense_of(verb)
            if found:
                return found
        return "here"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and how to read it. read: from a match and its scene to a meaning, None if none.

    group: the part of the match that is the expression's extent. words: the pattern within its
    borders.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Meaning | None]
    group: int | str
    words: str


BORDER = r"(?<!\w)(?:(?<![A-Za-z]-)|(?<=mid-)|(?<=pre-))"
"""What stands before an expression: the second half of a hyphenated word is one after "mid-" alone.
"""


def rule(
    pattern: str, read: Callable[[re.Match[str], Scene], Meaning | None], group: int | str = 0
) -> Rule:
    """A rule from a pattern written with single blanks, which match any run of white space.

    It matches whole words only.
    """
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    whole = re.compile(rf"{BORDER}(?:{spaced})(?!\w)", re.IGNORECASE)
    return Rule(whole, read, group, spaced)


def _quote_start(token: Token) -> int:
    """The first token of the quotation that the token stands in; 0 where it stands in none.

    Parsers tie a quotation's last words to the "said" that follows; the mark is the surer guide.
    """
    for before in range(token.i - 1, max(-1, token.i - 80), -1):
        mark = token.doc[before].text
        if mark in ("“", "``", "«", "„"):
            return before + 1
        if mark in ("”", "''", "»") or "\n" in mark:
            break
        if mark == '"':  # a closing mark is followed by a blank, an opening one is not
            return 0 if token.doc[before].whitespace_ else before + 1
    return 0


def _verbs_above(token: Token) -> list[Token]:
    """The verbs from the phrase's own clause upwards, at most four."""
    seen = token
    verbs: list[Token] = []
    for _ in range(25):
        if seen.pos_ in ("VERB", "AUX") and len(verbs) < 4:
            verbs.append(seen)
        if seen.head.i == seen.i:
            break
        seen = seen.head
    return verbs


def _tense_of(verb: Token) -> Direction | None:
    """The direction of one verb with its auxiliaries; None where only the verb above can tell."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _FUTURE_AUX or ("would" in helpers and "have" not in helpers):
        return "ahead"  # also in reported speech: "said it would close on 3 May"
    if verb.tag_ == "VBN" and verb.lemma_ in _PLANNING and helpers & _BE:
        return "ahead"  # "is set for Friday", "has been scheduled"
    if helpers & {"has", "have", "had", "was", "were", "did", "'ve", "’ve"}:
        return "back"
    if verb.tag_ == "VB" and "to" in helpers:
        arranged = verb.head.lemma_ == "be" and verb.head.tag_ in ("VBZ", "VBP")
        return "ahead" if arranged or verb.head.lemma_ in _PLANNING else None
    if verb.tag_ in _PAST_TAGS and not helpers & {"is", "are", "be", "being"}:
        return "back"
    if helpers & _OPEN_MODALS:
        return "ahead"
    if verb.tag_ == "VBG" and not helpers:
        return "back" if _after(verb) else None
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in _SCHEDULED:
        return "ahead"
    if verb.lemma_ == "be" and any(child.lower_ in _DUE for child in verb.children):
        return "ahead"
    return "here" if verb.tag_ in ("VBZ", "VBP", "VBG", "VBN") else None


def _after(verb: Token) -> bool:
    return verb.head.lower_ in ("after", "since", "following") and verb.dep_ == "pcomp"
