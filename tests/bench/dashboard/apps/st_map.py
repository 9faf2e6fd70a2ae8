"""Streamlit's own st.map, a point a claim."""

import streamlit as st

from tests.bench.dashboard.apps.claims import choose_range

shown = choose_range()
st.map(shown.claims, latitude="latitude", longitude="longitude", size=20_000)
