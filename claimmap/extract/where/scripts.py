"""Place names in other scripts than the Latin, inside English text or as the whole text.

The model reads English alone, so that here the gazetteer's alternate names speak for themselves.
Against words spelt like a village stand the place's size (more is asked where a script has no
capitals, and most where it has no spaces), the preposition before it and the particle after it.
Scripts: Unicode Standard Annex 24.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimmap.extract.where import particles
from claimmap.extract.where.known import Names
from claimmap.model import Place, Span

_LAST_LATIN = "\u024f"
_LATIN_ADDITIONS = ("\u1e00", "\u1eff")
# Words of scripts that put spaces between them, and runs of those that do not.
_CASED = re.compile("[\u0370-\u058f]+(?:[-’'][\u0370-\u058f]+)*")
_CASELESS = re.compile("[\u0590-\u0dff\u10a0-\u10ff]+(?:-[\u0590-\u0dff]+)*")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_UNSPACED = re.compile("[\u3041-\u3096]+|[\u30a1-\u30fc]+|[\u3400-\u9fff\u3005]+|[\u0e00-\u0fff]+")
_OTHER = re.compile("[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufdff]")

_LONGEST_PHRASE = 3  # words
_LONGEST_RUN = 20  # characters handed to the gazetteer at a time
# How well known a place is: a hamlet (0) to a region or city of half a million (3), a country (4).
_SIZES = (15_000, 100_000, 500_000)
_WATERS = frozenset({"area", "sea", "river"})


def is_latin_capital(word: str) -> bool:
    """Whether a word begins with a capital letter of the Latin script."""
    letter = word[0]
    return letter.isupper() and (
        letter <= _LAST_LATIN or _LATIN_ADDITIONS[0] <= letter <= _LATIN_ADDITIONS[1]
    )


def find_script_names(text: str, names: Names) -> Iterator[Span]:
    """The place names of other scripts than the Latin, in text order, none overlapping another.

    A span holds the name alone, without the particle that Korean or Japanese hangs on it; a case
    ending, which may stand for the last letter of the name, is part of it.
    """
    if not _OTHER.search(text):
        return
    found = [
        *_find_spaced(text, _CASED, names, cased=True),
        *_find_spaced(text, _CASELESS, names, cased=False),
        *_find_korean(text, names),
        *_find_unspaced(text, names),
    ]
    yield from sorted(found)


def _find_spaced(
    text: str, pattern: re.Pattern[str], names: Names, *, cased: bool
) -> Iterator[Span]:
    """Names in scripts that put spaces between words."""
    words = list(pattern.finditer(text))
    reached = 0
    for index, word in enumerate(words):
        if word.start() < reached or (cased and not word.group()[0].isupper()):
            continue
        before = words[index - 1].group().lower() if index and _joined(text, words, index) else ""
        for last in range(min(index + _LONGEST_PHRASE, len(words)) - 1, index - 1, -1):
            if any(not _joined(text, words, at) for at in range(index + 1, last + 1)):
                continue
            span = _named(text, Span(word.start(), words[last].end()), names, before, cased=cased)
            if span and not (cased and _is_given_name(text, span, before)):
                yield span
                reached = span.end
                break


def _joined(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether only a space parts a word from the one before."""
    return text[words[index - 1].end() : words[index].start()] == " "


def _named(text: str, span: Span, names: Names, before: str, *, cased: bool) -> Span | None:
    """The span where it is a name, without the preposition that Arabic and Hebrew write on it."""
    name = span.of(text)
    placed = before in particles.PREPOSITIONS
    needed = 2 - placed * (2 if cased else 1)
    if " " in name or _is_whole(text, span):
        needed = 0
    if name.lower() not in particles.COMMON and rank(names.places(name)) >= needed:
        return span
    joined = not cased and name[0] in particles.PREFIXES and len(name) > particles.SHORTEST_PREFIXED
    if joined and rank(names.places(name[1:])) >= 2:
        return Span(span.start + 1, span.end)
    return None


def _is_whole(text: str, span: Span) -> bool:
    """Whether the name is all that the text says."""
    return len(text) <= span.end + 2 and not (text[: span.start] + text[span.end :]).strip(" .!?\n")


def _is_given_name(text: str, span: Span, before: str) -> bool:
    """Whether a capitalised word follows a single name, as a surname does ("Владимир Зорин")."""
    after = text[span.end : span.end + 2]
    return (
        " " not in span.of(text)
        and before not in particles.PREPOSITIONS
        and len(after) == 2
        and after[0] == " "
        and after[1].isupper()
    )


def _find_korean(text: str, names: Names) -> Iterator[Span]:
    """Names at the start of a word, with a particle or the word for a division behind them."""
    for word in _HANGUL.finditer(text):
        run = word.group()
        length = names.longest(run[:_LONGEST_RUN])
        while length > 1 and run[:length] not in particles.COMMON:
            size = rank(names.places(run[:length]))
            rest = particles.KOREAN.fullmatch(run, length)
            if size >= (1 if rest else 3) - (length > 2):
                yield Span(word.start(), word.start() + length)
                break
            length = names.longest(run[: length - 1])


def _find_unspaced(text: str, names: Names) -> Iterator[Span]:
    """Names in Chinese, Japanese and Thai, the longest from each character on."""
    for match in _UNSPACED.finditer(text):
        run, at = match.group(), 0
        syllabic = run[0] < "\u3400"  # kana and Thai
        while at < len(run):
            length = names.longest(run[at : at + _LONGEST_RUN])
            if syllabic and length != len(run) - at and run[0] >= "\u3041":
                length = 0  # a foreign word in kana is a word of its own
            if length > 1 and run[at : at + length] not in particles.COMMON:
                known = rank(names.places(run[at : at + length]))
                alone = length == len(run)
                if known >= (3 if length == 2 else 2) - alone - (length > 3):
                    yield Span(match.start() + at, match.start() + at + length)
                    at += length
                    continue
            at += 1


def rank(places: Sequence[Place]) -> int:
    """How well known the best bearer of a name is, 0 to 4; -1 where it has none."""
    if places and places[0].kind == "country":
        return 4
    return max(map(_rank_of, places[:3]), default=-1)


def _rank_of(place: Place) -> int:
    if place.kind in _WATERS:
        return 3
    return sum(place.population >= people for people in _SIZES)
