"""What tests of several rooms stand on; what takes long to open is opened once for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from claimmap.geocode.gazetteer import Gazetteer
    from claimmap.ingest import Extractor
    from claimmap.store import Store
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
def extractor(parser: Language, gazetteer: Gazetteer) -> Extractor:
    """What finds the claims of a document, and asks nobody for a place."""
    from claimmap.ingest import Extractor

    return Extractor(parser, gazetteer)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of the test's own."""
    from claimmap.store import Store

    store = Store(f"sqlite:///{tmp_path / 'claims.db'}")
    yield store
    store.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server."""
    from tests.postgresql import find_programs, run_server

    programs = find_programs()
    if programs is None:
        pytest.fail("PostgreSQL is not installed; tests/run installs it")
    with run_server(programs) as server:
        yield server
