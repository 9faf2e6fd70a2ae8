"""Copies of one report are one witness; what a copy adds is its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

import pytest

from claimmap.model import Claim, Copied, Interval, Source, Span
from claimmap.relate.copies import find_copying, tell_copy
from claimmap.relate.roots import are_independent, root_key, share_root

EARLY, LATE = date(2024, 5, 1), date(2024, 5, 2)


@dataclass(frozen=True)
class Linked:
    document: str
    of: str
    published: date | None = EARLY
    own: tuple[int, ...] = ()

    @property
    def outlet(self) -> str:
        return f"The {self.document}"


def both(one: str, other: str, **fields: object) -> list[Linked]:
    return [
        replace(Linked(one, other), **fields),  # type: ignore[arg-type]
        replace(Linked(other, one), **fields),  # type: ignore[arg-type]
    ]


def firsts(links: list[Linked]) -> dict[str, str]:
    """Each copy with the report that it copies."""
    return {name: copying.first.document for name, copying in find_copying(links).items()}


def test_all_that_hang_together_copy_the_first_whatever_the_order() -> None:
    links = [*both("a", "b"), *both("c", "b"), *both("x", "y")]
    for some in permutations(links):
        assert firsts(list(some)) == {"b": "a", "c": "a", "y": "x"}
    assert find_copying(links)["b"].first == Copied("a", "The a")
    assert firsts([]) == {}


def test_the_first_to_be_published_is_copied_and_one_without_a_date_is_the_last() -> None:
    days = {"a": None, "b": LATE, "c": EARLY}
    links = [
        replace(one, published=days[one.document])
        for one in (*both("a", "b"), *both("b", "c"), *both("a", "c"))
    ]
    assert firsts(links) == {"a": "c", "b": "c"}


def test_a_claim_is_a_copys_own_where_none_that_it_is_linked_to_has_it() -> None:
    links = [Linked("a", "b"), Linked("b", "a", LATE, (7, 8)), Linked("b", "c", LATE, (8, 9))]
    links.append(Linked("c", "b", LATE))
    assert find_copying(links)["b"].own == {8}


def claim(document: str, *chain: str, kind: str = "person", copied: Copied | None = None) -> Claim:
    """A claim whose chain ends in the outlet of its document."""
    links = [Source(name, kind) for name in chain]  # type: ignore[arg-type]
    links.append(Source(f"The {document}", "media"))
    unknown = Interval(None, None, None, "")
    return Claim(
        f"{document}-1", document, Span(0, 5), (Span(0, 5),), None, tuple(links), "asserted", (),
        unknown, unknown, copied=copied,
    )  # fmt: skip


FIRST = Copied("a", "The a")


@pytest.mark.parametrize(
    ("one", "other", "shared", "independent"),
    [
        # the outlet's own words
        (claim("a"), claim("b"), False, True),
        (claim("a"), claim("b", copied=FIRST), True, False),
        (claim("b", copied=FIRST), claim("c", copied=FIRST), True, False),
        # people without a name
        (claim("a", "residents", kind="unidentified"),
         claim("b", "residents", kind="unidentified"), False, None),
        (claim("a", "residents", kind="unidentified"),
         claim("b", "residents", kind="unidentified", copied=FIRST), True, False),
        (claim("b", "residents", kind="unidentified", copied=FIRST),
         claim("c", "residents", kind="unidentified", copied=FIRST), True, False),
        (claim("a", "residents", kind="unidentified"),
         claim("b", "witnesses", kind="unidentified", copied=FIRST), False, None),
        # a named source is itself in a copy too, and so is one that the copy adds
        (claim("a", "Ada Stone"), claim("b", "Ada Stone", copied=FIRST), True, False),
        (claim("a", "Ada Stone"), claim("b", "Bea Wood", copied=FIRST), False, True),
        (claim("a"), claim("b", "Bea Wood"), False, True),
    ],
)  # fmt: skip
def test_what_a_copy_has_from_the_other_is_one_witness_with_it(
    one: Claim, other: Claim, shared: bool, independent: bool | None
) -> None:
    assert share_root(one, other) is share_root(other, one) is shared
    assert are_independent(one, other) is independent
    assert (root_key(one) == root_key(other)) is shared


@pytest.mark.parametrize(
    ("share", "reverse", "words"),
    [
        (0.939, 0.95, "a copy of “Dam bursts”, The Paper (93% the same words)"),
        (0.999, 1.0, "a copy of “Dam bursts”, The Paper (99% the same words)"),
        (1.0, 0.5, "a part of “Dam bursts”, The Paper (100% of its words stand there)"),
        (0.5, 0.98, "more than “Dam bursts”, The Paper, of which it holds 98% of the words"),
    ],
)
def test_a_copy_is_told_in_words(share: float, reverse: float, words: str) -> None:
    assert tell_copy("Dam bursts", "The Paper", share, reverse) == words


def test_a_copy_without_a_name_or_with_a_long_one_is_told_all_the_same() -> None:
    assert tell_copy("", "", 1.0, 1.0) == "a copy of an untitled report (100% the same words)"
    assert len(tell_copy("long " * 100, "", 1.0, 1.0)) < 150
