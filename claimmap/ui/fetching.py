"""Reports from the web: addresses and a feed's entries, fetched only when a button is pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.reading import File, ReadingError
from claimmap.reading.fetching import WHAT_IS_SENT
from claimmap.ui.widgets import escape_markdown, plural
from claimmap.view.dates import show_day

if TYPE_CHECKING:
    from claimmap.reading.fetching.fetcher import Fetcher
    from claimmap.reading.formats.entries import Entry, Feed

MOST = 100
"""How many addresses are taken at once."""

SHOWN = 50
"""How many of a feed's entries can be chosen from, the newest."""

CHOSEN = 10
"""How many of them are chosen to begin with."""

_KEY = "asked_feed"


@dataclass(slots=True)
class Asked:
    """A feed whose entries wait for a choice, and what would fetch them."""

    feed: Feed
    fetcher: Fetcher


def open_fetcher() -> Fetcher:
    """What fetches the addresses of one import."""
    from claimmap.reading.fetching.fetcher import Fetcher

    return Fetcher()


def show_fetching(turn: int, start: Callable[[Sequence[File]], None]) -> None:
    """Ask for addresses, or for a feed and which of its reports. start: begins to read files."""
    if _KEY in st.session_state:
        _choose_entries(st.session_state[_KEY], start)
        return
    st.caption(f"Nothing is fetched before you press a button. {WHAT_IS_SENT}")
    with st.form(f"addresses_{turn}"):
        typed = st.text_area(
            "Addresses of reports, one a line",
            key=f"addresses_text_{turn}",
            height=100,
            placeholder="https://…",
        )
        if st.form_submit_button("Fetch and read", type="primary"):
            _start_addresses(typed, start)
    with st.form(f"feed_{turn}"):
        address = st.text_input(
            "or the address of a feed (RSS, Atom), to choose from",
            key=f"feed_text_{turn}",
            placeholder="https://…",
        )
        if st.form_submit_button("Look at the feed"):
            _look_at_feed(address)


def _start_addresses(typed: str, start: Callable[[Sequence[File]], None]) -> None:
    lines = list(dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip()))
    if not lines:
        st.error("Write an address, beginning with https://.")
    elif len(lines) > MOST:
        many = plural(len(lines), "address", "addresses")
        st.error(f"At most {MOST} are taken at once, and these are {many}. Give fewer.")
    else:
        from claimmap.reading.fetching.pages import address_file

        fetcher = open_fetcher()
        start([address_file(line, fetcher) for line in lines])


def _look_at_feed(address: str) -> None:
    if not address.strip():
        st.error("Write the address of a feed, beginning with https://.")
        return
    from claimmap.reading.fetching.pages import find_entries

    fetcher = open_fetcher()
    try:
        with st.spinner("Asking the site for its feed"):
            feed = find_entries(address, fetcher)
    except ReadingError as error:
        st.error(escape_markdown(f"{address.strip()}: {error}"))
        return
    if not feed.entries:
        st.info("The feed is empty. Try again later.")
        return
    st.session_state[_KEY] = Asked(feed, fetcher)
    st.rerun()


def _choose_entries(asked: Asked, start: Callable[[Sequence[File]], None]) -> None:
    """The newest entries of a feed, each with a box to tick; those ticked are read."""
    from claimmap.reading.fetching.pages import entry_file

    entries = asked.feed.entries[:SHOWN]
    st.text(asked.feed.title or "A feed without a title")
    st.caption(_describe(asked.feed, len(entries)))
    with st.form("entries"):
        with st.container(height=380 if len(entries) > CHOSEN else "content", border=False):
            chosen = [
                entry
                for number, entry in enumerate(entries)
                if st.checkbox(_label(entry), number < CHOSEN, key=f"entry_{number}")
            ]
        with st.container(horizontal=True):
            read = st.form_submit_button("Read the chosen", type="primary")
            back = st.form_submit_button("Back")
    if back:
        _forget()
        st.rerun()
    if read and not chosen:
        st.error("Choose at least one report.")
    elif read:
        _forget()
        start([entry_file(entry, asked.fetcher) for entry in chosen])


def _describe(feed: Feed, shown: int) -> str:
    total = plural(len(feed.entries), "report")
    words = f"The newest {shown} of {total}." if shown < len(feed.entries) else f"{total}."
    whole = sum(bool(entry.text) for entry in feed.entries[:shown])
    if whole == shown:
        return f"{words} The feed holds their whole text, so nothing more is fetched."
    more = " whose text the feed does not hold" if whole else ""
    return f"{words} Those chosen{more} are fetched one by one, a second apart. {WHAT_IS_SENT}"


def _label(entry: Entry) -> str:
    day = show_day(entry.published)
    title = escape_markdown(entry.title or entry.link or "Untitled report")
    kept_together = escape_markdown(day).replace(" ", "\u00a0")
    return f"{title} ·\u00a0{kept_together}" if day else title


def _forget() -> None:
    st.session_state.pop(_KEY, None)
    for number in range(SHOWN):
        st.session_state.pop(f"entry_{number}", None)
