"""Files made to do harm do none: they are refused in words, and what lies beside them is read."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from claimmap.reading import find_files, read_files
from claimmap.reading.formats.zips import judge_expanded
from claimmap.reading.known import Known
from claimmap.reading.limits import ReadingError
from claimmap.reading.messages import Found, FoundClaims, Refused
from claimmap.reading.process import Worker
from tests.reading.conftest import Read
from tests.reading.making import LAST, MORE, WORDS, make_docx, make_page, make_xlsx, make_zip

ROOT = Path(__file__).resolve().parents[2]
ZEROS = bytes(60_000_000)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)


def refused(found: list[Found | FoundClaims | Refused]) -> str:
    """Why the only report was refused."""
    (only,) = found
    assert isinstance(only, Refused), only
    return only.reason


def in_workbook(part: str, content: str) -> bytes:
    """A workbook, one part of which is replaced."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(make_xlsx(["text"], [WORDS]))) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    return make_zip({**members, part: content})


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (make_zip({"a.txt": ZEROS}), "a.zip"),
        (make_zip({"inner.zip": make_zip({"a.txt": ZEROS}), "b.bin": b""}), "a.zip"),
        (make_docx("<w:p>" + " " * 60_000_000 + "</w:p>"), "a.docx"),
        (in_workbook("xl/worksheets/sheet1.xml", " " * 60_000_000), "a.xlsx"),
    ],
)
def test_a_zip_bomb_is_left_alone(read: Read, raw: bytes, name: str) -> None:
    assert len(raw) < 200_000
    assert "ZIP bomb" in read(raw, name)[0].reason


def test_what_unpacks_to_too_much_in_all_is_left_alone() -> None:
    with pytest.raises(ReadingError, match="2,000,000,000"):
        judge_expanded(2_000_000_001, 1_000_000_000)


def test_a_size_that_is_a_lie_unpacks_to_no_more_than_it_says(read: Read) -> None:
    raw = make_zip({"a.txt": b"x" * 5000})
    lie = raw.replace((5000).to_bytes(4, "little"), (5).to_bytes(4, "little"))
    assert lie != raw
    assert "damaged" in refused(read(lie, "a.zip"))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (make_docx("&j;", before=LAUGHS), "a.docx"),
        (
            make_docx("&j;", before='<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'),
            "a.docx",
        ),
        (make_docx(WORDS, core="</cp:coreProperties>" + LAUGHS), "a.docx"),
        (in_workbook("xl/worksheets/sheet1.xml", f"{LAUGHS}<worksheet>&j;</worksheet>"), "a.xlsx"),
        (in_workbook("xl/workbook.xml", f"{LAUGHS}<workbook>&j;</workbook>"), "a.xlsx"),
    ],
)
def test_no_entity_is_ever_expanded(read: Read, raw: bytes, name: str) -> None:
    why = refused(read(raw, name))
    assert "entities" in why or "damaged" in why


def test_a_part_that_is_not_read_for_its_words_expands_none_either(read: Read) -> None:
    raw = in_workbook("xl/styles.xml", f"{LAUGHS}<styleSheet>&j;</styleSheet>")
    assert "haha" not in str(read(raw, "a.xlsx"))


def test_archives_lie_in_one_another_only_so_deep(read: Read) -> None:
    raw = make_zip({"a.txt": WORDS})
    for _ in range(2):
        raw = make_zip({"in.zip": raw})
    (found,) = read(raw, "a.zip")
    assert isinstance(found, Found)
    assert found.name == "a.zip/in.zip/in.zip/a.txt"
    assert "3 archives" in refused(read(make_zip({"in.zip": raw}), "a.zip"))


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"]
)
def test_a_name_that_leads_out_of_its_archive_is_left_alone(read: Read, name: str) -> None:
    bad, good = read(make_zip({name: WORDS, "b.txt": MORE}), "a.zip")
    assert isinstance(bad, Refused)
    assert "leads out" in bad.reason
    assert isinstance(good, Found)


def test_a_member_with_a_password_is_told(read: Read) -> None:
    raw = bytearray(make_zip({"a.txt": WORDS}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refused(read(bytes(raw), "a.zip"))


def test_what_takes_too_long_is_given_up_and_the_rest_is_read() -> None:
    slow = make_page(*[f"{WORDS} {number}" for number in range(40_000)])
    raw = make_zip({"a.txt": WORDS, "b.html": slow, "c.txt": MORE})
    with Worker(seconds=1) as worker:
        first, second, third = worker.read(raw, "all.zip", Known(), Known())
    assert isinstance(first, Found)
    assert isinstance(second, Refused)
    assert second.name == "all.zip/b.html"
    assert "the 1 seconds" in second.reason
    assert isinstance(third, Found)


def test_what_breaks_the_process_down_stops_no_other() -> None:
    raw = make_zip({f"{number}.txt": WORDS * 10_000 for number in range(8)})
    with Worker() as worker:
        others = set(psutil.Process().children())
        found = []
        for one in worker.read(raw, "all.zip", Known(), Known()):
            found.append(one)
            if len(found) == 1:
                (process,) = set(psutil.Process().children()) - others
                process.kill()
        assert len({one.name for one in found}) == 8
        assert sum(isinstance(one, Refused) for one in found) <= 1
        (again,) = worker.read(WORDS.encode(), "a.txt", Known(), Known())
        assert isinstance(again, Found)


def test_no_process_is_left_when_nobody_wants_its_answers(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(make_zip({"a.txt": WORDS, "b.txt": MORE}))
    items = read_files(find_files([tmp_path]))
    before = set(psutil.Process().children())
    assert next(items).document is not None
    assert set(psutil.Process().children()) - before
    items.close()
    assert set(psutil.Process().children()) == before


def test_nothing_in_a_file_makes_a_request(read: Read) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        head = f"<base href='{address}'><link rel=stylesheet href='{address}'>"
        page = make_page(WORDS, MORE, LAST, head=head).replace(
            b"<article>",
            f"<article><img src='{address}'><iframe src='{address}'></iframe>".encode(),
        )
        dtd = f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{address}">'.encode()
        read(page, "a.html")
        read(page.replace(b"<!doctype html>", dtd), "b.html")
        read(make_docx(WORDS, before=f'<!DOCTYPE x SYSTEM "{address}">'), "a.docx")
        read(
            in_workbook("xl/workbook.xml", f'<!DOCTYPE x SYSTEM "{address}"><workbook/>'), "a.xlsx"
        )
        with pytest.raises(BlockingIOError):
            server.accept()


FORBIDDEN = """
import socket, subprocess, sys
from claimmap.reading.worker import _limit
_limit()
def refused(act):
    try: act()
    except PermissionError as error: return str(error)
    return "done"
for act in (
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: subprocess.run(["true"]),
    lambda: open("written", "w"),
    lambda: bytearray(3_000_000_000),
):
    try: print(refused(act), flush=True)
    except MemoryError: print("too much", flush=True)
"""


def test_the_process_can_write_nothing_start_nothing_and_call_nobody(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORBIDDEN],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    words = done.stdout.splitlines()
    assert [word.startswith("what reads files may not") for word in words] == [True] * 3 + [False]
    assert words[3] == "too much"
    assert list(tmp_path.iterdir()) == []
