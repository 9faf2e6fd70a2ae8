"""Toponyms of a sentence by the names in it, whatever recognition would say of them."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.where import find_toponyms, toponyms_at
from claimmap.model import Span


@pytest.fixture
def toponyms(parser, gazetteer):
    """A function from a text and names in it to {name: toponym}, at each name's first place."""

    def find(text, *names):
        starts = [text.index(name) for name in names]
        spans = [Span(start, start + len(name)) for start, name in zip(starts, names, strict=True)]
        return dict(zip(names, toponyms_at(parse(text, parser), spans, gazetteer), strict=True))

    return find


@pytest.fixture
def roles_at(toponyms):
    """A function from a text and names in it to {name: role}."""

    def find(text, *names):
        return {name: one.role for name, one in toponyms(text, *names).items()}

    return find


@pytest.fixture
def place_names(parser, gazetteer):
    """A function from a text to the place names found in it, in text order."""

    def find(text):
        doc = parse(text, parser)
        return [one.span.of(text) for one in find_toponyms(doc, gazetteer)]

    return find
