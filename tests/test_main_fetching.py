"""``ingest`` of addresses and feeds: what was typed is fetched, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimmap.__main__ import main
from claimmap.reading.fetching import WHAT_IS_SENT, fetcher
from claimmap.store import Store
from tests.reading.fetching.sites import Clock, Site, may_ask, page, run_site

WORDS = "The mayor of Porto said on Tuesday that 40 boats had left Lagos."


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'claimmap.db'}"
    monkeypatch.setenv("CLAIMMAP_DATABASE", url)
    return url


@pytest.fixture
def site() -> Iterator[Site]:
    with run_site() as running:
        yield running


def test_addresses_files_and_feeds_are_read_in_one_go(
    site: Site,
    database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(fetcher, "Fetcher", lambda: may_ask(site, Clock()))
    items = "".join(f"<item><title>T{n}</title><link>/{n}</link></item>" for n in range(3))
    feed = f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()
    site.pages |= {"/a": page(WORDS), "/feed": (200, {}, feed)}
    site.pages |= {f"/{number}": page(f"{WORDS} {number}") for number in range(3)}
    (tmp_path / "b.txt").write_text(f"{WORDS} On paper.")
    report = tmp_path / "report.json"
    status = main(
        ["ingest", site.at("/a"), str(tmp_path / "b.txt"), "--feed", site.at("/feed"),
         "--newest", "2", "--report", str(report)]
    )  # fmt: skip
    assert status == 0
    assert site.asked == ["/robots.txt", "/feed", "/a", "/0", "/1"]
    told = [(one["file"], one["status"]) for one in json.loads(report.read_text())]
    names = [site.at("/a"), "b.txt", site.at("/0"), site.at("/1")]
    assert told == [(name, "read") for name in names]
    assert WHAT_IS_SENT in capfd.readouterr().err
    store = Store(database)
    assert store.count_documents() == 4
    store.close()


def test_an_address_of_this_machine_is_skipped_with_the_reason(
    site: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site.pages["/a"] = page(WORDS)
    report = tmp_path / "report.json"
    typed = [site.at("/a"), "file:///etc/passwd", "--feed", site.at("/feed")]
    assert main(["ingest", *typed, "--report", str(report)]) == 1
    assert site.asked == []
    told = json.loads(report.read_text())
    assert [one["status"] for one in told] == ["skipped"] * 3
    assert "private network" in told[0]["reason"]
    assert "begin with https" in told[1]["reason"]
    assert "private network" in capfd.readouterr().err


def test_nothing_is_asked_where_the_call_makes_no_sense(
    site: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest"]) == 2
    assert main(["ingest", site.at("/a"), "--published", "someday"]) == 2
    with pytest.raises(SystemExit) as error:
        main(["ingest", "--feed", site.at("/feed"), "--newest", "0"])
    assert error.value.code == 2
    assert site.asked == []
    assert "Name a file" in capfd.readouterr().err
