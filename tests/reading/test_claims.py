"""Ready claims: what was exported comes back as it was; what makes no sense is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from claimmap.model import (
    DRAWN_ROLES,
    Attribution,
    Claim,
    Document,
    Interval,
    Place,
    Source,
    Span,
    Toponym,
)
from claimmap.reading import look_at_file
from claimmap.reading.messages import FoundClaims
from claimmap.view.exports import Format
from tests.reading.conftest import Read
from tests.reading.made_claims import claims, edited, read_pieces, read_ready, written

FORMS: tuple[Format, ...] = ("csv", "geojson")


@pytest.fixture
def report() -> tuple[Document, Claim]:
    text = "Before. Two boats left Porto for Lagos on Monday, Ana said. Behind."
    stands = Span(8, 59)
    document = Document("d1", "The Wire", "Boats", "", date(2024, 3, 6), text)
    day = Interval(date(2024, 3, 4), date(2024, 3, 4), 1, "on Monday")
    ana, wire = Source("Ana", "person", "", (Span(50, 53),)), Source("The Wire", "media")
    content = (Span(8, 48),)
    chain = (replace(ana, spans=()), wire)
    ids = {"Porto": 2735943, "Lagos": 2267226}
    places = {name: Place(id_, name, "PT", "city", 41.1, -8.6) for name, id_ in ids.items()}
    found = tuple(
        Toponym(Span(at, at + 5), "scene", (), places[text[at : at + 5]], 0.91234, "why", 1, 5.0)
        for at in (23, 33)
    )
    said = Attribution(ana, (Span(54, 58),), content, "indirect", chain)
    claim = Claim("c1", "d1", stands, content, said, chain, "asserted", (), day, day, found)
    return document, claim


@pytest.mark.parametrize("form", FORMS)
@given(claims())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_exported_is_exported_again_byte_for_byte(
    form: Format, told: tuple[Document, Claim]
) -> None:
    document, claim = told
    text = written(form, document, claim)
    back = read_ready(form, text).extraction
    assert not back.document.whole
    assert written(form, back.document, *back.claims) == text


def test_the_words_are_where_they_were_in_the_sentence(report: tuple[Document, Claim]) -> None:
    document, claim = report
    back = read_ready("csv", written("csv", document, claim)).extraction
    (found,) = back.claims
    text = back.document.text
    assert text == "Two boats left Porto for Lagos on Monday, Ana said.\n"
    assert found.attribution is not None
    assert [span.of(text) for span in found.attribution.source.spans] == ["Ana"]
    assert [one.span.of(text) for one in found.toponyms] == ["Porto", "Lagos"]
    assert found.toponyms[0].confidence == 0.91234


def test_a_sentence_of_two_claims_stands_once(report: tuple[Document, Claim]) -> None:
    document, claim = report
    other = replace(claim, id="c2", stance="denied")
    back = read_ready("csv", written("csv", document, claim, other)).extraction
    assert back.document.text.count("boats") == 1
    assert [one.stance for one in back.claims] == ["asserted", "denied"]


@pytest.mark.parametrize(
    ("cell", "value", "field", "expected"),
    [
        ("stance", "denied", "stance", "denied"),
        ("source", "Bea", "source", "Bea"),
        ("event_last", "2024-03-09", "event", date(2024, 3, 9)),
        ("content", "Lagos", "content", "Lagos"),
    ],
)
def test_a_cell_that_a_person_changed_counts(
    report: tuple[Document, Claim], cell: str, value: str, field: str, expected: object
) -> None:
    document, claim = report
    text = edited(written("csv", document, replace(claim, toponyms=())), **{cell: value})
    back = read_ready("csv", text).extraction
    (found,) = back.claims
    told = {
        "stance": found.stance,
        "source": found.source.name,
        "event": found.event.last,
        "content": found.content[0].of(back.document.text),
    }
    assert told[field] == expected


def test_a_place_whose_row_was_taken_out_is_gone(report: tuple[Document, Claim]) -> None:
    lines = written("csv", *report).splitlines(keepends=True)
    (found,) = read_ready("csv", "".join(lines[:2])).extraction.claims
    assert [one.place and one.place.name for one in found.toponyms] == ["Porto"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"latitude": "91"}, "latitude"),
        ({"longitude": "nan"}, "longitude"),
        ({"place_id": "1e9999"}, "place_id"),
        ({"latitude": ""}, "only"),
        ({"role": "metonym"}, "role"),
        ({"precision": "9"}, "precision"),
        ({"country": "<b>"}, "country"),
    ],
)
def test_a_place_that_makes_no_sense_is_told_with_its_row_and_the_rest_stays(
    report: tuple[Document, Claim], cells: dict[str, str], words: str
) -> None:
    bad, good = read_pieces("csv", edited(written("csv", *report), **cells))
    assert bad.part == "row 2"
    assert words in bad.error
    assert good.ready
    (claim,) = good.ready.extraction.claims
    assert [one.place and one.place.name for one in claim.toponyms] == ["Lagos"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"claim": "../../x"}, "claim"),
        ({"document": ""}, "document"),
        ({"stance": "<script>"}, "stance"),
        ({"event_first": "2024-13-40"}, "event_first"),
        ({"event_first": "2024-03-09"}, "ends before"),
        ({"sentence": ""}, "sentence"),
        ({"sentence": "x"}, "record"),
        ({"content": "not there"}, "content"),
        ({"record": '{"version": 1, "content": [[0, 999999]]}'}, "sentence lacks"),
        ({"record": '{"version": 2}'}, "newer"),
        ({"record": '{"form": "__import__"}'}, "damaged"),
        ({"record": "[" * 100_000}, "damaged"),
        ({"source": "x" * 3000}, "longer"),
        ({"title": "a\x00b"}, "control"),
        ({"url": "javascript:alert(1)"}, "url"),
    ],
)
def test_a_claim_that_makes_no_sense_is_told_with_its_row(
    report: tuple[Document, Claim], cells: dict[str, str], words: str
) -> None:
    document, claim = report
    good = replace(claim, id="c0", document="d0")
    text = written("csv", document, replace(claim, toponyms=()))
    other = written("csv", replace(document, id="d0"), good)
    pieces = read_pieces("csv", edited(text, **cells) + "".join(other.splitlines(True)[1:]))
    assert [piece.part for piece in pieces if piece.error] == ["row 2"]
    assert words in pieces[0].error
    assert sum(piece.ready is not None for piece in pieces) == 1


def files(report: tuple[Document, Claim]) -> Iterator[tuple[str, str]]:
    yield "misnamed.txt", written("geojson", *report)
    yield "claims", written("geojson", *report)
    yield "claims.csv", written("csv", *report)


def test_a_file_of_claims_is_told_by_what_it_holds(
    read: Read, report: tuple[Document, Claim]
) -> None:
    for name, text in files(report):
        (found,) = read(text.encode(), name)
        assert isinstance(found, FoundClaims), name
        assert found.ready.extraction.claims[0].id == "c1"
    assert look_at_file(written("csv", *report).encode(), "claims.csv") is None


def test_a_place_in_several_roles_keeps_them(report: tuple[Document, Claim]) -> None:
    document, claim = report
    drawn = tuple(replace(claim.toponyms[0], role=role) for role in sorted(DRAWN_ROLES))
    text = written("csv", document, replace(claim, toponyms=drawn))
    (found,) = read_ready("csv", text).extraction.claims
    assert [one.role for one in found.toponyms] == sorted(DRAWN_ROLES)
