"""Words -> the claims whose sentence holds them, by SQLite's FTS5 (https://sqlite.org/fts5.html)."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, text

Numbers = npt.NDArray[np.int64]

# A zero byte would end the query, and half of a surrogate pair cannot be sent to the database.
_UNSENDABLE = re.compile(r"[\x00\ud800-\udfff]+")
# FTS5's time grows with the square of a query's words.
_WORDS_AT_ONCE = 100
# The index alone is asked, for the claims themselves would be read one by one; and the numbers come
# as one text: as a row each, a common word's half a million would take three times as long.
_FIND = text("SELECT group_concat(rowid) FROM claim_words WHERE claim_words MATCH :words")


def find_claims(connection: Connection, wanted: str) -> Numbers:
    """Numbers of the claims whose sentence has for every word of ``wanted`` one that begins so."""
    words = sorted({_quote(word) for word in _UNSENDABLE.sub(" ", wanted).split()})
    found: Numbers = np.empty(0, np.int64)
    for start in range(0, len(words), _WORDS_AT_ONCE):
        some = " ".join(words[start : start + _WORDS_AT_ONCE])
        listed = connection.scalar(_FIND, {"words": some}) or ""
        here = np.fromstring(listed, np.int64, sep=",")
        found = np.intersect1d(found, here) if start else here
        if not len(found):
            break
    return found


def _quote(word: str) -> str:
    """As an FTS5 string, in which no sign has a meaning, with the star that makes it a beginning.

    A word with signs inside ("122-mm") is thereby its parts in a row.
    """
    return '"' + word.replace('"', '""') + '"*'
