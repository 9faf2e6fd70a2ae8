"""Words -> the claims whose sentence holds them, by SQLite's FTS5 (https://sqlite.org/fts5.html)."""

from __future__ import annotations

import re

from sqlalchemy import Connection, text

# A zero byte would end the query, and half of a surrogate pair cannot be sent to the database.
_UNSENDABLE = re.compile(r"[\x00\ud800-\udfff]+")
# FTS5's time grows with the square of a query's words.
_WORDS_AT_ONCE = 100
_FIND = text(
    "SELECT claim.id FROM claim_words JOIN claim ON claim.number = claim_words.rowid"
    " WHERE claim_words MATCH :words"
)


def find_claims(connection: Connection, wanted: str) -> frozenset[str]:
    """Ids of the claims whose sentence has, for every word of ``wanted``, one that begins so."""
    words = sorted({_quote(word) for word in _UNSENDABLE.sub(" ", wanted).split()})
    found: frozenset[str] | None = None
    for start in range(0, len(words), _WORDS_AT_ONCE):
        some = " ".join(words[start : start + _WORDS_AT_ONCE])
        here = frozenset(connection.execute(_FIND, {"words": some}).scalars())
        found = here if found is None else found & here
        if not found:
            break
    return found or frozenset()


def _quote(word: str) -> str:
    """As an FTS5 string, in which no sign has a meaning, with the star that makes it a beginning.

    A word with signs inside ("122-mm") is thereby its parts in a row.
    """
    return '"' + word.replace('"', '""') + '"*'
