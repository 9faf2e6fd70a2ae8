"""One process that takes files apart, for all tests that give it some."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from claimmap.reading.known import Known
from claimmap.reading.messages import Found, FoundClaims, Refused
from claimmap.reading.process import Worker

Read = Callable[..., list[Found | FoundClaims | Refused]]


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


@pytest.fixture
def read(worker: Worker) -> Read:
    """A function from a file's bytes and name to all that is found in it."""

    def find(
        raw: bytes, name: str, columns: dict[str, str] | None = None, beside: Known | None = None
    ) -> list[Found | FoundClaims | Refused]:
        return list(worker.read(raw, name, Known(), beside or Known(), columns))

    return find
