"""One run of an import, or of spaCy's pipe, over the same texts: how long, and how much memory."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

import psutil
from spacy.language import Language

from claimmap.ingest import Extractor, ingest
from claimmap.ingest.workers import ALONE, Workers
from claimmap.reading import Item, read_text
from claimmap.store import Store

_MOMENT = 0.001  # seconds
_LOOK = 0.5  # seconds between two looks at the workers' memory
# With spaCy's own 1,000, which are more than some runs have, one process would get them all.
_BATCH = 32
_STARTED = 0.25  # of the reports; by then all workers are at work
# Reports are told of when they are saved, many at once. What was found until then is saved between
# two such moments, so the pace is that from the end of one to the end of another.
_PAUSE = 0.05  # seconds


@dataclass
class Run:
    """What a run took. seconds: the whole of it, starting its workers included.

    cpu: seconds of the processors' time, of this process and those it started. steady: reports a
    second once all workers were at work; steady_cpu: in a second of the processors' time. in_store:
    seconds in the store's calls. memory: bytes of the largest process that was started, at its
    highest; 0 where nobody looked.
    """

    reports: int
    seconds: float = 0.0
    cpu: float = 0.0
    steady: float = 0.0
    steady_cpu: float = 0.0
    in_store: float = 0.0
    claims: int = 0
    memory: int = 0

    @property
    def rate(self) -> float:
        """Reports a second, over the whole run."""
        return self.reports / self.seconds

    @property
    def rate_of_a_core(self) -> float:
        """Reports in a second of a processor's time, whoever else had the rest of it."""
        return self.reports / self.cpu


class Timed(Store):
    """A store that counts the time spent in it."""

    seconds = 0.0

    def __getattribute__(self, name: str) -> Any:
        """Each call that the store answers, timed."""
        found = super().__getattribute__(name)
        return _timed(self, found) if callable(found) and name in _CALLS else found


_CALLS = frozenset(
    name for name, value in vars(Store).items() if callable(value) and not name.startswith("_")
) - {"close"}


def _timed(store: Timed, call: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(call)
    def timed(*given: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return call(*given, **named)
        finally:
            store.seconds += time.perf_counter() - began

    return timed


def read_in(texts: Sequence[str], extractor: Extractor, workers: Workers) -> Run:
    """Read texts into an empty store."""
    run = Run(len(texts))
    items = [Item(f"report {i}", read_text(text)) for i, text in enumerate(texts)]
    watching = nullcontext() if workers == ALONE else _watching(run)
    with tempfile.TemporaryDirectory() as folder, watching:
        store = Timed(f"sqlite:///{Path(folder) / 'empty.db'}")
        pace = _Pace(len(texts))
        for outcome in ingest(items, extractor, store, workers=workers):
            assert outcome.status != "skipped", outcome
            run.claims += outcome.claims
            pace.step()
        pace.tell(run)
        assert store.count_documents() == len(texts)
        run.in_store = store.seconds
        store.close()
    return run


def pipe(texts: Sequence[str], spacys: Language, processes: int) -> Run:
    """Parse texts by spaCy's own pipe, and do nothing with what comes of it."""
    run = Run(len(texts))
    with nullcontext() if processes == 1 else _watching(run):
        pace = _Pace(len(texts))
        for _ in spacys.pipe(texts, batch_size=_BATCH, n_process=processes):
            pace.step()
        pace.tell(run)
    return run


class _Pace:
    """Takes the times of a run of so many reports."""

    def __init__(self, reports: int) -> None:
        self._reports = reports
        self._started = int(_STARTED * reports)
        self._begun = _Moment.now(0)
        self._steady: _Moment | None = None  # the last report saved with those that came by then
        self._last = self._begun

    def step(self) -> None:
        """One more is done."""
        done = self._last.done + 1
        paused = time.perf_counter() - self._last.at > _PAUSE
        if self._steady is None and paused and self._last.done >= self._started:
            self._steady = self._last
        # To ask for the time of processors takes some: not while nobody wants to know. At the last
        # report, since workers that have ended cannot be asked any more.
        wanted = done == self._reports or (self._steady is None and done >= self._started)
        self._last = _Moment.now(done) if wanted else _Moment(done, time.perf_counter(), 0.0)

    def tell(self, run: Run) -> None:
        """Put it into the run, once that is over."""
        run.seconds = time.perf_counter() - self._begun.at
        run.cpu = self._last.spent - self._begun.spent
        if self._steady and self._steady.done < self._last.done:
            reports = self._last.done - self._steady.done
            run.steady = reports / max(self._last.at - self._steady.at, _MOMENT)
            run.steady_cpu = reports / max(self._last.spent - self._steady.spent, _MOMENT)


class _Moment(NamedTuple):
    """So many reports are done, at a second of the clock and of the processors' time."""

    done: int
    at: float
    spent: float

    @classmethod
    def now(cls, done: int) -> _Moment:
        return cls(done, time.perf_counter(), _spent())


def _spent() -> float:
    """Seconds of the processors' time of this process and all below it."""
    spent = time.process_time()
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            times = child.cpu_times()
            spent += times.user + times.system
    return spent


@contextmanager
def one_core() -> Iterator[None]:
    """This process on one core for a while."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


@contextmanager
def _watching(run: Run) -> Iterator[None]:
    """Look at the processes below this one while something runs."""
    ended, seen = Event(), _Seen()
    watcher = Thread(target=seen.watch, args=(ended,), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
    run.memory = max(seen.peaks.values(), default=0)


@dataclass
class _Seen:
    """The most that each process below this one held, by its number."""

    peaks: dict[int, int] = field(default_factory=dict)

    def watch(self, ended: Event) -> None:
        while not ended.wait(_LOOK):
            for child in psutil.Process().children(recursive=True):
                with suppress(psutil.Error, OSError, ValueError):
                    self.peaks[child.pid] = max(self.peaks.get(child.pid, 0), _peak(child))


def _peak(process: psutil.Process) -> int:
    """The most memory that a process ever had in hand, where the system keeps that."""
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return int(process.memory_info().rss)
