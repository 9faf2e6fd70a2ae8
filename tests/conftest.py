"""The two parts that take long to open, opened once for all tests that want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from claimmap.geocode.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of data/, all of it."""
    from claimmap.geocode.gazetteer import Gazetteer

    return Gazetteer.open()


@pytest.fixture(scope="session")
def parser() -> Language:
    """The English parser that the dashboard uses."""
    from claimmap.extract.parsing import load_parser

    return load_parser()
