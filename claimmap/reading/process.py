"""The other end of ``reading.worker``: start it, give it files, kill it when it takes too long."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

import msgspec

from claimmap.reading.formats.entries import Feed
from claimmap.reading.formats.tables import Columns, Table
from claimmap.reading.known import Known
from claimmap.reading.limits import FILE_SECONDS, ReadingError
from claimmap.reading.messages import (
    Begun,
    Ended,
    Found,
    FoundClaims,
    Job,
    Listed,
    Looked,
    Message,
    Refused,
    encode,
    read_message,
)

_PROGRAM = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[2]);"
    "from claimmap.reading.worker import main; main(int(sys.argv[1]))"
)
# A clean one: what reads strangers' files learns nothing of this process's settings.
_ENVIRONMENT = {"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_MOST_DEATHS = 20
_START_SECONDS = 60.0
_LONGEST_ANSWER = 100_000_000


class _Died(Exception):  # noqa: N818 - not an error that anyone else sees
    """The process is gone, or was killed; its text says why."""


class Worker:
    """A process of its own that takes files apart; started when it is first needed.

    seconds: how long one file may take, one in an archive for itself. For one thread at a time.
    """

    def __init__(self, seconds: float = FILE_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._connection = self._process = None

    def read(
        self,
        raw: bytes,
        name: str,
        given: Known,
        beside: Known,
        columns: Columns | None = None,
        beneath: Known | None = None,
    ) -> Iterator[Found | FoundClaims | Refused]:
        """The reports in a file, as they are found. beneath: see ``Job``.

        A file that takes too long or that breaks the process down is refused; what else lies in
        the same archive is read by another process.
        """
        chosen = dict(columns) if columns is not None else None
        job = Job(name, raw, given, beside, chosen, 0, self._seconds)
        job.beneath = beneath or Known()
        progress = 0.0
        for _ in range(_MOST_DEATHS):
            at = Begun(1, name)
            try:
                for message in self._answers(job):
                    if isinstance(message, Begun):
                        at = message
                    elif isinstance(message, Found | FoundClaims | Refused):
                        progress = message.progress
                        yield message
            except _Died as death:
                yield Refused(at.name, str(death), progress)
                job.after = at.number
            else:
                return
        yield Refused(name, "too many files in it cannot be read. Give the others alone.", 1.0)

    def look(self, raw: bytes, name: str) -> Table | None:
        """The columns and first rows of a table; None where the file is none."""
        job = Job(name, raw, Known(), Known(), None, 0, self._seconds, look=True)
        found = self._answer(job)
        return found.table if isinstance(found, Looked) else None

    def list_feed(self, raw: bytes, address: str) -> Feed:
        """A feed's entries. address: where it was fetched. Raises ReadingError on what is none."""
        job = Job(address, raw, Known(), Known(), None, 0, self._seconds, feed=address)
        found = self._answer(job)
        if not isinstance(found, Listed):
            raise ReadingError("this is no feed. Give the address of an RSS or Atom feed.")
        return found.feed

    def _answer(self, job: Job) -> Message | None:
        """What the process answers first; raises ReadingError where it refuses or breaks down."""
        try:
            # One and the end, which must be waited for: who leaves before kills the process.
            answers = list(islice(self._answers(job), 2))
        except _Died as death:
            raise ReadingError(str(death)) from death
        first = answers[0] if answers else None
        if isinstance(first, Refused):
            raise ReadingError(first.reason)
        return first

    def _answers(self, job: Job) -> Iterator[Message]:
        """What the process answers up to the end of the job. Raises _Died."""
        ended = False
        try:
            connection = self._start()
            connection.send_bytes(encode(job))
            while True:
                if not connection.poll(self._seconds):
                    raise _Died(
                        f"it took more than the {self._seconds:g} seconds that one file may. Split"
                        " it, or save it as plain text."
                    )
                message = read_message(connection.recv_bytes(_LONGEST_ANSWER))
                if isinstance(message, Ended):
                    ended = True
                    return
                yield message
        except (EOFError, OSError, msgspec.DecodeError) as error:
            raise _Died(
                "to read it took too much memory, or broke down. Save it again, or as plain text."
            ) from error
        finally:
            if not ended:
                self.close()

    def _start(self) -> Connection:
        if self._connection is None:
            ours, theirs = socket.socketpair()
            number = theirs.fileno()
            path = json.dumps(sys.path)
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own program
                    [sys.executable, "-I", "-B", "-c", _PROGRAM, str(number), path],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=_ENVIRONMENT,
                    pass_fds=(number,),
                    start_new_session=True,  # so that Ctrl-C is for this process alone
                )
            self._connection = Connection(ours.detach())
            if not self._connection.poll(_START_SECONDS):
                raise _Died("what reads such files did not start. Try again.")
            self._connection.recv_bytes()
        return self._connection
