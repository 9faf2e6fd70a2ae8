"""A report that tries everything: it is shown to the letter, and nothing of it runs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

import pytest
from playwright.sync_api import expect

from claimmap.store import Store
from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server, run_claimmap, run_dashboard, store_in

OWNED = "window.claimmapOwned=1"
ATTACKS = [
    f"<script>{OWNED}</script>",
    f'<img src=x onerror="{OWNED}">',
    f"</script><script>{OWNED}</script>",
    f"</textarea></title></style><svg onload={OWNED}>",
    "${" + OWNED + "}",
    "`${" + OWNED + "}`",
    f"`;{OWNED};//",
    f"\\`;{OWNED};//",
    f"\\'\\\";{OWNED};//",
    f"\u2028{OWNED}\u2029",
    f"javascript:{OWNED}",
    f"[press](javascript:{OWNED})",
    "![seen](http://elsewhere.example/seen.png)",
    "[press](http://elsewhere.example/) http://elsewhere.example/auto",
    "{{ 7*7 }} {% raw %} <%= 7 %> :material/bolt: :red[red] $x^2$ ~~x~~",
    "_map_1a2b3c4d_ feature_group_0f map_div.remove();",
]
TITLE = f'Report <img src=x onerror="{OWNED}"> ![seen](http://elsewhere.example/t.png) `${{x}}`'
OUTLET = f"Paper <script>{OWNED}</script> [x](javascript:{OWNED}) \\"
TEXT = "\n\n".join(
    f"Officials said on {day} October 2024 that a depot {attack} burned in Kharkiv."
    for day, attack in enumerate(ATTACKS, start=1)
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard over the hostile report alone."""
    folder = tmp_path_factory.mktemp("hostile")
    report = folder / "report.txt"
    report.write_text(TEXT, encoding="utf-8", newline="")
    facts = ("--title", TITLE, "--outlet", OUTLET, "--published", "2024-10-20")
    run_claimmap(store_in(folder), "ingest", report, *facts)
    with run_dashboard(folder) as running:
        yield running


@pytest.fixture
def screen(hostile: Server, open_page: OpenPage) -> Iterator[Screen]:
    """The map page over the hostile report; fails where anything of the report ran."""
    screen = Screen(open_page(hostile.url))
    screen.map()
    screen.settle()
    yield screen
    _check_that_nothing_ran(screen)


def _check_that_nothing_ran(screen: Screen) -> None:
    for frame in screen.page.frames:
        assert frame.evaluate("typeof window.claimmapOwned") == "undefined"
        assert frame.locator("img[src*='elsewhere'], img[src='x']").count() == 0
        assert frame.locator("a[href^='javascript' i]").count() == 0


@pytest.fixture(scope="module")
def sentences(hostile: Server) -> list[str]:
    """The sentences of the report's claims, as stored."""
    store = Store(hostile.store)
    (row,) = store.documents()
    extraction = store.extraction(row.id)
    store.close()
    assert extraction is not None
    assert extraction.document.title == TITLE
    return [claim.sentence.of(extraction.document.text) for claim in extraction.claims]


def fetched(url: str) -> tuple[str, dict[str, str]]:
    """The body and the headers of an answer."""
    with build_opener(ProxyHandler({})).open(url) as answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return answer.read().decode("utf-8"), headers


def test_the_report_has_claims_with_the_attacks_in_them(sentences: list[str]) -> None:
    told = "\n".join(sentences)
    for sign in ("<script>", "</script>", "<img", "${", "`", "\\", "\u2028", "javascript:", "]("):
        assert sign in told


def test_the_map_still_works(screen: Screen) -> None:
    assert screen.state()["shown"] == screen.counts().shown > 0
    assert screen.state()["places"] > 0


def test_a_popup_shows_the_sentences_to_the_letter(screen: Screen, sentences: list[str]) -> None:
    popup = screen.open_popup()
    shown = popup.locator("blockquote").all_text_contents()
    assert len(shown) > 3
    assert set(shown) <= set(sentences)
    assert any("<img" in quote for quote in shown)
    popup.locator(".claimmap-ways summary").click()
    expect(popup.locator(".claimmap-paths")).to_contain_text(OUTLET)


def test_the_lists_show_the_sentences_to_the_letter(screen: Screen, sentences: list[str]) -> None:
    mark = screen.open_mark("")
    shown = mark.locator("blockquote")
    expect(shown.first).to_be_visible()
    assert set(shown.all_text_contents()) <= set(sentences)


def test_the_filters_show_the_outlet_to_the_letter(screen: Screen) -> None:
    screen.page.get_by_label("Outlet").first.click()
    screen.page.get_by_role("option", name=OUTLET, exact=True).click()
    screen.page.keyboard.press("Escape")
    expect(screen.chip("Outlet: ")).to_contain_text(OUTLET)


def test_the_claims_page_shows_the_table(screen: Screen) -> None:
    screen.go_to("Claims")
    expect(screen.page.locator("[data-testid=stDataFrame]")).to_be_visible()
    expect(screen.page.locator("[data-testid=stException]")).to_have_count(0)


def test_the_story_shows_the_sentences_to_the_letter(screen: Screen, sentences: list[str]) -> None:
    screen.go_to("Story")
    shown = screen.page.locator(".claim blockquote")
    expect(shown.first).to_be_visible()
    assert set(shown.all_text_contents()) <= set(sentences)


def test_the_report_is_shown_to_the_letter(screen: Screen) -> None:
    screen.go_to("Reports")
    screen.page.get_by_role("link", name=TITLE, exact=True).click()
    text = screen.page.locator(".claimmap-root .text")
    expect(text).to_be_visible()
    assert text.text_content() == TEXT
    expect(screen.page.locator(".claimmap-root h2")).to_have_text(TITLE)


def test_the_reports_places_are_shown_to_the_letter(screen: Screen) -> None:
    screen.go_to("Reports")
    screen.page.get_by_role("link", name=TITLE, exact=True).click()
    screen.page.get_by_text("Places", exact=True).click()
    names = screen.page.locator("details.name")
    expect(names.first).to_be_visible()
    for name in names.all():
        name.locator("summary").click()
        quote = name.locator(".quote").text_content() or ""
        assert quote.strip("…") in TEXT


@pytest.mark.parametrize("attack", ATTACKS[1:9:2])
def test_a_hostile_link_does_no_harm(hostile: Server, open_page: OpenPage, attack: str) -> None:
    query = urlencode({"text": attack, "source": attack, "document": attack, "claim": attack})
    screen = Screen(open_page(f"{hostile.url}/?{query}"))
    screen.settle()
    expect(screen.chip("Text: ")).to_contain_text(attack)
    assert screen.state()["shown"] == screen.counts().shown
    _check_that_nothing_ran(screen)


@pytest.mark.parametrize("form", ["json", "geojson", "csv"])
def test_an_export_holds_the_sentences_to_the_letter(
    hostile: Server, sentences: list[str], form: str
) -> None:
    body, headers = fetched(f"{hostile.url}/claimmap/export.{form}")
    assert headers["x-content-type-options"] == "nosniff"
    assert "html" not in headers["content-type"]
    assert set(_exported(body, form)) == set(sentences)


def _exported(body: str, form: str) -> Iterator[str]:
    if form == "csv":
        yield from (row["sentence"] for row in csv.DictReader(io.StringIO(body, newline="")))
    elif form == "geojson":
        yield from (each["properties"]["sentence"] for each in json.loads(body)["features"])
    else:
        yield from (claim["sentence"] for claim in json.loads(body)["claims"])
