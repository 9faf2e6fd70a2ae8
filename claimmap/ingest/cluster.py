"""Documents, found claims in by the workers of a Dask cluster.

The cluster finds; the process that asks it reads the files before and saves afterwards. So a task
that was lost with its worker is simply done by another, and no report is stored twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from time import monotonic
from typing import NamedTuple
from uuid import uuid4

from distributed import Client, Future, KilledWorker, Security

from claimmap.ingest.connecting import ClusterError, connect
from claimmap.ingest.finding import Found
from claimmap.ingest.sameness import fingerprint
from claimmap.ingest.tasks import Answer, encode_task, find_claims, read_answers
from claimmap.model import ClaimMapError, Document, Extraction

# A task of so much keeps a worker busy for a second or so, beside which sending it is nothing; one
# of very short reports is cut off sooner, so that what is stored follows closely.
_CHARACTERS = 8_000
_REPORTS = 64
# A worker has one task in hand and one beside it; the third is on its way.
_TASKS_EACH = 3
# What all of them may hold at once, beside the largest report.
_MOST_CHARACTERS = 20_000_000
_ENOUGH = 1_000  # characters, for the sake of which a task is sent to a worker that has no other
_LOOK = 2.0  # seconds between two looks at who is there
_PARTING = 5.0  # seconds that leaving may take

_DEADLY = (
    "it broke down {} workers that looked for its claims, one after the other: they were killed,"
    " or took too much memory. Split it, or give it alone, with --workers 1."
)


class _Task(NamedTuple):
    """What a worker was sent. alone: while no other task was under way."""

    documents: list[Document]
    alone: bool = False


class Cluster:
    """Finds claims by a cluster's workers: see ``Finder``.

    address: of its scheduler, "tcp://host:8786". place_missing: places, in this process, what the
    workers could not: see ``Extractor.place_missing``. security: the keys, where the scheduler asks
    for other ones than Dask's settings name. patience: how many seconds it may be without any
    worker. Raises ClusterError.
    """

    def __init__(
        self,
        address: str,
        place_missing: Callable[[Extraction], Extraction],
        security: Security | None = None,
        *,
        patience: float = 30.0,
    ) -> None:
        self._client: Client = connect(address, security)
        self._address = address
        self._place_missing = place_missing
        self._patience = patience
        self._fingerprint = fingerprint()
        self._tasks: dict[Future[bytes], _Task] = {}
        self._ready: SimpleQueue[Future[bytes]] = SimpleQueue()
        self._open: list[Document] = []  # the next task
        self._suspects: deque[Document] = deque()
        self._workers = 0
        self._seen = monotonic()  # when a worker was last there
        self._looked = 0.0

    @property
    def full(self) -> bool:
        """Whether every worker has all that it should have beside it."""
        held = sum(len(one.text) for task in self._tasks.values() for one in task.documents)
        most = _TASKS_EACH * max(self._workers, 1)
        return bool(self._suspects) or len(self._tasks) >= most or held > _MOST_CHARACTERS

    def give(self, document: Document) -> None:
        """Put a document into a task, and send that when it is worth it."""
        self._open.append(document)
        length = sum(len(one.text) for one in self._open)
        whole = length >= _CHARACTERS or len(self._open) >= _REPORTS
        if whole or (length >= _ENOUGH and self._idle()):
            self._send_open()

    def take(self, *, wait: bool) -> list[Found]:
        """What the workers have found since. Raises ClusterError where they are gone."""
        self._look()
        if self._suspects:
            if not self._tasks:
                self._send(_Task([self._suspects.popleft()], alone=True))
        elif self._open and wait and self._idle():
            self._send_open()
        found: list[Found] = []
        for future in self._done(wait):
            try:
                found += self._answers(future)
            except ClusterError:
                self._ready.put(future)
                if not found:
                    raise
                break
            del self._tasks[future]
        return found

    def drop(self) -> list[Document]:
        """Let go of all documents that were not found claims in. Out: those."""
        sent = [one for task in self._tasks.values() for one in task.documents]
        left = [*self._suspects, *sent, *self._open]
        for held in (self._tasks, self._open, self._suspects):
            held.clear()
        return left

    def close(self) -> None:
        """Call all tasks back and leave the cluster."""
        tasks = list(self._tasks)
        self.drop()
        # A cluster that is gone needs no telling.
        with suppress(OSError, RuntimeError):
            if self._client.status == "running":
                self._client.cancel(tasks, force=True)
        with suppress(OSError, RuntimeError):
            self._client.close(timeout=_PARTING)

    def _idle(self) -> bool:
        """Whether a worker may have nothing beside what it has in hand."""
        return len(self._tasks) < (_TASKS_EACH - 1) * max(self._workers, 1)

    def _send_open(self) -> None:
        documents, self._open = self._open, []
        self._send(_Task(documents))

    def _send(self, task: _Task) -> None:
        raw, key = encode_task(task.documents), f"claimmap-{uuid4().hex}"
        with self._named_trouble():
            future = self._client.submit(find_claims, raw, self._fingerprint, key=key)
        self._tasks[future] = task
        future.add_done_callback(self._ready.put)

    def _done(self, wait: bool) -> Iterator[Future[bytes]]:
        """The tasks that are done; wait: for one at least, where any is under way."""
        while wait and self._tasks and self._ready.empty():
            with suppress(Empty):
                yield self._ready.get(timeout=_LOOK)
                break
            self._look()
        with suppress(Empty):
            while True:
                yield self._ready.get_nowait()

    def _answers(self, future: Future[bytes]) -> list[Found]:
        """What a task found. Where it broke workers down, its documents are tried one by one.

        For Dask blames all tasks that a worker had in hand or beside it when it broke down.
        """
        documents, alone = self._tasks[future]
        try:
            answers = self._result(future, documents)
        except KilledWorker as error:
            if alone:
                return [Found(documents[0], None, _DEADLY.format(error.allowed_failures + 1))]
            self._suspects.extend(documents)
            return []
        return [self._placed(document, answer) for document, answer in answers]

    def _placed(self, document: Document, answer: Answer) -> Found:
        if answer.extraction is None:
            return Found(document, None, answer.trouble)
        try:
            return Found(document, self._place_missing(answer.extraction))
        except ClaimMapError as error:
            return Found(document, None, str(error))

    def _result(
        self, future: Future[bytes], documents: Sequence[Document]
    ) -> list[tuple[Document, Answer]]:
        """What a worker sent back. A result that is lost with its worker is worked out anew."""
        while True:
            with self._named_trouble(), suppress(TimeoutError):
                found = read_answers(future.result(timeout=_LOOK))
                if found.trouble:
                    raise ClusterError(
                        f"A worker of the cluster at {self._address} cannot work: {found.trouble}."
                    )
                return list(zip(documents, found.answers, strict=True))
            self._look()

    def _look(self) -> None:
        """See now and then how many workers there are. Raises ClusterError where all is lost."""
        now = monotonic()
        if now - self._looked < _LOOK:
            return
        self._looked = now
        with self._named_trouble():
            told = self._client.scheduler_info(n_workers=0)
            if "n_workers" not in told:  # what a client says of a scheduler that it has lost
                raise CancelledError
            self._workers = told["n_workers"]
        if self._workers:
            self._seen = now
        elif now - self._seen > self._patience:
            raise ClusterError(
                f"The cluster at {self._address} has no workers. Start some (dask worker"
                f" {self._address} --nthreads 1), and give the same reports again: what was read"
                " until now is kept."
            )

    @contextmanager
    def _named_trouble(self) -> Iterator[None]:
        try:
            yield
        except (ClusterError, KilledWorker, TimeoutError):
            raise
        except (CancelledError, OSError) as error:
            raise ClusterError(
                f"The cluster at {self._address} is gone. Start it anew, and give the same reports"
                " again: what was read until now is kept."
            ) from error
        except Exception as error:
            raise ClusterError(
                f"A worker of the cluster at {self._address} cannot work"
                f" ({type(error).__name__}: {error}). Start it in Claim Map's folder, by its"
                " Python."
            ) from error
