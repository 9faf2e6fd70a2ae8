"""Text -> its words as SQLite's FTS5 sees them, so that either database finds the same ones.

PostgreSQL's own parser would take addresses, numbers and hyphens for words of their own kinds, and
keep accents; so it gets the words ready made.
"""

from __future__ import annotations

import re
import sqlite3
import threading

TOKENIZER = "unicode61 remove_diacritics 2"
"""https://sqlite.org/fts5.html#unicode61_tokenizer. The migration names it again."""

_UNSENDABLE = re.compile(r"[\x00\ud800-\udfff]")


class _Letters(dict[int, str]):
    """What becomes of a character: itself without case and accent, nothing, or a space.

    Asked of SQLite itself, once for each character, for its tables are no one else's.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._asked: sqlite3.Connection | None = None

    def __missing__(self, code: int) -> str:
        with self._lock:
            if self._asked is None:
                self._asked = _make_index()
            found = self[code] = _ask(self._asked, chr(code))
        return found


_LETTERS = _Letters()


def split_words(text: str) -> list[str]:
    """The words of a text in order, without case and accents."""
    return text.translate(_LETTERS).split()


def _make_index() -> sqlite3.Connection:
    index = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    index.execute(f"CREATE VIRTUAL TABLE asked USING fts5(sentence, tokenize='{TOKENIZER}')")
    index.execute("CREATE VIRTUAL TABLE found USING fts5vocab(asked, 'row')")
    return index


def _ask(index: sqlite3.Connection, character: str) -> str:
    if _UNSENDABLE.match(character):
        return " "
    index.execute("DELETE FROM asked")
    index.execute("INSERT INTO asked VALUES (?)", (f"a{character}a",))
    words = [word for (word,) in index.execute("SELECT term FROM found")]
    return words[0][1:-1] if words != ["a"] else " "
