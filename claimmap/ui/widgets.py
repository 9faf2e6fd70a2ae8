"""Small things that several pages show, and the door that outside text passes through.

Streamlit reads Markdown in labels and captions. Text that we did not write goes to the screen by
``st.text``, as a plain option of a select box, as a cell of a table, or as data of our own
components (which set textContent); where only a label will do, through ``escape_markdown``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

# CommonMark 0.31, section 2.4: any ASCII punctuation may be escaped by a backslash.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Links are found by their look after the escapes are gone; a word joiner (U+2060) breaks the look.
_LINK_LOOK = re.compile(r"(?i)(?<=www)(?=\.)|(?<=https)(?=:)|(?<=http)(?=:)|(?=@)")
_DASHES = re.compile(r"-(?=[->])|<(?=-)")


def escape_markdown(text: str) -> str:
    """``text`` so that a Streamlit label shows just these characters on one line."""
    flat = " ".join(text.split())
    quiet = _DASHES.sub(lambda found: found.group() + "\u2060", _LINK_LOOK.sub("\u2060", flat))
    return _PUNCTUATION.sub(r"\\\1", quiet)


def plural(number: int, one: str, many: str = "") -> str:
    """The number and its noun: "1 claim", "1,200 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def show_page_links(pages: Sequence[StreamlitPage]) -> None:
    """Links to the pages, for narrow screens, where Streamlit folds its own away into the sidebar.

    shell.css hides them on wide ones.
    """
    with st.container(horizontal=True, gap="xsmall", key="pages"):
        for page in pages:
            st.page_link(page)


def choose_page(key: str, items: int, size: int, *, in_link: bool = False) -> int:
    """Where the chosen page of ``items`` begins; a pager is drawn when there is more than one.

    in_link: the page stands in the link, under the key.
    """
    pages = max(-(-items // size), 1)
    if st.session_state.get(key, 1) > pages:
        st.session_state[key] = 1
    if pages == 1:
        return 0
    bind: Literal["query-params"] | None = "query-params" if in_link else None
    return (st.pagination(pages, key=key, bind=bind) - 1) * size


def show_style(css: str) -> None:
    """Add our own style sheet to the page; never outside text."""
    st.html(f"<style>{css}</style>")
