"""Names of the gazetteer that a misspelt one may mean, found by how they sound.

The index holds "skeleton TAB name" of the names that a report may misspell. A search looks up the
skeleton of the asked name and all that are one consonant away, then weighs whole sounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import marisa_trie

from claimmap.geocode.names import name_key
from claimmap.geocode.sounds import CONSONANTS, skeleton_of, sound_of

_SHORTEST = 5
_LONGEST = 24
_MOST = 200  # names weighed in one search
_LEAST_ALIKE = 0.7  # of the letters of two spellings of one name
_LETTERS_TOO = 4.0  # how much the letters count beside the sounds among what is near enough
_LEAST_CONSONANTS = 3  # fewer are too few to be one away from
_VOWELS = frozenset("aeiou")

# What a difference of two sounds costs. Vowels change with the language that wrote the name down;
# a consonant that is another one makes another name.
_VOWEL_FOR_VOWEL = 0.4
_LOST_VOWEL = 0.5
_LOST_H = 0.4
_LOST_CONSONANT = 1.0
_OTHER_CONSONANT = 1.2
_LETTER_FOR_SOUND = 0.1  # the same sound in other letters
_SWAPPED = 0.8
_SIBILANT = 0.6

_SIBILANTS = frozenset("SJs")
# First sounds that romanisations exchange: Khandahar, Hania (Chania), Jakutsk (Yakutsk).
_HEADS = {"k": "h", "h": "kS", "S": "hs", "s": "S"}


def near_spellings(sounds: marisa_trie.Trie, name: str, limit: int = 5) -> list[str]:
    """Folded names that sound nearly like ``name``, the nearest first.

    Names of fewer than five letters have too many neighbours: [].
    """
    key, sound = name_key(name), sound_of(name)
    if not sound or not _SHORTEST <= len(key) <= _LONGEST:
        return []
    most = allowance(len(sound))
    found: dict[str, float] = {}
    for near in _candidates(sounds, sound):
        if near in found or near == key or abs(len(near) - len(key)) > 3:
            continue
        if len(found) >= _MOST:
            break
        other = sound_of(near)
        if _begin_alike(sound[0], other[0]):
            cost = difference(sound[1:], other[1:], most)
            found[near] = cost + _LETTER_FOR_SOUND * (near[0] != key[0])
    ranked = sorted(
        (cost + _LETTERS_TOO * (1.0 - alike), near)
        for near, cost in found.items()
        if cost <= most and (alike := SequenceMatcher(None, key, near).ratio()) >= _LEAST_ALIKE
    )
    return [near for _, near in ranked[:limit]]


def allowance(length: int) -> float:
    """How much two sounds of a length may differ and still be one name."""
    return min(0.15 * length, 1.6)


def difference(one: str, other: str, most: float) -> float:
    """The cost of turning one sound into another (optimal string alignment); inf above most."""
    before: list[float] = []
    row = [0.0]
    for char in other:
        row.append(row[-1] + _lost(char))
    for i, mine in enumerate(one):
        after = [row[0] + _lost(mine)]
        for j, char in enumerate(other):
            cost = min(
                row[j] + _changed(mine, char), row[j + 1] + _lost(mine), after[j] + _lost(char)
            )
            if i and j and mine == other[j - 1] and one[i - 1] == char:
                cost = min(cost, before[j - 1] + _SWAPPED)
            after.append(cost)
        if min(after) > most:
            return float("inf")
        before, row = row, after
    return row[-1]


def _lost(char: str) -> float:
    if char in _VOWELS:
        return _LOST_VOWEL
    return _LOST_H if char == "h" else _LOST_CONSONANT


def _changed(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _SIBILANTS and other in _SIBILANTS:
        return _SIBILANT
    vowels = (one in _VOWELS) + (other in _VOWELS)
    return _VOWEL_FOR_VOWEL if vowels == 2 else _OTHER_CONSONANT + 0.3 * vowels


def _begin_alike(one: str, other: str) -> bool:
    return (
        one == other
        or other in _HEADS.get(one, "")
        or {one, other} <= _VOWELS
        or {one, other} == {"i", "J"}
    )


def _candidates(sounds: marisa_trie.Trie, sound: str) -> Iterator[str]:
    """Names of the same skeleton, then of those one consonant away."""
    skeleton = skeleton_of(sound)
    near_skeletons = [skeleton]
    near_skeletons += [head + skeleton[1:] for head in _HEADS.get(sound[0], "")]
    if sound[0] == "J":
        near_skeletons.append(skeleton[1:])
    elif sound[0] == "i":
        near_skeletons.append("J" + skeleton)
    if len(skeleton) >= _LEAST_CONSONANTS:
        near_skeletons += _one_away(skeleton)
    for near in dict.fromkeys(near_skeletons):
        for entry in sounds.iterkeys(f"{near}\t"):
            yield entry.partition("\t")[2]


def _one_away(skeleton: str) -> Iterator[str]:
    """Skeletons with one consonant less, more, other, or two that changed places."""
    for i in range(1, len(skeleton) + 1):
        head, tail = skeleton[:i], skeleton[i:]
        if tail:
            yield head + tail[1:]
            yield head + tail[1:2] + tail[0] + tail[2:]
        for letter in CONSONANTS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
