"""Whether a description and a name are of one public body: "the disaster agency" is the institute.

Both must say the same field of work ("disaster") and a body of the same rank: an agency may be
called institute, service or office, a ministry department. Names of another town or country are
kept apart by the caller, who asks within one document only.
"""

from __future__ import annotations

import re

from claimmap.extract.wordlist import word_set

_RANKS = (
    word_set("""
        agency institute service authority bureau office directorate administration board
        commission regulator watchdog centre center
    """),
    word_set("ministry department"),
    word_set("union association federation guild"),
)
# Words that say of no body what it is for.
_NO_FIELD = word_set("the of for and national state federal local regional government public")
_STEM = 5


def is_same_body(description: str, name: str) -> bool:
    """Whether ``name`` ("National Weather Institute") fits ``description`` ("weather agency")."""
    said, named = _words(description), _words(name)
    if not said or len(named) < 2 or name.islower():
        return False
    rank = next((ranks for ranks in _RANKS if said[-1] in ranks), frozenset())
    fields = {_stem(w) for w in said[-2:-1] if w not in _NO_FIELD}
    known = {_stem(w) for w in named if w not in _NO_FIELD and w not in rank}
    return bool(fields) and fields <= known and any(w in rank for w in named)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", text.casefold()))


def _stem(word: str) -> str:
    return word[:_STEM]
