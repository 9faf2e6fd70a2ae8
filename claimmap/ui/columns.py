"""Which column of a table of reports holds what: asked with a good guess, before it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from claimmap.reading import TABLE_FIELDS, File, Given, ReadingError, Table, look_at_file

_KEY = "asked_columns"
_NONE = "(none)"
_LABELS = {
    "text": "Text",
    "title": "Title",
    "outlet": "Outlet",
    "author": "Author",
    "published": "Published",
    "url": "Web address",
    "language": "Language",
}


@dataclass(slots=True)
class Asked:
    """Files that wait for an answer, the tables among them, and what is said of all."""

    files: Sequence[File]
    tables: dict[int, Table]
    given: Given


def ask_columns(files: Sequence[File], given: Given) -> bool:
    """Keep the files until their columns are told. Out: whether there is anything to ask."""
    tables = {}
    for number, file in enumerate(files):
        raw = file.read()
        if isinstance(raw, bytes) and (table := _look(raw, file.name)):
            tables[number] = table
    if tables:
        st.session_state[_KEY] = Asked(files, tables, given)
    return bool(tables)


def is_asking() -> bool:
    """Whether files wait for an answer."""
    return _KEY in st.session_state


def forget_columns() -> None:
    """Ask no longer; the files are let go."""
    st.session_state.pop(_KEY, None)


def answer_columns() -> tuple[Sequence[File], Given] | None:
    """Show the question. Out: the files with the answers, once they are given."""
    asked: Asked = st.session_state[_KEY]
    st.header("Which column holds what?", anchor=False)
    with st.form("columns"):
        answers = {number: _ask(asked, number) for number in asked.tables}
        with st.container(horizontal=True):
            read = st.form_submit_button("Read", type="primary")
            back = st.form_submit_button("Back")
    if back:
        forget_columns()
        st.rerun()
    if not read:
        return None
    if missing := [
        asked.files[number].name for number, told in answers.items() if "text" not in told
    ]:
        st.error("Say which column holds the text of the reports.")
        st.text(", ".join(missing))
        return None
    forget_columns()
    files = [
        replace(file, columns=answers[number]) if number in answers else file
        for number, file in enumerate(asked.files)
    ]
    return files, asked.given


def _ask(asked: Asked, number: int) -> dict[str, str]:
    """A table's first rows, and a field for each thing that a column may hold."""
    table = asked.tables[number]
    st.text(asked.files[number].name)
    width = len(table.columns)
    rows = [(*row, *[""] * width)[:width] for row in table.rows]
    st.dataframe(pd.DataFrame(rows, columns=list(table.columns)), hide_index=True)
    options = [_NONE, *table.columns]
    sides = st.columns(2)
    told = {}
    for place, field in enumerate(TABLE_FIELDS):
        guess = table.guess.get(field, _NONE)
        chosen = sides[place % 2].selectbox(
            _LABELS[field], options, options.index(guess), key=f"column {number} {field}"
        )
        if chosen != _NONE:
            told[field] = chosen
    return told


def _look(raw: bytes, name: str) -> Table | None:
    """The table; None of what is none, or cannot be read, which reading it will tell."""
    try:
        table = look_at_file(raw, name)
    except ReadingError:
        return None
    return table if table and table.rows else None
