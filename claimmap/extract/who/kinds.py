"""What kind of source somebody is: the body for which they speak decides.

Asked in this order, of the words around a name first and of the name itself after them:

1. a name that is kept back, and papers that name nobody: unidentified;
2. an office that only one kind of body has: "minister", "editor", "colonel";
3. what the phrase is at its end: "the pilots' union", "the weather institute";
4. the public body that follows: "a hydrologist at the water authority" speaks for the authority;
5. a profession asked for what it knows: "analyst", "doctor";
6. any other body in the phrase: "army spokesman", "the hospital's director";
7. the body as it is known from elsewhere in the report: "its president", "an HDF commander";
8. an office of every body: a "chief executive" is a company's, a "president" a government's.

A place or people that speaks is its government, a bare name a person. An organisation of which
nothing is known is guessed: letters ("RCMP") are mostly public bodies, one coined word ("Bluefin")
is mostly a firm, words that say what they are for ("Clear Wells") are mostly a group of citizens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimmap.extract.who.kind_words import (
    BODIES,
    CROWD,
    FIRMS,
    GENERAL,
    KIN,
    OFFICES,
    PROFESSIONS,
    UNNAMED,
    Table,
    compiled,
)
from claimmap.model import SourceKind

Patterns = Sequence[tuple[SourceKind, re.Pattern[str]]]


def _patterns(table: Table, *, at_end: bool = False) -> Patterns:
    return tuple((kind, compiled(words, at_end=at_end)) for kind, words in table)


_UNNAMED, _PROFESSION, _CROWD = map(compiled, (UNNAMED, PROFESSIONS, CROWD))
_KIN, _NOBODY = compiled(KIN, at_end=True), compiled(CROWD, at_end=True)
_OFFICES, _GENERAL = _patterns(OFFICES), _patterns(GENERAL)
_BODIES, _LAST = _patterns(BODIES), _patterns((*BODIES, ("company", FIRMS)), at_end=True)
_NO_PUBLIC = frozenset({"company", "media", "expert"})
# A paper that names nobody: "intelligence reports", "the military agreement".
_PAPER = re.compile(
    r"(?:reports?|documents?|agreements?|treat(?:y|ies)|deals?|laws?|letters?|memos?|statements?|"
    r"data|figures|records|filings?|results?)$"
)
_OWNER = re.compile(r"(?P<owner>.*?\w)(?:['’]s|(?<=s)['’])\s+(?P<rest>.*)", re.DOTALL)
_LINK = re.compile(r"\s(?:at|for|of|with|from|in|on|to|under|by)\s+(?:the|an?)?\s*")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")


def is_acronym(name: str) -> bool:
    """Whether a name is written in capital letters alone: "RCMP", "U.N."."""
    return _ACRONYM.fullmatch(name) is not None


def is_someone(name: str) -> bool:
    """Whether a description names anyone who can speak: "police sources" does, "demand" not."""
    tables = (*_OFFICES, *_BODIES, *_GENERAL)
    return (
        not name.islower()
        or any(pattern.search(name) for _, pattern in tables)
        or any(pattern.search(name) for pattern in (_UNNAMED, _PROFESSION, _CROWD))
    )


def is_nameless(name: str) -> bool:
    """Whether the text keeps the source's name back: "unidentified sources", "an insider"."""
    return _UNNAMED.search(name) is not None


def kind_of(
    name: str, role: str = "", label: str = "", body: SourceKind | None = None
) -> SourceKind:
    """The kind of a source called ``name`` that the text describes as ``role``.

    label: the name's entity label where one is known. body: the kind of the body for which it
    speaks, or that the report lets it be seen to be, where one is known.
    """
    known = known_kind(name, role, label, body)
    if known is not None:
        return known
    if label == "PERSON":
        return "person"
    if label != "ORG":
        return "unidentified"
    if is_acronym(name):
        return "government"
    return "NGO" if " " in name else "company"


def known_kind(
    name: str, role: str = "", label: str = "", body: SourceKind | None = None
) -> SourceKind | None:
    """The same, None where nothing but a guess is left."""
    if name.islower() and _PAPER.search(name):
        return "unidentified"
    named = "" if label == "PERSON" else name
    for words in filter(None, (role, named)):
        kind = _kind_of_phrase(words, body if words == role or not role else None)
        if kind is not None:
            return kind
    if body is not None:
        return body
    if label in ("GPE", "NORP"):
        return "government"
    return "unidentified" if _CROWD.search(named) else "person" if _KIN.search(named) else None


def office_of(role: str) -> str:
    """A role without the body it is held in: "head" of "the union's head of pay"."""
    return _parts(role)[0]


def spoken_for(role: str) -> Iterator[str]:
    """The words of a role that may name its body: "the army" in "spokesman for the army"."""
    head, others = _parts(role)
    yield from filter(None, others)  # "article of the" ends where its body should stand
    first = head.split()[:-1]
    if first:
        yield " ".join(first)


def _kind_of_phrase(words: str, body: SourceKind | None) -> SourceKind | None:
    """What a noun phrase says; the steps 1 to 8."""
    if _UNNAMED.search(words):
        return "unidentified"
    head, others = _parts(words)
    linked = [kind for kind in (_first(_BODIES, other) for other in others) if kind]
    steps: tuple[SourceKind | None, ...] = (
        _first(_OFFICES, head),
        "unidentified" if _NOBODY.search(head) else None,
        _first(_LAST, head),
        next((kind for kind in linked if kind not in _NO_PUBLIC), None),
        "expert" if _PROFESSION.search(head) else None,
        _first(_BODIES, head),
        next(iter(linked), None),
        body,
        _first(_GENERAL, words),
    )
    return next((kind for kind in steps if kind is not None), None)


def _parts(words: str) -> tuple[str, list[str]]:
    """(the phrase's own words, the bodies it hangs on): "union's head of pay" has two."""
    owned, link = _OWNER.match(words), _LINK.search(words)
    others = []
    if owned and not (link and link.start() < owned.end("owner")):
        others.append(owned["owner"])
        words = owned["rest"]
    head, *linked = _LINK.split(words, maxsplit=2)
    return head, [*others, *linked[:1]]


def _first(patterns: Patterns, words: str) -> SourceKind | None:
    return next((kind for kind, pattern in patterns if pattern.search(words)), None)
