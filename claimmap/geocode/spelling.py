"""Names of the gazetteer that are a letter or two away from a misspelt one."""

from __future__ import annotations

from collections.abc import Iterator

import marisa_trie

_LETTERS = " abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 5
_LONGEST = 24
_TWO_EDITS_FROM = 8


def near_spellings(names: marisa_trie.BytesTrie, key: str) -> list[str]:
    """Folded names within Levenshtein distance 1 (2 from eight letters on), the nearest first.

    Walks the trie with one row of the distance table a letter, and leaves a branch as soon as no
    name below it can be near enough. The first letter is taken as right. Names of fewer than
    five letters have too many neighbours: [].
    """
    if not _SHORTEST <= len(key) <= _LONGEST:
        return []
    most = 2 if len(key) >= _TWO_EDITS_FROM else 1
    first = list(range(len(key) + 1))
    second = _next_row(first, key, key[0])
    found = sorted(_walk(names, key, key[0], second, most, sorted({*_LETTERS, *key})))
    return [name for _, name in found]


def _walk(
    names: marisa_trie.BytesTrie,
    key: str,
    prefix: str,
    row: list[int],
    most: int,
    letters: list[str],
) -> Iterator[tuple[int, str]]:
    if row[-1] <= most and prefix in names:
        yield row[-1], prefix
    for letter in letters:
        longer = prefix + letter
        after = _next_row(row, key, letter)
        if min(after) <= most and next(names.iterkeys(longer), None):
            yield from _walk(names, key, longer, after, most, letters)


def _next_row(row: list[int], key: str, letter: str) -> list[int]:
    after = [row[0] + 1]
    for i, char in enumerate(key):
        after.append(min(row[i + 1] + 1, after[i] + 1, row[i] + (char != letter)))
    return after
