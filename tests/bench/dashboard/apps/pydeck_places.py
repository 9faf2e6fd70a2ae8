"""pydeck, a point a place."""

import pydeck
import streamlit as st

from tests.bench.dashboard.apps.claims import choose_range

shown = choose_range()
layer = pydeck.Layer(
    "ScatterplotLayer",
    shown.places,
    get_position="[longitude, latitude]",
    get_radius=20_000,
    get_fill_color=[200, 60, 40],
)
view = pydeck.ViewState(latitude=30, longitude=40, zoom=1)
st.pydeck_chart(pydeck.Deck([layer], initial_view_state=view, map_style=None))
