"""The frame around every page: navigation, the filter, the counts. Streamlit runs this file."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from claimmap.model import ClaimMapError
from claimmap.ui.components import STATIC
from claimmap.ui.echo import send_turn
from claimmap.ui.fields import choose_filter
from claimmap.ui.filters import current_filter
from claimmap.ui.line import show_line, tell_field
from claimmap.ui.resources import current_snapshot, read_choices
from claimmap.ui.samples import wait_for_samples
from claimmap.ui.screen import REPORTS_PAGE, SOURCES_PAGE, open_screen
from claimmap.ui.settings import Settings, read_settings
from claimmap.ui.widgets import escape_markdown, show_page_links, show_style

# Streamlit fetches a page's own material icon from a font service, so the pages have none.
PAGES = (
    st.Page("../../pages/map.py", title="Map", default=True),
    st.Page("../../pages/claims.py", title="Claims", url_path="claims"),
    st.Page("../../pages/figures.py", title="Figures", url_path="figures"),
    st.Page("../../pages/story.py", title="Story", url_path="story"),
    st.Page(SOURCES_PAGE, title="Sources", url_path="sources"),
    st.Page(REPORTS_PAGE, title="Reports", url_path="reports"),
)


def main() -> None:
    """Draw the shell, then the page that was asked for."""
    st.set_page_config("Claim Map", page_icon=str(STATIC / "icon.svg"), layout="wide")
    show_style((STATIC / "shell.css").read_text(encoding="utf-8"))
    st.logo(str(STATIC / "logo.svg"), size="large", icon_image=str(STATIC / "icon.svg"))
    page = st.navigation(PAGES, position="top")
    show_page_links(PAGES)
    try:
        draw(page, read_settings())
    except ClaimMapError as error:
        # Its text says what to do; what Streamlit shows of an error does not.
        st.error(escape_markdown(str(error)))


def draw(page: StreamlitPage, settings: Settings) -> None:
    """Draw the filter, the counts and the page over what is stored."""
    wait_for_samples(settings)
    snapshot = current_snapshot(settings.database)
    choices = read_choices(snapshot.digest, snapshot)

    def tell(keys: str) -> None:
        tell_field(keys, open_screen(settings, snapshot, choices, current_filter()))

    # All that the map page shows of the filter follows the line, in the browser.
    wanted = choose_filter(choices, tell if page is PAGES[0] else None)
    screen = open_screen(settings, snapshot, choices, wanted)
    show_line(screen, page.title)
    page.run()
    send_turn()


main()
