"""The ways of claims, from roots to outlets."""

from __future__ import annotations

from claimmap.view.paths import MOST_NEXT, MOST_ROOTS, path_rows
from claimmap.view.rows import LinkRow


def link(name: str) -> LinkRow:
    return {"name": name, "kind": "media"}


def way(*names: str) -> list[LinkRow]:
    return [link(name) for name in names]


def test_papers_that_carry_one_root_hang_on_it() -> None:
    paths = path_rows(
        [
            ("ministry", way("Ministry", "Wire", "Morning Paper")),
            ("ministry", way("Ministry", "Wire", "Evening Paper")),
            ("ministry", way("Ministry", "Morning Paper")),
            ("witness", way("a witness", "Morning Paper")),
        ]
    )
    assert paths["words"] == "2 independent sources → 2 outlets"
    ministry, witness = paths["roots"]
    assert (ministry["name"], ministry["claims"]) == ("Ministry", 3)
    wire, direct = ministry["next"]
    assert (wire["name"], wire["kind"], wire["claims"]) == ("Wire", "media", 2)
    assert [one["name"] for one in wire["next"]] == ["Morning Paper", "Evening Paper"]
    assert {one["kind"] for one in wire["next"]} == {"outlet"}
    assert (direct["name"], direct["kind"], direct["next"]) == ("Morning Paper", "outlet", [])
    assert witness["claims"] == 1


def test_one_name_of_two_witnesses_is_two_roots() -> None:
    paths = path_rows([("a", way("residents", "Paper")), ("b", way("residents", "Paper"))])
    assert [one["name"] for one in paths["roots"]] == ["residents", "residents"]
    assert paths["words"] == "2 independent sources → 1 outlet"


def test_an_outlets_own_words_are_root_and_end_in_one() -> None:
    (root,) = path_rows([("paper", way("Paper"))])["roots"]
    assert (root["kind"], root["next"]) == ("outlet", [])


def test_who_has_no_name_is_said_to_have_none() -> None:
    assert path_rows([("x", way("", "Paper"))])["roots"][0]["name"] == "an unnamed source"


def test_what_is_too_much_to_draw_is_counted() -> None:
    many = [(f"root {n}", way(f"Root {n}", "Paper")) for n in range(MOST_ROOTS + 5)]
    paths = path_rows([*many, *(("one", way("One", f"Paper {n}")) for n in range(MOST_NEXT + 4))])
    assert (len(paths["roots"]), paths["more"]) == (MOST_ROOTS, 6)
    first = paths["roots"][0]
    assert (first["name"], len(first["next"]), first["more"]) == ("One", MOST_NEXT, 4)


def test_nothing_has_no_paths() -> None:
    assert path_rows([])["roots"] == []
