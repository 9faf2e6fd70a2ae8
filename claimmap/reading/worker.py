"""The process that takes files apart: it may be killed at any time, and can do little harm.

It writes no file, starts no program, opens no connection, and holds no more than MAX_MEMORY. What
it is given comes over one socket, what it finds goes back the same way.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NoReturn

from claimmap.reading.formats.feeds import read_feed
from claimmap.reading.formats.unpacking import Unpacking, look_at_table
from claimmap.reading.language import load_languages
from claimmap.reading.limits import MAX_MEMORY, ReadingError
from claimmap.reading.messages import Ended, Job, Listed, Looked, Message, Refused, encode, read_job

_FORBIDDEN = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"),
    *(
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.mkdir",
        "shutil.",
        "urllib.",
        "ftplib.",
        "smtplib.",
    ),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_SPARE_SECONDS = 10  # beyond what the other process waits, which may be gone


def main(descriptor: int) -> None:
    """Serve the process at the other end of a socket until it goes away."""
    connection = Connection(descriptor)
    load_languages()  # which unpacks a file of its own
    _limit()
    with suppress(EOFError, OSError):
        connection.send_bytes(b"ready")
        while True:
            job = read_job(connection.recv_bytes())
            for message in _answers(job):
                connection.send_bytes(encode(message))
                _watch(job.seconds)
            _watch(0)


def _answers(job: Job) -> Iterator[Message]:
    _watch(job.seconds)
    try:
        if job.look:
            yield Looked(look_at_table(job.raw, job.name))
        elif job.feed:
            yield Listed(read_feed(job.raw, job.feed))
        else:
            walk = Unpacking(job.given, job.beside, job.columns, job.after, job.beneath)
            yield from walk.read(job.raw, job.name)
    except ReadingError as error:
        yield Refused(job.name, str(error), 1.0)
    except Exception as error:
        yield Refused(job.name, f"it cannot be read ({type(error).__name__}). Save it again.", 1.0)
    yield Ended()


def _watch(seconds: float) -> None:
    """End this process if nobody says otherwise for so long (0: never)."""
    with suppress(ImportError, AttributeError):
        from signal import alarm

        alarm(int(seconds) + _SPARE_SECONDS if seconds else 0)


def _limit() -> None:
    """Give up the rights that reading needs none of."""
    with suppress(ImportError):  # not on Windows
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, MAX_MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and _is_for_writing(arguments)):
        _forbid(event)


def _is_for_writing(arguments: tuple[object, ...]) -> bool:
    """Whether an audited "open" (path, mode, flags) could leave a file behind."""
    _, mode, flags = arguments
    asked = flags if isinstance(flags, int) else 0
    return bool(set("wax+") & set(str(mode or "")) or asked & _WRITING)


def _forbid(event: str) -> NoReturn:
    raise PermissionError(f"what reads files may not do this: {event}")
