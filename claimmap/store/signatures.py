"""A text -> a signature, by which texts that share most of their words are found.

MinHash (Broder 1997, "On the resemblance and containment of documents") over runs of five words,
cut into bands for an index (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4). Each
number follows from the text alone: it is the same on every machine and in every process.

datasketch would do the same. It brings scipy with it, 140 MB for an index that lies in memory and
is of no use here, and takes four times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_Codes = npt.NDArray[np.uint64]

LENGTH = 128
"""How many minima a signature has."""

BANDS = 32
"""Texts with 80% of all their runs in common share a band but once in 20 million pairs; with 50%
they do in 87 of 100, with 20% in 5.
"""

LEAST_WORDS = 30
"""A text of fewer has no signature: short notices are alike without being copies."""

_RUN = 5
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_AT_ONCE = 2_048  # runs, for 2 MB


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return int.from_bytes(
        blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "little"
    )


def _draw(name: str, count: int) -> _Codes:
    """Numbers that follow from a name."""
    drawn = b"".join(
        blake2b(f"{name} {nth}".encode(), digest_size=8).digest() for nth in range(count)
    )
    return np.frombuffer(drawn, "<u8").astype(np.uint64)


_FACTORS = _draw("factor", LENGTH) | np.uint64(1)
_ADDED = _draw("added", LENGTH)
_STEP, _ONE, _OTHER = (_draw("mixing", 3) | np.uint64(1)).tolist()


class Signature(NamedTuple):
    """runs: how many a text has; lowest: of their codes, under each of ``LENGTH`` orders."""

    lowest: npt.NDArray[np.uint32]
    runs: int


def split_words(text: str) -> list[str]:
    """The words of a text in small letters: what it consists of here."""
    return _WORD.findall(text.casefold())


def sign(text: str) -> Signature | None:
    """The signature of a text; None of one that is too short to have one."""
    words = split_words(text)
    if len(words) < LEAST_WORDS:
        return None
    runs = _runs(words)
    lowest = np.full(LENGTH, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(runs), _AT_ONCE):
        some = runs[start : start + _AT_ONCE, None]
        np.minimum(lowest, (some * _FACTORS + _ADDED).min(axis=0), out=lowest)
    return Signature((lowest >> np.uint64(32)).astype(np.uint32), len(runs))


def estimate(one: Signature, other: Signature) -> float:
    """About which share of the shorter text's runs stands in the longer one.

    Right to 0.03 for texts of one length that have nearly all in common, to 0.06 where one is twice
    as long as the other.
    """
    alike = float(np.count_nonzero(one.lowest == other.lowest)) / LENGTH
    return alike / (1 + alike) * (one.runs + other.runs) / min(one.runs, other.runs)


def bands(signature: Signature) -> list[int]:
    """Numbers (64 bits, signed) of which texts that are alike share some, those of others none."""
    rows = signature.lowest.reshape(BANDS, -1).astype(np.uint64)
    code = np.arange(1, BANDS + 1, dtype=np.uint64)
    for column in rows.T:
        code = _mixed(code * np.uint64(_STEP) + column)
    found: list[int] = code.view(np.int64).tolist()
    return found


def pack(signature: Signature) -> bytes:
    """A signature's lowest codes as they are kept."""
    return signature.lowest.astype("<u4").tobytes()


def unpack(kept: bytes, runs: int) -> Signature:
    """What ``pack`` made bytes of."""
    return Signature(np.frombuffer(kept, "<u4").astype(np.uint32), runs)


def shares(one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
    """Which share of the runs of each text stands in the other; of the words of long texts."""
    mine, theirs = _runs(one), _runs(other)
    common = len(np.intersect1d(mine, theirs, assume_unique=True))
    return common / len(mine), common / len(theirs)


def find_own(sentences: Iterable[tuple[int, Sequence[str]]], other: Sequence[str]) -> Iterator[int]:
    """Of numbered sentences those that another text lacks, also in words changed a little.

    All are given as their words. A sentence is the other's where at least half of its runs of three
    words stand there, and all its numbers do: who changes a number says something else.
    """
    known, runs = set(other), _threes(other)
    for number, said in sentences:
        mine = _threes(said)
        alike = 2 * len(mine & runs) >= len(mine) if mine else known.issuperset(said)
        if not alike or any(word not in known and _DIGIT.search(word) for word in said):
            yield number


def _threes(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _runs(words: Sequence[str]) -> _Codes:
    """A code of every five words in a row, each once."""
    codes = np.array([_code(word) for word in words], dtype=np.uint64)
    count = len(codes) - _RUN + 1
    found = np.zeros(count, dtype=np.uint64)
    for nth in range(_RUN):
        found = _mixed(found * np.uint64(_STEP) + codes[nth : nth + count])
    return np.unique(found)


def _mixed(codes: _Codes) -> _Codes:
    """Each code with all its bits depending on each other (as in SplitMix64)."""
    codes = (codes ^ (codes >> np.uint64(30))) * np.uint64(_ONE)
    codes = (codes ^ (codes >> np.uint64(27))) * np.uint64(_OTHER)
    return codes ^ (codes >> np.uint64(31))
