"""What people have said of sources, read from the history of their edits.

Edits are kept in the order in which they came and say what names of reports mean; so they hold on
whatever reports are read later, or read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from claimmap.model import EditAction, Grade, SourceEdit


@dataclass(slots=True)
class Wishes:
    """Which names people have put together and kept apart.

    block: name -> a name that stands for all that it was put together with. apart: pairs of such
    names. called: the names that were chosen to go by, the latest last.
    """

    block: dict[str, str] = field(default_factory=dict)
    apart: set[tuple[str, str]] = field(default_factory=set)
    called: tuple[str, ...] = ()


def in_effect(edits: Iterable[SourceEdit]) -> list[SourceEdit]:
    """The edits that nobody has taken back, in order; undo and redo themselves are not among them.

    Of several undos and redos of one edit the last decides.
    """
    listed = list(edits)
    undone = {one.of: one.action == "undo" for one in listed if one.of is not None}
    return [one for one in listed if one.of is None and not undone.get(one.number)]


def read_wishes(edits: Iterable[SourceEdit]) -> Wishes:
    """What the merges and splits in effect come to; a later one overrules those before it."""
    blocks: dict[str, set[str]] = {}
    apart: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    called: list[str] = []
    for edit in in_effect(edits):
        if edit.action == "merge":
            _put_together(blocks, edit.names)
            called.append(edit.value)
        elif edit.action == "split":
            _take_out(blocks, edit.names)
            _put_together(blocks, edit.names)
            _put_together(blocks, edit.others)
            apart.append((edit.names, edit.others))
    block = {name: min(together) for name, together in blocks.items()}
    pairs = {
        (block[one], block[other])
        for names, others in apart
        for one in names
        for other in others
        if block[one] != block[other]
    }
    return Wishes(block, pairs, tuple(called))


def latest(
    edits: Iterable[SourceEdit], action: EditAction, names: Mapping[str, str]
) -> dict[str, str]:
    """What people last said of each source by edits of that kind; nothing where they took it back.

    names: a source's name in its report -> its name over all reports, by which the result goes.
    """
    said: dict[str, str] = {}
    for edit in in_effect(edits):
        if edit.action == action:
            said |= {names[name]: edit.value for name in edit.names if name in names}
    return said


def grades_of(edits: Iterable[SourceEdit], names: Mapping[str, str]) -> dict[str, Grade]:
    """The grade of each source that people have graded, by its name over all reports."""
    said = latest(edits, "grade", names)
    return {name: cast(Grade, grade) for name, grade in said.items() if grade != "ungraded"}


def edits_of(
    edits: Sequence[SourceEdit], names: Iterable[str]
) -> Iterator[tuple[SourceEdit, bool]]:
    """The edits that speak of one of these names, newest first, each with whether it holds."""
    wanted = set(names)
    holding = {edit.number for edit in in_effect(edits)}
    for edit in reversed(edits):
        if edit.of is None and not wanted.isdisjoint((*edit.names, *edit.others)):
            yield edit, edit.number in holding


def _put_together(blocks: dict[str, set[str]], names: Sequence[str]) -> None:
    united = set(names).union(*(blocks.get(name, ()) for name in names))
    blocks.update(dict.fromkeys(united, united))


def _take_out(blocks: dict[str, set[str]], names: Sequence[str]) -> None:
    for name in names:
        blocks.pop(name, set()).discard(name)
