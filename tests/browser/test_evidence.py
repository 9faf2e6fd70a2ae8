"""What a claim rests on, as each page shows it: its way, its stance, its dates, its hedges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server, run_claimmap, run_dashboard, store_in

TEXT = """A storm reached Ternopil.

Unidentified sources told the Northern Gazette that 40 soldiers may have left Lviv last week.

The railway company Norline will reopen the line to Odesa, its director Tom Berg said.

Analysts expect that a strike may stop the port of Mykolaiv next year.

The ministry denied that a bridge near Sumy had collapsed.

The mayor of Lviv called the plan a disgrace."""
RELAYED = ["Unidentified sources unidentified", "Northern Gazette media", "The Daily outlet"]
WIDE: Any = {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"}
PHONE: Any = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}

Where = Literal["popup", "list", "card", "report"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard over a report with all six stances, a relayed claim and an open end."""
    folder = tmp_path_factory.mktemp("told")
    report = folder / "report.txt"
    report.write_text(TEXT)
    facts = ("--published", "2024-10-20", "--title", "It", "--outlet", "The Daily")
    run_claimmap(store_in(folder), "ingest", report, *facts)
    with run_dashboard(folder) as running:
        yield running


def open_claim(screen: Screen, where: Where, server: Server) -> Locator:
    """The claim that was relayed, as that part of the dashboard shows it."""
    page = screen.page
    told_by = page.locator("li.claim").filter(has=page.get_by_text("Northern Gazette media"))
    match where:
        case "popup":
            screen.map()
            return screen.open_popup("Lviv").locator("article").first
        case "list":
            screen.map()
            screen.open_mark("Lviv")
            return told_by.first
        case "card":
            page.goto(f"{server.url}/claims")
            page.get_by_text("Cards", exact=True).click()
            return told_by
        case "report":
            open_report(screen, server)
            page.locator(".run.claim").filter(has_text="soldiers").first.click()
            return page.locator("aside.card")


def open_report(screen: Screen, server: Server) -> Locator:
    """The report's marked text."""
    screen.page.goto(f"{server.url}/reports")
    screen.page.get_by_role("link", name="It", exact=True).click()
    return screen.page.locator(".text")


@pytest.fixture(params=["popup", "list", "card", "report"])
def where(request: pytest.FixtureRequest) -> Where:
    """Each part of the dashboard that shows a whole claim."""
    part: Where = request.param
    return part


@pytest.mark.parametrize("look", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_chain_runs_from_root_to_outlet(
    told: Server, open_page: OpenPage, where: Where, look: dict[str, Any]
) -> None:
    screen = Screen(open_page(told.url, **look))
    claim = open_claim(screen, where, told)
    expect(claim.locator(".claimmap-crumbs li")).to_have_text(RELAYED)
    expect(claim.locator(".claimmap-heard")).to_have_text("relayed by Northern Gazette")
    roots = claim.locator(".claimmap-crumbs [data-kind=unidentified] .claimmap-crumb")
    expect(roots).to_have_css("border-style", "dashed")
    wide = claim.evaluate(
        "one => [one, document.documentElement].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert max(wide) <= 0


def test_the_keyboard_hears_how_a_date_is_known(
    told: Server, open_page: OpenPage, where: Where
) -> None:
    screen = Screen(open_page(told.url, **WIDE))
    claim = open_claim(screen, where, told)
    event = claim.locator(".claimmap-when").first
    expect(event).to_have_text("7 to 13 October 2024 · to the week")
    expect(event).to_have_accessible_description(
        "'last week', counted from publication, Monday 7 October 2024 to Sunday 13 October 2024"
        " to the week · EDTF 2024-10-07/2024-10-13"
    )
    note = claim.get_by_role("tooltip").filter(has_text="last week")
    expect(note).to_be_hidden()
    event.focus()
    expect(note).to_be_visible()
    screen.page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(event).to_be_focused()  # what the note stands in is still open
    expect(event).to_be_visible()


def test_the_mouse_shows_how_a_date_is_known(
    told: Server, open_page: OpenPage, where: Where
) -> None:
    screen = Screen(open_page(told.url, **WIDE))
    claim = open_claim(screen, where, told)
    note = claim.get_by_role("tooltip").filter(has_text="last week")
    claim.locator(".claimmap-when").first.hover()
    expect(note).to_be_visible()
    note.hover()  # the way to the note does not put it away
    expect(note).to_be_visible()
    screen.page.mouse.move(0, 0)
    expect(note).to_be_hidden()


def test_a_tap_shows_how_a_date_is_known(told: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(told.url, **PHONE, has_touch=True))
    claim = open_claim(screen, "card", told)
    claim.locator(".claimmap-when").first.tap()
    note = claim.get_by_role("tooltip").filter(has_text="last week")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    screen.page.get_by_text("What the signs mean").tap()
    expect(note).to_be_hidden()


def test_the_hedges_are_marked_in_the_sentence(
    told: Server, open_page: OpenPage, where: Where
) -> None:
    screen = Screen(open_page(told.url, **WIDE))
    claim = open_claim(screen, where, told)
    words = claim.locator(".claimmap-in-hedge")
    if where == "report":
        words = screen.page.locator(".text .hedge").filter(has_text="may").first
    expect(words).to_have_text("may")
    expect(words).to_have_css("text-decoration-style", "wavy")


def test_each_stance_has_a_shape_and_a_word_of_its_own(told: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(f"{told.url}/claims", **WIDE))
    screen.settle()
    screen.page.get_by_text("Cards", exact=True).click()
    chips = screen.page.locator("li.claim .claimmap-stance")
    expect(chips.first).to_be_visible()
    shown = {chip.inner_text().split(maxsplit=1)[1]: chip.inner_text()[0] for chip in chips.all()}
    assert set(shown) == {"asserted", "alleged", "planned", "forecast", "denied", "opinion"}
    assert len(set(shown.values())) == len(shown)
    alleged = chips.filter(has_text="alleged").first
    expect(alleged).to_have_accessible_name("alleged")
    expect(alleged).to_have_accessible_description(
        "alleged: put forward, but the words leave open whether it is so. Told by “may”."
    )
    screen.page.get_by_text("What the signs mean").click()
    key = screen.page.locator(".claimmap-key")
    for stance, shape in shown.items():
        expect(key).to_contain_text(f"{shape} {stance}")


def test_an_open_end_is_said_in_words(told: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(f"{told.url}/claims", **WIDE))
    screen.settle()
    screen.page.get_by_text("Cards", exact=True).click()
    planned = screen.page.locator("li.claim").filter(has_text="Norline")
    expect(planned.locator(".claimmap-when").first).to_have_text(
        "from 20 October 2024 on, end open"
    )


def test_the_table_has_shape_and_chain_and_opens_on_the_whole_claim(
    told: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(f"{told.url}/claims", **WIDE))
    screen.settle()
    table = screen.page.locator("[data-testid=stDataFrame]")
    way = "Unidentified sources (unidentified) → Northern Gazette (media) → The Daily"
    for told_in_a_cell in ("□ alleged", "▷ planned", "✕ denied", "may", way):
        # Streamlit draws its table; what it tells a screen reader stands inside of the canvas.
        cells = table.locator("td").get_by_text(told_in_a_cell, exact=True)
        expect(cells.first).to_be_attached()
    table.click(position={"x": 100, "y": 35 + 35 + 17})
    screen.page.keyboard.press("Shift+Space")
    chosen = screen.page.locator("li.claim")
    expect(chosen.locator(".claimmap-crumbs li")).to_have_text(RELAYED)


def test_the_reports_text_says_each_stance_and_stays_to_the_letter(
    told: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(told.url, **WIDE))
    text = open_report(screen, told)
    expect(text).to_have_text(TEXT, use_inner_text=False)
    labels = text.locator(".stance").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before').content)"
    )
    assert [label for label in labels if "□ alleged" in label]
    assert len(labels) == len(
        set(text.locator("[data-claims]").evaluate_all("all => all.map(one => one.dataset.claims)"))
    )


def test_the_keyboard_hears_how_a_date_of_the_text_was_read(
    told: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(told.url, **WIDE))
    words = open_report(screen, told).locator(".run.date").filter(has_text="next year")
    words.focus()
    note = screen.page.get_by_role("tooltip").filter(has_text="2025")
    expect(note.first).to_be_visible()
