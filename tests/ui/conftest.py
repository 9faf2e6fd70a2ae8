"""A store with two hand-made reports, one of them hostile, and the app over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.__main__ import main
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
    Source,
    Span,
    Stance,
    Timex,
    Toponym,
)
from claimmap.store import Store
from claimmap.ui.script import SHELL, settle_path
from tests.story import write_story

ROOT = Path(__file__).parents[2]

TEXT = (
    "About 300 engineers reached Porto on Monday, Ana Costa said.\n\n"
    "Two bridges near Lagos will close in May, the ministry said.\n\n"
    "Nobody has been hurt, the mayor insisted."
)
HOSTILE = (
    '<script>alert(1)</script> said "${alert(2)}" at Porto. '
    "**bold** [x](javascript:alert(3)) `tick` \\ </script> :red[no] $x$ \u2028 "
    "<img src=x onerror=alert(4)>"
)
UNDATED = Interval(None, None, None, "no date in the text")
PORTO = Place(2735943, "Porto", "PT", "city", 41.1496, -8.611, 249633, "Porto, Portugal")
LAGOS = Place(2267226, "Lagos", "PT", "city", 37.102, -8.674, 18831, "Faro, Portugal")


def span_of(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_claim(
    document: Document,
    sentence: str,
    content: str,
    source: Source,
    stance: Stance = "asserted",
    event: Interval = UNDATED,
    place: tuple[str, Place] | None = None,
    quantities: tuple[Quantity, ...] = (),
) -> Claim:
    """A claim of the document, from words that stand in its text."""
    text = document.text
    other = Candidate(place[1], 0.9, HOSTILE) if place else None
    toponyms = (
        (Toponym(span_of(text, place[0]), "scene", (other,), place[1], 0.9, "the only one", 1),)
        if place and other
        else ()
    )
    outlet = Source(document.outlet, "media")
    words = span_of(text, content)
    return Claim(
        id=f"{document.id}-{words.start}",
        document=document.id,
        sentence=span_of(text, sentence),
        content=(words,),
        attribution=Attribution(source, (), (words,), "indirect", (source, outlet)),
        chain=(source, outlet),
        stance=stance,
        hedges=(),
        event=event,
        statement=Interval(document.published, document.published, 1, "published then"),
        toponyms=toponyms,
        quantities=quantities,
    )


def gather(document: Document, claims: tuple[Claim, ...], timexes: tuple[Timex, ...]) -> Extraction:
    """An extraction that holds just what its claims do."""
    return Extraction(
        document,
        tuple(claim.attribution for claim in claims if claim.attribution),
        timexes,
        tuple(found for claim in claims for found in claim.quantities),
        tuple(found for claim in claims for found in claim.toponyms),
        claims,
    )


def make_plain() -> Extraction:
    """Three claims: one at Porto on a day, one at Lagos in a month, one with neither."""
    known = Provenance("published", "inferred", "the week that its words place it in")
    document = Document(
        "d1", "The Wire", "Bridges", "https://example.org/a", date(2024, 3, 6), TEXT, (known,)
    )
    monday = Timex(
        span_of(TEXT, "Monday"),
        "DATE",
        "2024-03-04",
        date(2024, 3, 4),
        date(2024, 3, 4),
        "day",
        "2024-03-04",
        "counted back from publication",
    )
    ana = Source("Ana Costa", "person", "", (span_of(TEXT, "Ana Costa"),))
    ministry = Source("the ministry", "government", "", (span_of(TEXT, "the ministry"),))
    about = Quantity(span_of(TEXT, "About 300"), 300, 270, 330, True, "~", "engineer", "engineers")
    claims = (
        make_claim(
            document,
            TEXT[:60],
            "About 300 engineers reached Porto on Monday",
            ana,
            event=Interval(date(2024, 3, 4), date(2024, 3, 4), 1, "on Monday", monday),
            place=("Porto", PORTO),
            quantities=(about,),
        ),
        make_claim(
            document,
            "Two bridges near Lagos will close in May, the ministry said.",
            "Two bridges near Lagos will close in May",
            ministry,
            "planned",
            Interval(date(2024, 5, 1), date(2024, 5, 31), 3, "in May"),
            ("Lagos", LAGOS),
        ),
        make_claim(
            document,
            "Nobody has been hurt, the mayor insisted.",
            "Nobody has been hurt",
            Source("the mayor", "government"),
            "denied",
        ),
    )
    return gather(document, claims, (monday,))


def make_hostile() -> Extraction:
    """One claim whose every word would do harm if it were read as markup."""
    document = Document(
        "d2",
        "<b>Outlet</b>",
        "<img src=x onerror=alert(5)> **t** ${1}",
        "javascript:alert(6)",
        date(2024, 3, 7),
        HOSTILE,
    )
    who = Source(
        "<script>alert(1)</script>",
        "person",
        "[r](http://evil.example)",
        (span_of(HOSTILE, "<script>alert(1)</script>"),),
    )
    claim = make_claim(document, HOSTILE, "${alert(2)}", who, "alleged", place=("Porto", PORTO))
    return gather(document, (claim,), ())


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The URL of a store that holds both reports."""
    url = f"sqlite:///{tmp_path / 'claimmap.db'}"
    store = Store(url)
    store.save(make_plain())
    store.save(make_hostile())
    store.close()
    return url


@pytest.fixture(scope="session", autouse=True)
def settled() -> None:
    """The path as the dashboard has it: imports in threads look for packages while others run."""
    settle_path()


@pytest.fixture
def open_app(database: str) -> Callable[..., AppTest]:
    """Start the app over the store, with a link's query and a page if wanted."""

    def start(page: str = "", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(SHELL, default_timeout=30)
        app.secrets["claimmap"] = {
            "database": database,
            "seeds": str(ROOT / "seeds"),
            "base_path": "",
        }
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        return app.switch_page(page).run() if page else app

    return start


def ingested(folder: Path, reports: Path) -> str:
    """Have the command line read a folder of reports; out: the database."""
    url = f"sqlite:///{folder / 'claims.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMMAP_DATABASE", url)
        patch.delenv("CLAIMMAP_NOMINATIM", raising=False)
        assert main(["ingest", str(reports)]) == 0
    return url


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The database of a store that has read the seeds."""
    return ingested(tmp_path_factory.mktemp("seed"), ROOT / "seeds")


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same of one story of many outlets."""
    reports = write_story(tmp_path_factory.mktemp("reports"))
    return ingested(tmp_path_factory.mktemp("story"), reports)
