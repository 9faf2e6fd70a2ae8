"""The routes beside the dashboard, asked as a browser asks them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from backports import zstd
from starlette.applications import Starlette
from starlette.routing import Router
from starlette.testclient import TestClient

from claimmap.model import Claim, Document, Filter, Place, Source
from claimmap.store import FigureRow
from claimmap.view.columns import pack_columns
from claimmap.view.filters import Selection, apply_filter
from claimmap.view.series import read_figures
from claimmap.view.snapshots import Snapshot
from claimmap.view.standing import NONE, Standing
from claimmap.web import Later, mount
from claimmap.web.answers import PAGE, answers
from claimmap.web.claims import Claims
from tests.view.rows import HOSTILE, a_claim, at, columns_of, dated, row

LYON = Place(7, "Lyon", "FR", "city", 45.76, 4.84, address="Rhône, France")
TOLD = PAGE * 2 + 5


class Shelf:
    """A store of claims held in memory."""

    def __init__(self, found: Sequence[tuple[Claim, Document, str]]) -> None:
        self.found = dict(enumerate(found))

    def claims(self, numbers: Sequence[int]) -> dict[int, tuple[Claim, Document, str]]:
        return {number: self.found[number] for number in numbers}

    def each_claim(self, numbers: Iterable[int]) -> Iterator[tuple[Claim, Document, str]]:
        return (self.found[number] for number in numbers)

    def select(self, snapshot: Snapshot, wanted: Filter) -> Selection:
        holding = [number for number, (_, _, told) in self.found.items() if wanted.text in told]
        matches = snapshot.match(np.array(holding)) if wanted.text else None
        return apply_filter(snapshot.columns, wanted, matches)


def a_shelf() -> Shelf:
    """One claim a day at Lyon, the last of them hostile, and one that stands nowhere."""
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(TOLD)]
    texts = [f"Person {number} left Lyon." for number in range(TOLD - 1)] + [f"Lyon {HOSTILE}"]
    placed = [
        a_claim(text, number=number, place=LYON, day=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return Shelf([*placed, a_claim("Nowhere.", number=999, day=None)])


def a_snapshot(shelf: Shelf) -> Snapshot:
    rows = []
    for number, (claim, _, _) in shelf.found.items():
        first = claim.event.first.isoformat() if claim.event.first else None
        rows.append(row(number=number, **dated(first), **(at(7) if claim.toponyms else {})))
    return Snapshot(columns_of(rows, LYON), {})


@pytest.fixture
def shelf() -> Shelf:
    return a_shelf()


@pytest.fixture
def snapshot(shelf: Shelf) -> Snapshot:
    return a_snapshot(shelf)


def compared(snapshot: Snapshot) -> Standing:
    """A standing in which the first claim is held against three other figures."""
    told = [
        FigureRow(int(number), f"d{number}", Source("A", "company"), "", ())
        for number in snapshot.columns.number
    ]
    figures = read_figures(lambda _: told, snapshot.columns, {})
    others = np.full(len(snapshot.columns), NONE)
    others[0] = 3
    return Standing(figures, others)


def served_claims(shelf: Shelf, snapshot: Snapshot) -> Claims:
    return Claims(shelf, lambda: snapshot, shelf.select, compared, compared)


def served(snapshot: Snapshot, shelf: Shelf, basemap: Path, base_path: str = "") -> TestClient:
    claims = served_claims(shelf, snapshot)
    return TestClient(Starlette(routes=[mount(answers(claims, basemap), base_path)]))


@pytest.fixture
def client(shelf: Shelf, snapshot: Snapshot, tmp_path: Path) -> TestClient:
    return served(snapshot, shelf, tmp_path)


def test_the_columns_are_named_by_their_digest_and_kept_for_ever(
    client: TestClient, snapshot: Snapshot
) -> None:
    answer = client.get(f"/claimmap/columns/{snapshot.digest}")
    assert answer.status_code == 200
    assert answer.content == pack_columns(snapshot.columns)
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("taken", "coding"),
    [("gzip, deflate, br, zstd", "zstd"), ("gzip, deflate, br", "gzip")],
)
def test_columns_come_packed_as_the_browser_can_unpack_them(
    client: TestClient, snapshot: Snapshot, taken: str, coding: str
) -> None:
    unpack = {"zstd": zstd.decompress, "gzip": gzip.decompress}[coding]
    asked = {"Accept-Encoding": taken}
    with client.stream("GET", f"/claimmap/columns/{snapshot.digest}", headers=asked) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == coding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert unpack(packed) == pack_columns(snapshot.columns)


def test_columns_of_another_digest_are_the_current_ones_and_are_not_kept(
    client: TestClient, snapshot: Snapshot
) -> None:
    answer = client.get("/claimmap/columns/ffffffffffffffff")
    assert answer.content == pack_columns(snapshot.columns)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-claimmap-digest"] == snapshot.digest


def test_matches_are_bits_in_the_columns_order(client: TestClient, snapshot: Snapshot) -> None:
    answer = client.get(f"/claimmap/matches/{snapshot.digest}", params={"text": "Person 30"})
    bits = np.unpackbits(np.frombuffer(answer.content, np.uint8), bitorder="little")
    assert np.flatnonzero(bits).tolist() == [30]
    assert client.get("/claimmap/matches/ffff", params={"text": "x"}).status_code == 409


def test_claims_in_conflict_are_bits_in_the_columns_order(
    client: TestClient, snapshot: Snapshot
) -> None:
    answer = client.get(f"/claimmap/conflicts/{snapshot.digest}")
    bits = np.unpackbits(np.frombuffer(answer.content, np.uint8), bitorder="little")
    assert np.flatnonzero(bits).tolist() == [0]
    assert answer.headers["cache-control"] == "no-store"
    assert client.get("/claimmap/conflicts/ffff").content == b""


def test_a_popups_claims_are_told_how_they_stand_beside_others(client: TestClient) -> None:
    first = client.get("/claimmap/place/7").json()
    assert (first["witnesses"], first["disputed"]) == (1, 1)
    assert first["paths"]["words"] == "1 independent source → 1 outlet"
    assert {claim["conflict"] for claim in first["claims"]} == {None}
    last = client.get("/claimmap/place/7", params={"offset": TOLD - 1}).json()
    assert "witnesses" not in last
    assert last["claims"][0]["conflict"]["words"] == "3 other figures"


def test_a_popup_does_not_wait_for_what_takes_long(
    shelf: Shelf, snapshot: Snapshot, tmp_path: Path
) -> None:
    claims = Claims(shelf, lambda: snapshot, shelf.select, compared, lambda _: None)
    client = TestClient(Starlette(routes=[mount(Later(lambda: answers(claims, tmp_path)))]))
    found = client.get("/claimmap/place/7").json()
    assert found["total"] == TOLD
    assert "witnesses" not in found
    assert "conflict" not in found["claims"][0]


def test_a_place_lists_its_claims_newest_first_a_page_at_a_time(client: TestClient) -> None:
    pages = [client.get("/claimmap/place/7", params={"offset": at}).json() for at in (0, 20, 40)]
    assert pages[0]["place"] == {"id": 7, "name": "Lyon", "country": "FR", "kind": "city"}
    assert [page["total"] for page in pages] == [TOLD] * 3
    told = [claim["id"] for page in pages for claim in page["claims"]]
    assert told == [f"c{number}" for number in reversed(range(TOLD))]


def test_a_places_claims_follow_the_links_filter(client: TestClient) -> None:
    found = client.get("/claimmap/place/7?from=2024-01-03&to=2024-01-04").json()
    assert [claim["id"] for claim in found["claims"]] == ["c3", "c2"]
    assert client.get("/claimmap/place/7?stance=denied").json()["total"] == 0
    assert client.get("/claimmap/place/7", params={"text": "Person 30"}).json()["total"] == 1


def test_a_way_lists_the_claims_that_lead_along_it(tmp_path: Path) -> None:
    shelf = a_shelf()
    ends = (at(7, role="origin"), at(8, role="destination"))
    stances = ("asserted", "planned", "denied")
    rows = [row(number=n, stance=stance, **end) for n, stance in enumerate(stances) for end in ends]
    client = served(Snapshot(columns_of(rows, LYON), {}), shelf, tmp_path)
    found = client.get("/claimmap/movement/7/8").json()
    assert (found["origin"]["id"], found["destination"]["id"], found["total"]) == (7, 8, 3)
    crossed = client.get("/claimmap/movement/7/8?drawn=crossed").json()
    assert [claim["id"] for claim in crossed["claims"]] == ["c2"]
    assert client.get("/claimmap/movement/7/8?stance=planned").json()["total"] == 1
    for way in ("8/7", "7/9", "x/y"):
        assert client.get(f"/claimmap/movement/{way}").status_code == 404


def test_several_places_list_each_claim_once(tmp_path: Path) -> None:
    shelf = a_shelf()
    rows = [row(number=0, **at(7)), row(number=0, **at(8)), row(number=1, **at(8)), row(number=2)]
    client = served(Snapshot(columns_of(rows, LYON), {}), shelf, tmp_path)
    assert client.get("/claimmap/place/8").json()["total"] == 2
    found = client.get("/claimmap/place/7,8,9").json()
    assert (found["place"]["id"], found["total"]) == (7, 2)
    assert [claim["id"] for claim in found["claims"]] == ["c0", "c1"]


def test_claims_without_a_place_are_listed_under_the_links_filter(client: TestClient) -> None:
    found = client.get("/claimmap/unplaced").json()
    assert (found["total"], found["claims"][0]["id"]) == (1, "c999")
    assert client.get("/claimmap/unplaced?from=2024-01-01").json()["total"] == 0


@pytest.mark.parametrize("place", ["8", "-1", "Lyon", "../health", "7;DROP", "1e9"])
def test_a_place_that_has_no_claim_is_not_found(client: TestClient, place: str) -> None:
    answer = client.get(f"/claimmap/place/{place}")
    assert answer.status_code == 404 or answer.request.url.path.endswith("/health")


def test_garbage_in_a_link_is_dropped(client: TestClient) -> None:
    found = client.get("/claimmap/place/7?from=x&basis=moon&place=&offset=-5&stance=loud").json()
    assert (found["total"], found["offset"]) == (TOLD, 0)


def test_answers_are_data_and_never_pages(client: TestClient, snapshot: Snapshot) -> None:
    paths = ["place/7", "health", "export.json", "export.csv", f"columns/{snapshot.digest}"]
    for path in paths:
        answer = client.get(f"/claimmap/{path}")
        assert "html" not in answer.headers["content-type"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_hostile_text_comes_through_as_it_is(client: TestClient) -> None:
    newest = client.get("/claimmap/place/7").json()["claims"][0]
    assert newest["sentence"] == f"Lyon {HOSTILE}"


def test_exports_hold_the_claims_that_the_filter_leaves(client: TestClient) -> None:
    query = "from=2024-01-03&to=2024-01-04"
    table = client.get(f"/claimmap/export.csv?{query}")
    assert {line["claim"] for line in csv.DictReader(io.StringIO(table.text))} == {"c2", "c3"}
    assert "attachment" in table.headers["content-disposition"]
    features = client.get(f"/claimmap/export.geojson?{query}").json()["features"]
    assert [feature["geometry"]["coordinates"] for feature in features] == [[4.84, 45.76]] * 2
    everything = json.loads(client.get("/claimmap/export.json").text)
    assert len(everything["claims"]) == TOLD + 1
    assert everything["claimmap"]["counts"]["unplaced"] == 1
    assert client.get("/claimmap/export.exe").status_code == 404


def test_what_runs_first_asks_for_the_columns_of_now(
    client: TestClient, snapshot: Snapshot
) -> None:
    answer = client.get("/claimmap/early.js")
    assert f'"{snapshot.digest}"' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_the_answers_are_made_at_the_first_request_and_once(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    made = []

    def make() -> Router:
        shelf = Shelf([])
        made.append(answers(served_claims(shelf, snapshot), tmp_path))
        return made[-1]

    client = TestClient(Starlette(routes=[mount(Later(make))]))
    assert not made
    for _ in range(2):
        assert client.get("/claimmap/health").status_code == 200
    assert len(made) == 1


def test_health_tells_how_many_claims_there_are(client: TestClient, snapshot: Snapshot) -> None:
    told = client.get("/claimmap/health").json()
    assert told == {"ok": True, "claims": TOLD + 1, "digest": snapshot.digest}
    assert client.get(f"/claimmap/health?digest={snapshot.digest}").status_code == 204
    assert client.get("/claimmap/health?digest=other").json() == told


def test_nothing_can_be_written(client: TestClient) -> None:
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)("/claimmap/health").status_code == 405


def test_an_empty_store_answers_too(tmp_path: Path) -> None:
    empty = Snapshot(columns_of([]), {})
    client = served(empty, Shelf([]), tmp_path)
    assert client.get("/claimmap/health").json()["claims"] == 0
    assert client.get(f"/claimmap/columns/{empty.digest}").content == pack_columns(empty.columns)
    assert client.get("/claimmap/place/7").status_code == 404
    assert client.get("/claimmap/export.geojson").json()["features"] == []


@pytest.mark.parametrize("base", ["news/map", "/news/map/"])
def test_the_routes_lie_under_the_base_path(snapshot: Snapshot, tmp_path: Path, base: str) -> None:
    client = served(snapshot, Shelf([]), tmp_path, base)
    assert client.get("/news/map/claimmap/health").status_code == 200
    assert client.get("/claimmap/health").status_code == 404
