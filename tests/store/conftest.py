"""Small whole extractions, made by hand, and a store to put them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from claimmap.model import (
    Attribution,
    Candidate,
    Claim,
    Document,
    Extraction,
    Interval,
    Place,
    Provenance,
    Quantity,
    Role,
    Source,
    Span,
    Timex,
    Toponym,
)
from claimmap.store import ClaimRow, News, Store
from tests.postgresql import Server

TOWN = Place(10, "Rivertown", "XA", "city", 10.5, 20.25, 4000, "Lakeland, Exland", 3.0)
NAMESAKE = Place(11, "Rivertown", "XB", "city", -3.0, 7.0, 90, "Whyland")
SEA = Place(-5, "Grey Sea", "", "sea", 1.0, 2.0, radius_km=300.0)
LATELY = Timex(Span(0, 4), "DATE", "2024-10-17", date(2024, 10, 17), date(2024, 10, 17), "day")
KINDS = ("sqlite", "postgresql")
Make = Callable[..., Extraction]


def toponym(start: int, place: Place | None = TOWN, role: Role = "scene") -> Toponym:
    candidates = (Candidate(TOWN, 0.75, "larger"), Candidate(NAMESAKE, 0.25))
    return Toponym(Span(start, start + 4), role, candidates, place, 0.75, "larger", 2, 2.5, "near")


def make_extraction(
    name: str = "one",
    sentences: tuple[str, ...] = ("The mayor said Rivertown flooded.", "It rained."),
    toponyms: tuple[Toponym, ...] = (toponym(15),),
) -> Extraction:
    """A document of these sentences, each a claim; the first one has all the toponyms."""
    text = " ".join(sentences)
    document = Document(
        name,
        "The Paper",
        name.title(),
        "",
        date(2024, 10, 18),
        text,
        (Provenance("url", "given"),),
        "en",
    )
    paper = Source("The Paper", "media")
    mayor = Source("The mayor", "government", "mayor", (Span(0, 9),))
    said = Attribution(mayor, (Span(10, 14),), (Span(15, 32),), "indirect", (mayor, paper))
    when = Interval(date(2024, 10, 17), None, 1, "said so", LATELY)
    number = Quantity(Span(0, 3), 3.0, None, 5.0, True, "~", "house", "houses", Span(4, 9))
    starts = [sum(len(one) + 1 for one in sentences[:index]) for index in range(len(sentences))]
    claims = tuple(
        Claim(
            f"{name}-{index}",
            name,
            Span(start, start + len(sentence)),
            (Span(start, start + len(sentence)),),
            said if index == 0 else None,
            (mayor, paper) if index == 0 else (paper,),
            "alleged" if index == 0 else "asserted",
            (Span(start, start + 2),),
            when,
            Interval(None, None, None, ""),
            toponyms if index == 0 else (),
            (number,) if index == 0 else (),
        )
        for index, (start, sentence) in enumerate(zip(starts, sentences, strict=True))
    )
    return Extraction(document, (said,), (LATELY,), (number,), toponyms, claims)


def rows_of(store: Store) -> list[ClaimRow]:
    """All rows of a store, by their fields' names."""
    with store.news() as news:
        return [ClaimRow(*row) for some in news.rows for row in some]


def numbers(news: News) -> list[int]:
    """The claims that have come, each once."""
    return list(dict.fromkeys(row[0] for some in news.rows for row in some))


@pytest.fixture
def make() -> Make:
    return make_extraction


def new_database(
    kind: str, folder: Path, request: pytest.FixtureRequest
) -> AbstractContextManager[str]:
    """The URL of a database of this kind that nobody else has."""
    if kind == "sqlite":
        return nullcontext(f"sqlite:///{folder / 'claims.db'}")
    server: Server = request.getfixturevalue("postgresql")
    return server.database()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    with new_database(kind, tmp_path / "folder", request) as url:
        yield url


@pytest.fixture
def other_url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Another database of the same kind."""
    with new_database(kind, tmp_path / "other", request) as url:
        yield url


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()
