"""What several tests of geocoding want."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.resolve import resolve
from claimmap.model import Document, Span, Toponym
from tests.geocode.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def placed(gazetteer: Gazetteer) -> Callable[..., tuple[Toponym, ...]]:
    """A function from a text with [names] in brackets to its placed toponyms."""

    def place(marked, outlet="", reach=0.0, role="scene"):
        text = re.sub(r"[\[\]]", "", marked)
        toponyms = [
            Toponym(Span(m.start() - 2 * i, m.end() - 2 * i - 2), role, radius_km=reach)
            for i, m in enumerate(re.finditer(r"\[[^\]]+\]", marked))
        ]
        return resolve(toponyms, Document("d", outlet, "", "", None, text), gazetteer)

    return place
