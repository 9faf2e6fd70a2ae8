"""Every format gives its text, and what the file itself tells of it with how it is known."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from claimmap.model import Document
from claimmap.reading import ReadingError, find_files, read_files
from claimmap.reading.messages import Found, FoundClaims, Refused
from tests.reading.conftest import Read
from tests.reading.making import (
    LAST,
    MORE,
    WORDS,
    make_docx,
    make_mail,
    make_page,
    make_pdf,
    make_xlsx,
    make_zip,
)

DAY = date(2024, 10, 18)
LINE = '{"text": "%s", "headline": "Rain", "date": "2024-10-18"}'


def one(found: list[Found | FoundClaims | Refused]) -> Document:
    """The only report that was found."""
    (only,) = found
    assert isinstance(only, Found), only
    return only.document


def how(document: Document) -> dict[str, str]:
    return {known.field: known.how for known in document.provenance}


def test_a_web_page_gives_its_article_without_the_rest(read: Read) -> None:
    head = (
        "<title>Rain | The Paper</title><meta property='og:site_name' content='The Paper'>"
        "<meta property='og:title' content='Rain in Porto'><meta name='author' content='Ana Costa'>"
        "<meta property='article:published_time' content='2024-10-18T23:30:00-05:00'>"
        "<link rel='canonical' href='https://paper.example/rain'>"
    )
    document = one(read(make_page(WORDS, MORE, LAST, head=head), "saved.html"))
    assert document.text == f"{WORDS}\n\n{MORE}\n\n{LAST}\n"
    assert (document.title, document.outlet, document.author) == (
        "Rain in Porto",
        "The Paper",
        "Ana Costa",
    )
    assert (document.url, document.published) == ("https://paper.example/rain", DAY)
    assert set(how(document).values()) == {"stated"}


def test_what_a_page_tells_search_engines_goes_first(read: Read) -> None:
    head = (
        '<meta name="date" content="2024-10-30"><script type="application/ld+json">{"@graph": [{'
        '"@type": "NewsArticle", "headline": "Rain", "datePublished": "2024-10-18T09:00:00Z",'
        '"author": [{"name": "Ana Costa"}, {"name": "Rui Melo"}], "publisher": {"name": "The Wire"}'
        "}]}</script>"
    )
    document = one(read(make_page(WORDS, MORE, LAST, head=head), "a.html"))
    assert (document.outlet, document.author) == ("The Wire", "Ana Costa, Rui Melo")
    assert document.published == DAY


def test_a_page_that_names_no_outlet_has_its_host_for_one_and_says_so(read: Read) -> None:
    head = "<link rel='canonical' href='https://www.paper.example/rain'>"
    document = one(read(make_page(WORDS, MORE, LAST, head=head), "a.html"))
    assert document.outlet == "paper.example"
    assert how(document)["outlet"] == "inferred"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "koi8-r"])
def test_a_page_is_read_in_the_encoding_that_it_declares(read: Read, encoding: str) -> None:
    word = "café" if encoding != "koi8-r" else "мэр города"
    page = make_page(f"{WORDS} {word}", MORE, LAST, head=f"<meta charset='{encoding}'>").decode()
    assert word in one(read(page.encode(encoding), "a.html")).text


def test_a_pdf_gives_paragraphs_without_running_lines_and_broken_words(read: Read) -> None:
    pages = (
        [
            (72, 810, "The Paper, page 1"),
            (72, 760, "Heavy rain closed two brid-"),
            (72, 746, "ges in the north of the country, the mayor said"),
            (72, 732, "on Friday."),
            (72, 704, "About 300 engineers arrived, according to the"),
        ],
        [(72, 810, "The Paper, page 2"), (72, 760, "ministry."), (290, 30, "2")],
        [(72, 810, "The Paper, page 3"), (72, 760, "Nobody has been hurt.")],
    )
    info = "/Title (Rain) /Author (Ana Costa) /CreationDate (D:20241018093000Z)"
    document = one(read(make_pdf(*pages, info=info), "a.pdf"))
    assert document.text == (
        "Heavy rain closed two bridges in the north of the country, the mayor said on Friday.\n\n"
        "About 300 engineers arrived, according to the ministry.\n\nNobody has been hurt.\n"
    )
    assert (document.title, document.author, document.published) == ("Rain", "Ana Costa", DAY)
    assert how(document) == {"title": "stated", "author": "stated", "published": "inferred"}


def test_scanned_pages_are_told(read: Read) -> None:
    (whole,) = read(make_pdf([]), "scan.pdf")
    assert isinstance(whole, Refused)
    assert "scanned" in whole.reason
    assert "OCR" in whole.reason
    (partly,) = read(make_pdf([(72, 700, WORDS)], [], [(72, 700, MORE)]), "some.pdf")
    assert isinstance(partly, Found)
    assert "1 of 3 pages" in partly.notice
    assert "(page 2)" in partly.notice


def test_a_word_document_gives_its_words_and_no_deleted_ones(read: Read) -> None:
    changed = (
        "<w:p><w:r><w:t>About </w:t></w:r><w:del><w:r><w:delText>200</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>300</w:t></w:r></w:ins><w:r><w:t> engineers.</w:t></w:r></w:p>"
    )
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>" for word in "ab")
    core = (
        "<dc:creator>Ana Costa</dc:creator><dcterms:created>2024-10-18T09:00:00Z</dcterms:created>"
    )
    raw = make_docx(WORDS, changed, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", title="Rain", core=core)
    document = one(read(raw, "a.docx"))
    assert document.text == f"Rain\n\n{WORDS}\n\nAbout 300 engineers.\n\na | b\n"
    assert (document.title, document.author, document.published) == ("Rain", "Ana Costa", DAY)
    assert how(document)["published"] == "inferred"


def test_a_message_gives_its_text_and_header(read: Read) -> None:
    raw = make_mail(
        WORDS,
        Subject="Rain – Porto",
        From="Ana Costa <a@b.example>",
        Date="Fri, 18 Oct 2024 23:30:00 -0500",
    )
    document = one(read(raw, "a.eml"))
    assert document.text == f"{WORDS}\n"
    assert (document.title, document.author, document.published) == (
        "Rain – Porto",
        "Ana Costa",
        DAY,
    )
    assert document.outlet == ""


def test_a_message_in_html_alone_gives_its_words_and_names_what_is_attached(read: Read) -> None:
    html = f"<style>p {{}}</style><p>{WORDS}</p><script>alert(1)</script><p>{MORE}</p>"
    raw = make_mail("", html, Subject="Rain", MIME_Version="1.0")
    assert one(read(raw, "a.eml")).text == f"{WORDS}\n\n{MORE}\n"
    with_file = make_mail(WORDS, Subject="Rain").replace(
        b"Content-Type", b'Content-Disposition: attachment; filename="b.pdf"\r\nContent-Type', 0
    )
    assert one(read(with_file, "a.eml")).text == f"{WORDS}\n"


def test_lines_of_json_give_a_report_each(read: Read) -> None:
    raw = "\n".join([LINE % WORDS, "{", "", '{"headline": "Rain"}', LINE % MORE]).encode()
    found = read(raw, "a.jsonl")
    assert [one.name for one in found] == [f"a.jsonl, line {number}" for number in (1, 2, 4, 5)]
    assert [type(one) for one in found] == [Found, Refused, Refused, Found]
    assert isinstance(found[0], Found)
    document = found[0].document
    assert (document.text, document.title, document.published) == (WORDS, "Rain", DAY)


def test_markdown_tells_what_its_front_matter_says(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f'---\ntitle: "Rain"\ndate: 2024-10-18\ntags: x\n---\n{WORDS}\n')
    (item,) = read_files(find_files([tmp_path]))
    assert item.document is not None
    assert item.document.text == f"{WORDS}\n"
    assert (item.document.title, item.document.published) == ("Rain", DAY)


def test_a_zipped_folder_gives_all_that_lies_in_it(read: Read) -> None:
    raw = make_zip(
        {
            "news/a.txt": WORDS,
            "news/a.toml": 'outlet = "The Paper"',
            "b.eml": make_mail(MORE, Subject="Rain"),
            "inner.zip": make_zip({"c.docx": make_docx(LAST)}),
            "d.bin": b"\x00\x01",
            "__MACOSX/._a.txt": b"\x00",
        }
    )
    found = read(raw, "all.zip")
    assert [one.name for one in found] == [
        "all.zip/news/a.txt",
        "all.zip/b.eml",
        "all.zip/inner.zip/c.docx",
        "all.zip/d.bin",
    ]
    assert isinstance(found[0], Found)
    assert found[0].document.outlet == "The Paper"
    assert isinstance(found[3], Refused)
    assert [one.progress for one in found] == sorted(one.progress for one in found)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (make_pdf([(72, 700, WORDS)]), "a.txt"),
        (make_docx(WORDS), "a.pdf"),
        (make_page(WORDS, MORE, LAST), "a.pdf"),
        (make_mail(WORDS, Subject="x", Date="x", Message_ID="<1@x>"), "a.txt"),
        (WORDS.encode(), "a.html"),
        (WORDS.encode("utf-16"), "a.docx"),
        (make_zip({"a.txt": WORDS}), "a.docx"),
    ],
)
def test_the_content_decides_not_the_name(read: Read, raw: bytes, name: str) -> None:
    assert WORDS in one(read(raw, name)).text


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, ".docx"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\x1f\x8b\x08", "Unpack"),
        (b"\xff\xd8\xff\xe0", "OCR"),
        (make_zip({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), ".docx, .xlsx or .pdf"),
        (make_docx(), "empty"),
        (make_mail(" ", Subject="Rain", MIME_Version="1.0"), "attached"),
        (b"%PDF-1.7 nothing", "damaged"),
    ],
)
def test_what_is_no_report_is_refused_with_what_to_do(read: Read, raw: bytes, why: str) -> None:
    (found,) = read(raw, "a.eml")
    assert isinstance(found, Refused)
    assert why in found.reason


def test_the_dates_of_a_workbook_are_days(read: Read) -> None:
    raw = make_xlsx(
        ["Headline", "Body", "When", "Source"],
        ["Rain", WORDS, datetime(2024, 10, 18, 9, 30), "The Paper"],
        [None, None, None, None],
        ["Flood", MORE, None, None],
    )
    first, second = (found.document for found in read(raw, "a.xlsx") if isinstance(found, Found))
    assert (first.title, first.outlet, first.published) == ("Rain", "The Paper", DAY)
    assert (second.title, second.outlet, second.published) == ("Flood", "", None)
    assert [known.reason for known in first.provenance] == [
        "the column “Source”",
        "the column “Headline”",
        "the column “When”",
    ]


def test_what_a_person_gives_is_judged_before_anything_is_read() -> None:
    with pytest.raises(ReadingError, match="https://"):
        read_files([], {"url": "javascript:alert(1)"})
