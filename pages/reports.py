"""Reports: read one, list them, open one with all that was found in it marked."""

import streamlit as st

from claimmap.ui.reading import show_form
from claimmap.ui.reports import show_list, show_opened
from claimmap.ui.screen import current_screen

screen = current_screen()
document = st.query_params.get("document", "")
if document:
    show_opened(screen, document, st.query_params.get("claim", ""))
else:
    listed, form = st.columns([3, 2], gap="large")
    with listed:
        show_list(screen)
    with form:
        show_form(screen)
