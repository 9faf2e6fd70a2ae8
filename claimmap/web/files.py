"""The files that the map is made of: scripts, styles, Leaflet, borders."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from claimmap.view.scripts import LEAFLET, STATIC, layer_script, version, worker_script

FOREVER = "public, max-age=31536000, immutable"
"""Cache-Control of what its address names with its content."""

TYPED = {"X-Content-Type-Options": "nosniff"}


def files(basemap: Path) -> list[BaseRoute]:
    """Their routes. basemap: the folder of the map's borders."""
    scripts = {"/layer.js": layer_script(), "/worker.js": worker_script()}
    return [
        *(Route(path, partial(_script, text), methods=["GET"]) for path, text in scripts.items()),
        Mount("/leaflet", Files(directory=LEAFLET)),
        Mount("/static", Files(directory=STATIC)),
        Mount("/basemap", Files(directory=basemap, check_dir=False)),
    ]


class Files(StaticFiles):
    """Files that a browser keeps but asks about (by ETag) each time, so that an update shows."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """A file's response, to be asked about each time."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        response.headers.update(TYPED)
        return response

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Any file but Python's, which packages keep beside their data."""
        if path.endswith((".py", ".pyc")):
            return Response('{"error": "Not found."}', 404, TYPED, "application/json")
        return await super().get_response(path, scope)


async def _script(script: str, request: Request) -> Response:
    kept = FOREVER if request.url.query == version(script) else "no-cache"
    return Response(script, 200, {"Cache-Control": kept} | TYPED, "text/javascript")
