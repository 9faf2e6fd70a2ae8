"""A line of JSON is a document whose text, and so every offset, is left as it is."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import msgspec
import pytest

from claimmap.model import Span
from claimmap.reading import ReadingError, read_line, split_lines


def test_a_line_gives_its_text_untouched() -> None:
    text = "\ufeffA\r\n\rB\u2028 😀 C"
    line = read_line(
        msgspec.json.encode(
            {"id": "x", "text": text, "outlet": "O", "title": None, "published": "2024-10-18"}
        )
    )
    assert line.id == "x"
    assert line.document.text == text
    assert (line.document.outlet, line.document.published) == ("O", date(2024, 10, 18))


def test_an_id_may_be_a_number_and_a_date_a_moment() -> None:
    line = read_line(b'{"id": 7, "text": "x", "published": "2024-10-18T09:30:00Z", "more": []}')
    assert line.id == 7
    assert line.document.published == date(2024, 10, 18)


def test_an_empty_text_is_a_document_without_findings() -> None:
    assert read_line(b'{"id": "x", "text": ""}').document.text == ""


def test_given_toponyms_keep_their_order() -> None:
    line = read_line(
        b'{"id":1,"text":"ab cd","toponyms":[{"start":3,"end":5,"a":"cd"},{"start":0,"end":2}]}'
    )
    assert line.toponyms == (Span(3, 5), Span(0, 2))


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{", "JSON object"),
        (b"[]", "JSON object"),
        (b'"text"', "JSON object"),
        (b'{"id": 1}', "text"),
        (b'{"text": "x"}', "id"),
        (b'{"id": 1, "text": null}', "text"),
        (b'{"id": 1, "text": "\xff"}', "JSON object"),
        (b'{"id": 1, "text": "x\\ud800"}', "JSON object"),
        (b'{"id": 1, "text": "x", "published": "soon"}', "YYYY-MM-DD"),
        (b'{"id": 1, "text": "abc", "toponyms": [{"start": 1, "end": 9}]}', "code points"),
        (b'{"id": 1, "text": "abc", "toponyms": [{"start": 2, "end": 2}]}', "code points"),
        (b'{"id": 1, "text": "' + b"x" * 5_000_001 + b'"}', "5,000,001 characters"),
        (b"[" * 100_000, "JSON object"),
    ],
)
def test_a_broken_line_is_refused_with_what_to_do(raw: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_line(raw)


def test_blank_lines_are_passed_over_but_counted() -> None:
    assert list(split_lines(BytesIO(b"a\n\n \nb"))) == [(1, b"a\n"), (4, b"b")]
