"""Reports from the web on the Reports page: said what is sent, asked for only after a click."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from claimmap.reading.fetching import WHAT_IS_SENT
from claimmap.store import Store
from claimmap.ui import fetching
from tests.reading.fetching.sites import Clock, Site, may_ask, page, run_site

Start = Callable[..., AppTest]
REPORTS = "../../pages/reports.py"
WORDS = "The mayor of Porto said on Tuesday that 40 boats had left Lagos."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that the page may ask, though it is one of this machine."""
    with run_site() as running:
        monkeypatch.setattr(fetching, "open_fetcher", lambda: may_ask(running, Clock()))
        yield running


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run(timeout=60)


def fetch(app: AppTest, *addresses: str) -> AppTest:
    area = next(area for area in app.text_area if area.label.startswith("Addresses"))
    area.set_value("\n".join(addresses))
    return press(app, "Fetch and read")


def look(app: AppTest, address: str) -> AppTest:
    next(one for one in app.text_input if "feed" in one.label).set_value(address)
    return press(app, "Look at the feed")


def feed_of(site: Site, *titles: str) -> str:
    items = "".join(
        f"<item><title>{title}</title><link>/{number}</link>"
        f"<pubDate>{28 - number} Oct 2024 10:00:00 GMT</pubDate></item>"
        for number, title in enumerate(titles)
    )
    raw = f"<rss version='2.0'><channel><title>**F**</title>{items}</channel></rss>".encode()
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, raw)
    for number in range(len(titles)):
        site.pages[f"/{number}"] = page(f"{WORDS} {number}")
    return site.at("/feed")


def test_what_is_sent_is_said_and_nothing_is_asked_before_a_click(
    open_app: Start, site: Site
) -> None:
    app = open_app(REPORTS)
    assert any(WHAT_IS_SENT in caption.value for caption in app.caption)
    feed_of(site, "A")
    next(one for one in app.text_input if "feed" in one.label).set_value(site.at("/feed")).run()
    assert site.asked == []


def test_addresses_are_read_and_a_bad_one_stops_none(
    open_app: Start, site: Site, database: str
) -> None:
    site.pages["/a"] = page(WORDS)
    app = fetch(open_app(REPORTS), site.at("/a"), "localhost/x", site.at("/a"))
    assert not app.exception
    assert "is read: 1 claim found" in app.success[0].value
    assert "private network" in app.error[0].value
    assert site.asked == ["/robots.txt", "/a"]
    store = Store(database)
    assert [row.title for row in store.documents() if row.outlet == "127.0.0.1"] == [WORDS]
    store.close()


@pytest.mark.parametrize(
    ("typed", "why"), [([], "Write an address"), ([f"a.b/{n}" for n in range(101)], "At most 100")]
)
def test_too_few_and_too_many_addresses_are_told(
    open_app: Start, site: Site, typed: list[str], why: str
) -> None:
    assert why in fetch(open_app(REPORTS), *typed).error[0].value


def test_the_reports_of_a_feed_are_chosen_from(open_app: Start, site: Site, database: str) -> None:
    titles = ["**A**", "[B](javascript:alert(1))", "C", *"DEFGHIJKL"]
    app = look(open_app(REPORTS), feed_of(site, *titles))
    assert not app.exception
    assert site.asked == ["/robots.txt", "/feed"]
    boxes = {box.label.replace("\\", ""): box for box in app.checkbox}
    assert [box.value for box in boxes.values()] == [True] * 10 + [False] * 2
    assert r"\*\*A\*\*" in app.checkbox[0].label
    for box in list(boxes.values())[2:]:
        box.set_value(False)
    app = press(app, "Read the chosen")
    assert not app.exception
    assert site.asked == ["/robots.txt", "/feed", "/0", "/1"]
    store = Store(database)
    found = {row.title: str(row.published) for row in store.documents()}
    assert found["**A**"] == "2024-10-28"
    store.close()
    assert any(button.label == "Look at the feed" for button in app.button)


def test_a_feed_can_be_left_and_one_without_a_choice_asks_for_it(
    open_app: Start, site: Site
) -> None:
    app = look(open_app(REPORTS), feed_of(site, "A"))
    app.checkbox[0].set_value(False)
    app = press(app, "Read the chosen")
    assert "at least one" in app.error[0].value
    app = press(app, "Back")
    assert any(button.label == "Look at the feed" for button in app.button)
    assert site.asked == ["/robots.txt", "/feed"]


def test_what_is_no_feed_is_told(open_app: Start, site: Site) -> None:
    app = look(open_app(REPORTS), "http://169.254.169.254/feed")
    assert "private network" in app.error[0].value
    site.pages["/a"] = page(WORDS)
    assert "no feed" in look(app, site.at("/a")).error[0].value
    assert "Write the address" in look(app, " ").error[0].value


def test_what_asks_the_web_is_not_loaded_before_anyone_asks() -> None:
    script = "import sys, claimmap.ui.reading, claimmap.importing; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"httpcore2", "protego", "feedparser", "idna", "requests"})
