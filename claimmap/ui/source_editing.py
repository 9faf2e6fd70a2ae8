"""What people say of a source: its grade and note, which names are one, and all of it with undo.

Nothing said is ever lost: each edit is added to a history, and an undo is an edit as well. So two
people at work at once overwrite nothing of each other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2b

import streamlit as st

from claimmap.model import GRADES, EditAction, SourceEdit
from claimmap.relate.edits import edits_of
from claimmap.ui.choices import offered_names
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import choose_page, plural
from claimmap.view.signs import grade_words

_PAGE = 8
_NAMES = 12
_NOTE = 2_000  # characters
_SHOWN = 60  # characters of a name in the history


def show_editing(screen: Screen, name: str) -> None:
    """All that can be said of the source of this name."""
    aliases = list(screen.snapshot.directory.aliases.get(name, {name: 1}))
    with st.container(border=True):
        _show_judgement(screen, name, aliases)
    with st.container(border=True):
        _show_names(screen, name, aliases)
    _show_history(screen, aliases)


def _show_judgement(screen: Screen, name: str, aliases: Sequence[str]) -> None:
    directory = screen.snapshot.directory
    st.subheader("How reliable is it?", anchor=False)
    st.caption("You decide: the program grades nobody. Grades show wherever the source does.")
    grade, noted = directory.grades.get(name, "ungraded"), directory.notes.get(name, "")
    # Another's edit makes the form anew, nothing else does: what is being typed stays.
    with st.form(f"judgement {_key(f'{name} {grade} {noted}')}", border=False):
        chosen = st.selectbox("Grade", GRADES, GRADES.index(grade), format_func=grade_words)
        note = st.text_area("Note", noted, max_chars=_NOTE, height=90)
        if st.form_submit_button("Save"):
            said: tuple[tuple[EditAction, str, str], ...] = (
                ("grade", grade, chosen),
                ("note", noted, note.strip()),
            )
            for action, before, now in said:
                if before != now:
                    _keep(screen, SourceEdit(action, _now(), tuple(aliases), value=now))
            st.rerun()


def _show_names(screen: Screen, name: str, aliases: Sequence[str]) -> None:
    key = _key(name)
    st.subheader("Its names in the reports", anchor=False)
    counts = screen.snapshot.directory.aliases.get(name, {})
    lines = [f"{_clip(alias)} · {plural(counts.get(alias, 0), 'report')}" for alias in aliases]
    st.text("\n".join(lines[:_NAMES]))
    if len(lines) > _NAMES:
        with st.expander(plural(len(lines) - _NAMES, "more name")):
            st.text("\n".join(lines[_NAMES:]))
    if len(aliases) > 1:
        taken = st.multiselect("Names that mean another source", aliases, key=f"split {key}")
        st.button(
            "Take out",
            key=f"take out {key}",
            disabled=not 0 < len(taken) < len(aliases),
            on_click=_split,
            args=(screen, f"split {key}", tuple(aliases)),
        )
    if name in screen.snapshot.directory.unidentified:
        st.caption("Nobody is named here, and each report may mean others: it is put with nobody.")
        return
    names = _others(screen, name)
    st.multiselect(
        "The same source under other names",
        offered_names(names, ()),
        key=f"merge {key}",
        placeholder="Find a source",
        disabled=not names,
    )
    st.button(
        "Put together",
        key=f"put together {key}",
        disabled=not st.session_state.get(f"merge {key}"),
        on_click=_merge,
        args=(screen, f"merge {key}", name, tuple(aliases)),
    )


def _show_history(screen: Screen, aliases: Sequence[str]) -> None:
    told = list(edits_of(screen.snapshot.edits, aliases))
    if not told:
        return
    with st.container(border=True):
        st.subheader("What has been said of it", anchor=False)
        start = choose_page("page_of_edits", len(told), _PAGE)
        for edit, holds in told[start : start + _PAGE]:
            _show_edit(screen, edit, holds=holds)


def _show_edit(screen: Screen, edit: SourceEdit, *, holds: bool) -> None:
    """What was said and when, and a button that takes it back, or gives it again."""
    when = f"{edit.at:%-d %B %Y, %H:%M} UTC"
    action: EditAction = "undo" if holds else "redo"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"{_words(edit)}\n{when}{'' if holds else ' · undone'}", width="stretch")
        st.button(
            "Undo" if holds else "Do it again",
            key=f"{action} {edit.number}",
            on_click=_keep,
            args=(screen, SourceEdit(action, _now(), of=edit.number)),
        )


def _others(screen: Screen, name: str) -> list[str]:
    """The sources that this one may be, the most frequent first."""
    unidentified = screen.snapshot.directory.unidentified
    return [one for one in screen.choices.sources if one != name and one not in unidentified]


def _merge(screen: Screen, key: str, name: str, aliases: tuple[str, ...]) -> None:
    directory = screen.snapshot.directory
    chosen = [alias for one in st.session_state[key] for alias in directory.aliases.get(one, {})]
    st.session_state[key] = []
    if chosen:
        names = tuple(dict.fromkeys((*aliases, *chosen)))
        _keep(screen, SourceEdit("merge", _now(), names, value=name))


def _split(screen: Screen, key: str, aliases: tuple[str, ...]) -> None:
    taken = tuple(name for name in aliases if name in st.session_state[key])
    st.session_state[key] = []
    if taken:
        others = tuple(name for name in aliases if name not in taken)
        _keep(screen, SourceEdit("split", _now(), taken, others))


def _keep(screen: Screen, edit: SourceEdit) -> None:
    screen.store.edit_source(edit)


def _words(edit: SourceEdit) -> str:
    """An edit as a reader calls it."""
    match edit.action:
        case "merge":
            others = [name for name in edit.names if name != edit.value]
            return f"Put together as {_quoted([edit.value])}: {_quoted(others)}"
        case "split":
            return f"Taken out: {_quoted(edit.names)}, from {_quoted(edit.others)}"
        case "grade":
            graded = edit.value != "ungraded"
            return f"Graded {grade_words(edit.value)}" if graded else "Grade taken away"  # type: ignore[arg-type]
        case _:
            return f"Note: {_clip(edit.value)}" if edit.value else "Note taken away"


def _quoted(names: Sequence[str], most: int = 4) -> str:
    words = ", ".join(f"“{_clip(name)}”" for name in names[:most])
    return f"{words} and {len(names) - most} more" if len(names) > most else words


def _clip(text: str) -> str:
    """The text on one line, cut where it is long, in a direction of its own (UAX #9, 2.4)."""
    flat = " ".join(text.split())
    return f"\u2068{flat if len(flat) <= _SHOWN else f'{flat[: _SHOWN - 1]}…'}\u2069"


def _key(name: str) -> str:
    """A short name of a widget for a name of any length."""
    return blake2b(name.encode(errors="replace"), digest_size=6).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)
