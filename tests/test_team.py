"""Several dashboards on one database: what one process writes, all of them show."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from claimmap.store import Store
from tests.browser.serving import Server as Dashboard
from tests.browser.serving import run_dashboard
from tests.postgresql import Server
from tests.store.conftest import make_extraction


def test_two_dashboards_on_one_server_show_at_once_what_is_written(
    postgresql: Server, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with postgresql.database() as url:
        store = Store(url)
        # A store that is not empty is not filled with seeds/.
        store.save(make_extraction("first"))
        with (
            run_dashboard(tmp_path / "one", url) as one,
            run_dashboard(tmp_path / "two", url) as two,
        ):
            before = health(one)
            assert before == health(two)
            assert before["claims"] == 2
            store.save(make_extraction("second"))
            after = health(two)
            assert after == health(one)
            assert after["claims"] == 4
            assert after["digest"] != before["digest"]
            store.backup(tmp_path / "backup")
            store.delete("first")
            assert health(one)["claims"] == health(two)["claims"] == 2
            store.restore(tmp_path / "backup")
            assert health(one)["claims"] == health(two)["claims"] == 4
        store.close()


def health(dashboard: Dashboard) -> dict[str, object]:
    """What a dashboard says of itself when it is asked once."""
    with build_opener(ProxyHandler({})).open(f"{dashboard.url}/claimmap/health") as answer:
        told: dict[str, object] = json.loads(answer.read())
    return told
