"""Short reports are parsed several at a time, and each gets what it would get by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimmap.extract import claims
from claimmap.extract.parsing import TOGETHER, Parsed
from claimmap.ingest import Extractor, IngestError, extracting
from claimmap.model import Document, Extraction
from claimmap.reading import read_text
from tests.gold.loading import read_gold

SHORT = "The mayor of Lyon said on {} May that {} trucks had arrived in Marseille.\nIt rained."


def documents() -> list[Document]:
    short = [read_text(SHORT.format(day, 10 * day)) for day in range(1, 31)]
    long = [gold.document for gold in read_gold()][:2]
    endless = read_text("It rained in Graz. " * (TOGETHER // 10))
    capitals = read_text("TROOPS LEFT KUNDUZ ON MONDAY\n\nNo one was\u00a0hurt.")
    signs = read_text("( " * (TOGETHER // 2) + "It rained in Graz.")
    return [*short[:3], long[0], *short[3:20], endless, capitals, long[1], signs, *short[20:]]


def test_together_each_gets_what_it_gets_alone(extractor: Extractor) -> None:
    given = documents()
    assert list(extractor.extract_all(given)) == [extractor.extract(one) for one in given]
    assert list(extractor.extract_all([])) == []


def test_a_report_that_finding_fails_on_stops_no_other(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_ten(document: Document, doc: Parsed, *given: object) -> Extraction:
        if "10 trucks" in document.text:
            raise ZeroDivisionError
        return claims.extract_claims(document, doc, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(extracting, "extract_claims", fail_on_ten)
    given = documents()[:3]
    first, second, third = extractor.extract_all(given)
    assert isinstance(first, IngestError)
    assert isinstance(second, Extraction)
    assert isinstance(third, Extraction)


def test_where_parsing_together_fails_each_is_parsed_by_itself(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[Parsed]:
        raise RuntimeError

    monkeypatch.setattr(extracting, "parse_together", fail)
    given = documents()[:3]
    assert list(extractor.extract_all(given)) == [extractor.extract(one) for one in given]
