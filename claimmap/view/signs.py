"""Signs and the words beside them: what a stance is, a mark in a sentence, a grade of a source.

Told here once; popups, lists, tables and reports show them and decide nothing themselves. Each
sign has a shape of its own, so that none is told by colour alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from claimmap.model import Grade, Stance


@dataclass(frozen=True, slots=True)
class Sign:
    """shape: one character, no other sign has it. means: in words that a newcomer understands."""

    shape: str
    means: str


STANCE_SIGNS: Mapping[Stance, Sign] = MappingProxyType(
    {
        "asserted": Sign("■", "put forward as a fact, without a hedge"),
        "alleged": Sign("□", "put forward, but the words leave open whether it is so"),
        "planned": Sign("▷", "to come, and intended, promised, threatened or arranged"),
        "forecast": Sign("◇", "to come, and expected, feared or thought possible"),
        "denied": Sign("✕", "said not to be so"),
        "opinion": Sign("❝", "a judgement, a wish or a demand: no fact decides it"),
    }
)
"""What each stance is (its rules: tests/extract/sure/README.md). Never whether a claim is true."""

UNEQUAL = "≠"
"""Figures in conflict."""

BESIDE_SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        "other figures": Sign(UNEQUAL, "given for the same; this one and they cannot all hold"),
        "said and denied": Sign(UNEQUAL, "one source says what another denies"),
        "independent sources": Sign(
            "", "claims with one root count once, as papers do that carry one agency’s words"
        ),
    }
)
"""What is told of claims beside each other; the shape stands for conflict."""

MARK_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "content": "what is claimed",
        "source": "who says so",
        "cue": "the word that attributes it",
        "hedge": "the word that makes the stance, or leaves it open",
        "place": "a place",
        "time": "a date",
        "quantity": "a number",
    }
)
"""What the marks of ``evidence.claim_marks`` are, in the order of a key."""


GRADE_WORDS: Mapping[Grade, str] = MappingProxyType(
    {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "reliability cannot be judged",
        "ungraded": "not graded",
    }
)
"""The Admiralty code's grades of a source (NATO AJP-2.1), which people give and no program."""

NOT_GRADED: Mapping[str, Grade] = MappingProxyType({})
"""The grades of sources where nobody has graded one."""


def grade_words(grade: Grade) -> str:
    """The grade with its words: "B: usually reliable", "not graded"."""
    return GRADE_WORDS[grade] if grade == "ungraded" else f"{grade}: {GRADE_WORDS[grade]}"


def signs_script() -> str:
    """The signs for static/evidence.js: one line of JavaScript, of our own words alone."""
    stances = {stance: asdict(sign) for stance, sign in STANCE_SIGNS.items()}
    told = {"stances": stances, "marks": dict(MARK_WORDS), "grades": dict(GRADE_WORDS)}
    told |= {"beside": {words: asdict(sign) for words, sign in BESIDE_SIGNS.items()}}
    signs = json.dumps(told, ensure_ascii=False)
    return f"window.claimmap = window.claimmap || {{}};\nclaimmap.signs = {signs};\n"
