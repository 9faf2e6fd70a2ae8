"""A folium marker a claim, through st_folium."""

import folium
from streamlit_folium import st_folium

from tests.bench.dashboard.apps.claims import choose_range
from tests.bench.dashboard.apps.leaflet import bare_map

shown = choose_range()
base = bare_map()
for day, latitude, longitude in shown.claims.itertuples(index=False):
    folium.CircleMarker((latitude, longitude), radius=4, tooltip=f"day {day}").add_to(base)
st_folium(base, returned_objects=[], use_container_width=True, height=440)
