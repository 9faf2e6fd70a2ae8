"""An import from the screen: it runs beside the pages, tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

import streamlit as st

from claimmap.model import ClaimMapError
from claimmap.reading import File, Given, Item, read_files
from claimmap.store import Store
from claimmap.ui.resources import open_extractor, open_store
from claimmap.ui.settings import Settings
from claimmap.ui.widgets import escape_markdown, plural

if TYPE_CHECKING:
    from claimmap.ingest import Outcome

_KEY = "import"
_LOOK = 0.2  # seconds between two looks at how far it is
_SHOW = 5.0  # seconds between two looks at what is new in the list


@dataclass(slots=True)
class Import:
    """Files on their way into the store; its thread writes, the page reads.

    again: whether in place of files all that is stored is searched for claims again. told: since
    when its outcomes are on the page, by the monotonic clock; None before it has ended.
    """

    settings: Settings
    files: Sequence[File]
    given: Given
    again: bool = False
    began: float = field(default_factory=monotonic)
    outcomes: list[Outcome] = field(default_factory=list)
    told: float | None = None
    stopped: Event = field(default_factory=Event)
    thread: Thread | None = None

    def start(self) -> None:
        """Begin to read, in a thread of its own."""
        self.thread = Thread(target=self.read, name="import", daemon=True)
        self.thread.start()

    def read(self) -> None:
        """Read one report after the other until all are, or somebody stops it."""
        from claimmap.ingest import Outcome, Workers, ingest

        try:
            store = open_store(self.settings.database)
            with closing(self._items(store)) as items:
                extractor = open_extractor(self.settings)
                found = ingest(items, extractor, store, again=self.again, workers=Workers())
                with closing(found) as outcomes:
                    for outcome in outcomes:
                        self.outcomes.append(outcome)
                        if self.stopped.is_set():
                            return
        except ClaimMapError as error:
            self.outcomes.append(Outcome("The reports", "skipped", reason=str(error)))
        except Exception as error:
            why = f"Claim Map has a fault ({type(error).__name__}: {error})"
            again = "What was read until now is kept; give the rest again."
            self.outcomes.append(Outcome("The reports", "skipped", reason=f"{why}. {again}"))
            raise
        finally:
            self.files = ()  # as large as all that was uploaded

    def _items(self, store: Store) -> Generator[Item, None, None]:
        from claimmap.ingest import stored_items

        return stored_items(store) if self.again else read_files(self.files, self.given)

    def describe(self) -> tuple[float, str]:
        """How far it is, from 0 to 1, and the same in words."""
        from claimmap.ingest import describe_pace

        if not self.outcomes:
            return 0.0, "Opening the parser and the gazetteer"
        progress = self.outcomes[-1].progress
        return progress, describe_pace(len(self.outcomes), progress, monotonic() - self.began)


def start_import(settings: Settings, files: Sequence[File], given: Given) -> None:
    """Begin to read the files; the page shows how far that is when it is next drawn."""
    _start(Import(settings, files, given))


def start_search(settings: Settings) -> None:
    """Begin to search all stored reports for claims again, as an import that needs no files."""
    _start(Import(settings, (), {}, again=True))


def _start(running: Import) -> None:
    running.start()
    st.session_state[_KEY] = running


def current_import() -> Import | None:
    """The import of this session, running or done; None where there is none."""
    found: Import | None = st.session_state.get(_KEY)
    return found


def forget_import() -> None:
    """Let go of an import that is done, with the reports that it held."""
    st.session_state.pop(_KEY, None)


def wait_for_import(running: Import) -> None:
    """Show how far an import is until it is done; the list of reports follows now and then."""
    if running.thread is None or not running.thread.is_alive():
        return
    bar = st.progress(0.0)
    st.button("Stop reading", on_click=running.stopped.set, disabled=running.stopped.is_set())
    st.caption("What is read stays. The reading goes on while you look at other pages.")
    known, shown = len(running.outcomes), monotonic()
    while running.thread.is_alive():
        progress, words = running.describe()
        bar.progress(
            min(progress, 1.0), f"Stopping: {words}" if running.stopped.is_set() else words
        )
        running.thread.join(_LOOK)
        if monotonic() - shown > _SHOW and len(running.outcomes) > known:
            st.rerun()


def show_import_report(running: Import) -> None:
    """What became of each report: in all, as a table, and as a file."""
    import pandas as pd

    from claimmap.ingest import STATUSES, outcome_rows, report_csv

    outcomes = running.outcomes
    counts = {status: sum(one.status == status for one in outcomes) for status in STATUSES}
    told = ", ".join(f"{number:,} {status}" for status, number in counts.items() if number)
    if running.stopped.is_set():
        stopped = f"Stopped after {plural(len(outcomes), 'report')}."
        rest = "Read the same files again to go on: what is stored is passed over."
        if running.again:
            rest = "The others are as they were."
        st.warning(escape_markdown(f"{stopped} {rest}"))
    st.success(f"{plural(len(outcomes), 'report')}: {escape_markdown(told)}.")
    rows = pd.DataFrame(outcome_rows(outcomes))
    st.dataframe(rows, hide_index=True, column_order=("file", "status", "reason", "claims"))
    with st.container(horizontal=True):
        st.download_button(
            "This report as CSV",
            report_csv(outcomes),
            "import.csv",
            "text/csv",
            on_click="ignore",
        )
        st.button("Close", on_click=forget_import)
