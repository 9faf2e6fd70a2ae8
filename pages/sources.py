"""Sources: who is quoted, how much and how, and what people hold of them."""

import streamlit as st

from claimmap.ui.screen import current_screen
from claimmap.ui.sources import show_list, show_opened

screen = current_screen()
name = st.query_params.get("name")
if name is None:
    show_list(screen)
else:
    show_opened(screen, name)
