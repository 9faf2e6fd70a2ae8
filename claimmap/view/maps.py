"""The map for streamlit-folium: a base that never changes, and a layer that hears what to show.

streamlit-folium names its component by the base map's JavaScript: were any data in it, each change
would load the map anew and lose the view. So the base is the same for every store and filter; what
changes at a filter the layer in static/ hears in the browser, from the page around it.
"""

from __future__ import annotations

import json

import folium
from branca.element import MacroElement
from folium.template import Template

from claimmap.view.scripts import layer_script, version

# Relative to the component's frame (…/component/streamlit_folium.st_folium/index.html), so that
# the app works under any server.baseUrlPath.
ROOT = "../../claimmap"


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
        ("layer", f"{ROOT}/layer.js?{version(layer_script())}"),
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
