"""Words find the claims whose sentence holds them all; no sign in them has a meaning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimmap.store import Store
from tests.store.conftest import KINDS, make_extraction, new_database

SENTENCES = (
    "The mayor's office said “122-mm shells” hit Zürich.",
    "Nothing OR anything AND NOT near: a NEAR miss.",
    "Дождь шёл в Київ весь день.",
    "C++ and a_b cost 100% * 2.",
)


@pytest.fixture(scope="module", params=KINDS)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    with new_database(request.param, tmp_path_factory.mktemp("searching"), request) as url:
        store = Store(url)
        store.save(make_extraction(sentences=SENTENCES, toponyms=()))
        yield store
        store.close()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("mayor", {0}),
        ("MAYOR office", {0}),
        ("office mayor", {0}),
        ("may", {0}),
        ("ayor", set()),
        ("mayor nothing", set()),
        ("mayor's", {0}),
        ("mayor’s", {0}),
        ("122-mm", {0}),
        ("122 shells", {0}),
        ("zurich", {0}),
        ("Zürich", {0}),
        ("OR", {1}),
        ("nothing OR mayor", set()),
        ("NOT", {1}),
        ("near", {1}),
        ("NEAR(mayor office)", set()),
        ("near: a", {1}),
        ("NEAR(", {1}),
        ("^mayor -office", {0}),
        ('"mayor', {0}),
        ("київ", {2}),
        ("дождь день", {2}),
        ("100%", {3}),
        ("a", {1, 3}),
    ],
)
def test_a_sentence_is_found_by_the_beginnings_of_its_words(
    filled: Store, text: str, numbers: set[int]
) -> None:
    assert set(filled.search(text) - 1) == numbers


@pytest.mark.parametrize(
    "text",
    [
        *'"*^-+(){}[]:;,.%_~`|&!?<>=/\\@#$',
        '"" ""',
        'mayor" OR "nothing',
        "sentence:mayor",
        "{sentence}: x",
        "mayor AND",
        "' OR 1=1 --",
        "\x00",
        "mayor\x00office\x00xyz",
        "\ud800",
        "x\udfffy",
        "😀",
        "<script>alert(1)</script>",
        "%s %d {} ${x}",
        "",
        "  \n",
        "x" * 100_000,
    ],
)
def test_hostile_words_are_plain_words_that_are_not_there(filled: Store, text: str) -> None:
    assert len(filled.search(text)) == 0


def test_signs_around_a_word_do_not_hide_it(filled: Store) -> None:
    assert filled.search('  "mayor"* (office) \x00 ').tolist() == [1]


def test_a_whole_article_may_be_searched_for(filled: Store) -> None:
    assert len(filled.search(" ".join(f"word{number}" for number in range(50_000)))) == 0
    assert filled.search("mayor " * 50_000).tolist() == [1]
