"""Nothing but a slider: what Streamlit itself takes."""

import streamlit as st

st.slider("Range of days", 0, 730, (0, 730))
