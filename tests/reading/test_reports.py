"""A report is read whole and unchanged, or refused with what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimmap.model import Provenance
from claimmap.reading import (
    MAX_BYTES,
    MAX_CHARACTERS,
    ReadingError,
    find_files,
    read_path,
    read_report,
    read_text,
)

RUSSIAN = "Официальный представитель министерства заявил, что переговоры состоятся в понедельник."
KOREAN = "북한이 러시아에 군대를 파견하기 시작했다고 국정원이 밝혔다. 대통령실도 이를 확인했다."
ENGLISH = "“They will be ready,” he said – the naïve café in München cost €5, says the mayor."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16"),
        (KOREAN, "euc-kr"),
    ],
)
def test_a_report_in_any_usual_encoding_gives_its_text(text: str, encoding: str) -> None:
    assert read_report(text.encode(encoding), name="report.txt").text == text


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    text = "\ufeff  One.\r\nTwo.\rThree\u2028four \u200b <b>&amp;</b>\n\n"
    assert read_text(text).text == "  One.\nTwo.\nThree\u2028four \u200b <b>&amp;</b>\n\n"


@pytest.mark.parametrize(
    ("raw", "name", "why"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\n", "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\x00", "a.txt", "a picture"),
        (b"a\x00b", "a.txt", "control characters"),
        (b"\xff\xfea", "a.txt", "damaged"),
        (bytes(range(128, 256)) * 20, "a.txt", "encoding"),
        (b"x" * (MAX_CHARACTERS + 1), "a.txt", "5,000,001 characters"),
        (b"\x00" * (MAX_BYTES + 1), "a.txt", "25,000,001 bytes"),
        (b"\x01fine\x00", "a.pdf", "no PDF"),
        (b"fine", "a", ".txt, .md"),
        (b"%PDF-1.7", "a.txt", "no plain text"),
    ],
)
def test_what_is_no_report_is_refused_with_what_to_do(raw: bytes, name: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why) as refused:
        read_report(raw, name=name)
    assert any(word in str(refused.value) for word in ("Save", "save", "Give", "Split"))


def test_the_longest_report_is_read() -> None:
    assert len(read_text("x" * MAX_CHARACTERS).text) == MAX_CHARACTERS


@pytest.mark.parametrize("day", ["2024-02-30", "18.10.2024", "yesterday", "20241018", "2024-10"])
def test_a_date_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(ReadingError, match="YYYY-MM-DD"):
        read_text("Text.", published=day)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a.b", "http://", "//a.b", "http://[x", "a"],
)
def test_only_web_addresses_are_addresses(url: str) -> None:
    with pytest.raises(ReadingError, match="https://"):
        read_text("Text.", url=url)


def test_what_a_person_gives_is_kept_and_marked_as_given() -> None:
    document = read_text(
        "Text.", outlet=" The  Paper ", title="T", url="https://a.b/c", published="2024-10-18"
    )
    assert (document.outlet, document.title, document.url) == ("The Paper", "T", "https://a.b/c")
    assert document.published == date(2024, 10, 18)
    assert {(known.field, known.how) for known in document.provenance} == {
        (field, "given") for field in ("outlet", "title", "url", "published")
    }


def test_what_nobody_gives_is_unknown() -> None:
    document = read_text("Text.")
    assert (document.outlet, document.url, document.published) == ("", "", None)


@pytest.mark.parametrize(
    ("text", "title", "how"),
    [
        ("# Big News #\n\nIt rained.", "Big News", "stated"),
        ("It rained\nall day.", "It rained all day.", "inferred"),
        ("word " * 50, "word " * 15 + "word…", "inferred"),
    ],
)
def test_a_report_without_a_title_gets_one_and_says_from_where(
    text: str, title: str, how: str
) -> None:
    document = read_text(text)
    assert document.title == title
    assert [(known.field, known.how) for known in document.provenance] == [("title", how)]


def test_the_same_report_read_twice_is_one_document() -> None:
    first = read_text("Text.\r\n", outlet="The Paper")
    again = read_text("Text.\n", outlet="The Paper", title="Another title")
    assert first.id == again.id
    assert read_text("Text.\n", outlet="Another Paper").id != first.id
    assert read_text("Text!\n", outlet="The Paper").id != first.id


def test_a_sidecar_says_what_is_known_and_how(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.toml").write_text(
        'outlet = "The Paper"\n'
        '[published]\nvalue = 2024-10-18\nhow = "inferred"\nreason = "by its words"\n'
        '[url]\nvalue = ""\n'
    )
    document = read_path(tmp_path / "a.txt", title="Given")
    assert (document.outlet, document.published) == ("The Paper", date(2024, 10, 18))
    assert document.provenance == (
        Provenance("outlet", "given"),
        Provenance("title", "given"),
        Provenance("published", "inferred", "by its words"),
    )


def test_a_person_overrules_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.toml").write_text('[outlet]\nvalue = "X"\nhow = "inferred"\nreason = "r"\n')
    document = read_path(tmp_path / "a.txt", outlet="Y")
    assert document.outlet == "Y"
    assert document.provenance[0] == Provenance("outlet", "given")


@pytest.mark.parametrize(
    ("sidecar", "why"),
    [
        ("[outlet", "TOML"),
        ('editor = "X"', "editor"),
        ('[outlet]\nvalue = "X"\nhow = "guessed"', "guessed"),
        ('published = "2024-13-01"', "YYYY-MM-DD"),
        ("outlet = 3", "text"),
        ('url = "javascript:alert(1)"', "https://"),
    ],
)
def test_a_sidecar_that_makes_no_sense_is_refused_by_name(
    tmp_path: Path, sidecar: str, why: str
) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.toml").write_text(sidecar)
    with pytest.raises(ReadingError, match=why) as refused:
        read_path(tmp_path / "a.txt")
    assert "a.toml" in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot be opened"):
        read_path(tmp_path / "none.txt")


def test_a_folder_stands_for_the_reports_in_it_and_below(tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    for name in ("b.txt", "a.MD", "c.toml", "d.pdf", "e/f.eml", ".g.txt", "h.exe"):
        (tmp_path / name).write_text("x")
    found = [file.name for file in find_files([tmp_path])]
    assert found == ["a.MD", "b.txt", "d.pdf", "e/f.eml"]
    assert [file.name for file in find_files([tmp_path / "b.txt"])] == ["b.txt"]
    pattern = tmp_path / "**" / "*.eml"
    assert [file.name for file in find_files([pattern])] == [str(tmp_path / "e" / "f.eml")]


def test_the_seed_is_read_with_its_date_and_the_reason_for_it() -> None:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    document = read_path(seeds / "000_364b470fb8aa6461.txt")
    assert (document.outlet, document.published) == ("BBC", date(2024, 10, 18))
    assert document.url == ""
    assert {known.field: known.how for known in document.provenance} == {
        "outlet": "inferred",
        "title": "inferred",
        "published": "inferred",
    }
    assert all(known.reason for known in document.provenance)
