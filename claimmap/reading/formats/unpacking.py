"""A file -> the reports in it, those of the archives in it included, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile, ZipInfo

from claimmap.reading.formats.kinds import Kind, find_kind
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.formats.tables import Columns, Table
from claimmap.reading.formats.zips import leads_out, open_zip, read_member
from claimmap.reading.known import Known
from claimmap.reading.limits import MAX_BYTES, MAX_EXPANDED, MAX_FILE, MAX_NESTING, ReadingError
from claimmap.reading.messages import Begun, Found, FoundClaims, Message, Refused
from claimmap.reading.reports import read_text
from claimmap.reading.sidecars import read_sidecar_text

_READERS: dict[Kind, tuple[str, str]] = {
    "text": ("markdown", "read_plain"),
    "markdown": ("markdown", "read_markdown"),
    "page": ("webpages", "read_page"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "mail": ("mail", "read_mail"),
    "lines": ("json_lines", "read_json_lines"),
    "csv": ("csv_rows", "read_csv"),
    "xlsx": ("xlsx", "read_xlsx"),
    "geojson": ("geojson", "read_geojson"),
}
_TABLES: dict[Kind, tuple[str, str]] = {
    "lines": ("json_lines", "look_at_json_lines"),
    "csv": ("csv_rows", "look_at_csv"),
    "xlsx": ("xlsx", "look_at_xlsx"),
}
_TEXTS = {"text", "markdown", "page", "lines", "csv", "mail", "geojson"}
_PASSED_OVER = "what was said of the report beside its file counts for no ready claims"
_RUBBISH = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def look_at_table(raw: bytes, name: str) -> Table | None:
    """The columns and first rows of a file; None where it is no table."""
    kind = find_kind(raw, name)
    if kind not in _TABLES:
        return None
    look: Callable[[bytes], Table] = _load(*_TABLES[kind])
    return look(raw)


class Unpacking:
    """One walk through a file.

    given, beside: what a person and a sidecar say of it. columns: which column of its tables holds
    what, None to find out. after: how many of the files in it are passed over, for another walk has
    read them. beneath: what is known of it from elsewhere, which goes before what is worked out.
    Each message says how far the walk is, from 0 to 1.
    """

    def __init__(
        self,
        given: Known,
        beside: Known,
        columns: Columns | None = None,
        after: int = 0,
        beneath: Known | None = None,
    ) -> None:
        self._given = given
        self._beside = beside
        self._columns = columns
        self._after = after
        self._beneath = beneath or Known()
        self._number = 0
        self._expanded = 0
        self._progress = 0.0
        self._share = 1.0

    def read(self, raw: bytes, name: str) -> Iterator[Message]:
        """What becomes of each report in the file."""
        yield from self._file(raw, name, self._beside, 0)

    def _file(self, raw: bytes, name: str, beside: Known, depth: int) -> Iterator[Message]:
        self._number += 1
        number = self._number
        if number == self._after:
            return  # what ended the walk before
        try:
            kind = find_kind(raw, name)
            if kind == "zip":
                yield Begun(number, name)
                yield from self._archive(raw, name, depth)
            elif number > self._after:
                yield Begun(number, name)
                yield from self._pieces(raw, name, kind, beside)
        except ReadingError as error:
            if number > self._after:
                yield Refused(name, str(error), self._progress)

    def _pieces(self, raw: bytes, name: str, kind: Kind, beside: Known) -> Iterator[Message]:
        """The reports of one file. A fault of a library on a broken file is told as one."""
        most = MAX_BYTES if kind in ("text", "markdown") else MAX_FILE
        if len(raw) > most:
            raise ReadingError(
                f"the file has {len(raw):,} bytes, more than the {most:,} that are read. Split it."
            )
        read = _load(*_READERS[kind])
        pieces: Iterator[Piece] = read(raw, self._columns) if kind in _TABLES else read(raw)
        try:
            for piece in pieces:
                yield self._finish(piece, name, beside)
        except ReadingError:
            raise
        except MemoryError as error:
            raise ReadingError("to read it takes too much memory. Split it.") from error
        except Exception as error:
            what = "" if kind in _TEXTS else f" {kind.upper()}"
            raise ReadingError(
                f"this{what} file is damaged, or of a kind that is not known"
                f" ({type(error).__name__}). Save it again, or as plain text."
            ) from error

    def _finish(self, piece: Piece, name: str, beside: Known) -> Message:
        called = f"{name}, {piece.part}" if piece.part else name
        progress = self._progress + self._share * piece.progress
        if piece.error:
            return Refused(called, piece.error, progress)
        if piece.ready:
            notice = _PASSED_OVER if self._given != Known() else ""
            return FoundClaims(called, piece.ready, notice, progress)
        own = piece.known.stated().over(self._beneath).over(piece.known)
        about = self._given.over(beside).over(own)
        try:
            document = read_text(piece.text, known=about, made=piece.made)
        except ReadingError as error:
            return Refused(called, str(error), progress)
        return Found(called, document, piece.notice, progress)

    def _archive(self, raw: bytes, name: str, depth: int) -> Iterator[Message]:
        if depth >= MAX_NESTING:
            raise ReadingError(
                f"more than {MAX_NESTING} archives lie in one another. Unpack it, and give the"
                " files."
            )
        with open_zip(raw) as opened:
            members = [one for one in opened.infolist() if not _is_rubbish(one)]
            inside = {one.filename: one for one in members}
            stems = Counter(_stem(name) for name in inside)
            for number, member in enumerate(members):
                if depth == 0:
                    self._share = 1 / len(members)
                    self._progress = number * self._share
                if not _is_sidecar(member, stems):
                    yield from self._member(opened, member, inside, name, depth)

    def _member(
        self,
        opened: ZipFile,
        member: ZipInfo,
        inside: Mapping[str, ZipInfo],
        archive: str,
        depth: int,
    ) -> Iterator[Message]:
        called = f"{archive}/{member.filename}"
        try:
            if leads_out(member.filename):
                raise ReadingError(
                    "its name leads out of the archive, as in an attack, so it was left alone. If"
                    " you trust it, unpack it yourself and give the file."
                )
            self._expanded += member.file_size
            if self._expanded > MAX_EXPANDED:
                raise ReadingError("the archives hold too much in all. Split them.")
            raw = read_member(opened, member, MAX_FILE)
            beside = self._beside_member(opened, member, inside)
        except ReadingError as error:
            self._number += 1
            if self._number > self._after:
                yield Refused(called, str(error), self._progress)
        else:
            yield from self._file(raw, called, beside, depth + 1)

    def _beside_member(
        self, opened: ZipFile, member: ZipInfo, inside: Mapping[str, ZipInfo]
    ) -> Known:
        """What the sidecar of a file in the archive says of it."""
        sidecar = inside.get(str(PurePosixPath(member.filename).with_suffix(".toml")))
        if sidecar is None:
            return Known()
        return read_sidecar_text(read_member(opened, sidecar, MAX_BYTES), sidecar.filename)


def _load(module: str, function: str) -> Any:
    """A reader, imported only now: what reads PDF is not wanted for a table."""
    return getattr(import_module(f"claimmap.reading.formats.{module}"), function)


def _is_rubbish(member: ZipInfo) -> bool:
    """What operating systems put into archives, folders included."""
    name = member.filename
    return member.is_dir() or name.startswith(_RUBBISH) or name.endswith(_RUBBISH)


def _is_sidecar(member: ZipInfo, stems: Counter[str]) -> bool:
    """Whether another file of the archive has the same name but for its ending."""
    return member.filename.endswith(".toml") and stems[_stem(member.filename)] > 1


def _stem(name: str) -> str:
    return str(PurePosixPath(name).with_suffix("")) if PurePosixPath(name).name else name
