"""What takes long to open, opened once for all tests that want it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from claimmap.geocode.gazetteer import Gazetteer
    from tests.postgresql import Server


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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server."""
    from tests.postgresql import find_programs, run_server

    programs = find_programs()
    if programs is None:
        pytest.fail("PostgreSQL is not installed; tests/run installs it")
    with run_server(programs) as server:
        yield server
