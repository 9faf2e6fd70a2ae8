"""What our routes answer: the map's files, columns and popups, exports, health.

All answer GET only. Nothing here writes, and nothing is sent as HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from xstatic.pkg import leaflet

from claimmap.model import Claim, Filter
from claimmap.view.columns import Snapshot
from claimmap.view.evidence import Report, claim_rows
from claimmap.view.exports import FORMATS, MEDIA_TYPES, export
from claimmap.view.filters import apply_filter, count_claims, read_filter
from claimmap.view.maps import STATIC, layer_script
from claimmap.view.places import claims_at, newest_first, place_row

PAGE = 20
"""How many claims a popup lists before "Show more"."""

_FOREVER = "public, max-age=31536000, immutable"
_TYPED = {"X-Content-Type-Options": "nosniff"}


class Evidence(Protocol):
    """What the routes ask of the store."""

    def claims(self, ids: Sequence[str]) -> Iterable[tuple[Claim, Report, str]]:
        """Each claim with its report and the text of its sentence, in the order asked for."""

    def each_claim(self, ids: Iterable[str]) -> Iterable[tuple[Claim, Report, str]]:
        """The same for any number of ids, read as they are asked for."""

    def search(self, text: str) -> frozenset[str]:
        """The ids of the claims whose sentence holds the words of ``text``."""


def answers(current: Callable[[], Snapshot], store: Evidence, basemap: Path) -> Router:
    """All routes below ``/claimmap``.

    current: the snapshot of the store as it is now; called for each request, so it should be
    cheap while nothing changes. basemap: the folder of the map's borders.
    """
    views = {
        "/columns/{digest}": partial(_columns, current),
        "/matches/{digest}": partial(_matches, current, store),
        "/place/{place:path}": partial(_place, current, store),
        "/export.{form}": partial(_export, current, store),
        "/layer.js": partial(_script, layer_script()),
        "/health": partial(_health, current),
    }
    return Router(
        [
            *(Route(path, _threaded(view), methods=["GET"]) for path, view in views.items()),
            Mount("/leaflet", Files(directory=leaflet.BASE_DIR)),
            Mount("/static", Files(directory=STATIC)),
            Mount("/basemap", Files(directory=basemap, check_dir=False)),
        ]
    )


class Files(StaticFiles):
    """Files that a browser keeps but asks about (by ETag) each time, so that an update shows."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """A file's response, to be asked about each time."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        response.headers.update(_TYPED)
        return response

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Any file but Python's, which packages keep beside their data."""
        if path.endswith((".py", ".pyc")):
            return _json({"error": "Not found."}, 404)
        return await super().get_response(path, scope)


def _threaded(view: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """``view`` as a plain function, which starlette runs in a thread: the store may block."""

    def endpoint(request: Request) -> Response:
        return view(request)

    return endpoint


def _script(script: str, request: Request) -> Response:
    return Response(script, 200, {"Cache-Control": "no-cache"} | _TYPED, "text/javascript")


def _columns(current: Callable[[], Snapshot], request: Request) -> Response:
    """The columns of ``Snapshot``; a digest that is no longer current gets the current ones."""
    snapshot = current()
    asked = request.path_params["digest"] == snapshot.digest
    headers = {
        "Cache-Control": _FOREVER if asked else "no-store",
        "Content-Encoding": "gzip",
        "X-Claimmap-Digest": snapshot.digest,
    }
    return Response(snapshot.columns, 200, headers | _TYPED, "application/octet-stream")


def _matches(current: Callable[[], Snapshot], store: Evidence, request: Request) -> Response:
    """One bit a claim, in the columns' order: whether its sentence holds the words of ``text``."""
    snapshot = current()
    if request.path_params["digest"] != snapshot.digest:
        return _json({"error": "The claims have changed; ask for the columns again."}, 409)
    bits = snapshot.match_bits(store.search(request.query_params.get("text", "")))
    return Response(bits, 200, {"Cache-Control": _FOREVER} | _TYPED, "application/octet-stream")


def _place(current: Callable[[], Snapshot], store: Evidence, request: Request) -> Response:
    """One page of the claims at a place under the link's filter, newest first."""
    snapshot = current()
    frame = snapshot.frame
    wanted = read_filter(request.query_params.multi_items())
    place = _number(request.path_params["place"])
    start = max(_number(request.query_params.get("offset")) or 0, 0)
    known = place_row(frame, place) if place is not None else None
    if place is None or known is None:
        return _json({"error": "No claim stands at this place."}, 404)
    shown = apply_filter(claims_at(frame, place), wanted, _matching(store, wanted))
    ids = newest_first(shown, wanted.basis)
    page = ids[start : start + PAGE]
    return _json(
        {
            "place": known,
            "total": len(ids),
            "offset": start,
            "claims": list(claim_rows(store.claims(page), snapshot.names)),
        }
    )


def _export(current: Callable[[], Snapshot], store: Evidence, request: Request) -> Response:
    """The claims under the link's filter as a file."""
    form = next((form for form in FORMATS if form == request.path_params["form"]), None)
    if form is None:
        return _json({"error": f"Ask for one of {', '.join(FORMATS)}."}, 404)
    snapshot = current()
    frame = snapshot.frame
    wanted = read_filter(request.query_params.multi_items())
    matches = _matching(store, wanted)
    shown = apply_filter(frame, wanted, matches)
    pieces = export(
        form,
        claim_rows(store.each_claim(shown.loc[shown["lead"], "claim"]), snapshot.names),
        wanted,
        count_claims(frame, shown, wanted, matches),
    )
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="claims-{date.today():%Y-%m-%d}.{form}"',
    }
    return StreamingResponse(pieces, 200, headers | _TYPED, MEDIA_TYPES[form])


def _health(current: Callable[[], Snapshot], request: Request) -> Response:
    snapshot = current()
    return _json({"ok": True, "claims": len(snapshot.claims), "digest": snapshot.digest})


def _matching(store: Evidence, wanted: Filter) -> frozenset[str] | None:
    return store.search(wanted.text) if wanted.text else None


def _number(value: str | None) -> int | None:
    try:
        return int(value or "")
    except ValueError:
        return None


def _json(value: Any, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"} | _TYPED
    return Response(msgspec.json.encode(value), status, headers, "application/json")
