"""The map's files are served from here, and nothing beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from claimmap.view.scripts import SCRIPTS, layer_script, version
from claimmap.web.files import files


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    (tmp_path / "world.json").write_text("{}")
    return TestClient(Starlette(routes=[Mount("/claimmap", routes=files(tmp_path))]))


def test_the_layer_is_one_script(client: TestClient) -> None:
    answer = client.get("/claimmap/layer.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.text.index("leaflet") < answer.text.index("claimmap")
    assert answer.text.count('"use strict";\nglobalThis.claimmap') == len(SCRIPTS)
    assert answer.headers["cache-control"] == "no-cache"
    named = f"/claimmap/layer.js?{version(layer_script())}"
    kept = client.get(named).headers["cache-control"]
    assert "immutable" in kept


def test_the_files_of_the_map_are_served_from_here(client: TestClient) -> None:
    for path in (
        "leaflet/leaflet.js",
        "leaflet/leaflet.css",
        "static/layer.css",
        "basemap/world.json",
    ):
        answer = client.get(f"/claimmap/{path}")
        assert answer.status_code == 200
        again = client.get(f"/claimmap/{path}", headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["leaflet/../__init__.py", "static/%2e%2e/maps.py", "static/nothing.js", "basemap/"]
)
def test_nothing_beside_the_maps_files_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"/claimmap/{path}").status_code == 404
