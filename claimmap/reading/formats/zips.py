"""ZIP files, opened with care: what they declare is judged before a byte is unpacked.

Nothing is ever unpacked to the disk. Python's zipfile unpacks no more of a member than the size
that it declares, so the declared sizes are the limit (https://docs.python.org/3/library/zipfile.html).
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from struct import error as StructError  # noqa: N812 - an exception's name
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an exception's name

from claimmap.reading.limits import (
    MAX_EXPANDED,
    MAX_MEMBERS,
    MAX_RATIO,
    RATIO_FREE,
    ReadingError,
)

_ENCRYPTED = 0x1
_FAULTS = (
    *(BadZipFile, LargeZipFile, ZlibError, StructError, EOFError, NotImplementedError, OSError),
    *(ValueError, IndexError, KeyError),
)


def open_zip(raw: bytes) -> ZipFile:
    """The file, its list of contents judged. Raises ReadingError on one that is too much."""
    try:
        opened = ZipFile(BytesIO(raw))
    except _FAULTS as error:
        raise ReadingError(
            f"this is a damaged ZIP file ({error}). Pack it again, or give its files one by one."
        ) from error
    members = opened.infolist()
    if len(members) > MAX_MEMBERS:
        raise ReadingError(
            f"it holds {len(members):,} files, more than the {MAX_MEMBERS:,} that are read from one"
            " archive. Split it."
        )
    judge_expanded(sum(one.file_size for one in members), len(raw))
    return opened


def judge_expanded(expanded: int, packed: int) -> None:
    """Raise ReadingError where so many bytes are more than an honest file unpacks to."""
    if expanded > MAX_EXPANDED:
        raise ReadingError(
            f"unpacked it would have {expanded:,} bytes, more than the {MAX_EXPANDED:,} that are"
            " read. Split it into several archives."
        )
    if expanded > RATIO_FREE and expanded > MAX_RATIO * packed:
        raise ReadingError(
            f"unpacked it would be {expanded // max(packed, 1):,} times its size, as in a ZIP bomb,"
            " so it was left alone. If you trust it, unpack it yourself and give the files."
        )


def read_member(opened: ZipFile, member: ZipInfo, most: int) -> bytes:
    """The bytes of a file in the archive. Raises ReadingError where it cannot be read."""
    if member.flag_bits & _ENCRYPTED:
        raise ReadingError("it has a password. Unpack it yourself and give the file.")
    if member.file_size > most:
        raise ReadingError(
            f"it has {member.file_size:,} bytes, more than the {most:,} that are read. Split it."
        )
    judge_expanded(member.file_size, member.compress_size)
    try:
        return opened.read(member)
    except (*_FAULTS, RuntimeError) as error:
        raise ReadingError(f"it is damaged ({error}). Pack the archive again.") from error


def leads_out(name: str) -> bool:
    """Whether a member's name points outside of the archive ("../x", "/x", "C:/x")."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in "".join(path.parts[:1])
