"""Where: the place names of a text, and what each does there.

names.py asks which words are place names (candidates.py proposes, evidence.py weighs), roles.py
what each does in its sentence, reach.py how far around it the scene may lie; the lists of words
they share are in words.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from claimmap.extract.where.known import Names
from claimmap.extract.where.names import find_names
from claimmap.extract.where.reach import find_reach
from claimmap.extract.where.roles import find_role
from claimmap.model import Span, Toponym

__all__ = ["Names", "find_toponyms", "toponyms_at"]


def find_toponyms(doc: Doc, names: Names) -> Iterator[Toponym]:
    """The toponyms of a parsed text, in text order, with role and reach but no place yet."""
    for found in find_names(doc, names):
        yield _toponym(found, Span(found.start_char, found.end_char), names)


def toponyms_at(doc: Doc, spans: Sequence[Span], names: Names) -> Iterator[Toponym]:
    """Toponyms for spans that are given, in the order given; each keeps its span as it is."""
    for span in spans:
        found = doc.char_span(span.start, span.end, alignment_mode="expand")
        yield Toponym(span, "scene") if not found else _toponym(found, span, names)


def _toponym(found: Words, span: Span, names: Names) -> Toponym:
    return Toponym(span, find_role(found, names), radius_km=find_reach(found))
