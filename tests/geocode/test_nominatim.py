"""Nominatim, played by a real HTTP server on this machine that answers as asked to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from claimmap.geocode import nominatim as module
from claimmap.geocode.nominatim import Memory, Nominatim, NominatimError, open_nominatim
from claimmap.geocode.nominatim.pace import Pace
from claimmap.store import Store
from tests.geocode.clock import Clock

CONTACT = "desk@example.org"
TOWN = {
    "place_id": 100149,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0. https://osm.org/copyright",
    "osm_type": "node",
    "osm_id": 107775,
    "lat": "51.5073219",
    "lon": "-0.1276474",
    "class": "place",
    "type": "city",
    "addresstype": "city",
    "name": "London",
    "display_name": "London, Greater London, England, United Kingdom",
    "importance": 0.96,
    "address": {"city": "London", "state": "England", "country_code": "gb"},
    "boundingbox": ["51.3473219", "51.6673219", "-0.2876474", "0.0323526"],
}
SHOP = {**TOWN, "osm_id": 5, "class": "shop", "type": "bakery", "addresstype": "shop"}
BAY = {**TOWN, "osm_type": "relation", "class": "natural", "type": "bay", "addresstype": "bay"}


class Service:
    """The server's side: what to answer, and what it was asked."""

    def __init__(self) -> None:
        self.status = 200
        self.body = json.dumps([TOWN]).encode()
        self.headers: dict[str, str] = {}
        self.asked: list[tuple[str, dict[str, list[str]], str]] = []
        self.answer_now = threading.Event()
        self.answer_now.set()
        self.host = ""

    def answers(self, places: object) -> None:
        self.body = json.dumps(places).encode()


class _Handler(BaseHTTPRequestHandler):
    service: Service

    def do_GET(self) -> None:
        service = self.service
        url = urlsplit(self.path)
        service.asked.append((url.path, parse_qs(url.query), self.headers["User-Agent"]))
        service.answer_now.wait(30)
        try:
            self.send_response(service.status)
            for name, value in service.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(service.body)))
            self.end_headers()
            self.wfile.write(service.body)
        except ConnectionError:
            pass  # The asker no longer listens, which is what the time-out test is about.

    def log_message(self, *words: object) -> None:
        """Keep the test's output free of the server's log."""


@pytest.fixture
def service() -> Iterator[Service]:
    service = Service()
    handler = type("Handler", (_Handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    service.host = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield service
    service.answer_now.set()
    server.shutdown()
    server.server_close()
    thread.join()


NEVER_ASKED = object()


class Notebook:
    """A memory that keeps what it is told; the store's own is tested with the store."""

    def __init__(self) -> None:
        self.pages: dict[str, str | None] = {}

    def remembered(self, query: str) -> object:
        return self.pages.get(query, NEVER_ASKED)

    def remember(self, query: str, answer: str | None) -> None:
        self.pages[query] = answer


Opener = Callable[..., Nominatim]


@pytest.fixture
def opened(service: Service, clock: Clock) -> Opener:
    pace = Pace(1.0, clock=clock, sleep=clock.sleep)

    def open_one(memory: Memory | None = None, timeout: float = 10.0) -> Nominatim:
        return Nominatim(
            CONTACT,
            Notebook() if memory is None else memory,
            host=service.host,
            scheme="http",
            timeout=timeout,
            pace=pace,
        )

    return open_one


def test_a_town_comes_back_as_a_place(opened: Opener) -> None:
    (place,) = opened().geocode("London")
    assert (place.name, place.country, place.kind) == ("London", "GB", "city")
    assert (place.latitude, place.longitude) == (51.5073219, -0.1276474)
    assert place.address == "Greater London, England, United Kingdom"
    assert 15 < place.radius_km < 30


def test_its_id_is_its_own_and_no_geonames_id(opened: Opener, service: Service) -> None:
    service.answers([TOWN, {**TOWN, "osm_type": "way"}, {**TOWN, "osm_id": 107776}])
    places = opened().geocode("London")
    assert len({place.id for place in places}) == 3
    assert [place.geonameid for place in places] == [None, None, None]
    assert all(place.id >= -(2**31) for place in places)


def test_a_shop_with_a_towns_name_is_no_place(opened: Opener, service: Service) -> None:
    service.answers([SHOP, BAY])
    assert [place.kind for place in opened().geocode("London")] == ["sea"]


def test_the_name_alone_is_sent_with_a_user_agent_that_names_program_and_person(
    opened: Opener, service: Service
) -> None:
    opened().geocode("Novaya \n Tavolzhanka")
    ((path, query, agent),) = service.asked
    assert path == "/search"
    assert query.pop("q") == ["Novaya Tavolzhanka"]
    assert query == {
        "format": ["json"],
        "limit": ["5"],
        "addressdetails": ["1"],
        "accept-language": ["en"],
    }
    assert agent == "ClaimMap (desk@example.org)"


def test_what_is_sent_is_said_with_the_host_it_goes_to() -> None:
    assert "nominatim.openstreetmap.org" in module.WHAT_IS_SENT
    assert "OpenStreetMap contributors" in module.ATTRIBUTION


def test_a_piece_of_text_too_long_for_a_name_is_not_sent(opened: Opener, service: Service) -> None:
    assert opened().geocode("a name " * 20) == ()
    assert opened().geocode("  ") == ()
    assert service.asked == []


def test_nothing_is_asked_twice(opened: Opener, service: Service) -> None:
    memory = Notebook()
    first = opened(memory).geocode("London")
    assert opened(memory).geocode(" London ") == first
    assert len(service.asked) == 1


def test_a_miss_is_remembered_too(opened: Opener, service: Service) -> None:
    memory = Notebook()
    service.answers([])
    assert opened(memory).geocode("Nowhere-on-Sea") == ()
    assert opened(memory).geocode("Nowhere-on-Sea") == ()
    assert len(service.asked) == 1


def test_the_store_is_a_memory_that_outlives_the_process(
    opened: Opener, service: Service, tmp_path: Path
) -> None:
    answers = []
    for _ in range(2):
        store = Store(f"sqlite:///{tmp_path / 'claimmap.db'}")
        service.answers([TOWN])
        answers.append(opened(store).geocode("London"))
        service.answers([])
        answers.append(opened(store).geocode("Nowhere-on-Sea"))
        store.close()
    assert answers[:2] == answers[2:]
    assert answers[1] == ()
    assert len(service.asked) == 2


def test_what_another_version_wrote_is_asked_again(opened: Opener, service: Service) -> None:
    memory = Notebook()
    memory.remember("London", '{"old": "form"}')
    assert opened(memory).geocode("London")
    assert len(service.asked) == 1


def test_threads_with_the_same_question_ask_it_once(opened: Opener, service: Service) -> None:
    asker = opened()
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(asker.geocode, ["London"] * 8))
    assert len(service.asked) == 1
    assert len(set(answers)) == 1


def test_all_askers_of_the_process_share_one_request_a_second(
    opened: Opener, service: Service, clock: Clock
) -> None:
    askers = [opened() for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        turns = [threads.submit(asker.geocode, f"Town {n}") for n, asker in enumerate(askers)]
        for turn in turns:
            turn.result()
    assert len(service.asked) == 4
    assert clock.slept == [1.0, 1.0, 1.0]


def test_askers_share_the_process_pace_unless_told_otherwise() -> None:
    one, other = Nominatim(CONTACT, Notebook()), Nominatim(CONTACT, Notebook())
    assert one._pace is other._pace
    assert one._pace._interval == 1.0


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (403, r"refuses this program \(403\).*contact address"),
        (429, r"asked too often from here \(429\).*Wait 60 seconds"),
        (500, "Try later"),
        (503, "Try later"),
    ],
)
def test_a_refusal_is_told_in_words_that_say_what_to_do(
    opened: Opener, service: Service, status: int, words: str
) -> None:
    service.status = status
    with pytest.raises(NominatimError, match=words):
        opened().geocode("London")
    assert len(service.asked) == 1


@pytest.mark.parametrize("status", [403, 429])
def test_after_a_refusal_the_service_is_left_alone(
    opened: Opener, service: Service, status: int
) -> None:
    service.status = status
    for name in ("London", "Paris"):
        with pytest.raises(NominatimError):
            opened().geocode(name)
    assert len(service.asked) == 1


def test_the_rest_is_as_long_as_the_service_asks(
    opened: Opener, service: Service, clock: Clock
) -> None:
    service.status, service.headers = 429, {"Retry-After": "7"}
    with pytest.raises(NominatimError, match="Wait 7 seconds"):
        opened().geocode("London")
    service.status = 200
    with pytest.raises(NominatimError, match="not asked"):
        opened().geocode("London")
    clock.now += 7
    assert opened().geocode("London")


def test_a_service_that_is_too_slow_is_given_up(opened: Opener, service: Service) -> None:
    service.answer_now.clear()
    with pytest.raises(NominatimError, match=r"no answer within 0\.1 seconds"):
        opened(timeout=0.1).geocode("London")
    assert len(service.asked) == 1


@pytest.mark.filterwarnings("ignore:Latitude normalization:UserWarning")
@pytest.mark.parametrize(
    "body",
    [
        b"<html>busy</html>",
        b"",
        b"7",
        b'["London"]',
        b'[{"class": "place"}]',
        b'{"error": "backend down"}',
        json.dumps([{**TOWN, "lat": "north"}]).encode(),
        json.dumps([{**TOWN, "lat": "191"}]).encode(),
        json.dumps([{**TOWN, "osm_type": "planet"}]).encode(),
        json.dumps([{**TOWN, "boundingbox": ["1"]}]).encode(),
        json.dumps([{**TOWN, "address": "England"}]).encode(),
    ],
)
def test_garbage_is_an_error_in_words(opened: Opener, service: Service, body: bytes) -> None:
    service.body = body
    with pytest.raises(NominatimError, match="no list of places"):
        opened().geocode("London")


def test_no_redirect_carries_the_name_to_another_host(opened: Opener, service: Service) -> None:
    service.status, service.headers = 302, {"Location": "/elsewhere"}
    with pytest.raises(NominatimError):
        opened().geocode("London")
    assert [path for path, _, _ in service.asked] == ["/search"]


def test_trouble_is_never_remembered(opened: Opener, service: Service) -> None:
    memory = Notebook()
    service.body = b"busy"
    with pytest.raises(NominatimError):
        opened(memory).geocode("London")
    assert memory.pages == {}


def test_a_server_that_is_not_there_is_told_as_such(opened: Opener, service: Service) -> None:
    service.host = "127.0.0.1:1"
    with pytest.raises(NominatimError, match="cannot be reached"):
        opened().geocode("London")


@pytest.mark.parametrize("setting", ["", "  "])
def test_it_is_off_unless_a_contact_is_given(setting: str) -> None:
    assert open_nominatim(setting, Notebook()) is None


def test_a_contact_switches_it_on() -> None:
    asker = open_nominatim(CONTACT, Notebook())
    assert asker is not None
    assert asker.host == "nominatim.openstreetmap.org"


@pytest.mark.parametrize("contact", ["on", "me@", "a@b.c\r\nX-Evil: 1", "Me <me@example.org>"])
def test_a_contact_that_is_none_is_refused(contact: str) -> None:
    with pytest.raises(NominatimError, match="no e-mail address"):
        open_nominatim(contact, Notebook())
