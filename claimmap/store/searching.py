"""Words -> the claims whose sentence holds them: by SQLite's FTS5, or by PostgreSQL's tsvector.

Of either it is asked for every word of a text one that begins so; a word with signs inside
("122-mm") is its parts in a row. https://sqlite.org/fts5.html,
https://www.postgresql.org/docs/current/datatype-textsearch.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, text

from claimmap.store.words import split_words

Numbers = npt.NDArray[np.int64]

# A zero byte would end the query, and half of a surrogate pair cannot be sent to the database.
_UNSENDABLE = re.compile(r"[\x00\ud800-\udfff]+")
# FTS5's time grows with the square of a query's words.
_WORDS_AT_ONCE = 100
# The index alone is asked, for the claims themselves would be read one by one; and the numbers come
# as one text: as a row each, a common word's half a million would take three times as long.
_FIND = {
    "sqlite": text("SELECT group_concat(rowid) FROM claim_words WHERE claim_words MATCH :words"),
    "postgresql": text(
        "SELECT string_agg(CAST(claim AS TEXT), ',') FROM claim_words"
        " WHERE words @@ CAST(:words AS TSQUERY)"
    ),
}
_KEEP = text("INSERT INTO claim_words (claim, words) VALUES (:claim, CAST(:words AS TSVECTOR))")
# What PostgreSQL holds of one sentence: letters of a word, words in a row, and bytes in all.
_LONGEST_WORD = 255
_MOST_PARTS = 1_000
_MOST_BYTES = 500_000


def find_claims(connection: Connection, wanted: str) -> Numbers:
    """Numbers of the claims whose sentence has for every word of ``wanted`` one that begins so."""
    quote = {"sqlite": _fts5_string, "postgresql": _tsquery}[connection.dialect.name]
    words = sorted({quote(word) for word in _UNSENDABLE.sub(" ", wanted).split()} - {""})
    both = {"sqlite": " ", "postgresql": " & "}[connection.dialect.name]
    found: Numbers = np.empty(0, np.int64)
    for start in range(0, len(words), _WORDS_AT_ONCE):
        some = both.join(words[start : start + _WORDS_AT_ONCE])
        listed = connection.scalar(_FIND[connection.dialect.name], {"words": some}) or ""
        here = np.sort(np.fromstring(listed, np.int64, sep=","))
        found = np.intersect1d(found, here) if start else here
        if not len(found):
            break
    return found


def keep_words(connection: Connection, sentences: Iterable[tuple[int, str]]) -> None:
    """Make the sentences of new claims searchable; SQLite does so itself, by triggers.

    sentences: a claim's number and its sentence.
    """
    if connection.dialect.name == "postgresql":
        rows = [{"claim": number, "words": _tsvector(words)} for number, words in sentences]
        if rows:
            connection.execute(_KEEP, rows)


def _fts5_string(word: str) -> str:
    """As an FTS5 string, in which no sign has a meaning; its star makes it a beginning."""
    return '"' + word.replace('"', '""') + '"*'


def _tsquery(word: str) -> str:
    """As a phrase of which the last word is a beginning; "" for a word of signs alone."""
    parts = split_words(word)[:_MOST_PARTS]
    return f"({' <-> '.join(map(_lexeme, parts))}:*)" if parts else ""


def _tsvector(sentence: str) -> str:
    return " ".join(_placed(split_words(sentence)))


def _placed(words: Iterable[str]) -> Iterator[str]:
    held = 0
    for position, word in enumerate(words, start=1):
        item = f"{_lexeme(word)}:{position}"
        held += len(item.encode())
        if held > _MOST_BYTES:
            return
        yield item


def _lexeme(word: str) -> str:
    return "'" + word[:_LONGEST_WORD].replace("\\", r"\\").replace("'", "''") + "'"
