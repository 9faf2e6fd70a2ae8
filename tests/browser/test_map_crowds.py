"""Many places and movements on one map: sums, arrows, the glow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from claimmap.model import Place
from claimmap.view.columns import pack_columns
from tests.browser.conftest import OpenPage
from tests.browser.screen import Screen
from tests.browser.serving import Server
from tests.view.rows import a_place, at, columns_of, dated, row

LABELS = "pins => pins.map(pin => pin.getAttribute('aria-label'))"
LAYER = "Object.values(map._layers).find(({ _marks }) => _marks)"
MARKS = (
    f"{LAYER}._marks.map(({{ count, places, x, y, radius }}) => [count, [...places], x, y, radius])"
)
NO_CLAIMS = '{"total": 0, "offset": 0, "claims": []}'

OpenMap = Callable[..., Screen]


@pytest.fixture
def open_map(server: Server, open_page: OpenPage) -> OpenMap:
    """Opens the map over claims of the test's own."""

    def opened(rows: list[Any], *places: Place) -> Screen:
        packed = pack_columns(columns_of(rows, *places))
        screen = Screen(open_page(f"{server.url}/claimmap/health"))

        def columns(route: Route) -> None:
            route.fulfill(status=200, body=packed)

        screen.page.route("**/claimmap/columns/**", columns)
        screen.page.goto(server.url)
        screen.map()
        screen.settle()
        return screen

    return opened


def city(id_: int, latitude: float, longitude: float) -> Place:
    return a_place(id_, kind="city", latitude=latitude, longitude=longitude)


def grid(side: int) -> list[Place]:
    """Towns all over Europe, far more than there is room for."""
    return [
        city(1 + x + side * y, 40 + 15 * y / side, 30 * x / side)
        for x in range(side)
        for y in range(side)
    ]


def crowd(side: int) -> list[Any]:
    """A claim at each town of the grid, and one more that names two neighbours."""
    rows = [row(number=id_, **at(id_), **dated("2024-03-01")) for id_ in range(1, side * side + 1)]
    both = [row(number=10_000, **at(id_), **dated("2024-03-02")) for id_ in (1, 2)]
    return rows + both


def test_where_towns_crowd_few_marks_have_the_sums_of_their_claims(open_map: OpenMap) -> None:
    side = 60
    screen = open_map(crowd(side), *grid(side))
    marks = screen.map().evaluate(MARKS)
    assert 1 < len(marks) < 300
    assert sorted(place for _, places, *_ in marks for place in places) == list(range(side * side))
    assert screen.state()["shown"] == side * side + 1
    # The claim that names two neighbours is one claim of their mark, though each has it.
    assert sum(count for count, *_ in marks) == side * side + 1
    for n, (_, _, x, y, radius) in enumerate(marks):
        for _, _, other_x, other_y, other_radius in marks[:n]:
            apart = ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5
            assert apart > 0.6 * (radius + other_radius)


def test_a_crowd_is_looked_at_from_nearer_by_the_keyboard_too(open_map: OpenMap) -> None:
    screen = open_map(crowd(60), *grid(60))
    frame = screen.map()
    zoom = frame.evaluate("map.getZoom()")
    screen.pins().first.focus()
    screen.page.keyboard.press("Enter")
    frame.wait_for_function("zoom => map.getZoom() > zoom", arg=zoom)
    expect(screen.popup()).to_have_count(0)
    frame.wait_for_function("document.activeElement.classList.contains('claimmap-pin')")


def test_the_range_may_move_without_any_mark_regrouping(open_map: OpenMap) -> None:
    screen = open_map(crowd(60), *grid(60))
    moved = f"""(() => {{
      const layer = {LAYER};
      const before = layer._arranged;
      layer._tally.move(claimmap.dayNumber(layer._columns, "2024-03-02"), null);
      layer.redraw();
      return [before === layer._arranged, layer._marks.map(({{ count }}) => count)];
    }})()"""
    assert screen.map().evaluate(moved) == [True, [1]]


def journey(number: int, stance: str, origin: int = 1, destination: int = 2) -> list[Any]:
    fields = {"number": number, "stance": stance, **dated("2024-03-01")}
    return [
        row(**fields, **at(origin, role="origin")),
        row(**fields, **at(destination, role="destination")),
    ]


ENDS = [city(1, 48.0, 2.0), city(2, 52.0, 13.0), city(3, 41.0, 12.0)]


@pytest.mark.parametrize(
    ("stance", "look", "words"),
    [
        ("asserted", "solid", "Movement"),
        ("alleged", "solid", "Movement"),
        ("opinion", "solid", "Movement"),
        ("planned", "dashed", "Movement to come"),
        ("forecast", "dashed", "Movement to come"),
        ("denied", "crossed", "Movement denied"),
    ],
)
def test_a_movement_is_an_arrow_that_opens_its_claims(
    open_map: OpenMap, stance: str, look: str, words: str
) -> None:
    screen = open_map(journey(1, stance) + journey(2, stance), *ENDS)
    asked: list[str] = []

    def claims(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, body=NO_CLAIMS)

    screen.page.route("**/claimmap/movement/**", claims)
    label = f"Place 1 to Place 2, {words.lower()}: 2 claims"
    arrow = screen.map().get_by_role("button", name=label, exact=True)
    arrow.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.popup().get_by_role("heading")).to_have_text("Place 1 → Place 2")
    expect(screen.popup()).to_contain_text(f"{words} ·")
    expect(screen.popup()).to_contain_text("No claim here passes")
    assert f"/movement/1/2?drawn={look}&offset=0" in asked[0]


def test_an_arrow_opens_where_it_is_pressed(open_map: OpenMap) -> None:
    screen = open_map(journey(1, "asserted"), *ENDS)
    frame = screen.map()
    screen.page.route("**/claimmap/movement/**", lambda route: route.fulfill(body=NO_CLAIMS))
    x, y = frame.evaluate(
        f"""(() => {{
          const [x, y] = {LAYER}._arrows[0].line.at(0.35);
          const point = L.point(x, y).add({LAYER}._bounds.min);
          const at = map.layerPointToContainerPoint(point);
          return [at.x, at.y];
        }})()"""
    )
    frame.locator("#map_div").click(position={"x": x, "y": y})
    expect(screen.popup().get_by_role("heading")).to_have_text("Place 1 → Place 2")


def test_of_many_movements_the_strongest_are_drawn_and_the_legend_says_so(
    open_map: OpenMap,
) -> None:
    towns = [city(n, 40 + n, (n * 7) % 30) for n in range(1, 13)]
    rows = [
        told
        for n, (a, b) in enumerate((a, b) for a in range(1, 13) for b in range(1, 13) if a != b)
        for told in journey(n + 1, "asserted", a, b)
    ]
    screen = open_map(rows + journey(500, "asserted"), *towns)
    frame = screen.map()
    drawn = frame.evaluate(f"{LAYER}._arrows.map(({{ count }}) => count)")
    assert drawn[-1] == 2
    assert len(drawn) == 25
    told = frame.locator(".claimmap-told")
    expect(told).to_contain_text("The 25 with most claims of ")


def test_claims_that_only_name_two_places_are_no_movement(open_map: OpenMap) -> None:
    rows = [row(**at(1), **dated("2024-03-01")), row(**at(2, role="destination"))]
    assert open_map(rows, *ENDS).map().evaluate(f"{LAYER}._arrows") == []


def test_the_glow_is_switched_on_and_stays_on_after_a_reload(open_map: OpenMap) -> None:
    screen = open_map(crowd(20), *grid(20))
    frame = screen.map()
    heat = frame.get_by_role("button", name="Heat")
    expect(heat).to_have_attribute("aria-pressed", "false")
    heat.click()
    expect(heat).to_have_attribute("aria-pressed", "true")
    painted = f"""(() => {{
      const {{ _container: canvas, _context: pen }} = {LAYER}._heat;
      const {{ data }} = pen.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, at) => at % 4 === 3 && value > 100);
    }})()"""
    assert frame.evaluate(painted)
    screen.page.reload()
    again = screen.map()
    expect(again.get_by_role("button", name="Heat")).to_have_attribute("aria-pressed", "true")
    again.get_by_role("button", name="Heat").click()
    assert again.evaluate(f"{LAYER}._heat._map") is None
