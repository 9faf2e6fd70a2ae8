"""The map itself, in its frame."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from claimmap.ui.channel import channel_token
from claimmap.ui.screen import Screen
from claimmap.view.maps import claims_map, session_layer

# Constant: the map inside keeps the height it was born with. Low enough that the timeline below
# still stands on a phone's first screen.
HEIGHT = 440


def show_map(screen: Screen) -> None:
    """Draw the map; which claims it shows it hears from the timeline, in the browser.

    So what is sent of it never changes in a session. Nothing is asked back from the map, so that
    moving it never runs the page.
    """
    st_folium(
        claims_map(),
        key="map",
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=session_layer(channel_token()),
    )
    if screen.settings.contact:
        st.caption("Places that the gazetteer lacks: © OpenStreetMap contributors, ODbL 1.0.")
    st.caption("Choose a place to read its claims.")
