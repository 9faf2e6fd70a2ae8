"""The map for streamlit-folium: a base that never changes, and a layer that is only a filter.

streamlit-folium names its component by the base map's JavaScript: were any data in it, each change
would load the map anew and lose the view. So the base is the same for every store and filter, and
what changes at a filter is one short line, which the layer in static/ obeys in the browser.
"""

from __future__ import annotations

import json
from pathlib import Path

import folium
from branca.element import MacroElement
from folium.template import Template

from claimmap.model import Filter
from claimmap.view.filters import filter_query
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
    "areas",
    "marks",
    "crowds",
    "evidence",
    "tip",
    "article",
    "pins",
    "layer",
    "ground",
    "towns",
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


def layer_script() -> str:
    """The layer's JavaScript. streamlit-folium loads one file after the other, so it is one."""
    files = ((STATIC / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join((signs_script(), *files))


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
        ("leaflet", f"{ROOT}/leaflet/leaflet.js"),
        ("layer", f"{ROOT}/layer.js"),
    ]
    base.default_css = [
        ("leaflet_css", f"{ROOT}/leaflet/leaflet.css"),
        ("layer_css", f"{ROOT}/static/layer.css"),
        ("evidence_css", f"{ROOT}/static/evidence.css"),
    ]
    base.add_child(_Script("claimmap.start(map_div);"))
    return base


def filter_layer(
    digest: str, wanted: Filter, token: str = "", turn: int = 0
) -> folium.FeatureGroup:
    """What streamlit-folium sends at each change: which columns, and which of their claims.

    digest: ``Snapshot.digest``. token, turn: the name of the session's channel between timeline
    and map, letters and digits alone, and the last turn of it that the server knows. The filter
    goes as the query of a link, in which every sign that JavaScript or streamlit-folium's own
    rewriting could take for its own is percent-encoded.
    """
    query = filter_query(wanted).replace("_", "%5F")
    said = ", ".join(json.dumps(value) for value in (digest, query, token, turn))
    group = folium.FeatureGroup(name="claims")
    group.add_child(_Script(f"claimmap.show({said});"))
    return group
