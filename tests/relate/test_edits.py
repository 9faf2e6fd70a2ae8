"""What people say of sources comes before every rule, holds from then on, and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from claimmap.model import EditAction, Source, SourceEdit
from claimmap.relate.directory import Directory
from claimmap.relate.edits import edits_of, grades_of, in_effect, latest
from claimmap.relate.sources import join_sources

MONDAY = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)
FULL, SHORT, OTHER = "National Weather Agency", "NWA", "North West Airlines"


def body(name: str, *aliases: str) -> Source:
    return Source(name, "government", aliases=aliases)


def history(*said: tuple[EditAction, dict[str, Any]]) -> list[SourceEdit]:
    """Edits numbered from 1, as the store hands them out."""
    return [
        SourceEdit(action, MONDAY, number=number, **fields)
        for number, (action, fields) in enumerate(said, 1)
    ]


def merge(*names: str, value: str = "") -> tuple[EditAction, dict[str, Any]]:
    return "merge", {"names": names, "value": value or names[0]}


def split(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[EditAction, dict[str, Any]]:
    return "split", {"names": names, "others": others}


def groups(joined: Mapping[str, str]) -> set[frozenset[str]]:
    """Which names go by one name."""
    return {frozenset(n for n in joined if joined[n] == name) for name in joined.values()}


def sets(*names: Iterable[str]) -> set[frozenset[str]]:
    return {frozenset(each) for each in names}


def test_names_that_people_put_together_are_one_and_go_by_the_name_they_chose() -> None:
    sources = [body("Coast Guard"), body("Shore Patrol of the North"), body("Bank")]
    joined = join_sources(sources, history(merge("Coast Guard", "Shore Patrol of the North")))
    assert joined == {
        "Coast Guard": "Coast Guard",
        "Shore Patrol of the North": "Coast Guard",
        "Bank": "Bank",
    }


def test_a_name_taken_out_stands_alone_though_a_rule_would_join_it() -> None:
    sources = [body(SHORT), body(FULL)]
    assert len(groups(join_sources(sources))) == 1
    parted = join_sources(sources, history(split((SHORT,), (FULL,))))
    assert groups(parted) == sets([SHORT], [FULL])


def test_the_names_that_are_left_stay_together() -> None:
    # Only the acronym ties the two full names.
    named = [body(FULL, SHORT), body(SHORT), body("Met Office", SHORT)]
    sources = [*named, body("Weather Men", FULL)]
    before = join_sources(sources, history(merge(FULL, SHORT, "Met Office")))
    assert before[SHORT] == before["Met Office"] == FULL
    after = history(merge(FULL, SHORT, "Met Office"), split((SHORT,), (FULL, "Met Office")))
    joined = join_sources(sources, after)
    assert joined["Met Office"] == joined[FULL] != joined[SHORT]


def test_a_spelling_that_comes_later_goes_with_the_name_it_spells() -> None:
    edits = history(split((SHORT,), (FULL,)))
    joined = join_sources([body(SHORT), body(FULL), body("N.W.A.")], edits)
    assert groups(joined) == sets([SHORT, "N.W.A."], [FULL])


def test_a_new_report_joins_what_people_put_together() -> None:
    edits = history(merge(OTHER, "Seal Air"))
    joined = join_sources([body(OTHER), body("Seal Air"), body("The Seal Air")], edits)
    assert set(joined.values()) == {OTHER}


def test_a_later_merge_overrules_a_split_and_a_later_split_a_merge() -> None:
    sources = [body(SHORT), body(FULL)]
    apart = split((SHORT,), (FULL,))
    together = merge(FULL, SHORT)
    assert len(groups(join_sources(sources, history(apart, together)))) == 1
    assert len(groups(join_sources(sources, history(apart, together, apart)))) == 2


def test_names_of_reports_that_are_gone_still_tie_those_that_are_there() -> None:
    edits = history(merge("A", "gone"), merge("gone", "B"))
    joined = join_sources([body("A"), body("B"), body("C")], edits)
    assert groups(joined) == sets(["A", "B"], ["C"])
    assert "gone" not in joined


def test_an_undo_takes_back_one_edit_and_a_redo_gives_it_again() -> None:
    sources = [body(name) for name in "ABC"]
    edits = history(merge("A", "B"), merge("A", "C"), ("undo", {"of": 1}))
    assert groups(join_sources(sources, edits)) == sets("AC", "B")
    again = [*edits, SourceEdit("redo", MONDAY, of=1, number=4)]
    assert groups(join_sources(sources, again)) == sets("ABC")
    assert [edit.number for edit in in_effect(again)] == [1, 2]


def test_two_undos_of_one_edit_are_one_undo() -> None:
    edits = history(merge("A", "B"), ("undo", {"of": 1}), ("undo", {"of": 1}), ("redo", {"of": 1}))
    assert [edit.number for edit in in_effect(edits)] == [1]
    assert [edit.number for edit in in_effect(edits[:3])] == []


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_the_reports_does_not_matter(turn: int) -> None:
    edits = history(
        merge("A", "B"), split(("B",), ("A",)), merge("B", "C"), split((SHORT,), (FULL,))
    )
    sources = [body(name) for name in ("A", "B", "C", SHORT, FULL)][::turn]
    assert groups(join_sources(sources, edits)) == sets("A", "BC", [SHORT], [FULL])


def test_a_grade_goes_with_the_names_and_the_last_one_holds() -> None:
    edits = history(
        ("grade", {"names": ("A", "B"), "value": "B"}),
        ("grade", {"names": ("C",), "value": "D"}),
        ("grade", {"names": ("E",), "value": "C"}),
        ("grade", {"names": ("E",), "value": "ungraded"}),
    )
    names = {"A": "A", "B": "A", "C": "C", "E": "E"}
    assert grades_of(edits, names) == {"A": "B", "C": "D"}
    merged = dict.fromkeys("ABC", "A")
    assert grades_of(edits, merged) == {"A": "D"}
    undone = [*edits, SourceEdit("undo", MONDAY, of=2, number=9)]
    assert grades_of(undone, merged) == {"A": "B"}
    assert latest(edits, "note", names) == {}


def test_the_history_of_a_source_is_told_newest_first_with_what_holds() -> None:
    edits = history(
        merge("A", "B"),
        split(("X",), ("B",)),
        ("note", {"names": ("Y",), "value": "n"}),
        ("undo", {"of": 1}),
    )
    told = [(edit.number, holds) for edit, holds in edits_of(edits, ["B"])]
    assert told == [(2, True), (1, False)]


def test_a_directory_tells_names_kinds_grades_and_notes() -> None:
    said = {
        Source("A", "person"): 2,
        Source("B", "expert", aliases=("b",)): 3,
        Source("B", "person"): 2,
        Source("some", "unidentified"): 1,
    }
    edits = history(
        ("note", {"names": ("B",), "value": "often wrong"}),
        ("grade", {"names": ("A",), "value": "E"}),
    )
    directory = Directory({"A": "A", "B": "A", "some": "some"}, said, edits)
    assert directory.kinds == {"A": "person", "some": "unidentified"}
    assert directory.aliases["A"] == {"B": 5, "A": 2}
    assert (directory.grades, directory.notes) == ({"A": "E"}, {"A": "often wrong"})
    assert directory.unidentified == {"some"}
    assert directory.holds("A", ["b"])
    assert not directory.holds("A", ["b", "c"])
