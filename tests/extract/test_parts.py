"""A long text is read in parts, and what is found in them stands where it stands in the whole."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.extract import parts
from claimmap.extract.parts import join_parts, split_parts
from claimmap.ingest import Extractor
from claimmap.model import Document, Extraction, Span
from tests.extract.test_any_text import all_spans

REPORT = (
    "About 40 trucks arrived in Lyon on Friday, Anna Berg told Reuters.\n\n"
    "“Nobody was hurt,” the mayor of Marseille said. It rained in Bordeaux.\n\n"
)


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART", 3 * len(REPORT))
    monkeypatch.setattr(parts, "_LAST", len(REPORT))


def document(text: str) -> Document:
    return Document("d", "The Daily", "", "", date(2024, 10, 18), text)


def named(found: Extraction) -> list[tuple[str, str]]:
    """Each claim's source and content, in the text's words."""
    text = found.document.text
    return [(c.source.name, " ".join(s.of(text) for s in c.content)) for c in found.claims]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a" * 90, [40, 80, 90]),
        ("One two. Three " * 8, [39, 69, 99, 120]),
        ("word " * 20, [40, 80, 100]),
        ("A line\n" * 16, [35, 70, 105, 112]),
        ("A line\nand\n\none" * 7, [27, 57, 87, 105]),
        ("", [0]),
        ("a" * 40, [40]),
    ],
)
def test_a_text_is_cut_at_the_best_break_near(
    text: str, cut: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART", 40)
    monkeypatch.setattr(parts, "_LAST", 20)
    found = list(split_parts(text))
    assert "".join(part.of(text) for part in found) == text
    assert [part.end for part in found] == cut


@pytest.mark.usefixtures("short_parts")
def test_parts_find_what_the_whole_would(extractor: Extractor) -> None:
    text = REPORT * 8
    found = extractor.extract(document(text))
    once = named(extractor.extract(document(REPORT)))
    assert len(list(split_parts(text))) > 2
    assert named(found) == once * 8
    assert [t.span.of(text) for t in found.toponyms] == ["Lyon", "Marseille", "Bordeaux"] * 8
    assert all(0 <= span.start < span.end <= len(text) for span in all_spans(found))
    assert len({claim.id for claim in found.claims}) == len(found.claims)


@pytest.mark.usefixtures("short_parts")
def test_ids_are_those_that_the_text_has_when_it_is_read_whole(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = extractor.extract(document(REPORT * 8))
    monkeypatch.setattr(parts, "PART", 1_000_000)
    whole = extractor.extract(document(REPORT * 8))
    assert [claim.id for claim in found.claims] == [claim.id for claim in whole.claims]
    assert [claim.sentence for claim in found.claims] == [claim.sentence for claim in whole.claims]


@pytest.mark.usefixtures("short_parts")
def test_given_spans_keep_their_order_and_their_place(extractor: Extractor) -> None:
    text = REPORT * 8
    lyons = [Span(at, at + 4) for at in range(len(text)) if text.startswith("Lyon", at)]
    across = Span(len(text) - len(REPORT) * 6, len(text) - 3)
    found = extractor.resolve(document(text), [*reversed(lyons), across])
    assert [one.span for one in found] == [*reversed(lyons), across]
    assert {one.place.name for one in found[:-1] if one.place} == {"Lyon"}


def test_what_stands_in_many_claims_stays_one(extractor: Extractor) -> None:
    found = extractor.extract(document(REPORT))
    moved = join_parts(document(REPORT), [(Span(1000, 1000 + len(REPORT)), found)])
    assert [s.start for s in all_spans(moved)] == [s.start + 1000 for s in all_spans(found)]
    mentioned = {id(toponym) for claim in moved.claims for toponym in claim.toponyms}
    assert mentioned <= {id(toponym) for toponym in moved.toponyms}


@pytest.mark.parametrize(
    "unit",
    ["a", " ", "\n", '"', "“", "(", "“(‘[", "[]", "1 ", "he said that ", "“Yes\n\n", "👍", "x. "],
)
def test_a_long_text_of_one_thing_alone_survives(unit: str, extractor: Extractor) -> None:
    text = (unit * 3000)[:3000]
    found = extractor.extract(document(text))
    assert all(0 <= span.start < span.end <= len(text) for span in all_spans(found))
