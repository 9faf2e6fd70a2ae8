"""What our routes answer: the map's files, columns and popups, exports, health.

All answer GET only. Nothing here writes, and nothing is sent as HTML.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route, Router

from claimmap.model import Filter
from claimmap.view.columns import Array, Columns
from claimmap.view.evidence import claim_rows
from claimmap.view.exports import FORMATS, MEDIA_TYPES, export
from claimmap.view.filters import read_filter
from claimmap.view.paths import path_rows
from claimmap.view.places import (
    DRAWN,
    claims_at_any,
    drawn_as,
    movements,
    newest_first,
    place_row,
)
from claimmap.view.records import file_rows
from claimmap.view.rows import EvidenceRow
from claimmap.view.scripts import early_script
from claimmap.view.snapshots import Snapshot
from claimmap.view.standing import Standing, told_standing
from claimmap.web.claims import Claims
from claimmap.web.files import FOREVER, TYPED, files

PAGE = 20
"""How many claims a popup lists before "Show more"."""


def answers(claims: Claims, basemap: Path) -> Router:
    """All routes below ``/claimmap``. basemap: the folder of the map's borders."""
    views = {
        "/columns/{digest}": partial(_columns, claims),
        "/matches/{digest}": partial(_matches, claims),
        "/conflicts/{digest}": partial(_conflicts, claims),
        "/place/{place:path}": partial(_place, claims),
        "/unplaced": partial(_unplaced, claims),
        "/movement/{origin}/{destination}": partial(_movement, claims),
        "/export.{form}": partial(_export, claims),
        "/early.js": partial(_early, claims),
        "/health": partial(_health, claims),
    }
    return Router(
        [
            *(Route(path, _threaded(view), methods=["GET"]) for path, view in views.items()),
            *files(basemap),
        ]
    )


def _threaded(view: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """``view`` as a plain function, which starlette runs in a thread: the store may block."""

    def endpoint(request: Request) -> Response:
        return view(request)

    return endpoint


def _early(claims: Claims, request: Request) -> Response:
    """What asks for the columns as they are now, before anything else does."""
    script = early_script(claims.current().digest)
    return Response(script, 200, {"Cache-Control": "no-store"} | TYPED, "text/javascript")


def _columns(claims: Claims, request: Request) -> Response:
    """The columns of ``Snapshot``; a digest that is no longer current gets the current ones."""
    snapshot = claims.current()
    asked = request.path_params["digest"] == snapshot.digest
    # Browsers name it where it can reach them whole: over https, and on this machine.
    modern = "zstd" in request.headers.get("Accept-Encoding", "")
    headers = {
        "Cache-Control": FOREVER if asked else "no-store",
        "Content-Encoding": "zstd" if modern else "gzip",
        "Vary": "Accept-Encoding",
        "X-Claimmap-Digest": snapshot.digest,
    }
    packed = snapshot.packed if modern else snapshot.gzipped
    return Response(packed, 200, headers | TYPED, "application/octet-stream")


def _matches(claims: Claims, request: Request) -> Response:
    """One bit a claim, lowest first, in the columns' order: whether it holds the ``text``."""
    snapshot = claims.current()
    if request.path_params["digest"] != snapshot.digest:
        return _json({"error": "The claims have changed; ask for the columns again."}, 409)
    text = request.query_params.get("text", "").strip()
    found = claims.select(snapshot, Filter(text=text)).shown
    bits = np.packbits(found, bitorder="little").tobytes()
    return Response(bits, 200, {"Cache-Control": FOREVER} | TYPED, "application/octet-stream")


def _conflicts(claims: Claims, request: Request) -> Response:
    """One bit a claim, lowest first, in the columns' order: whether it is in conflict."""
    snapshot = claims.current()
    # Nothing of other claims than were asked about: the page will ask anew.
    same = request.path_params["digest"] == snapshot.digest
    bits = claims.compare(snapshot).bits if same else b""
    # The digest knows no figures: the same columns may come with others in conflict.
    headers = {"Cache-Control": "no-store", "Content-Encoding": "gzip"}
    packed = gzip.compress(bits, compresslevel=1, mtime=0)
    return Response(packed, 200, headers | TYPED, "application/octet-stream")


def _place(claims: Claims, request: Request) -> Response:
    """One page of the claims at a place under the link's filter, newest first.

    Of several places, their ids parted by commas, each claim once; told is the first of them.
    """
    snapshot = claims.current()
    columns = snapshot.columns
    asked = (_code(columns, place) for place in request.path_params["place"].split(","))
    codes = [code for code in asked if code is not None]
    if not codes:
        return _json({"error": "No claim stands at this place."}, 404)
    told = {"place": place_row(columns.places[codes[0]])}
    return _page(claims, snapshot, request, told, claims_at_any(columns, codes))


def _unplaced(claims: Claims, request: Request) -> Response:
    """The same of the claims that have no place on the map."""
    snapshot = claims.current()
    return _page(claims, snapshot, request, {}, np.flatnonzero(snapshot.columns.links == 0))


def _movement(claims: Claims, request: Request) -> Response:
    """The same of the claims that something moves from one place to another.

    ``drawn`` narrows to those whose arrow is solid, dashed or crossed.
    """
    snapshot = claims.current()
    columns = snapshot.columns
    ends = {name: _code(columns, request.path_params[name]) for name in ("origin", "destination")}
    codes = [code for code in ends.values() if code is not None]
    found = (
        movements(columns, codes[0], codes[1]) if len(codes) == len(ends) else np.empty(0, np.int64)
    )
    if not len(found):
        return _json({"error": "No claim tells of this way."}, 404)
    drawn = next((one for one in DRAWN if one == request.query_params.get("drawn")), None)
    told = {name: place_row(columns.places[code]) for name, code in zip(ends, codes, strict=True)}
    return _page(claims, snapshot, request, told, drawn_as(columns, found, drawn))


def _page(
    claims: Claims, snapshot: Snapshot, request: Request, told: Mapping[str, Any], found: Array
) -> Response:
    """What is told, and of the claims found those that pass the link's filter, a page of them."""
    wanted = read_filter(request.query_params.multi_items())
    start = max(_number(request.query_params.get("offset")) or 0, 0)
    shown = claims.select(snapshot, wanted).shown
    listed = newest_first(snapshot.columns, found[shown[found]], wanted.basis)
    page = listed[start : start + PAGE]
    at = dict(zip(snapshot.columns.number[page].tolist(), page.tolist(), strict=True))
    stored = claims.store.claims(list(at))
    rows = claim_rows(stored.values(), snapshot.names, snapshot.columns.grades)
    standing = claims.compare_soon(snapshot)
    listing = list(told_standing(rows, [at[number] for number in stored], standing))
    beside = _beside(standing, listed, listing) if standing and not start else {}
    return _json({**told, "total": len(listed), "offset": start, "claims": listing, **beside})


def _beside(standing: Standing, listed: Array, first: Sequence[EvidenceRow]) -> dict[str, Any]:
    """What is told of all claims listed beside each other, and of the first the ways they took."""
    return {
        "witnesses": standing.witnesses(listed),
        "disputed": standing.disputed(listed),
        "paths": path_rows((row["witness"], row.get("way", row["path"])) for row in first),
    }


def _export(claims: Claims, request: Request) -> Response:
    """The claims under the link's filter as a file."""
    form = next((form for form in FORMATS if form == request.path_params["form"]), None)
    if form is None:
        return _json({"error": f"Ask for one of {', '.join(FORMATS)}."}, 404)
    snapshot = claims.current()
    wanted = read_filter(request.query_params.multi_items())
    selection = claims.select(snapshot, wanted)
    numbers = map(int, snapshot.columns.number[selection.shown])
    found = claims.store.each_claim(numbers)
    rows = file_rows(found, snapshot.names, snapshot.columns.grades)
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="claims-{date.today():%Y-%m-%d}.{form}"',
    }
    pieces = export(form, rows, wanted, selection.counts)
    return StreamingResponse(pieces, 200, headers | TYPED, MEDIA_TYPES[form])


def _health(claims: Claims, request: Request) -> Response:
    """How many claims there are and their digest; nothing where it is the ``digest`` asked with."""
    snapshot = claims.current()
    if request.query_params.get("digest") == snapshot.digest:
        return Response(None, 204, {"Cache-Control": "no-store"})
    return _json({"ok": True, "claims": len(snapshot.columns), "digest": snapshot.digest})


def _code(columns: Columns, id_: str) -> int | None:
    number = _number(id_)
    return None if number is None else columns.code_of(number)


def _number(value: str | None) -> int | None:
    try:
        return int(value or "")
    except ValueError:
        return None


def _json(value: Any, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"} | TYPED
    return Response(msgspec.json.encode(value), status, headers, "application/json")
