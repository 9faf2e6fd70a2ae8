"""The map for streamlit-folium: a base that never changes, and a layer that hears what to show.

streamlit-folium names its component by the base map's JavaScript: were any data in it, each change
would load the map anew and lose the view. So the base is the same for every store and filter; what
changes at a filter the layer in static/ hears in the browser, from the page around it.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

import folium
from branca.element import MacroElement
from folium.template import Template
from xstatic.pkg import leaflet

from claimmap.view.signs import signs_script

# Relative to the component's frame (…/component/streamlit_folium.st_folium/index.html), so that
# the app works under any server.baseUrlPath.
ROOT = "../../claimmap"

STATIC = Path(__file__).parent / "static"
"""The files that the browser gets."""

SCRIPTS = (
    "columns",
    "orders",
    "links",
    "movements",
    "softness",
    "counting",
    "sums",
    "channel",
    "shapes",
    "basemap",
    "paint",
    "disputes",
    "areas",
    "marks",
    "crowds",
    "evidence",
    "tip",
    "paths",
    "article",
    "pins",
    "layer",
    "ground",
    "towns",
    "listing",
    "arrows",
    "heat",
    "pointing",
    "popup",
    "choice",
    "room",
    "legend",
    "theme",
    "linking",
    "fitting",
    "saying",
    "start",
)
"""static/*.js in the order they build on each other; they go to the browser as one file."""


LEAFLET = Path(leaflet.BASE_DIR)
"""Leaflet's own files."""


@cache
def layer_script() -> str:
    """The map's JavaScript. streamlit-folium loads one file after the other, so it is one."""
    files = [LEAFLET / "leaflet.js", *(STATIC / f"{name}.js" for name in SCRIPTS)]
    first, *others = (file.read_text(encoding="utf-8") for file in files)
    return "\n".join((first, signs_script(), *others))


@cache
def layer_version() -> str:
    """Names the content of ``layer_script``."""
    return hashlib.sha256(layer_script().encode()).hexdigest()[:16]


def map_files() -> tuple[str, ...]:
    """What a browser loads for the map beside the claims, below our routes' root."""
    styles = (f"static/{name}.css" for name in ("layer", "evidence"))
    return (f"layer.js?{layer_version()}", "leaflet/leaflet.css", *styles, "basemap/world.json")


class _Script(MacroElement):
    """One line of JavaScript, the same for the same ``line``: no id of folium's is in it."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.line }}{% endmacro %}")

    def __init__(self, line: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "claimmap"
        self.line = line


def claims_map() -> folium.Map:
    """The base map: borders and the empty layer, every file of it from our own routes.

    A new one at each call, as streamlit-folium needs; each renders to the same JavaScript.
    """
    base = folium.Map(
        location=(30.0, 40.0),
        zoom_start=2,
        tiles=None,
        zoom_snap=0.5,
        zoom_delta=1,
        zoom_control="topright",
        attribution_control=False,
    )
    base.default_js = [
        ("layer", f"{ROOT}/layer.js?{layer_version()}"),
    ]
    base.default_css = [
        ("leaflet_css", f"{ROOT}/leaflet/leaflet.css"),
        ("layer_css", f"{ROOT}/static/layer.css"),
        ("evidence_css", f"{ROOT}/static/evidence.css"),
    ]
    base.add_child(_Script("claimmap.start(map_div);"))
    return base


def session_layer(token: str) -> folium.FeatureGroup:
    """What streamlit-folium adds to the base: the name of the session's channel, and nothing else.

    token: letters and digits. On that channel the layer hears which columns it is to show, and
    which of their claims.
    """
    group = folium.FeatureGroup(name="claims")
    group.add_child(_Script(f"claimmap.join({json.dumps(token)});"))
    return group
