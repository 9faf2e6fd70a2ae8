"""The JavaScript and style sheets of the map, put together as the browser asks for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

from claimmap.view.signs import signs_script

STATIC = Path(__file__).parent / "static"
"""The files that the browser gets."""

LEAFLET = Path(leaflet.BASE_DIR)
"""Leaflet's own files."""

WORKER_SCRIPTS = ("columns", "orders", "links", "movements", "softness", "counting", "worker")
"""What makes the columns ready, and counts them as they are without a filter, beside the page."""

SCRIPTS = (
    *WORKER_SCRIPTS[:-1],
    *("asking", "sums", "channel", "shapes", "basemap", "paint", "disputes", "areas"),
    *("marks", "crowds", "evidence", "tip", "paths", "article", "pins", "layer", "ground", "towns"),
    *("listing", "arrows", "heat", "pointing", "popup", "choice", "room", "legend", "theme"),
    *("linking", "fitting", "saying", "start"),
)
"""static/*.js in the order they build on each other; they go to the browser as one file."""


@cache
def layer_script() -> str:
    """The map's JavaScript. streamlit-folium loads one file after the other, so it is one."""
    leaflets = (LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    return "\n".join((leaflets, signs_script(), *_read(SCRIPTS), _worker_address()))


@cache
def worker_script() -> str:
    """What the map's page runs in a worker."""
    return "\n".join(_read(WORKER_SCRIPTS))


def early_script(digest: str) -> str:
    """What the page runs before anything else: it asks for the columns of this digest."""
    ask = f"claimmap.askEarly(document.currentScript.src, {json.dumps(digest)});"
    return "\n".join((*_read(["asking"]), _worker_address(), ask))


@cache
def version(script: str) -> str:
    """Names a script by its content."""
    return hashlib.sha256(script.encode()).hexdigest()[:16]


def map_files() -> tuple[str, ...]:
    """What a browser loads for the map beside the claims, below our routes' root."""
    styles = (f"static/{name}.css" for name in ("layer", "evidence"))
    layer = f"layer.js?{version(layer_script())}"
    return (layer, "leaflet/leaflet.css", *styles, "basemap/world.json")


def _worker_address() -> str:
    return f"claimmap.worker = {json.dumps(f'worker.js?{version(worker_script())}')};"


def _read(names: Iterable[str]) -> list[str]:
    return [(STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names]
