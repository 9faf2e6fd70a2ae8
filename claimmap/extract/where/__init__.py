"""Where: the place names of a text, and what each does there.

names.py asks which words are place names (candidates.py proposes, evidence.py weighs), demonyms.py
which adjectives of peoples stand for one, scripts.py what other scripts name; roles.py what each
does in its sentence (by the rules of modifiers.py, clauses.py and prepositions.py),
reach.py how far around it the scene may lie. The lists of words are words.py, nouns.py, verbs.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from claimmap.extract.parsing import text_of, words_at
from claimmap.extract.where.answers import Reach
from claimmap.extract.where.known import Names
from claimmap.extract.where.names import find_names
from claimmap.extract.where.reach import find_reach
from claimmap.extract.where.roles import find_role
from claimmap.extract.where.scripts import find_script_names
from claimmap.model import DRAWN_ROLES, Span, Toponym

__all__ = ["Names", "find_toponyms", "toponyms_at"]


def find_toponyms(doc: Doc, names: Names) -> Iterator[Toponym]:
    """The toponyms of a parsed text, in text order, with role and reach but no place yet."""
    spans = [Span(found.start_char, found.end_char) for found in find_names(doc, names)]
    if others := list(find_script_names(text_of(doc), names)):
        taken = {at for span in spans for at in range(span.start, span.end)}
        spans += [one for one in others if taken.isdisjoint(range(one.start, one.end))]
    yield from toponyms_at(doc, sorted(spans), names)


def toponyms_at(doc: Doc, spans: Sequence[Span], names: Names) -> Iterator[Toponym]:
    """Toponyms for spans that are given, in the order given; each keeps its span as it is."""
    for span in spans:
        found = words_at(doc, span)
        yield Toponym(span, "scene") if not found else _toponym(found, span, names)


def _toponym(found: Words, span: Span, names: Names) -> Toponym:
    role = find_role(found, names)
    reach = find_reach(found) if role in DRAWN_ROLES else Reach()
    return Toponym(span, role, radius_km=reach.kilometres, reach=reach.phrase)
