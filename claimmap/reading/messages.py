"""What this process and the one that takes files apart say to each other.

Each is a MessagePack of a type that is checked on arrival, so that a process which a hostile file
has taken over can hand in texts and ready claims, and nothing else.
"""

from __future__ import annotations

import msgspec

from claimmap.model import Document
from claimmap.reading.formats.entries import Feed
from claimmap.reading.formats.tables import Table
from claimmap.reading.known import Known
from claimmap.reading.ready import Ready


class Job(msgspec.Struct, tag=True):
    """A file to read (look: only to look at the columns of), and what is said of it.

    beneath: what is known of it from elsewhere; the file's own statements go before it. feed: of
    a feed, whose entries are wanted, the address that it was fetched from. columns: which column
    holds what, None to find out. after: how many of the files in it are to be passed over.
    seconds: how long each may take.
    """

    name: str
    raw: bytes
    given: Known
    beside: Known
    columns: dict[str, str] | None
    after: int
    seconds: float
    look: bool = False
    beneath: Known = Known()
    feed: str = ""


class Begun(msgspec.Struct, tag=True):
    """The file of this number is being read."""

    number: int
    name: str


class Found(msgspec.Struct, tag=True):
    """A report that was read. progress: how much of the file is behind it, 0 to 1."""

    name: str
    document: Document
    notice: str
    progress: float


class FoundClaims(msgspec.Struct, tag=True):
    """The claims of a report, which the file brings ready made. progress: as of a report."""

    name: str
    ready: Ready
    notice: str
    progress: float


class Refused(msgspec.Struct, tag=True):
    """A report that could not be read, and what to do."""

    name: str
    reason: str
    progress: float


class Looked(msgspec.Struct, tag=True):
    """A table's columns; None where the file is no table."""

    table: Table | None


class Listed(msgspec.Struct, tag=True):
    """A feed's entries."""

    feed: Feed


class Ended(msgspec.Struct, tag=True):
    """The file is done."""


Message = Begun | Found | FoundClaims | Refused | Looked | Listed | Ended

encode = msgspec.msgpack.Encoder().encode
read_job = msgspec.msgpack.Decoder(Job).decode
read_message = msgspec.msgpack.Decoder(Message).decode
