"""Lines in capitals alone, rewritten as headlines are, letter for letter.

The parser's model learnt its names from mixed case and takes every word of "TROOPS LEFT KUNDUZ"
for a name. Offsets never move: each letter is replaced by one letter or kept.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WIDEST_OPENING = 3  # characters that may stand before a line's first word, as a mark and a space
_FEWEST_WORDS = 3  # two words in capitals are a name or a dateline as often as a sentence

# Words that headlines write small (the closed classes of Quirk et al. 1985, 2.39).
_SMALL = frozenset(
    """
a an the and or but nor if as than that which who while when where after before until since
because of in on at by for from to into onto off over under near with without within between
against across along around through during about above below toward towards up down out
is are was were be been being am has have had do does did will would can could may might
must shall should not no its it their his her our your my this these those they he she we
you him them us there here so too very also only still yet all some any more most
""".split()  # noqa: SIM905
)
# Abbreviations that stay in capitals: countries, unions and services that news seldom spells out.
_CAPITAL = frozenset(
    """
USA UK UN EU UAE NATO DPRK DRC PRC USSR CAR ROK OSCE OPEC ASEAN IAEA FBI CIA NSA FSB GRU SBU IDF
PKK YPG ISIS ISIL UNHCR IMF WFP AU BBC CNN AP AFP TASS DC II III IV
""".split()  # noqa: SIM905
)


def recase(text: str) -> str:
    """``text`` with the lines of three words or more in capitals alone as in a headline.

    "TROOPS LEAVE KUNDUZ FOR KABUL" gives "Troops Leave Kunduz for Kabul". As long as ``text``.
    """
    return _LINE.sub(_recase_line, text)


def _recase_line(match: re.Match[str]) -> str:
    line = match.group()
    if not line.isupper() or len(_WORD.findall(line)) < _FEWEST_WORDS:
        return line
    return _WORD.sub(_recase_word, line)


def _recase_word(match: re.Match[str]) -> str:
    word = match.group()
    lowered = word.lower()
    if len(lowered) != len(word) or word in _CAPITAL:
        return word
    opens = match.start() < _WIDEST_OPENING
    return lowered if lowered in _SMALL and not opens else word[0] + lowered[1:]
