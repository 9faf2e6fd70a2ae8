"""Tables of reports: which column holds what is guessed well, and can be said."""

from __future__ import annotations

import pytest

from claimmap.reading import look_at_file
from claimmap.reading.formats.tables import guess_columns, split_header
from claimmap.reading.messages import Found, FoundClaims, Refused
from tests.reading.conftest import Read
from tests.reading.making import MORE, WORDS, make_xlsx

TABLE = (
    f"Date;Source;Headline;Body\n18.10.2024;The Paper;Rain;{WORDS}\n3.4.2024;;Flood;{MORE}\n;;;\n"
)


@pytest.mark.parametrize(
    ("names", "row", "guess"),
    [
        (
            ["id", "Article Text", "Publication Date", "URL"],
            ["1", WORDS, "2024-10-18", "https://a.b"],
            {"text": "Article Text", "published": "Publication Date", "url": "URL"},
        ),
        (
            ["headline", "description", "content"],
            ["Rain", "Short.", WORDS],
            {"text": "content", "title": "headline"},
        ),
        (["text", "abstract"], ["12", WORDS * 3], {"text": "abstract"}),
        (
            ["title", "x", "y", "z"],
            ["Rain", WORDS, "18 Oct 2024", "https://a.b"],
            {"text": "x", "title": "title", "published": "y", "url": "z"},
        ),
        (["a", "b"], ["1", "2"], {}),
    ],
)
def test_columns_are_told_by_their_names_and_by_what_they_hold(
    names: list[str], row: list[str], guess: dict[str, str]
) -> None:
    assert guess_columns(names, [row]) == guess


def test_a_table_without_names_has_numbered_columns() -> None:
    names, rows = split_header([["Rain", WORDS], ["Flood", MORE]])
    assert names == ["column 1", "column 2"]
    assert len(list(rows)) == 2


def test_a_column_tells_how_its_days_are_written(read: Read) -> None:
    first, second = read(TABLE.encode(), "a.csv")
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    assert str(first.document.published) == "2024-10-18"
    assert str(second.document.published) == "2024-04-03"
    assert second.name == "a.csv, row 3"


def test_a_day_that_can_be_read_two_ways_is_not_guessed(read: Read) -> None:
    (found,) = read(f"date,text\n3/4/2024,{WORDS}\n".encode(), "a.csv")
    assert isinstance(found, Found)
    assert found.document.published is None
    assert "3/4/2024" in found.notice


def test_the_columns_can_be_said(read: Read) -> None:
    (found, _) = read(TABLE.encode(), "a.csv", {"text": "Headline", "outlet": "Source"})
    assert isinstance(found, Found)
    assert (found.document.text, found.document.outlet) == ("Rain", "The Paper")
    assert found.document.published is None
    (refused,) = read(TABLE.encode(), "a.csv", {"text": "Nothing"})
    assert isinstance(refused, Refused)
    assert "Date, Source, Headline, Body" in refused.reason


def test_our_own_claims_are_no_reports(read: Read) -> None:
    raw = b"source,stance,sentence,document,claim\na,denied,b,c,d\na,b,c,d,e\n"
    refused, found = sorted(read(raw, "export.csv"), key=lambda one: isinstance(one, FoundClaims))
    assert isinstance(refused, Refused)
    assert "stance" in refused.reason
    assert isinstance(found, FoundClaims)
    (claim,) = found.ready.extraction.claims
    assert (claim.source.name, claim.stance) == ("a", "denied")


def test_a_cell_may_hold_lines_and_separators(read: Read) -> None:
    (found,) = read(f'text,title\n"{WORDS}\n\n""{MORE}"", x",T\n'.encode(), "a.csv")
    assert isinstance(found, Found)
    assert found.document.text == f'{WORDS}\n\n"{MORE}", x'


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (TABLE.encode(), "a.csv"),
        (
            make_xlsx(["Date", "Source", "Headline", "Body"], ["", "The Paper", "Rain", WORDS]),
            "a.xlsx",
        ),
        (
            b'{"Date": "", "Source": "The Paper", "Headline": "Rain", "Body": "%s"}'
            % WORDS.encode(),
            "a.jsonl",
        ),
    ],
)
def test_a_table_can_be_looked_at_before_it_is_read(raw: bytes, name: str) -> None:
    table = look_at_file(raw, name)
    assert table is not None
    assert table.columns == ("Date", "Source", "Headline", "Body")
    assert table.rows[0][1:] == ("The Paper", "Rain", WORDS)
    assert table.guess["text"] == "Body"
    assert look_at_file(b"text", "a.txt") is None
