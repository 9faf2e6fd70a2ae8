"""The map's layer in a real browser: what it counts, draws, opens and says."""

from __future__ import annotations

import base64

import numpy as np
import pytest
from backports import zstd
from playwright.sync_api import Frame, Locator, Page, Route, expect

from claimmap.model import ROLES
from claimmap.view.columns import Columns, Flags
from claimmap.view.filters import apply_filter, filter_query
from claimmap.view.lists import place_totals
from claimmap.view.snapshots import Snapshot
from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server
from tests.view.rows import columns_of, graded, many_rows, some_filters

PHONE = {"width": 390, "height": 844}
MATCHING = np.arange(0, 3_000, 7)  # numbers of claims

READ = """encoded => {
  const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
  window.tried = claimmap.readColumns(bytes.buffer);
}"""
TALLY = """([query, encoded]) => {
  const bits = encoded && Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
  const filter = claimmap.readFilter(tried, query);
  const { shown, counts, loud, firm } = new claimmap.Tally(tried, filter, bits);
  const told = Array.from(tried.place_id, (id, index) =>
    [id, counts[index], loud[index], firm[index]]);
  const places = told.filter(([, count]) => count);
  return { shown, places, ...claimmap.shownRange(tried, filter) };
}"""
GROUP = """([towns, most]) => claimmap
  .groupTowns(towns, claimmap.radiusFor(most)).groups
  .map(({ count, members }) => ({ count, members: members.map(({ index }) => index) }))"""
POINT = """([latitude, longitude]) => {
  const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
  return [x, y];
}"""
LABELS = "pins => pins.map(pin => pin.getAttribute('aria-label'))"
AREA = """name => {
  const layer = Object.values(map._layers).find(({ _marks }) => _marks);
  const area = layer._areas.find((area) => area.text.startsWith(name));
  return Boolean(area && area.shape);
}"""


@pytest.fixture
def screen(page: Page) -> Screen:
    """The map page, settled."""
    screen = Screen(page)
    screen.map()
    screen.settle()
    return screen


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Claims of every shape."""
    return Snapshot(graded(columns_of(many_rows(11, 3_000, places=300, sources=300))), {})


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def click_at(frame: Frame, latitude: float, longitude: float) -> None:
    x, y = frame.evaluate(POINT, [latitude, longitude])
    frame.locator("#map_div").click(position={"x": x, "y": y})


def see(frame: Frame, latitude: float, longitude: float, zoom: int) -> None:
    """Bring a part of the world into view, and wait until it has come to rest."""
    frame.evaluate(f"map.setView([{latitude}, {longitude}], {zoom}, {{ animate: false }})")


def counts_by_place(columns: Columns, found: Flags) -> dict[int, tuple[int, int, int]]:
    shown = found[columns.link_claim]
    container = columns.link_role == ROLES.index("container")
    loud = np.bincount(columns.link_place[shown & ~container], minlength=len(columns.places))
    firm = np.bincount(
        columns.link_place[shown & (columns.link_doubt == 0)], minlength=len(columns.places)
    )
    total = place_totals(columns, found)
    return {
        columns.places[code].id: (int(total[code]), int(loud[code]), int(firm[code]))
        for code in np.flatnonzero(total)
    }


def test_the_browser_filters_as_the_server_does(screen: Screen, snapshot: Snapshot) -> None:
    frame = screen.map()
    frame.evaluate(READ, encoded(zstd.decompress(snapshot.packed)))
    for number, wanted in enumerate(some_filters(12, 80)):
        matches = snapshot.match(MATCHING) if number % 3 == 0 else None
        bits = (
            None if matches is None else encoded(np.packbits(matches, bitorder="little").tobytes())
        )
        found = apply_filter(snapshot.columns, wanted, matches)
        told = frame.evaluate(TALLY, [filter_query(wanted), bits])
        assert told["shown"] == found.counts.shown
        places = {place: tuple(numbers) for place, *numbers in told["places"]}
        assert places == counts_by_place(snapshot.columns, found.shown), wanted
        assert wanted.first is None or told["first"] == wanted.first.isoformat()
        assert wanted.last is None or told["last"] == wanted.last.isoformat()


def test_towns_that_would_overlap_are_one_with_summed_claims(screen: Screen) -> None:
    towns = [
        {
            "index": number,
            "x": (number * 37) % 400,
            "y": (number * 53) % 300,
            "count": 1 + number % 9,
        }
        for number in range(200)
    ]
    groups = screen.map().evaluate(GROUP, [towns, 9])
    assert 1 < len(groups) < len(towns)
    assert sorted(index for group in groups for index in group["members"]) == list(range(200))
    for group in groups:
        assert group["count"] == sum(towns[index]["count"] for index in group["members"])


def test_a_region_is_an_area_that_opens_wherever_it_is_pressed(screen: Screen) -> None:
    frame = screen.map()
    see(frame, 51.7, 36.2, 7)
    frame.wait_for_function(f"() => ({AREA})('Kursk')")
    click_at(frame, 51.5, 37.4)
    expect(screen.popup().get_by_role("heading")).to_have_text("Kursk Oblast")
    labels = [label for label in frame.locator(".claimmap-pin").evaluate_all(LABELS) if label]
    assert any(label.startswith("Kursk Oblast, region: ") for label in labels)


def test_a_press_on_open_ground_closes_the_popup_and_opens_none(screen: Screen) -> None:
    frame = screen.map()
    screen.open_popup()
    see(frame, -30.0, -20.0, 4)
    click_at(frame, -30.0, -20.0)
    expect(screen.popup()).to_have_count(0)


def test_a_popup_whose_place_falls_out_says_so_and_stays(screen: Screen) -> None:
    popup = screen.open_popup()
    title = popup.get_by_role("heading").inner_text()
    search = screen.page.get_by_label("Words in the sentence")
    search.fill("zzzz")
    search.press("Enter")
    screen.wait_for_shown(0)
    expect(popup).to_contain_text("No claim here passes the filter now")
    expect(popup.get_by_role("heading")).to_have_text(title)
    expect(message(screen)).to_contain_text("No claim passes the filter")
    search.fill("")
    search.press("Enter")
    expect(popup.locator("article").first).to_be_visible()
    expect(message(screen)).to_be_hidden()


def message(screen: Screen) -> Locator:
    return screen.map().locator(".claimmap-message")


def test_what_cannot_be_loaded_is_said_in_the_map_with_a_way_on(
    server: Server, open_page: OpenPage
) -> None:
    screen = Screen(open_page(f"{server.url}/claimmap/health"))

    def broken(route: Route) -> None:
        route.fulfill(status=200, body="")

    screen.page.route("**/claimmap/columns/**", broken)
    screen.page.goto(server.url)
    frame = screen.page.frame_locator("iframe[title*='streamlit_folium']")
    said = frame.locator(".claimmap-message")
    said.wait_for()
    expect(said).to_contain_text("The claims could not be loaded")
    screen.page.unroute("**/claimmap/columns/**")
    said.get_by_role("button", name="Try again").click()
    assert screen.state()["shown"] > 0
    expect(said).to_be_hidden()


def test_a_broken_list_of_claims_is_said_in_the_popup_with_a_way_on(screen: Screen) -> None:
    screen.page.route("**/claimmap/place/**", lambda route: route.fulfill(status=200, body="{"))
    screen.pins().first.focus()
    screen.page.keyboard.press("Enter")
    choice = screen.popup().locator(".claimmap-choice")
    if choice.count():
        chosen = choice.first.evaluate("button => button.firstChild.textContent")
        choice.first.click()
        expect(screen.popup().locator("h2")).to_have_text(chosen)
    expect(screen.popup()).to_contain_text("The claims could not be read")
    screen.page.unroute("**/claimmap/place/**")
    screen.popup().get_by_role("button", name="Try again").click()
    expect(screen.popup().locator("article").first).to_be_visible()


def test_the_legend_names_every_class_and_the_credits_every_source(screen: Screen) -> None:
    frame = screen.map()
    legend = frame.locator(".claimmap-legend")
    if legend.get_attribute("open") is None:
        legend.locator("summary").click()
    for words in ("Town", "near", "Region", "Country", "Area, roughly", "in doubt", "Only"):
        expect(legend).to_contain_text(words)
    for words in ("GeoNames, CC BY 4.0", "Natural Earth", "Census Bureau", "Disputed borders"):
        expect(frame.locator(".claimmap-credits")).to_contain_text(words)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_takes_the_pages_theme(server: Server, open_page: OpenPage, theme: str) -> None:
    screen = Screen(open_page(server.url, color_scheme=theme))
    frame = screen.map()
    expect(frame.locator(f"#map_div[data-theme={theme}]")).to_be_attached()


def test_another_filter_draws_again_and_marks_it(screen: Screen) -> None:
    frame = screen.map()
    drawn = "performance.getEntriesByName('claimmap:drawn').length"
    before = frame.evaluate(drawn)
    screen.slide("ArrowRight")
    frame.wait_for_function(f"before => {drawn} > before", arg=before)
    state = screen.state()
    assert set(state) == {"shown", "places", "first", "last"}
    assert state["first"] < state["last"]


def test_the_map_follows_the_width_of_the_page(screen: Screen) -> None:
    frame = screen.map()
    wide = frame.evaluate("map.getSize().x")
    screen.page.set_viewport_size(PHONE)
    frame.wait_for_function("wide => map.getSize().x < wide", arg=wide)
    frame.wait_for_function("map.getSize().x === map.getContainer().clientWidth")
    assert frame.evaluate("map.getSize().x") <= PHONE["width"]


def test_a_popup_fits_a_phone(server: Server, open_page: OpenPage) -> None:
    screen = Screen(open_page(server.url, viewport=PHONE))
    screen.map()
    screen.settle()
    box = screen.open_popup().bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]


UNDER = """() => {
  const boxes = [".claimmap-legend", ".leaflet-control-zoom", ".claimmap-credits"]
    .map((name) => document.querySelector(name).getBoundingClientRect());
  const over = (a, b) =>
    a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  return [...document.querySelectorAll(".claimmap-pin")]
    .map((pin) => [pin.getAttribute("aria-label"), pin.getBoundingClientRect()])
    .filter(([, box]) => boxes.some((one) => over(one, box)))
    .map(([label]) => label);
}"""
ONCE = "() => [...document.querySelectorAll('.claimmap-pin')].map((pin) => pin.dataset.places)"


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE])
def test_the_first_view_shows_every_place_and_hides_none_under_the_legend(
    server: Server, open_page: OpenPage, viewport: dict[str, int]
) -> None:
    screen = Screen(open_page(server.url, viewport=viewport))
    screen.pins()
    frame = screen.map()
    assert frame.evaluate(UNDER) == []
    shown = [place for places in frame.evaluate(ONCE) for place in places.split(",")]
    assert len(shown) == screen.state()["places"]


def test_a_place_is_drawn_once_though_the_world_is_seen_twice(screen: Screen) -> None:
    frame = screen.map()
    see(frame, 30.0, 40.0, 1)
    frame.wait_for_function(f"() => new Set(({ONCE})()).size === ({ONCE})().length")
    shown = [place for places in frame.evaluate(ONCE) for place in places.split(",")]
    assert len(shown) == len(set(shown)) == screen.state()["places"]


def test_no_circle_covers_the_number_of_another(screen: Screen) -> None:
    towns = [
        {"index": n, "x": (n * 37) % 300, "y": (n * 53) % 200, "count": 5 + n % 9}
        for n in range(60)
    ]
    groups = screen.map().evaluate(
        "towns => claimmap.groupTowns(towns, claimmap.radiusFor(13)).groups", towns
    )
    for one in groups:
        for other in groups:
            apart = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
            assert one is other or apart >= 0.6 * (one["radius"] + other["radius"])


def test_a_popup_stays_in_view_when_the_window_narrows(screen: Screen) -> None:
    screen.open_popup()
    screen.page.set_viewport_size({"width": 390, "height": 844})
    screen.map().wait_for_function(
        """() => {
          const box = document.querySelector(".claimmap-popup").getBoundingClientRect();
          return window.innerWidth < 390 && box.left >= 0 && box.right <= window.innerWidth;
        }"""
    )
