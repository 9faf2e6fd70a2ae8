"""folium's FastMarkerCluster over all claims, through st_folium."""

from folium.plugins import FastMarkerCluster
from streamlit_folium import st_folium

from tests.bench.dashboard.apps.claims import choose_range
from tests.bench.dashboard.apps.leaflet import bare_map, served

shown = choose_range()
base = bare_map()
points = shown.claims[["latitude", "longitude"]].to_numpy().tolist()
# Its own icons are Awesome Markers, a further library; a circle is cheaper, which is in its favour.
circle = "function (row) { return L.circleMarker([row[0], row[1]]); }"
served(FastMarkerCluster(points, callback=circle)).add_to(base)
st_folium(base, returned_objects=[], use_container_width=True, height=440)
