"""A folium map whose scripts come from this server, since there is no network."""

from __future__ import annotations

from typing import Any

import folium

_ROOT = "../.."  # from the component's frame


def bare_map() -> folium.Map:
    """An empty map; without tiles, which would come from elsewhere."""
    base = folium.Map(location=(30, 40), zoom_start=2, tiles=None, maxZoom=18)
    base.default_js = [("leaflet", f"{_ROOT}/leaflet/leaflet.js")]
    base.default_css = [("leaflet_css", f"{_ROOT}/leaflet/leaflet.css")]
    return base


def served(plugin: Any) -> Any:
    """A plugin with its files from this server too."""
    plugin.default_js = [("cluster", f"{_ROOT}/cluster/leaflet.markercluster.js")]
    plugin.default_css = [("cluster_css", f"{_ROOT}/cluster/MarkerCluster.css")]
    return plugin
